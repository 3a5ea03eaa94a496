/** Routes and route tables: every target, its state, gateway route tables and propagation. */
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import {
  type Call,
  done,
  everything,
  made,
  NAT,
  plain,
  refusal,
  routesOf,
  TGW,
  VGW,
  VPCE_GWLB,
  VPN,
} from '../../support/calls';

const RTB = { RouteTableId: 'rtb-c' };
const TEST_NET = { ...RTB, DestinationCidrBlock: '192.0.2.0/24' };

const tableOf = (snapshot: Snapshot, id: string) =>
  snapshot.RouteTables?.find(({ RouteTableId }) => RouteTableId === id);

describe('a route', () => {
  it('is added in canonical form, pointed elsewhere and removed', () => {
    const added = done(plain(), {
      Action: 'CreateRoute',
      ...RTB,
      DestinationCidrBlock: '192.0.2.7/24',
      GatewayId: 'igw-1',
    });
    expect(routesOf(added, 'rtb-c')).toContain('192.0.2.0/24 igw-1 active');
    const moved = done(added, { Action: 'ReplaceRoute', ...TEST_NET, VpcPeeringConnectionId: 'pcx-1' });
    expect(routesOf(moved, 'rtb-c')).toContain('192.0.2.0/24 pcx-1 blackhole');
    expect(done(moved, { Action: 'DeleteRoute', ...TEST_NET })).toEqual(plain());
  });

  it.each<[Partial<Call>, string]>([
    [{ GatewayId: 'igw-1' }, 'igw-1 active'],
    [{ GatewayId: VGW }, `${VGW} active`],
    [{ NatGatewayId: NAT }, `${NAT} active`],
    [{ NetworkInterfaceId: 'eni-s' }, 'eni-s active'],
    // EC2 writes down the instance's interface.
    [{ InstanceId: 'i-s' }, 'eni-s active'],
    [{ VpcPeeringConnectionId: 'pcx-1' }, 'pcx-1 blackhole'],
    [{ TransitGatewayId: TGW }, `${TGW} active`],
    [{ VpcEndpointId: VPCE_GWLB }, `${VPCE_GWLB} active`],
  ])('to %j', (target, expected) => {
    const after = done(everything(), { Action: 'CreateRoute', ...TEST_NET, ...target } as Call);
    expect(routesOf(after, 'rtb-c').at(-1)).toBe(`192.0.2.0/24 ${expected}`);
  });

  it('to an egress-only internet gateway is for IPv6', () => {
    const after = done(everything(), {
      Action: 'CreateRoute',
      ...RTB,
      DestinationIpv6CidrBlock: '0::/0',
      EgressOnlyInternetGatewayId: made('eigw'),
    });
    expect(routesOf(after, 'rtb-c').at(-1)).toBe(`::/0 ${made('eigw')} active`);
  });

  it('names an instance only where it has one interface', () => {
    const { NetworkInterfaces = [], ...rest } = everything();
    const Attachment = { InstanceId: 'i-c', DeviceIndex: 1 };
    const two = NetworkInterfaces.map((row) =>
      row.NetworkInterfaceId === 'eni-s' ? { ...row, Attachment } : row,
    );
    const snapshot = { ...rest, NetworkInterfaces: two };
    expect(refusal(snapshot, { Action: 'CreateRoute', ...TEST_NET, InstanceId: 'i-c' })).toBe(
      'InvalidInstanceID',
    );
  });

  it('in place of the local one keeps its origin, is not removed, and takes its own target back', () => {
    const local = { RouteTableId: 'rtb-s', DestinationCidrBlock: '10.0.0.0/16' };
    const redirected = done(plain(), { Action: 'ReplaceRoute', ...local, NetworkInterfaceId: 'eni-c' });
    expect(tableOf(redirected, 'rtb-s')?.Routes?.[0]).toMatchObject({
      NetworkInterfaceId: 'eni-c',
      Origin: 'CreateRouteTable',
    });
    expect(refusal(redirected, { Action: 'DeleteRoute', ...local })).toBe('InvalidParameterValue');
    expect(done(redirected, { Action: 'ReplaceRoute', ...local, LocalTarget: true })).toEqual(plain());
    expect(done(redirected, { Action: 'ReplaceRoute', ...local, GatewayId: 'local' })).toEqual(plain());
  });
});

