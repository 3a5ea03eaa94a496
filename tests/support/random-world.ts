/** Random worlds for laws: one VPC with an internet gateway and a NAT gateway, a peered VPC, odd rules, odd traffic. */
import fc from 'fast-check';
import {
  aclEntry,
  allowAll,
  networkAclRow,
  securityGroupRow,
} from '@/lib/core/scenario/blueprints/filter-rows';
import { localRoute, routeTableRow, routeTo } from '@/lib/core/scenario/blueprints/route-rows';
import { subnetRow, vpcRow } from '@/lib/core/scenario/blueprints/rows';
import { instanceRow, networkInterfaceRow, type Server } from '@/lib/core/scenario/blueprints/server-rows';
import type { World } from '@/lib/core/simulate/world';

const BLOCKS = [
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.1.0/24',
  '10.0.2.0/24',
  '10.1.0.0/16',
  '203.0.113.0/24',
  '198.51.100.0/24',
];
const PORTS: readonly (readonly [number, number])[] = [
  [22, 22],
  [443, 443],
  [1024, 65535],
  [0, 65535],
  [53, 53],
];

const entries = (egress: boolean) =>
  fc
    .uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 400 }),
        block: fc.constantFrom(...BLOCKS),
        ports: fc.constantFrom(...PORTS),
        action: fc.constantFrom('allow' as const, 'allow' as const, 'deny' as const),
        all: fc.boolean(),
      }),
      { maxLength: 5, selector: ({ number }) => number },
    )
    .map((rows) =>
      rows.map(({ number, block, ports, action, all }) =>
        all
          ? { ...allowAll(egress), RuleNumber: number, CidrBlock: block, RuleAction: action }
          : aclEntry(number, egress, block, ports, action),
      ),
    );

/** Mostly open: a world in which nothing passes teaches no law. */
const mostly = fc.constantFrom(true, true, true, false);

const acl = fc
  .tuple(entries(false), entries(true), mostly)
  .map(([ingress, egress, open]) => [
    ...ingress,
    ...egress,
    ...(open ? [false, true].map((way) => ({ ...allowAll(way), RuleNumber: 1000 })) : []),
  ]);

