/** EC2 API calls: what each does, what each refuses and by which of AWS's error codes, and that nothing else changes. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Action } from '@/lib/core/ec2/actions/action';
import { ACTION_NAMES, apply, applyAll } from '@/lib/core/ec2/actions/apply';
import { formatAwsCli } from '@/lib/core/ec2/aws-cli';
import { actionSchema } from '@/lib/core/ec2/schema/action';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { routeTo } from '@/lib/core/scenario/blueprints/route-rows';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { pair } from '../../support/pair';

type Call<A = Action> = A extends Action ? Omit<A, 'Service'> : never;
const call = (action: Call): Action => ({ Service: 'ec2', ...action }) as Action;

/** The pair with an attached gateway, a spare one, an Elastic IP address, a second VPC and a pending peering. */
function base(): Snapshot {
  const { RouteTables = [], Vpcs = [], ...rest } = pair().Snapshot;
  return {
    ...rest,
    Vpcs: [
      ...Vpcs,
      { VpcId: 'vpc-2', CidrBlock: '10.1.0.0/16' },
      { VpcId: 'vpc-3', CidrBlock: '10.0.0.0/20' },
    ],
    RouteTables: [
      ...RouteTables.map((table) => ({
        ...table,
        Routes: [...(table.Routes ?? []), routeTo('0.0.0.0/0', { GatewayId: 'igw-1' })],
      })),
      { RouteTableId: 'rtb-spare', VpcId: 'vpc-1', Routes: [], Associations: [] },
      { RouteTableId: 'rtb-2', VpcId: 'vpc-2', Routes: [], Associations: [] },
    ],
    InternetGateways: [
      { InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] },
      { InternetGatewayId: 'igw-2', Attachments: [] },
    ],
    Addresses: [{ PublicIp: '198.51.100.1', AllocationId: 'eipalloc-1', Domain: 'vpc' }],
    VpcPeeringConnections: [
      {
        VpcPeeringConnectionId: 'pcx-1',
        RequesterVpcInfo: { VpcId: 'vpc-1' },
        AccepterVpcInfo: { VpcId: 'vpc-2' },
        Status: { Code: 'pending-acceptance' },
      },
    ],
  };
}

function done(snapshot: Snapshot, ...actions: readonly Call[]): Snapshot {
  const applied = applyAll(snapshot, actions.map(call));
  if ('error' in applied) throw new Error(`${applied.error.Code}: ${applied.error.Message}`);
  return applied.snapshot;
}

const routesOf = (snapshot: Snapshot, id: string) =>
  (snapshot.RouteTables?.find(({ RouteTableId }) => RouteTableId === id)?.Routes ?? []).map(
    ({ DestinationCidrBlock, State, ...route }) =>
      `${DestinationCidrBlock} ${route.GatewayId ?? route.VpcPeeringConnectionId ?? ''} ${State}`,
  );

const RTB = { RouteTableId: 'rtb-c' };
const ENTRY = { NetworkAclId: 'acl-s', RuleNumber: 50, Egress: false };
const TCP22 = {
  Protocol: '6',
  RuleAction: 'allow' as const,
  CidrBlock: '10.0.0.9/8',
  PortRange: { From: 22, To: 22 },
};
const PERMISSION = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '203.0.113.9/24' }] };

