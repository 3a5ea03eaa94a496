/** Every line that a form writes is read again as the call that it stands for. */
import { describe, expect, it } from 'vitest';
import {
  aclAssociationLine,
  aclEntryLine,
  addressLine,
  attachGatewayLine,
  groupRuleLine,
  isRemoval,
  newAddressLines,
  routeLine,
  routeTableAssociationLine,
} from '@/components/lab/lines';
import { readAwsCli } from '@/lib/core/ec2/read-aws-cli';

function callOf(...lines: readonly string[]): readonly unknown[] {
  const door = readAwsCli(lines.join('\n'));
  if ('issues' in door) throw new Error(`${lines.join('\n')}: ${JSON.stringify(door.issues)}`);
  return door.actions;
}

const ROUTE = { routeTableId: 'rtb-1', destination: '10.0.0.0/8', isReplaced: false };
const RULE = { direction: 'ingress', protocol: 'tcp', ports: '22', peer: '10.40.8.0/24' } as const;

describe('routes', () => {
  it.each([
    ['igw-1', 'GatewayId'],
    ['nat-1', 'NatGatewayId'],
    ['pcx-1', 'VpcPeeringConnectionId'],
    ['tgw-1', 'TransitGatewayId'],
    ['eni-1', 'NetworkInterfaceId'],
    ['vgw-1', 'GatewayId'],
  ])('to %s', (targetId, parameter) => {
    expect(callOf(routeLine({ ...ROUTE, targetId }))).toEqual([
      expect.objectContaining({
        Action: 'CreateRoute',
        DestinationCidrBlock: '10.0.0.0/8',
        [parameter]: targetId,
      }),
    ]);
  });

  it('of IPv6, and in place of another', () => {
    const line = routeLine({ ...ROUTE, destination: '::/0', targetId: 'eigw-1', isReplaced: true });
    expect(callOf(line)).toEqual([
      expect.objectContaining({
        Action: 'ReplaceRoute',
        DestinationIpv6CidrBlock: '::/0',
        EgressOnlyInternetGatewayId: 'eigw-1',
      }),
    ]);
  });

  it('and the table of a subnet', () => {
    expect(callOf(routeTableAssociationLine('subnet-1', 'rtb-2', undefined))).toEqual([
      expect.objectContaining({ Action: 'AssociateRouteTable', SubnetId: 'subnet-1' }),
    ]);
    expect(callOf(routeTableAssociationLine('subnet-1', 'rtb-2', 'rtbassoc-1'))).toEqual([
      expect.objectContaining({ Action: 'ReplaceRouteTableAssociation', AssociationId: 'rtbassoc-1' }),
    ]);
  });
});

describe('rules of security groups', () => {
  it.each([
    [RULE, { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '10.40.8.0/24' }] }],
    [
      { ...RULE, ports: '1024-65535' },
      { IpProtocol: 'tcp', FromPort: 1024, ToPort: 65535, IpRanges: [{ CidrIp: '10.40.8.0/24' }] },
    ],
    [
      { ...RULE, protocol: '-1' },
      { IpProtocol: '-1', IpRanges: [{ CidrIp: '10.40.8.0/24' }] },
    ],
    [
      { ...RULE, peer: 'sg-2' },
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, UserIdGroupPairs: [{ GroupId: 'sg-2' }] },
    ],
    [
      { ...RULE, peer: '::/0' },
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, Ipv6Ranges: [{ CidrIpv6: '::/0' }] },
    ],
    [
      { ...RULE, protocol: 'icmp' },
      { IpProtocol: 'icmp', FromPort: -1, ToPort: -1, IpRanges: [{ CidrIp: '10.40.8.0/24' }] },
    ],
  ])('%o', (form, permission) => {
    expect(callOf(groupRuleLine('sg-1', form))).toEqual([
      expect.objectContaining({
        Action: 'AuthorizeSecurityGroupIngress',
        GroupId: 'sg-1',
        IpPermissions: [permission],
      }),
    ]);
  });
});

describe('entries of network ACLs', () => {
  it('with ports, and of all traffic', () => {
    const entry = { ...RULE, direction: 'egress', ruleNumber: '120', ruleAction: 'allow' } as const;
    expect(callOf(aclEntryLine('acl-1', { ...entry, ports: '32768-60999' }))).toEqual([
      expect.objectContaining({
        Action: 'CreateNetworkAclEntry',
        Egress: true,
        RuleNumber: 120,
        Protocol: '6',
        PortRange: { From: 32768, To: 60999 },
        CidrBlock: '10.40.8.0/24',
        RuleAction: 'allow',
      }),
    ]);
    expect(callOf(aclEntryLine('acl-1', { ...entry, protocol: '-1' }))).toEqual([
      expect.objectContaining({ Protocol: '-1' }),
    ]);
  });

  it('and the list of a subnet', () => {
    expect(callOf(aclAssociationLine('aclassoc-1', 'acl-2'))).toEqual([
      expect.objectContaining({ Action: 'ReplaceNetworkAclAssociation', NetworkAclId: 'acl-2' }),
    ]);
  });
});

describe('addresses and gateways', () => {
  it('are associated, made and attached', () => {
    expect(callOf(addressLine('eipalloc-1', 'eni-1'))).toHaveLength(1);
    expect(callOf(...newAddressLines('eni-1'))).toEqual([
      expect.objectContaining({ Action: 'AllocateAddress', As: 'address' }),
      expect.objectContaining({ Action: 'AssociateAddress', AllocationId: { Ref: 'address' } }),
    ]);
    expect(callOf(attachGatewayLine('igw-1', 'vpc-1'))).toHaveLength(1);
  });
});

it('what takes away has a minus', () => {
  expect(isRemoval('aws ec2 delete-route --route-table-id rtb-1')).toBe(true);
  expect(isRemoval(routeLine({ ...ROUTE, targetId: 'igw-1' }))).toBe(false);
});
