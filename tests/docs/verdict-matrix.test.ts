/** The verdict matrix: which fault leaves which records at the client's and at the server's interface. */
import { describe, expect, it } from 'vitest';
import { aclEntry } from '@/lib/core/scenario/blueprints/filter-rows';
import { edit, editHost } from '@/lib/core/scenario/edit';
import type { World } from '@/lib/core/simulate/world';
import type { Lists } from '../support/network/filter-rows';
import { worldOf } from '../support/network/part';
import { traffic } from '../support/network/play';
import { tgw } from '../support/network/transit-gateway';
import { vpc } from '../support/network/vpc';
import { matrixRow, pair, recordsOf } from '../support/pair';

type Fault = (world: World) => World;

/** The pair with both groups open both ways: each row closes one thing. */
function open(): World {
  const world = pair();
  const groups = world.Snapshot.SecurityGroups ?? [];
  const inbound = groups.find(({ GroupId }) => GroupId === 'sg-s')?.IpPermissions ?? [];
  return edit(world, 'SecurityGroups', (group) => ({ ...group, IpPermissions: [...inbound] }));
}

const withGroup =
  (id: string, change: 'IpPermissions' | 'IpPermissionsEgress'): Fault =>
  (world) =>
    edit(world, 'SecurityGroups', (group) => (group.GroupId === id ? { ...group, [change]: [] } : group));

/** Denies TCP one way at the border of one subnet. */
const denying =
  (id: string, egress: boolean): Fault =>
  (world) =>
    edit(world, 'NetworkAcls', (acl) =>
      acl.NetworkAclId === id
        ? { ...acl, Entries: [aclEntry(50, egress, '0.0.0.0/0', [0, 65535], 'deny'), ...(acl.Entries ?? [])] }
        : acl,
    );

/** Moves one end into a second, peered VPC, so that routes between the two can be missing. */
const peered: Fault = (world) => {
  const moved =
    (key: 'Subnets' | 'RouteTables' | 'NetworkAcls' | 'SecurityGroups' | 'NetworkInterfaces', id: string) =>
    (value: World): World =>
      edit(value, key, (row) => (Object.values(row).includes(id) ? { ...row, VpcId: 'vpc-2' } : row));
  const steps: readonly Fault[] = [
    moved('Subnets', 'subnet-s'),
    moved('RouteTables', 'rtb-s'),
    moved('NetworkAcls', 'acl-s'),
    moved('SecurityGroups', 'sg-s'),
    moved('NetworkInterfaces', 'eni-s'),
  ];
  const placed = steps.reduce((value, step) => step(value), world);
  const [vpc] = placed.Snapshot.Vpcs ?? [];
  const one = {
    ...vpc,
    VpcId: 'vpc-1',
    CidrBlock: '10.0.1.0/24',
    CidrBlockAssociationSet: [{ CidrBlock: '10.0.1.0/24', CidrBlockState: { State: 'associated' } }],
  };
  const two = {
    ...vpc,
    VpcId: 'vpc-2',
    CidrBlock: '10.0.2.0/24',
    CidrBlockAssociationSet: [{ CidrBlock: '10.0.2.0/24', CidrBlockState: { State: 'associated' } }],
  };
  const routed = edit(
    { ...placed, Snapshot: { ...placed.Snapshot, Vpcs: [one, two] } },
    'RouteTables',
    (table) => {
      const [own, other] =
        table.RouteTableId === 'rtb-c' ? ['10.0.1.0/24', '10.0.2.0/24'] : ['10.0.2.0/24', '10.0.1.0/24'];
      return {
        ...table,
        Routes: [
          {
            DestinationCidrBlock: own,
            GatewayId: 'local',
            Origin: 'CreateRouteTable',
            State: 'active' as const,
          },
          {
            DestinationCidrBlock: other,
            VpcPeeringConnectionId: 'pcx-1',
            Origin: 'CreateRoute',
            State: 'active' as const,
          },
        ],
        ...(table.RouteTableId === 'rtb-s' && {
          Associations: [
            ...(table.Associations ?? []),
            {
              RouteTableAssociationId: 'rtbassoc-main2',
              RouteTableId: 'rtb-s',
              Main: true,
              AssociationState: { State: 'associated' },
            },
          ],
        }),
      };
    },
  );
  return {
    ...routed,
    Snapshot: {
      ...routed.Snapshot,
      VpcPeeringConnections: [
        {
          VpcPeeringConnectionId: 'pcx-1',
          RequesterVpcInfo: {
            VpcId: 'vpc-1',
            CidrBlock: '10.0.1.0/24',
            OwnerId: '111122223333',
            Region: 'eu-central-1',
          },
          AccepterVpcInfo: {
            VpcId: 'vpc-2',
            CidrBlock: '10.0.2.0/24',
            OwnerId: '111122223333',
            Region: 'eu-central-1',
          },
          Status: { Code: 'active', Message: 'Active' },
        },
      ],
    },
  };
};

const withoutRoute =
  (table: string): Fault =>
  (world) =>
    edit(peered(world), 'RouteTables', (row) =>
      row.RouteTableId === table
        ? { ...row, Routes: (row.Routes ?? []).filter(({ GatewayId }) => GatewayId === 'local') }
        : row,
    );

const blackholed =
  (table: string): Fault =>
  (world) =>
    edit(peered(world), 'RouteTables', (row) =>
      row.RouteTableId === table
        ? {
            ...row,
            Routes: (row.Routes ?? []).map((route) =>
              route.GatewayId === 'local' ? route : { ...route, State: 'blackhole' as const },
            ),
          }
        : row,
    );

const nothing: Fault = (world) => world;

