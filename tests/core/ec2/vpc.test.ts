/** VPCs, their blocks and subnets: what AWS makes along with them, and what follows a new block. */
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import {
  ATTACH_1,
  type Call,
  done,
  everything,
  made,
  plain,
  refusal,
  routesOf,
  TABLE,
  transitRoutesOf,
  VGW,
} from '../../support/calls';

const VPC = made('vpc');
const create: Call = { Action: 'CreateVpc', CidrBlock: '10.9.0.7/16' };

describe('a VPC', () => {
  it('comes with a main route table, a default network ACL and a default security group', () => {
    const { Vpcs, RouteTables, NetworkAcls, SecurityGroups } = done({ Region: 'eu-central-1' }, create);
    expect(Vpcs).toMatchObject([
      { VpcId: VPC, CidrBlock: '10.9.0.0/16', CidrBlockAssociationSet: [{ CidrBlock: '10.9.0.0/16' }] },
    ]);
    expect(RouteTables).toMatchObject([
      {
        VpcId: VPC,
        Associations: [{ Main: true }],
        Routes: [{ DestinationCidrBlock: '10.9.0.0/16', GatewayId: 'local', State: 'active' }],
      },
    ]);
    expect(
      NetworkAcls?.[0]?.Entries?.map(({ RuleNumber, Egress, RuleAction }) => [
        RuleNumber,
        Egress,
        RuleAction,
      ]),
    ).toEqual([
      [100, false, 'allow'],
      [32767, false, 'deny'],
      [100, true, 'allow'],
      [32767, true, 'deny'],
    ]);
    const GroupId = made('sg');
    expect(SecurityGroups).toMatchObject([
      {
        GroupId,
        GroupName: 'default',
        IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId }] }],
        IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      },
    ]);
  });

  it('with an IPv6 block has it in every list that comes along', () => {
    const six = done({}, { ...create, AmazonProvidedIpv6CidrBlock: true });
    expect(six.Vpcs?.[0]?.Ipv6CidrBlockAssociationSet).toMatchObject([
      { Ipv6CidrBlock: '2001:db8:0:100::/56' },
    ]);
    expect(routesOf(six, made('rtb'))).toEqual([
      '10.9.0.0/16 local active',
      '2001:db8:0:100::/56 local active',
    ]);
    expect(six.NetworkAcls?.[0]?.Entries).toHaveLength(8);
    expect(six.SecurityGroups?.[0]?.IpPermissionsEgress).toHaveLength(2);
    const second = done(six, { ...create, AmazonProvidedIpv6CidrBlock: true });
    expect(second.Vpcs?.[1]?.Ipv6CidrBlockAssociationSet).toMatchObject([
      { Ipv6CidrBlock: '2001:db8:0:200::/56' },
    ]);
  });

  it('leaves with what came along, and with nothing else', () => {
    const { Vpcs, RouteTables, NetworkAcls, SecurityGroups } = plain();
    const gone = done(plain(), create, { Action: 'DeleteVpc', VpcId: VPC });
    expect(gone).toEqual({ ...plain(), Vpcs, RouteTables, NetworkAcls, SecurityGroups });
  });

  it.each<[string, readonly Call[]]>([
    ['a subnet', [{ Action: 'CreateSubnet', VpcId: VPC, CidrBlock: '10.9.1.0/24' }]],
    ['an internet gateway', [{ Action: 'AttachInternetGateway', InternetGatewayId: 'igw-2', VpcId: VPC }]],
    ['an egress-only gateway', [{ Action: 'CreateEgressOnlyInternetGateway', VpcId: VPC }]],
    [
      'a virtual private gateway',
      [
        { Action: 'CreateVpnGateway', Type: 'ipsec.1' },
        { Action: 'AttachVpnGateway', VpnGatewayId: VGW, VpcId: VPC },
      ],
    ],
    ['another route table', [{ Action: 'CreateRouteTable', VpcId: VPC }]],
    ['another network ACL', [{ Action: 'CreateNetworkAcl', VpcId: VPC }]],
    [
      'another security group',
      [{ Action: 'CreateSecurityGroup', GroupName: 'web', Description: '', VpcId: VPC }],
    ],
    [
      'an endpoint',
      [{ Action: 'CreateVpcEndpoint', VpcId: VPC, ServiceName: 'com.amazonaws.eu-central-1.s3' }],
    ],
    ['a peering request', [{ Action: 'CreateVpcPeeringConnection', VpcId: VPC, PeerVpcId: 'vpc-1' }]],
  ])('stays while it has %s', (_name, calls) => {
    expect(refusal(plain(), create, ...calls, { Action: 'DeleteVpc', VpcId: VPC })).toBe(
      'DependencyViolation',
    );
  });
});