describe('the state of a route follows its target', () => {
  const IGW = { InternetGatewayId: 'igw-1', VpcId: 'vpc-1' };
  it.each<[string, readonly Call[], readonly Call[], readonly Call[]]>([
    [
      'internet gateway',
      [],
      [{ Action: 'DetachInternetGateway', ...IGW }],
      [{ Action: 'AttachInternetGateway', ...IGW }],
    ],
    [
      'virtual private gateway',
      [{ Action: 'ReplaceRoute', ...RTB, DestinationCidrBlock: '0.0.0.0/0', GatewayId: VGW }],
      [{ Action: 'DetachVpnGateway', VpnGatewayId: VGW, VpcId: 'vpc-1' }],
      [{ Action: 'AttachVpnGateway', VpnGatewayId: VGW, VpcId: 'vpc-1' }],
    ],
    [
      'peering connection',
      [
        {
          Action: 'ReplaceRoute',
          ...RTB,
          DestinationCidrBlock: '0.0.0.0/0',
          VpcPeeringConnectionId: 'pcx-1',
        },
        { Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' },
      ],
      [{ Action: 'DeleteVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' }],
      [],
    ],
    [
      'NAT gateway',
      [{ Action: 'ReplaceRoute', ...RTB, DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: NAT }],
      [{ Action: 'DeleteNatGateway', NatGatewayId: NAT }],
      [],
    ],
    [
      'transit gateway',
      [{ Action: 'ReplaceRoute', ...RTB, DestinationCidrBlock: '0.0.0.0/0', TransitGatewayId: TGW }],
      [
        {
          Action: 'DeleteTransitGatewayVpcAttachment',
          TransitGatewayAttachmentId: made('tgw-attach'),
        },
      ],
      [
        {
          Action: 'CreateTransitGatewayVpcAttachment',
          TransitGatewayId: TGW,
          VpcId: 'vpc-1',
          SubnetIds: ['subnet-c'],
        },
      ],
    ],
  ])('%s', (_name, before, gone, back) => {
    const state = (snapshot: Snapshot) => routesOf(snapshot, 'rtb-c')[1]?.split(' ').at(-1);
    const start = before.length > 0 ? everything() : plain();
    const active = done(start, ...before);
    expect(state(active)).toBe('active');
    const broken = done(active, ...gone);
    expect(state(broken)).toBe('blackhole');
    if (back.length > 0) expect(state(done(broken, ...back))).toBe('active');
  });
});

describe('route tables', () => {
  it('begin with every local route, are associated, moved and deleted', () => {
    const created = done(plain(), { Action: 'CreateRouteTable', VpcId: 'vpc-2' });
    expect(routesOf(created, made('rtb'))).toEqual(['10.1.0.0/16 local active']);
    const moved = done(plain(), {
      Action: 'ReplaceRouteTableAssociation',
      AssociationId: 'rtbassoc-s',
      RouteTableId: 'rtb-spare',
    });
    expect(tableOf(moved, 'rtb-spare')?.Associations).toMatchObject([{ SubnetId: 'subnet-s' }]);
    expect(tableOf(done(moved, { Action: 'DeleteRouteTable', RouteTableId: 'rtb-s' }), 'rtb-s')).toBe(
      undefined,
    );
    const freed = done(plain(), { Action: 'DisassociateRouteTable', AssociationId: 'rtbassoc-s' });
    const again = done(freed, {
      Action: 'AssociateRouteTable',
      RouteTableId: 'rtb-spare',
      SubnetId: 'subnet-s',
    });
    expect(tableOf(again, 'rtb-spare')?.Associations).toHaveLength(1);
  });

  it('of a gateway steer what enters there, with inward routes only', () => {
    const edge = done(everything(), {
      Action: 'AssociateRouteTable',
      RouteTableId: 'rtb-spare',
      GatewayId: 'igw-1',
    });
    expect(tableOf(edge, 'rtb-spare')?.Associations).toMatchObject([{ GatewayId: 'igw-1', Main: false }]);
    const table = { RouteTableId: 'rtb-spare' };
    const subnet = { ...table, DestinationCidrBlock: '10.0.1.0/24' };
    const inspected = done(edge, { Action: 'CreateRoute', ...subnet, VpcEndpointId: VPCE_GWLB });
    expect(routesOf(inspected, 'rtb-spare')).toContain(`10.0.1.0/24 ${VPCE_GWLB} active`);
    const cases: readonly [Call, string][] = [
      [{ Action: 'CreateRoute', ...subnet, NatGatewayId: NAT }, 'InvalidParameterValue'],
      [
        { Action: 'CreateRoute', ...table, DestinationCidrBlock: '0.0.0.0/0', NetworkInterfaceId: 'eni-c' },
        'InvalidParameterValue',
      ],
      [
        { Action: 'CreateRoute', ...table, DestinationPrefixListId: made('pl'), NetworkInterfaceId: 'eni-c' },
        'InvalidParameterValue',
      ],
      [{ Action: 'EnableVgwRoutePropagation', ...table, GatewayId: VGW }, 'InvalidParameterValue'],
      [{ Action: 'AssociateRouteTable', ...table, GatewayId: 'igw-1' }, 'Resource.AlreadyAssociated'],
      [
        { Action: 'ReplaceRouteTableAssociation', AssociationId: 'rtbassoc-c', ...table },
        'InvalidParameterValue',
      ],
    ];
    for (const [action, code] of cases) expect(refusal(edge, action)).toBe(code);
  });

  it.each<[string, readonly Call[]]>([
    [
      'propagation',
      [
        { Action: 'DeleteVpnConnection', VpnConnectionId: VPN },
        { Action: 'EnableVgwRoutePropagation', RouteTableId: 'rtb-spare', GatewayId: VGW },
      ],
    ],
    [
      'a prefix list',
      [
        {
          Action: 'CreateRoute',
          RouteTableId: 'rtb-spare',
          DestinationPrefixListId: made('pl'),
          NetworkInterfaceId: 'eni-c',
        },
      ],
    ],
    [
      'a way out',
      [
        {
          Action: 'CreateRoute',
          RouteTableId: 'rtb-spare',
          DestinationCidrBlock: '0.0.0.0/0',
          GatewayId: 'igw-1',
        },
      ],
    ],
  ])('with %s steer no gateway', (_name, before) => {
    expect(
      refusal(everything(), ...before, {
        Action: 'AssociateRouteTable',
        RouteTableId: 'rtb-spare',
        GatewayId: 'igw-1',
      }),
    ).toBe('InvalidParameterValue');
  });
});

describe('propagation from a virtual private gateway', () => {
  const ON = { RouteTableId: 'rtb-spare', GatewayId: VGW };
  const on: Call = { Action: 'EnableVgwRoutePropagation', ...ON };
  const propagated = (snapshot: Snapshot) =>
    (tableOf(snapshot, 'rtb-spare')?.Routes ?? [])
      .filter(({ Origin }) => Origin === 'EnableVgwRoutePropagation')
      .map(({ DestinationCidrBlock, State }) => `${DestinationCidrBlock} ${State}`);

  it('follows the static routes of its connections', () => {
    const enabled = done(everything(), on);
    expect(propagated(enabled)).toEqual(['192.168.0.0/16 active']);
    const block = { VpnConnectionId: VPN, DestinationCidrBlock: '172.16.0.0/12' };
    const more = done(enabled, { Action: 'CreateVpnConnectionRoute', ...block });
    expect(propagated(more)).toEqual(['192.168.0.0/16 active', '172.16.0.0/12 active']);
    expect(done(more, { Action: 'DeleteVpnConnectionRoute', ...block })).toEqual(enabled);
    expect(propagated(done(more, { Action: 'DeleteVpnConnection', VpnConnectionId: VPN }))).toEqual([]);
    expect(propagated(done(more, { Action: 'DisableVgwRoutePropagation', ...ON }))).toEqual([]);
    const detached = done(more, { Action: 'DetachVpnGateway', VpnGatewayId: VGW, VpcId: 'vpc-1' });
    expect(propagated(detached)).toEqual([]);
    expect(tableOf(detached, 'rtb-spare')?.PropagatingVgws).toEqual([]);
  });

  it('is undone by its opposite', () => {
    expect(done(everything(), on, { Action: 'DisableVgwRoutePropagation', ...ON })).toEqual(everything());
  });

  it('leaves a written route for the same block beside it, and neither is in the way of the other', () => {
    const both = done(everything(), on, {
      Action: 'CreateRoute',
      RouteTableId: 'rtb-spare',
      DestinationCidrBlock: '192.168.0.0/16',
      GatewayId: VGW,
    });
    expect(routesOf(both, 'rtb-spare').filter((row) => row.startsWith('192.168'))).toHaveLength(2);
  });

  it('forgets a static route that is removed, also beside a connection with BGP', () => {
    const both = done(
      everything(),
      on,
      { Action: 'CreateCustomerGateway', Type: 'ipsec.1', IpAddress: '203.0.113.31', As: 'far' },
      {
        Action: 'CreateVpnConnection',
        Type: 'ipsec.1',
        CustomerGatewayId: { Ref: 'far' },
        VpnGatewayId: VGW,
      },
    );
    expect(propagated(both)).toEqual(['192.168.0.0/16 active']);
    expect(
      propagated(
        done(both, {
          Action: 'DeleteVpnConnectionRoute',
          VpnConnectionId: VPN,
          DestinationCidrBlock: '192.168.0.0/16',
        }),
      ),
    ).toEqual([]);
  });

  it('tells every table what BGP taught the gateway, as far as one of them shows it', () => {
    const { VpnConnections = [], RouteTables = [], ...rest } = done(everything(), on);
    const learned = {
      DestinationCidrBlock: '172.20.0.0/16',
      GatewayId: VGW,
      Origin: 'EnableVgwRoutePropagation',
      State: 'active' as const,
    };
    const dynamic: Snapshot = {
      ...rest,
      VpnConnections: VpnConnections.map((row) => ({
        ...row,
        Routes: [],
        Options: { StaticRoutesOnly: false },
      })),
      RouteTables: RouteTables.map((table) =>
        table.RouteTableId === 'rtb-spare' ? { ...table, Routes: [learned] } : table,
      ),
    };
    const second = done(dynamic, {
      Action: 'EnableVgwRoutePropagation',
      RouteTableId: 'rtb-s',
      GatewayId: VGW,
    });
    expect(routesOf(second, 'rtb-s')).toContain(`172.20.0.0/16 ${VGW} active`);
    expect(
      routesOf(done(second, { Action: 'DeleteVpnConnection', VpnConnectionId: VPN }), 'rtb-s'),
    ).not.toContain(`172.20.0.0/16 ${VGW} active`);
  });
});