const MATRIX: readonly (readonly [string, Fault, string, string, string, string])[] = [
  ['none', nothing, 'A3', 'A3', 'A19', 'A19'],
  ['none, over peering', peered, 'A3', 'A3', 'A19', 'A19'],
  [
    "C's security group refuses outbound",
    withGroup('sg-c', 'IpPermissionsEgress'),
    'R2',
    'none',
    'none',
    'none',
  ],
  ["C's network ACL denies outbound", denying('acl-c', true), 'R2', 'none', 'none', 'none'],
  ['no route from C', withoutRoute('rtb-c'), 'A2', 'none', 'none', 'none'],
  ['blackhole from C', blackholed('rtb-c'), 'A2', 'none', 'none', 'none'],
  ["S's network ACL denies inbound", denying('acl-s', false), 'A2', 'R2', 'none', 'none'],
  ["S's security group refuses inbound", withGroup('sg-s', 'IpPermissions'), 'A2', 'R2', 'none', 'none'],
  [
    'port closed on S',
    (world) => editHost(world, 's', (host) => ({ ...host, Listeners: [] })),
    'A2',
    'A2',
    'A4',
    'A4',
  ],
  [
    'host firewall on S drops',
    (world) => editHost(world, 's', (host) => ({ ...host, Firewall: [{ Direction: 'in', Do: 'drop' }] })),
    'A2',
    'A2',
    'none',
    'none',
  ],
  [
    "S's security group allows nothing outbound",
    withGroup('sg-s', 'IpPermissionsEgress'),
    'A3',
    'A3',
    'A19',
    'A19',
  ],
  ["S's network ACL denies the answer outbound", denying('acl-s', true), 'A2', 'A2', 'R18', 'none'],
  ['no return route from S', withoutRoute('rtb-s'), 'A2', 'A2', 'A18', 'none'],
  ["C's network ACL denies the answer inbound", denying('acl-c', false), 'A2', 'A2', 'A18', 'R18'],
  ["C's security group allows nothing inbound", withGroup('sg-c', 'IpPermissions'), 'A3', 'A3', 'A19', 'A19'],
];

/** C in one VPC, S in another, joined by a transit gateway with subnets of its own, whose network ACLs are given. */
const overTransitGateway = (c: Lists, s: Lists): World =>
  worldOf(
    vpc('c', '10.1.0.0/16', {
      subnets: { c: '10.1.1.0/24', tc: '10.1.8.0/28' },
      servers: { c: '10.1.1.10' },
      routes: { main: ['10.2.0.0/16 tgw-1'] },
      acls: { tc: c },
    }),
    vpc('s', '10.2.0.0/16', {
      subnets: { s: '10.2.1.0/24', ts: '10.2.8.0/28' },
      servers: { s: '10.2.1.10' },
      routes: { main: ['10.1.0.0/16 tgw-1'] },
      acls: { ts: s },
    }),
    tgw('1', {
      attachments: { c: 'tc 10.1.8.5', s: 'ts 10.2.8.5' },
      routes: ['10.1.0.0/16 c', '10.2.0.0/16 s'],
    }),
    traffic('c > s tcp 443'),
  );

/** What the interfaces of the gateway say beside the cells of the matrix: `tc ingress R2`. */
const transitRecords = (world: World) =>
  recordsOf(world).filter(
    ({ interfaceId, record }) => interfaceId.startsWith('eni-tgw-') && record['log-status'] === 'OK',
  );

describe('verdict matrix, over a transit gateway', () => {
  it.each([
    [
      'none',
      {},
      {},
      'A3 A3 A19 A19',
      ['tc ingress A3', 'ts egress A3', 'ts ingress A19', 'tc egress A19'],
      false,
    ],
    [
      "the network ACL of the attachment subnet denies, on C's side inbound",
      { in: [] },
      {},
      'A2 none none none',
      ['tc ingress R2'],
      true,
    ],
    [
      "the same, on S's side outbound",
      {},
      { out: [] },
      'A2 none none none',
      ['tc ingress A2', 'ts egress R2'],
      true,
    ],
  ] as const)('%s', (_name, c, s, cells, transit, isInferred) => {
    const world = overTransitGateway(c, s);
    expect(matrixRow(world).join(' ')).toBe(cells);
    const records = transitRecords(world);
    const told = records.map(
      ({ interfaceId, record }) =>
        `${interfaceId.slice(8)} ${record['flow-direction']} ${record.action?.charAt(0)}${record['tcp-flags']}`,
    );
    expect([...told].sort()).toEqual([...transit].sort());
    const refused = records.filter(({ record }) => record.action === 'REJECT');
    expect(refused.map(({ inferred }) => inferred.map(({ id }) => id))).toEqual(
      isInferred ? [['tgw.interface-records']] : [],
    );
  });
});

describe('verdict matrix', () => {
  it.each(MATRIX)('%s', (_name, fault, ...cells) => {
    expect(matrixRow(fault(open()))).toEqual(cells);
  });

  it.each(MATRIX.filter(([, fault]) => fault !== nothing))('%s is a change', (_name, fault) => {
    expect(fault(open())).not.toEqual(open());
  });

  it.each([
    ['no route from C', withoutRoute('rtb-c'), 'eni-c'],
    ['no return route from S', withoutRoute('rtb-s'), 'eni-s'],
  ] as const)(
    '%s: the sender’s record is marked inferred and has no traffic path',
    (_name, fault, interfaceId) => {
      const records = recordsOf(fault(open())).filter(
        (written) => written.interfaceId === interfaceId && written.record['flow-direction'] === 'egress',
      );
      expect(records.length).toBeGreaterThan(0);
      for (const { record, inferred } of records) {
        expect(record['traffic-path']).toBeNull();
        expect(inferred.map(({ id }) => id)).toContain('flowlog.egress-unrouted');
      }
    },
  );
});
