/** `flowtrap probe`: every outcome, every disposition, the shape of the answer. */
import { describe, expect, it } from 'vitest';
import { aclEntry, tcpFrom } from '@/lib/core/scenario/blueprints/filter-rows';
import { routeTo } from '@/lib/core/scenario/blueprints/route-rows';
import { edit, editHost } from '@/lib/core/scenario/edit';
import type { World } from '@/lib/core/simulate/world';
import { file, flowtrap, folderOf } from '../support/command';
import { pair } from '../support/pair';

type Change = (world: World) => World;

const same: Change = (world) => world;
const routes =
  (change: (rows: readonly object[]) => readonly object[]): Change =>
  (world) =>
    edit(world, 'RouteTables', (table) =>
      table.RouteTableId === 'rtb-c' ? { ...table, Routes: change(table.Routes ?? []) as never } : table,
    );
const publicAddress =
  (id: string, PublicIp: string): Change =>
  (world) =>
    edit(world, 'NetworkInterfaces', (row) =>
      row.NetworkInterfaceId === id ? { ...row, Association: { PublicIp } } : row,
    );
const gateway: Change = (world) => ({
  ...world,
  Snapshot: {
    ...world.Snapshot,
    InternetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] }],
  },
});
const toInternet: Change = (world) =>
  routes((rows) => [...rows, routeTo('0.0.0.0/0', { GatewayId: 'igw-1' })])(gateway(world));
const all =
  (...changes: readonly Change[]): Change =>
  (world) =>
    changes.reduce((value, change) => change(value), world);

/** A NAT gateway in S's subnet, and C's default route to it. */
const nat: Change = (world) => {
  const Association = { PublicIp: '198.51.100.9' };
  const row = {
    NetworkInterfaceId: 'eni-nat',
    SubnetId: 'subnet-s',
    PrivateIpAddress: '10.0.2.200',
    Groups: [],
    RequesterManaged: true,
    SourceDestCheck: false,
    Association,
  };
  const { NetworkInterfaces = [], ...rest } = toInternet(world).Snapshot;
  return {
    ...world,
    Snapshot: {
      ...rest,
      NetworkInterfaces: [...NetworkInterfaces, row],
      NatGateways: [
        {
          NatGatewayId: 'nat-1',
          VpcId: 'vpc-1',
          SubnetId: 'subnet-s',
          State: 'available',
          NatGatewayAddresses: [{ NetworkInterfaceId: 'eni-nat', PrivateIp: '10.0.2.200' }],
        },
      ],
    },
  };
};

const TO_S = ['--from', 'eni-c', '--to', 'eni-s', '--protocol', 'tcp', '--port', '443'];
const to = (address: string, protocol = 'tcp', ...more: readonly string[]): readonly string[] => [
  '--from',
  'eni-c',
  '--to',
  address,
  '--protocol',
  protocol,
  ...(protocol === 'tcp' || protocol === 'udp' ? ['--port', '443'] : []),
  ...more,
];