describe('routes', () => {
  it('are added in canonical form, pointed elsewhere and removed', () => {
    const added = done(base(), {
      Action: 'CreateRoute',
      ...RTB,
      DestinationCidrBlock: '192.0.2.7/24',
      GatewayId: 'igw-1',
    });
    expect(routesOf(added, 'rtb-c')).toContain('192.0.2.0/24 igw-1 active');
    const moved = done(added, {
      Action: 'ReplaceRoute',
      ...RTB,
      DestinationCidrBlock: '192.0.2.0/24',
      VpcPeeringConnectionId: 'pcx-1',
    });
    expect(routesOf(moved, 'rtb-c')).toContain('192.0.2.0/24 pcx-1 blackhole');
    expect(
      routesOf(done(moved, { Action: 'DeleteRoute', ...RTB, DestinationCidrBlock: '192.0.2.0/24' }), 'rtb-c'),
    ).toEqual(routesOf(base(), 'rtb-c'));
  });

  it('to a peering connection wait as blackholes until it is accepted, and are blackholes again once it is deleted', () => {
    const waiting = done(base(), {
      Action: 'CreateRoute',
      ...RTB,
      DestinationCidrBlock: '10.1.0.0/16',
      VpcPeeringConnectionId: 'pcx-1',
    });
    expect(routesOf(waiting, 'rtb-c')).toContain('10.1.0.0/16 pcx-1 blackhole');
    const active = done(waiting, { Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' });
    expect(routesOf(active, 'rtb-c')).toContain('10.1.0.0/16 pcx-1 active');
    const gone = done(active, { Action: 'DeleteVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' });
    expect(routesOf(gone, 'rtb-c')).toContain('10.1.0.0/16 pcx-1 blackhole');
  });

  it('to an internet gateway turn blackhole when it is detached, and active when it comes back', () => {
    const detached = done(base(), {
      Action: 'DetachInternetGateway',
      InternetGatewayId: 'igw-1',
      VpcId: 'vpc-1',
    });
    expect(routesOf(detached, 'rtb-c')).toContain('0.0.0.0/0 igw-1 blackhole');
    const back = done(detached, {
      Action: 'AttachInternetGateway',
      InternetGatewayId: 'igw-1',
      VpcId: 'vpc-1',
    });
    expect(routesOf(back, 'rtb-c')).toContain('0.0.0.0/0 igw-1 active');
  });
});

describe('everything else', () => {
  it('route tables are made with their local route, associated, moved and deleted', () => {
    const made = done(base(), { Action: 'CreateRouteTable', VpcId: 'vpc-2', As: 'table' });
    expect(routesOf(made, 'rtb-00000000000000001')).toEqual(['10.1.0.0/16 local active']);
    const association =
      made.RouteTables?.find(({ RouteTableId }) => RouteTableId === 'rtb-s')?.Associations?.[0]
        ?.RouteTableAssociationId ?? '';
    const moved = done(made, {
      Action: 'ReplaceRouteTableAssociation',
      AssociationId: association,
      RouteTableId: 'rtb-spare',
    });
    expect(
      moved.RouteTables?.find(({ RouteTableId }) => RouteTableId === 'rtb-spare')?.Associations,
    ).toMatchObject([{ SubnetId: 'subnet-s' }]);
    expect(done(moved, { Action: 'DeleteRouteTable', RouteTableId: 'rtb-s' }).RouteTables).toHaveLength(4);
    const freed = done(base(), { Action: 'DisassociateRouteTable', AssociationId: association });
    expect(
      done(freed, { Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare', SubnetId: 'subnet-s' })
        .RouteTables?.[2]?.Associations,
    ).toHaveLength(1);
  });

  it('security group rules are merged one by one, and taken back', () => {
    const more = done(base(), {
      Action: 'AuthorizeSecurityGroupIngress',
      GroupId: 'sg-c',
      IpPermissions: [PERMISSION],
    });
    expect(more.SecurityGroups?.[0]?.IpPermissions).toEqual([
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '203.0.113.0/24' }] },
    ]);
    expect(
      done(more, { Action: 'RevokeSecurityGroupIngress', GroupId: 'sg-c', IpPermissions: [PERMISSION] })
        .SecurityGroups?.[0]?.IpPermissions,
    ).toEqual([]);
    const out = done(base(), {
      Action: 'AuthorizeSecurityGroupEgress',
      GroupId: 'sg-c',
      IpPermissions: [PERMISSION],
    });
    expect(out.SecurityGroups?.[0]?.IpPermissionsEgress).toHaveLength(2);
    expect(
      done(out, { Action: 'RevokeSecurityGroupEgress', GroupId: 'sg-c', IpPermissions: [PERMISSION] })
        .SecurityGroups?.[0]?.IpPermissionsEgress,
    ).toHaveLength(1);
  });

  it('a new security group lets everything out and nothing in, and is deleted when nobody has it', () => {
    const made = done(base(), {
      Action: 'CreateSecurityGroup',
      GroupName: 'new',
      Description: 'new',
      VpcId: 'vpc-1',
    });
    expect(made.SecurityGroups?.at(-1)).toMatchObject({
      GroupId: 'sg-00000000000000001',
      IpPermissions: [],
      IpPermissionsEgress: [{ IpProtocol: '-1' }],
    });
    expect(
      done(made, { Action: 'DeleteSecurityGroup', GroupId: 'sg-00000000000000001' }).SecurityGroups,
    ).toHaveLength(2);
  });

  it('interfaces change groups and their source/destination check', () => {
    const checked = done(base(), {
      Action: 'ModifyNetworkInterfaceAttribute',
      NetworkInterfaceId: 'eni-c',
      SourceDestCheck: { Value: false },
    });
    expect(checked.NetworkInterfaces?.[0]?.SourceDestCheck).toBe(false);
    const regrouped = done(base(), {
      Action: 'ModifyNetworkInterfaceAttribute',
      NetworkInterfaceId: 'eni-c',
      Groups: ['sg-s'],
    });
    expect(regrouped.NetworkInterfaces?.[0]?.Groups).toEqual([{ GroupId: 'sg-s' }]);
  });

  it('a new network ACL denies everything; entries come, change and go; a subnet moves to it', () => {
    const made = done(base(), { Action: 'CreateNetworkAcl', VpcId: 'vpc-1' });
    expect(made.NetworkAcls?.at(-1)?.Entries).toHaveLength(2);
    const entry = done(base(), { Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22 });
    expect(entry.NetworkAcls?.[1]?.Entries?.at(-1)).toMatchObject({
      RuleNumber: 50,
      CidrBlock: '10.0.0.0/8',
    });
    const changed = done(entry, { Action: 'ReplaceNetworkAclEntry', ...ENTRY, ...TCP22, RuleAction: 'deny' });
    expect(changed.NetworkAcls?.[1]?.Entries?.at(-1)).toMatchObject({ RuleAction: 'deny' });
    expect(done(changed, { Action: 'DeleteNetworkAclEntry', ...ENTRY })).toEqual(base());
    const association = made.NetworkAcls?.[1]?.Associations?.[0]?.NetworkAclAssociationId ?? '';
    const moved = done(made, {
      Action: 'ReplaceNetworkAclAssociation',
      AssociationId: association,
      NetworkAclId: 'acl-00000000000000001',
    });
    expect(moved.NetworkAcls?.at(-1)?.Associations).toMatchObject([{ SubnetId: 'subnet-s' }]);
    expect(done(moved, { Action: 'DeleteNetworkAcl', NetworkAclId: 'acl-s' }).NetworkAcls).toHaveLength(2);
  });

  it('addresses are allocated, recovered, paired, freed and released, told alike at the address and at the interface', () => {
    const paired = done(
      base(),
      { Action: 'AllocateAddress', Domain: 'vpc', Address: '198.51.100.77', As: 'mine' },
      { Action: 'AssociateAddress', AllocationId: { Ref: 'mine' }, NetworkInterfaceId: 'eni-c' },
    );
    expect(paired.NetworkInterfaces?.[0]?.Association?.PublicIp).toBe('198.51.100.77');
    expect(paired.Addresses?.at(-1)).toMatchObject({
      NetworkInterfaceId: 'eni-c',
      PrivateIpAddress: '10.0.1.10',
    });
    const door = parseNetwork(paired);
    expect('network' in door && [...door.network.publicAddresses.values()].map(({ id }) => id)).toEqual([
      'eni-c',
    ]);
    const freed = done(paired, {
      Action: 'DisassociateAddress',
      AssociationId: paired.Addresses?.at(-1)?.AssociationId ?? '',
    });
    expect(freed.NetworkInterfaces?.[0]?.Association).toBeUndefined();
    expect(
      done(freed, { Action: 'ReleaseAddress', AllocationId: 'eipalloc-00000000000000001' }).Addresses,
    ).toHaveLength(1);
  });

  it('gateways and peering connections are made, refused and deleted', () => {
    expect(
      done(base(), { Action: 'CreateInternetGateway' }).InternetGateways?.at(-1)?.InternetGatewayId,
    ).toBe('igw-00000000000000001');
    expect(
      done(base(), { Action: 'DeleteInternetGateway', InternetGatewayId: 'igw-2' }).InternetGateways,
    ).toHaveLength(1);
    const statusAfter = (...actions: readonly Call[]) =>
      done(base(), ...actions).VpcPeeringConnections?.at(-1)?.Status?.Code;
    expect(statusAfter({ Action: 'CreateVpcPeeringConnection', VpcId: 'vpc-2', PeerVpcId: 'vpc-3' })).toBe(
      'pending-acceptance',
    );
    expect(statusAfter({ Action: 'CreateVpcPeeringConnection', VpcId: 'vpc-1', PeerVpcId: 'vpc-3' })).toBe(
      'failed',
    );
    expect(statusAfter({ Action: 'RejectVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' })).toBe(
      'rejected',
    );
  });
});

const REFUSED: readonly (readonly [Call, string])[] = [
  [
    { Action: 'CreateRoute', RouteTableId: 'rtb-x', DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' },
    'InvalidRouteTableID.NotFound',
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' },
    'RouteAlreadyExists',
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '192.0.2.0', GatewayId: 'igw-1' },
    'InvalidParameterValue',
  ],
  [{ Action: 'CreateRoute', ...RTB, GatewayId: 'igw-1' }, 'MissingParameter'],
  [{ Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '192.0.2.0/24' }, 'MissingParameter'],
  [
    {
      Action: 'CreateRoute',
      ...RTB,
      DestinationCidrBlock: '192.0.2.0/24',
      GatewayId: 'igw-1',
      NatGatewayId: 'nat-1',
    },
    'InvalidParameterCombination',
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '192.0.2.0/24', GatewayId: 'igw-9' },
    'InvalidInternetGatewayID.NotFound',
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '192.0.2.0/24', GatewayId: 'igw-2' },
    'InvalidParameterValue',
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '192.0.2.0/24', NatGatewayId: 'nat-9' },
    'InvalidNatGatewayID.NotFound',
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '192.0.2.0/24', NetworkInterfaceId: 'eni-9' },
    'InvalidNetworkInterfaceID.NotFound',
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '192.0.2.0/24', VpcPeeringConnectionId: 'pcx-9' },
    'InvalidVpcPeeringConnectionID.NotFound',
  ],
  [
    { Action: 'ReplaceRoute', ...RTB, DestinationCidrBlock: '192.0.2.0/24', GatewayId: 'igw-1' },
    'InvalidRoute.NotFound',
  ],
  [{ Action: 'DeleteRoute', ...RTB, DestinationCidrBlock: '192.0.2.0/24' }, 'InvalidRoute.NotFound'],
  [{ Action: 'DeleteRoute', ...RTB, DestinationCidrBlock: '10.0.0.0/16' }, 'InvalidParameterValue'],
  [{ Action: 'CreateRouteTable', VpcId: 'vpc-9' }, 'InvalidVpcID.NotFound'],
  [{ Action: 'DeleteRouteTable', RouteTableId: 'rtb-c' }, 'DependencyViolation'],
  [
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare', SubnetId: 'subnet-9' },
    'InvalidSubnetID.NotFound',
  ],
  [
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare', SubnetId: 'subnet-s' },
    'Resource.AlreadyAssociated',
  ],
  [{ Action: 'AssociateRouteTable', RouteTableId: 'rtb-2', SubnetId: 'subnet-s' }, 'InvalidParameterValue'],
  [{ Action: 'DisassociateRouteTable', AssociationId: 'rtbassoc-9' }, 'InvalidAssociationID.NotFound'],
  [
    { Action: 'ReplaceRouteTableAssociation', AssociationId: 'rtbassoc-9', RouteTableId: 'rtb-c' },
    'InvalidAssociationID.NotFound',
  ],
  [
    { Action: 'CreateSecurityGroup', GroupName: 'c', Description: '', VpcId: 'vpc-1' },
    'InvalidGroup.Duplicate',
  ],
  [{ Action: 'DeleteSecurityGroup', GroupId: 'sg-9' }, 'InvalidGroup.NotFound'],
  [{ Action: 'DeleteSecurityGroup', GroupId: 'sg-c' }, 'DependencyViolation'],
  [
    { Action: 'AuthorizeSecurityGroupIngress', GroupId: 'sg-9', IpPermissions: [PERMISSION] },
    'InvalidGroup.NotFound',
  ],
  [
    {
      Action: 'AuthorizeSecurityGroupIngress',
      GroupId: 'sg-s',
      IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
    'InvalidPermission.Duplicate',
  ],
  [{ Action: 'AuthorizeSecurityGroupEgress', GroupId: 'sg-c', IpPermissions: [] }, 'MissingParameter'],
  [
    { Action: 'RevokeSecurityGroupIngress', GroupId: 'sg-c', IpPermissions: [PERMISSION] },
    'InvalidPermission.NotFound',
  ],
  [
    { Action: 'RevokeSecurityGroupEgress', GroupId: 'sg-c', IpPermissions: [PERMISSION] },
    'InvalidPermission.NotFound',
  ],
  [
    { Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-9', Groups: ['sg-c'] },
    'InvalidNetworkInterfaceID.NotFound',
  ],
  [
    { Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-c', Groups: ['sg-9'] },
    'InvalidGroup.NotFound',
  ],
  [{ Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-c' }, 'InvalidParameterCombination'],
  [{ Action: 'CreateNetworkAcl', VpcId: 'vpc-9' }, 'InvalidVpcID.NotFound'],
  [{ Action: 'DeleteNetworkAcl', NetworkAclId: 'acl-c' }, 'InvalidParameterValue'],
  [{ Action: 'DeleteNetworkAcl', NetworkAclId: 'acl-s' }, 'DependencyViolation'],
  [{ Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22, RuleNumber: 100 }, 'NetworkAclEntryAlreadyExists'],
  [{ Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22, RuleNumber: 32767 }, 'InvalidParameterValue'],
  [{ Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22, PortRange: undefined }, 'MissingParameter'],
  [{ Action: 'ReplaceNetworkAclEntry', ...ENTRY, ...TCP22 }, 'InvalidNetworkAclEntry.NotFound'],
  [{ Action: 'DeleteNetworkAclEntry', ...ENTRY, NetworkAclId: 'acl-9' }, 'InvalidNetworkAclID.NotFound'],
  [
    { Action: 'ReplaceNetworkAclAssociation', AssociationId: 'aclassoc-9', NetworkAclId: 'acl-c' },
    'InvalidAssociationID.NotFound',
  ],
  [{ Action: 'AllocateAddress', Address: '198.51.100.1' }, 'InvalidAddress.NotFound'],
  [{ Action: 'ReleaseAddress', AllocationId: 'eipalloc-9' }, 'InvalidAllocationID.NotFound'],
  [
    { Action: 'AssociateAddress', AllocationId: 'eipalloc-9', InstanceId: 'i-c' },
    'InvalidAllocationID.NotFound',
  ],
  [
    { Action: 'AssociateAddress', AllocationId: 'eipalloc-1', InstanceId: 'i-9' },
    'InvalidInstanceID.NotFound',
  ],
  [
    { Action: 'AssociateAddress', AllocationId: 'eipalloc-1', NetworkInterfaceId: 'eni-9' },
    'InvalidNetworkInterfaceID.NotFound',
  ],
  [{ Action: 'DisassociateAddress', AssociationId: 'eipassoc-9' }, 'InvalidAssociationID.NotFound'],
  [{ Action: 'DeleteInternetGateway', InternetGatewayId: 'igw-1' }, 'DependencyViolation'],
  [{ Action: 'AttachInternetGateway', InternetGatewayId: 'igw-2', VpcId: 'vpc-1' }, 'InvalidParameterValue'],
  [
    { Action: 'AttachInternetGateway', InternetGatewayId: 'igw-1', VpcId: 'vpc-2' },
    'Resource.AlreadyAssociated',
  ],
  [{ Action: 'DetachInternetGateway', InternetGatewayId: 'igw-2', VpcId: 'vpc-1' }, 'Gateway.NotAttached'],
  [
    { Action: 'CreateVpcPeeringConnection', VpcId: 'vpc-1', PeerVpcId: 'vpc-2' },
    'VpcPeeringConnectionAlreadyExists',
  ],
  [
    { Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-9' },
    'InvalidVpcPeeringConnectionID.NotFound',
  ],
];

describe('refusals', () => {
  it.each(REFUSED)('%j: %s', (action, code) => {
    expect(apply(base(), call(action))).toMatchObject({ error: { Code: code } });
  });

  it('depend on what happened before', () => {
    const accepted = done(base(), { Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' });
    expect(
      apply(accepted, call({ Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' })),
    ).toMatchObject({ error: { Code: 'InvalidStateTransition' } });
    expect(
      apply(accepted, call({ Action: 'RejectVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' })),
    ).toMatchObject({ error: { Code: 'InvalidStateTransition' } });
    const deleted = done(accepted, { Action: 'DeleteVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' });
    expect(
      apply(deleted, call({ Action: 'DeleteVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' })),
    ).toMatchObject({ error: { Code: 'InvalidStateTransition' } });
    const paired = done(base(), {
      Action: 'AssociateAddress',
      AllocationId: 'eipalloc-1',
      InstanceId: 'i-c',
    });
    expect(apply(paired, call({ Action: 'ReleaseAddress', AllocationId: 'eipalloc-1' }))).toMatchObject({
      error: { Code: 'InvalidIPAddress.InUse' },
    });
    expect(
      apply(paired, call({ Action: 'DetachInternetGateway', InternetGatewayId: 'igw-1', VpcId: 'vpc-1' })),
    ).toMatchObject({ error: { Code: 'DependencyViolation' } });
    const detached = done(base(), {
      Action: 'DetachInternetGateway',
      InternetGatewayId: 'igw-1',
      VpcId: 'vpc-1',
    });
    expect(
      apply(detached, call({ Action: 'AssociateAddress', AllocationId: 'eipalloc-1', InstanceId: 'i-c' })),
    ).toMatchObject({ error: { Code: 'Gateway.NotAttached' } });
  });

  it('name the call that failed, and leave the document as it was', () => {
    const before = base();
    const frozen = JSON.stringify(before);
    const failed = applyAll(before, [
      call({ Action: 'CreateInternetGateway' }),
      call({ Action: 'DeleteRoute', RouteTableId: 'rtb-x', DestinationCidrBlock: '0.0.0.0/0' }),
    ]);
    expect(failed).toMatchObject({ error: { index: 1, Code: 'InvalidRouteTableID.NotFound' } });
    expect(JSON.stringify(before)).toBe(frozen);
  });

  it('include a reference to what nothing made', () => {
    expect(
      applyAll(base(), [call({ Action: 'ReleaseAddress', AllocationId: { Ref: 'nothing' } })]),
    ).toMatchObject({ error: { Code: 'InvalidParameterValue' } });
  });
});

describe('every Action', () => {
  it('is refused somewhere above, but the one that needs nothing', () => {
    const tried = new Set(REFUSED.map(([{ Action: name }]) => name));
    const elsewhere = ['CreateInternetGateway', 'RejectVpcPeeringConnection', 'DeleteVpcPeeringConnection'];
    expect([...tried, ...elsewhere].sort()).toEqual([...ACTION_NAMES].sort());
  });

  it('has a schema, and no schema stands alone', () => {
    const names = actionSchema.options.map(({ shape }) => shape.Action.value);
    expect([...names].sort()).toEqual([...ACTION_NAMES].sort());
    for (const [action] of REFUSED) expect(actionSchema.safeParse(call(action)).success).toBe(true);
  });

  const anything = fc.constantFrom(
    ...REFUSED.map(([action]) => action),
    ...([
      { Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' },
      { Action: 'DeleteVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' },
      { Action: 'DetachInternetGateway', InternetGatewayId: 'igw-1', VpcId: 'vpc-1' },
      { Action: 'AttachInternetGateway', InternetGatewayId: 'igw-2', VpcId: 'vpc-1' },
      { Action: 'AssociateAddress', AllocationId: 'eipalloc-1', InstanceId: 'i-c' },
      { Action: 'AssociateAddress', AllocationId: 'eipalloc-1', InstanceId: 'i-s' },
      { Action: 'ReplaceRoute', ...RTB, DestinationCidrBlock: '0.0.0.0/0', VpcPeeringConnectionId: 'pcx-1' },
      { Action: 'DeleteRoute', ...RTB, DestinationCidrBlock: '0.0.0.0/0' },
      { Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22 },
      { Action: 'AuthorizeSecurityGroupIngress', GroupId: 'sg-c', IpPermissions: [PERMISSION] },
      { Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-c', Groups: ['sg-s'] },
      { Action: 'DeleteSecurityGroup', GroupId: 'sg-c' },
      { Action: 'CreateRouteTable', VpcId: 'vpc-1' },
    ] as const),
  );

  test.prop([fc.array(anything, { minLength: 1, maxLength: 12 })], { numRuns: 300 })(
    'leaves a document that passes the door',
    (actions) => {
      let snapshot = base();
      for (const action of actions) {
        const outcome = apply(snapshot, call(action as Call));
        if ('snapshot' in outcome) snapshot = outcome.snapshot;
      }
      const door = parseNetwork(snapshot);
      expect('issues' in door ? door.issues : []).toEqual([]);
    },
  );
});

describe('formatAwsCli', () => {
  it.each<[Call, string]>([
    [
      { Action: 'CreateRoute', RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' },
      'aws ec2 create-route --route-table-id rtb-1 --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1',
    ],
    [
      { Action: 'CreateRoute', RouteTableId: 'rtb-1', DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1' },
      'aws ec2 create-route --route-table-id rtb-1 --destination-ipv6-cidr-block ::/0 --gateway-id igw-1',
    ],
    [
      { Action: 'AuthorizeSecurityGroupIngress', GroupId: 'sg-1', IpPermissions: [PERMISSION] },
      "aws ec2 authorize-security-group-ingress --group-id sg-1 --ip-permissions 'IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges=[{CidrIp=203.0.113.9/24}]'",
    ],
    [
      { Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22 },
      'aws ec2 create-network-acl-entry --network-acl-id acl-s --rule-number 50 --ingress --protocol 6 --rule-action allow --cidr-block 10.0.0.9/8 --port-range From=22,To=22',
    ],
    [
      { Action: 'DeleteNetworkAclEntry', ...ENTRY, Egress: true },
      'aws ec2 delete-network-acl-entry --network-acl-id acl-s --rule-number 50 --egress',
    ],
    [
      {
        Action: 'ModifyNetworkInterfaceAttribute',
        NetworkInterfaceId: 'eni-1',
        SourceDestCheck: { Value: false },
      },
      'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --no-source-dest-check',
    ],
    [
      { Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-1', Groups: ['sg-1', 'sg-2'] },
      'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --groups sg-1 sg-2',
    ],
    [
      { Action: 'AssociateAddress', AllocationId: { Ref: 'address' }, NetworkInterfaceId: 'eni-1' },
      'aws ec2 associate-address --allocation-id "$address" --network-interface-id eni-1',
    ],
    [{ Action: 'CreateInternetGateway' }, 'aws ec2 create-internet-gateway'],
    [
      { Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' },
      'aws ec2 accept-vpc-peering-connection --vpc-peering-connection-id pcx-1',
    ],
    [
      { Action: 'CreateSecurityGroup', GroupName: 'web', Description: 'web servers', VpcId: 'vpc-1' },
      "aws ec2 create-security-group --group-name web --description 'web servers' --vpc-id vpc-1",
    ],
  ])('%j', (action, line) => {
    expect(formatAwsCli(call(action))).toBe(line);
  });
});