describe('a further block', () => {
  const associate: Call = { Action: 'AssociateVpcCidrBlock', VpcId: 'vpc-1', CidrBlock: '10.7.0.0/16' };

  it('is local in every table of the VPC, known to the transit gateway, told to the peer, and leaves no trace', () => {
    const wide = done(everything(), associate);
    for (const id of ['rtb-c', 'rtb-s', 'rtb-spare'])
      expect(routesOf(wide, id)[1]).toBe('10.7.0.0/16 local active');
    expect(routesOf(wide, 'rtb-2')).not.toContain('10.7.0.0/16 local active');
    expect(transitRoutesOf(wide, TABLE)).toContain(`10.7.0.0/16 ${ATTACH_1} propagated active`);
    const AssociationId = made('vpc-cidr-assoc');
    expect(done(wide, { Action: 'DisassociateVpcCidrBlock', AssociationId })).toEqual(everything());
  });

  it('stays while a subnet needs it', () => {
    expect(
      refusal(
        plain(),
        associate,
        { Action: 'CreateSubnet', VpcId: 'vpc-1', CidrBlock: '10.7.1.0/24' },
        { Action: 'DisassociateVpcCidrBlock', AssociationId: made('vpc-cidr-assoc') },
      ),
    ).toBe('DependencyViolation');
  });

  // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
  it.each([
    ['10.7.0.0/24', 'InvalidVpc.Range'],
    ['10.7.0.0/23', 'InvalidVpc.Range'],
    ['10.7.0.0/25', 'nothing refused'],
    ['10.7.1.0/24', 'nothing refused'],
  ])('%s beside a route for 10.7.0.0/24: %s', (CidrBlock, code) => {
    const route: Call = {
      Action: 'CreateRoute',
      RouteTableId: 'rtb-spare',
      DestinationCidrBlock: '10.7.0.0/24',
      GatewayId: 'igw-1',
    };
    expect(refusal(plain(), route, { ...associate, CidrBlock })).toBe(code);
  });

  it.each([
    ['10.0.0.0/16', '100.64.0.0/16', 'nothing refused'],
    ['10.0.0.0/16', '203.0.113.0/24', 'nothing refused'],
    ['10.0.0.0/16', '172.20.0.0/16', 'InvalidVpc.Range'],
    ['172.20.0.0/16', '172.21.0.0/16', 'nothing refused'],
    ['172.20.0.0/16', '192.168.0.0/16', 'InvalidVpc.Range'],
    ['192.168.0.0/20', '192.168.128.0/20', 'nothing refused'],
    ['100.64.0.0/16', '10.0.0.0/16', 'InvalidVpc.Range'],
    ['203.0.113.0/24', '10.0.0.0/16', 'InvalidVpc.Range'],
    ['100.64.0.0/16', '100.65.0.0/16', 'nothing refused'],
  ])('of a VPC with %s: %s, %s', (primary, CidrBlock, code) => {
    const vpc: Call = { Action: 'CreateVpc', CidrBlock: primary };
    expect(refusal({}, vpc, { ...associate, VpcId: VPC, CidrBlock })).toBe(code);
  });

  it('does not overlap with those of an active peer, and fails a request that waits', () => {
    const accept: Call = { Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' };
    const other: Call = { ...associate, VpcId: 'vpc-2', CidrBlock: '10.7.128.0/20' };
    expect(refusal(plain(), accept, associate, other)).toBe('InvalidVpc.Range');
    expect(done(plain(), associate, other, accept).VpcPeeringConnections?.[0]?.Status?.Code).toBe('failed');
  });

  it('of IPv6 opens the lists that nobody has changed', () => {
    const six = done(plain(), {
      Action: 'AssociateVpcCidrBlock',
      VpcId: 'vpc-1',
      AmazonProvidedIpv6CidrBlock: true,
    });
    const [first, second] = six.NetworkAcls ?? [];
    expect(
      first?.Entries?.filter(({ Ipv6CidrBlock }) => Ipv6CidrBlock).map(({ RuleNumber }) => RuleNumber),
    ).toEqual([101, 32768, 101, 32768]);
    expect(second?.Entries).toEqual(plain().NetworkAcls?.[1]?.Entries);
    expect(six.SecurityGroups?.[0]?.IpPermissionsEgress).toHaveLength(2);
    expect(routesOf(six, 'rtb-s')).toContain('2001:db8:0:100::/56 local active');
    const closed = done(six, {
      Action: 'DeleteNetworkAclEntry',
      NetworkAclId: 'acl-c',
      RuleNumber: 101,
      Egress: false,
    });
    const again = done(closed, {
      Action: 'AssociateVpcCidrBlock',
      VpcId: 'vpc-1',
      AmazonProvidedIpv6CidrBlock: true,
    });
    expect(again.NetworkAcls).toEqual(closed.NetworkAcls);
    const door = parseNetwork(six);
    expect('issues' in door ? door.issues : []).toEqual([]);
  });
});

describe('a subnet', () => {
  it('is in the zone asked for, or in one that the document knows, and under the default network ACL', () => {
    const made1 = done(plain(), {
      Action: 'CreateSubnet',
      VpcId: 'vpc-1',
      CidrBlock: '10.0.9.0/24',
      AvailabilityZone: 'eu-central-1b',
    });
    expect(made1.Subnets?.at(-1)).toMatchObject({
      SubnetId: made('subnet'),
      AvailabilityZone: 'eu-central-1b',
      AvailabilityZoneId: 'euc1-az3',
    });
    expect(made1.NetworkAcls?.[0]?.Associations?.at(-1)).toEqual({
      NetworkAclAssociationId: made('aclassoc'),
      NetworkAclId: 'acl-c',
      SubnetId: made('subnet'),
    });
    const first = done({ Region: 'us-east-1' }, create, {
      Action: 'CreateSubnet',
      VpcId: VPC,
      CidrBlock: '10.9.1.0/24',
    });
    expect(first.Subnets?.[0]).toMatchObject({ AvailabilityZone: 'us-east-1a' });
  });

  it('leaves with its associations', () => {
    const gone = done(
      plain(),
      { Action: 'CreateSubnet', VpcId: 'vpc-1', CidrBlock: '10.0.9.0/24', As: 'subnet' },
      { Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare', SubnetId: { Ref: 'subnet' } },
      { Action: 'DeleteSubnet', SubnetId: { Ref: 'subnet' } },
    );
    expect(gone).toEqual(plain());
  });

  it('takes an IPv6 block of its VPC, and gives it back when nobody uses it', () => {
    const SubnetId = 'subnet-c';
    const wide = done(plain(), {
      Action: 'AssociateVpcCidrBlock',
      VpcId: 'vpc-1',
      Ipv6CidrBlock: '2001:db8:7::/56',
      Ipv6Pool: 'ipv6pool-ec2-1',
    });
    const give: Call = { Action: 'AssociateSubnetCidrBlock', SubnetId, Ipv6CidrBlock: '2001:DB8:7:1::9/64' };
    const take: Call = { Action: 'DisassociateSubnetCidrBlock', AssociationId: made('subnet-cidr-assoc') };
    const six = done(wide, give);
    expect(six.Subnets?.[0]?.Ipv6CidrBlockAssociationSet).toMatchObject([
      { Ipv6CidrBlock: '2001:db8:7:1::/64' },
    ]);
    expect(refusal(six, { ...give, SubnetId: 'subnet-s' })).toBe('InvalidSubnet.Conflict');
    expect(refusal(six, { ...give, Ipv6CidrBlock: '2001:db8:7:2::/64' })).toBe('InvalidParameterValue');
    const used: Call = { Action: 'AssignIpv6Addresses', NetworkInterfaceId: 'eni-c', Ipv6AddressCount: 1 };
    expect(refusal(six, used, take)).toBe('DependencyViolation');
    const { Subnets = [], ...rest } = done(six, take);
    expect({ ...rest, Subnets: Subnets.map(withoutIpv6) }).toEqual(wide);
  });
});

function withoutIpv6(row: NonNullable<Snapshot['Subnets']>[number]) {
  const { Ipv6CidrBlockAssociationSet, ...rest } = row;
  return Ipv6CidrBlockAssociationSet?.length ? row : rest;
}