const OUTCOMES: readonly (readonly [string, string, Change, readonly string[]])[] = [
  ['established', 'delivered', same, TO_S],
  ['replied', 'delivered', same, to('10.0.2.20', 'icmp')],
  ['refused', 'not-listening', (world) => editHost(world, 's', (host) => ({ ...host, Listeners: [] })), TO_S],
  [
    'refused',
    'host-rejected',
    (world) => editHost(world, 's', (host) => ({ ...host, Firewall: [{ Direction: 'in', Do: 'reject' }] })),
    TO_S,
  ],
  [
    'timeout',
    'host-dropped',
    (world) => editHost(world, 's', (host) => ({ ...host, Firewall: [{ Direction: 'in', Do: 'drop' }] })),
    TO_S,
  ],
  [
    'timeout',
    'denied-in',
    (world) => edit(world, 'SecurityGroups', (row) => ({ ...row, IpPermissions: [] })),
    TO_S,
  ],
  [
    'timeout',
    'denied-out',
    (world) => edit(world, 'SecurityGroups', (row) => ({ ...row, IpPermissionsEgress: [] })),
    TO_S,
  ],
  ['timeout', 'no-route', same, to('192.0.2.1')],
  [
    'timeout',
    'blackhole',
    routes((rows) => [
      ...rows,
      { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-gone', State: 'blackhole' },
    ]),
    to('192.0.2.1'),
  ],
  ['timeout', 'not-owned', same, to('10.0.2.99')],
  ['timeout', 'gateway-refused', toInternet, to('192.0.2.1')],
  ['established', 'delivered', all(toInternet, publicAddress('eni-c', '198.51.100.4')), to('192.0.2.1')],
  [
    'timeout',
    'no-session',
    nat,
    ['--from', '203.0.113.7', '--to', '198.51.100.9', '--protocol', 'tcp', '--port', '443'],
  ],
  ['not-answered', 'not-listening', same, to('10.0.2.20', '47')],
  ['never-sent', '', same, to('10.0.1.10')],
];

describe('flowtrap probe', () => {
  it.each(OUTCOMES)('%s, %s', async (connection, disposition, change, args) => {
    const { code, stdout, stderr } = await flowtrap(['probe', file(change(pair())), ...args]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.connection).toBe(connection);
    if (disposition) expect(answer.forward.disposition).toBe(disposition);
  });

  it('answers in the documented shape', async () => {
    const denied = edit(pair(), 'NetworkAcls', (row) =>
      row.NetworkAclId === 'acl-s'
        ? {
            ...row,
            Entries: (row.Entries ?? []).filter(({ Egress, RuleNumber }) => !Egress || RuleNumber > 32766),
          }
        : row,
    );
    const narrow = edit(denied, 'SecurityGroups', (row) =>
      row.GroupId === 'sg-s' ? { ...row, IpPermissions: [tcpFrom(443, '10.0.0.0/16')] } : row,
    );
    const { stdout } = await flowtrap(['probe', file(narrow), ...TO_S]);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['connection', 'forward', 'return', 'decidedBy']);
    expect(answer.decidedBy).toMatchObject({
      leg: 'return',
      component: 'acl-s',
      kind: 'network-acl',
      direction: 'egress',
      entry: 32767,
      rule: 'nacl.default-deny',
    });
    expect(answer.forward.hops.map(({ component }: { component: string }) => component)).toEqual([
      'eni-c',
      'sg-c',
      'acl-c',
      'rtb-c',
      'acl-s',
      'sg-s',
      'eni-s',
      's',
    ]);
    expect(answer.forward.hops[1].steps[0]).toEqual({
      kind: 'security-group',
      direction: 'egress',
      allowed: true,
      by: { protocol: 'all', peer: '0.0.0.0/0' },
      rule: 'sg.allow-union',
      standing: 'documented',
    });
    expect(answer.return.hops[1].steps[0]).toMatchObject({ by: 'tracked-connection', rule: 'sg.tracked' });
  });

  it('takes a bare Snapshot, standard input, an instance, a host and an address for an end', async () => {
    const { Snapshot } = pair();
    expect(JSON.parse((await flowtrap(['probe', file(Snapshot), ...TO_S])).stdout).connection).toBe(
      'established',
    );
    expect(
      JSON.parse((await flowtrap(['probe', '-', ...TO_S], JSON.stringify(pair()))).stdout).connection,
    ).toBe('established');
    for (const end of ['i-s', 's', '10.0.2.20']) {
      const { stdout } = await flowtrap(['probe', file(pair()), ...to(end)]);
      expect(JSON.parse(stdout).connection).toBe('established');
    }
  });

  it('takes a folder with one file per call', async () => {
    const { Subnets, RouteTables, Instances, ...rest } = pair().Snapshot;
    const calls = folderOf({
      'describe-subnets.json': { Subnets, NextToken: 'x' },
      'describe-route-tables.json': RouteTables,
      'Instances.json': { Reservations: [{ Instances }] },
      'rest.json': rest,
    });
    const { stdout, stderr } = await flowtrap(['probe', calls, ...TO_S]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).connection).toBe('established');
  });

  it('answers as somebody with a wrong belief would, and says so', async () => {
    const oneWay = edit(pair(), 'NetworkAcls', (row) => ({
      ...row,
      Entries: (row.Entries ?? []).filter(({ Egress }) => row.NetworkAclId !== 'acl-s' || !Egress),
    }));
    const asked = (...more: readonly string[]) => flowtrap(['probe', file(oneWay), ...TO_S, ...more]);
    expect(JSON.parse((await asked()).stdout).connection).toBe('timeout');
    expect(JSON.parse((await asked('--belief', 'network-acls-are-stateful')).stdout)).toMatchObject({
      belief: { id: 'network-acls-are-stateful', rules: ['nacl.stateless'] },
      connection: 'established',
    });
    const believed = JSON.parse((await asked('--belief', 'no-match-is-allowed')).stdout);
    expect(believed.return.hops.flatMap(({ steps }: { steps: readonly object[] }) => steps)).toContainEqual(
      expect.objectContaining({ rule: 'belief.no-match-is-allowed', standing: 'believed' }),
    );
    const { code, stderr } = await asked('--belief', 'the-earth-is-flat');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^flowtrap probe: --belief `the-earth-is-flat` is none we know: use network-acls/);
  });

  it('notes what is not modelled, and answers all the same', async () => {
    const world = {
      ...pair(),
      Snapshot: { ...pair().Snapshot, DhcpOptions: [{ DhcpOptionsId: 'dopt-1' }] },
    };
    const { code, stdout, stderr } = await flowtrap(['probe', file(world), ...TO_S]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).connection).toBe('established');
    expect(stderr).toContain('not modelled: 1 `DhcpOptions`');
  });
});

it('an appliance that checks refuses what is not its own', async () => {
  const viaAppliance = routes((rows) => [...rows, routeTo('192.0.2.0/24', { NetworkInterfaceId: 'eni-s' })])(
    pair(),
  );
  const open = edit(viaAppliance, 'NetworkAcls', (row) => ({
    ...row,
    Entries: [aclEntry(10, false, '0.0.0.0/0', [0, 65535]), ...(row.Entries ?? [])],
  }));
  const { stdout } = await flowtrap(['probe', file(open), ...to('192.0.2.1')]);
  expect(JSON.parse(stdout)).toMatchObject({
    connection: 'timeout',
    forward: { disposition: 'source-dest-check' },
  });
});

it('a loop ends', async () => {
  const looping = routes((rows) => [...rows, routeTo('192.0.2.0/24', { NetworkInterfaceId: 'eni-c2' })])(
    pair(),
  );
  const { NetworkInterfaces = [], ...rest } = looping.Snapshot;
  const appliance = {
    NetworkInterfaceId: 'eni-c2',
    SubnetId: 'subnet-c',
    PrivateIpAddress: '10.0.1.50',
    Groups: [],
    SourceDestCheck: false,
  };
  const world = { ...looping, Snapshot: { ...rest, NetworkInterfaces: [...NetworkInterfaces, appliance] } };
  const { stdout } = await flowtrap(['probe', file(world), ...to('192.0.2.1')]);
  expect(JSON.parse(stdout).forward.disposition).toBe('loop');
});