const permissions = fc
  .tuple(
    fc.array(
      fc.record({
        block: fc.constantFrom(...BLOCKS, 'sg-a', 'sg-b'),
        ports: fc.constantFrom(...PORTS),
        all: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    mostly,
  )
  .map(([rows, open]) => [
    ...rows.map(({ block, ports, all }) => ({
      IpProtocol: all ? '-1' : 'tcp',
      ...(all ? {} : { FromPort: ports[0], ToPort: ports[1] }),
      ...(block.startsWith('sg-')
        ? { UserIdGroupPairs: [{ GroupId: block }] }
        : { IpRanges: [{ CidrIp: block }] }),
    })),
    ...(open ? [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] : []),
  ]);

const ENDS = [
  'eni-a1',
  'eni-a2',
  'eni-b1',
  'eni-p1',
  '203.0.113.9',
  '198.51.100.11',
  '10.0.1.77',
  '10.1.0.10',
  '192.0.2.5',
  'office',
];

const traffic = fc.record({
  From: fc.constantFrom('eni-a1', 'eni-a2', 'eni-b1', 'eni-p1', '203.0.113.9', 'office'),
  To: fc.constantFrom(...ENDS),
  Protocol: fc.constantFrom('tcp', 'udp', 'icmp', '47'),
  Port: fc.constantFrom(22, 443, 53, 9999),
  second: fc.integer({ min: 0, max: 300 }),
  Requests: fc.integer({ min: 1, max: 3 }),
  Bytes: fc.integer({ min: 0, max: 5000 }),
});

const firewall = fc.array(
  fc.record({
    Direction: fc.constant('in' as const),
    Port: fc.constantFrom(22, 443),
    Do: fc.constantFrom('drop' as const, 'reject' as const, 'accept' as const),
  }),
  { maxLength: 2 },
);

export const START = Date.UTC(2026, 4, 4, 12, 0, 0);

interface Draw {
  readonly acls: readonly ReturnType<typeof allowAll>[][];
  readonly groups: readonly (readonly [readonly object[], readonly object[]])[];
  readonly defaultRoute: 'igw' | 'nat' | 'none' | 'blackhole';
  readonly peeringRoutes: readonly [boolean, boolean];
  readonly peering: 'active' | 'pending-acceptance';
  readonly rows: readonly {
    readonly From: string;
    readonly To: string;
    readonly Protocol: string;
    readonly Port: number;
    readonly second: number;
    readonly Requests: number;
    readonly Bytes: number;
  }[];
  readonly rules: readonly {
    readonly Direction: 'in';
    readonly Port: number;
    readonly Do: 'drop' | 'reject' | 'accept';
  }[];
  readonly listens: boolean;
}

export const randomWorld: fc.Arbitrary<World> = fc
  .record({
    acls: fc.tuple(acl, acl, acl).map((lists) => [...lists]),
    groups: fc.tuple(fc.tuple(permissions, permissions), fc.tuple(permissions, permissions)),
    defaultRoute: fc.constantFrom('igw' as const, 'nat' as const, 'none' as const, 'blackhole' as const),
    peeringRoutes: fc.tuple(fc.boolean(), fc.boolean()),
    peering: fc.constantFrom('active' as const, 'pending-acceptance' as const),
    rows: fc.array(traffic, { minLength: 1, maxLength: 6 }),
    rules: firewall,
    listens: fc.boolean(),
  })
  .map((draw) => build(draw as Draw));

function build({ acls, groups, defaultRoute, peeringRoutes, peering, rows, rules, listens }: Draw): World {
  const server = (id: string, address: string, subnet: string, group: string, publicIp?: string): Server => ({
    interfaceId: `eni-${id}`,
    instanceId: `i-${id}`,
    name: id,
    address,
    subnetId: `subnet-${subnet}`,
    groupIds: [`sg-${group}`],
    publicAddress: publicIp === undefined ? undefined : { address: publicIp, allocationId: undefined },
  });
  const own = [
    server('a1', '10.0.1.10', 'a', 'a', '198.51.100.11'),
    server('a2', '10.0.1.20', 'a', 'b'),
    server('b1', '10.0.2.10', 'b', 'b'),
  ];
  const far = server('p1', '10.1.0.10', 'p', 'p');
  const pcxState = peering === 'active' ? ('active' as const) : ('blackhole' as const);
  const toPeer = (block: string) => ({
    ...routeTo(block, { VpcPeeringConnectionId: 'pcx-1' }),
    State: pcxState,
  });
  const out = {
    igw: [routeTo('0.0.0.0/0', { GatewayId: 'igw-1' })],
    nat: [routeTo('0.0.0.0/0', { NatGatewayId: 'nat-1' })],
    none: [],
    blackhole: [{ ...routeTo('0.0.0.0/0', { NatGatewayId: 'nat-0' }), State: 'blackhole' as const }],
  }[defaultRoute];
  const natInterface = networkInterfaceRow('vpc-1', server('nat', '10.0.3.10', 'n', 'a', '198.51.100.99'));
  const [aclA = [], aclB = [], aclP = []] = acls;
  const row = (
    id: string,
    [ingress, egress]: readonly [readonly object[], readonly object[]],
    vpc: string,
  ) => ({
    ...securityGroupRow(id, vpc, id, []),
    IpPermissions: ingress as never,
    IpPermissionsEgress: egress as never,
  });
  const [first = [[], []] as const, second = [[], []] as const] = groups;
  return {
    Seed: 'law',
    Snapshot: {
      Region: 'eu-central-1',
      OwnerId: '111122223333',
      Vpcs: [vpcRow('vpc-1', 'one', '10.0.0.0/16'), vpcRow('vpc-2', 'two', '10.1.0.0/16')],
      Subnets: [
        subnetRow('subnet-a', 'vpc-1', 'a', '10.0.1.0/24', 'a'),
        subnetRow('subnet-b', 'vpc-1', 'b', '10.0.2.0/24', 'b'),
        subnetRow('subnet-n', 'vpc-1', 'n', '10.0.3.0/24', 'a'),
        subnetRow('subnet-p', 'vpc-2', 'p', '10.1.0.0/24', 'a'),
      ],
      RouteTables: [
        routeTableRow(
          'rtb-1',
          'vpc-1',
          'main',
          [localRoute('10.0.0.0/16'), ...out, ...(peeringRoutes[0] ? [toPeer('10.1.0.0/16')] : [])],
          [],
          true,
        ),
        routeTableRow(
          'rtb-n',
          'vpc-1',
          'n',
          [localRoute('10.0.0.0/16'), routeTo('0.0.0.0/0', { GatewayId: 'igw-1' })],
          ['subnet-n'],
        ),
        routeTableRow(
          'rtb-2',
          'vpc-2',
          'main',
          [localRoute('10.1.0.0/16'), ...(peeringRoutes[1] ? [toPeer('10.0.0.0/16')] : [])],
          [],
          true,
        ),
      ],
      NetworkAcls: [
        networkAclRow('acl-a', 'vpc-1', 'a', aclA, ['subnet-a'], true),
        networkAclRow('acl-b', 'vpc-1', 'b', aclB, ['subnet-b']),
        networkAclRow('acl-p', 'vpc-2', 'p', aclP, ['subnet-p'], true),
      ],
      SecurityGroups: [
        row('sg-a', first, 'vpc-1'),
        row('sg-b', second, 'vpc-1'),
        row('sg-p', first, 'vpc-2'),
      ],
      NetworkInterfaces: [
        ...own.map((one) => networkInterfaceRow('vpc-1', one)),
        networkInterfaceRow('vpc-2', far),
        {
          ...natInterface,
          Groups: [],
          RequesterManaged: true,
          SourceDestCheck: false,
          InterfaceType: 'nat_gateway',
          Attachment: undefined,
        },
      ],
      Instances: [...own.map((one) => instanceRow('vpc-1', one)), instanceRow('vpc-2', far)],
      InternetGateways: [
        { InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] },
      ],
      NatGateways: [
        {
          NatGatewayId: 'nat-1',
          VpcId: 'vpc-1',
          SubnetId: 'subnet-n',
          State: 'available',
          NatGatewayAddresses: [{ NetworkInterfaceId: 'eni-nat', PrivateIp: '10.0.3.10' }],
        },
      ],
      VpcPeeringConnections: [
        {
          VpcPeeringConnectionId: 'pcx-1',
          RequesterVpcInfo: { VpcId: 'vpc-1' },
          AccepterVpcInfo: { VpcId: 'vpc-2' },
          Status: { Code: peering },
        },
      ],
    },
    Hosts: [
      { Name: 'office', IpAddress: '203.0.113.10' },
      {
        Name: 'b1',
        NetworkInterfaceIds: ['eni-b1'],
        Firewall: rules,
        Listeners: listens ? [{ Protocol: 'tcp', Port: 443 }] : [],
      },
    ],
    Traffic: rows.map(({ second: at, ...one }) => ({
      ...one,
      At: new Date(START + at * 1000).toISOString(),
    })),
  };
}
