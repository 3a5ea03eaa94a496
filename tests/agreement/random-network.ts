/**
 * Random worlds of every kind of component: three VPCs around a peering connection, two transit gateways, NAT gateways of
 * both kinds, endpoints, an appliance behind a gateway route table, VPNs and Direct Connect, with routes and rules that
 * are often wrong.
 */
import type { Random } from '@/lib/core/scenario/random';
import type { World } from '@/lib/core/simulate/world';
import type { Lists } from '../support/network/filter-rows';
import {
  blockPublicAccess,
  gatewayEndpoint,
  interfaceEndpoint,
  natGateway,
  peering,
  prefixList,
  regionalNat,
} from '../support/network/gateways';
import { type Part, worldOf } from '../support/network/part';
import { directConnect, vpn, vpnGateway } from '../support/network/premises';
import { tgw } from '../support/network/transit-gateway';
import { vpc } from '../support/network/vpc';

const BLOCKS = [
  '10.1.0.0/16',
  '10.2.0.0/16',
  '10.3.0.0/16',
  '10.1.1.0/24',
  '10.9.0.0/16',
  '0.0.0.0/0',
  '10.0.0.0/8',
  '203.0.113.0/24',
  '10.2.1.0/25',
];
const PORTS = ['22', '443', '1024-65535', '32768-60999', '0-65535', '53'];
const TARGETS_A = [
  'igw-a',
  'nat-a',
  'nat-r',
  'pcx-ab',
  'tgw-1',
  'vgw-a',
  'eni-fw',
  'vpce-s3',
  'nat-p',
  'pcx-xx',
];
const TARGETS_B = ['pcx-ab', 'tgw-1', 'igw-b', 'pcx-bx'];
const TARGETS_C = ['tgw-1', 'tgw-2', 'igw-c'];

/** Mostly yes: where nothing passes nothing is compared. */
const mostly = (random: Random): boolean => random.integer(0, 9) < 8;

/** A route may name a gateway that is not attached only as a blackhole. */
function routes(
  random: Random,
  detached: readonly string[],
  targets: readonly string[],
  usual: readonly string[],
): readonly string[] {
  const rows = new Map<string, string>();
  for (const row of usual) if (mostly(random)) rows.set(destinationOf(row), row);
  for (let i = random.integer(0, 3); i > 0; i--) {
    const target = random.pick(targets);
    const destination = target === 'vpce-s3' ? 'pl-s3' : random.pick([...BLOCKS, 'pl-own']);
    const flag = random.integer(0, 9);
    const state =
      target.endsWith('x') || flag === 0 ? ' blackhole' : target === 'vgw-a' && flag < 5 ? ' propagated' : '';
    if (destination === '10.1.0.0/16' && targets === TARGETS_A) continue;
    rows.set(destination, `${destination} ${target}${state}`);
  }
  return [...rows.values()].map((row) =>
    detached.some((id) => row.includes(` ${id}`)) && !row.includes('blackhole') ? `${row} blackhole` : row,
  );
}

const destinationOf = (row: string): string => row.split(' ')[0] ?? '';

function acl(random: Random): Lists {
  const list = (): string[] => {
    const rows = Array.from({ length: random.integer(0, 4) }, (_, i) => {
      const protocol = random.pick(['tcp', 'udp', 'icmp', 'all', 'tcp']);
      const ports = protocol === 'tcp' || protocol === 'udp' ? ` ${random.pick(PORTS)}` : '';
      const icmp = protocol === 'icmp' ? ` ${random.pick(['-1/-1', '8/-1', '0/-1', '8/0'])}` : '';
      return `${(i + 1) * 10} ${random.pick(['allow', 'allow', 'deny'])} ${protocol} ${random.pick(BLOCKS)}${ports}${icmp}`;
    });
    return mostly(random) ? [...rows, '1000 allow all 0.0.0.0/0'] : rows;
  };
  return { in: list(), out: list() };
}

function group(random: Random, names: readonly string[]): Lists {
  const list = (): string[] => {
    const rows = Array.from({ length: random.integer(0, 4) }, () => {
      const protocol = random.pick(['tcp', 'udp', 'icmp', 'all', 'tcp']);
      const peer = random.pick([...BLOCKS, ...names, 'pl-own', '::/0']);
      const ports = protocol === 'tcp' || protocol === 'udp' ? ` ${random.pick(PORTS)}` : '';
      const icmp = protocol === 'icmp' ? ` ${random.pick(['-1/-1', '8/-1', '0/-1'])}` : '';
      return `${protocol} ${peer}${ports}${icmp}`;
    });
    return mostly(random) ? [...rows, 'all 0.0.0.0/0'] : rows;
  };
  return { in: list(), out: list() };
}

const GROUPS = ['sg-x', 'sg-y', 'sg-z', 'sg-gone'];

export function randomNetwork(random: Random): World {
  const detached = ['vgw-a', 'igw-b', 'igw-c'].filter(() => !mostly(random));
  const ifPart = (there: boolean, ...parts: readonly Part[]): readonly Part[] => (there ? parts : []);
  const groups = () => Object.fromEntries(['sg-x', 'sg-y'].map((id) => [id, group(random, GROUPS)]));
  const flag = (word: string): string => (random.integer(0, 4) === 0 ? ` ${word}` : '');
  const stopped = (): string => (random.integer(0, 12) === 0 ? ' stopped' : '');
  const learned = transit(random.fork('learned'), [
    '10.1.0.0/16 a propagated',
    '10.2.0.0/16 b propagated',
    '10.3.0.0/16 c propagated',
    '10.9.0.0/16 v',
  ]);
  const world = worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: {
        app: '10.1.1.0/24',
        data: '10.1.2.0/24 b',
        pub: '10.1.3.0/24',
        link: '10.1.4.0/28',
        wall: '10.1.5.0/24',
      },
      servers: {
        web: `10.1.1.10 198.51.100.10 sg-x${stopped()}`,
        api: `10.1.1.20 10.1.1.21${flag('198.51.100.21')} sg-y`,
        db: `10.1.2.10${flag('198.51.100.12')} sg-x sg-y${stopped()}`,
        pub: '10.1.3.10 198.51.100.13 sg-y',
        fw: `10.1.5.10${flag('198.51.100.15')} sg-x${flag('no-check')}${flag('no-check')}${flag('no-check')}${stopped()}`,
      },
      groups: groups(),
      acls: { default: acl(random), data: acl(random), pub: acl(random), link: acl(random) },
      routes: {
        main: routes(random, detached, TARGETS_A, [
          '0.0.0.0/0 nat-a',
          '10.2.0.0/16 pcx-ab',
          '10.3.0.0/16 tgw-1',
          'pl-s3 vpce-s3',
        ]),
        data: routes(random, detached, TARGETS_A, [
          '10.2.0.0/16 tgw-1',
          '0.0.0.0/0 nat-r',
          '10.9.0.0/16 vgw-a propagated',
        ]),
        pub: routes(random, detached, TARGETS_A, ['0.0.0.0/0 igw-a', '10.2.0.0/16 pcx-ab']),
        link: routes(random, detached, TARGETS_A, ['0.0.0.0/0 nat-a']),
        wall: routes(random, detached, TARGETS_A, ['0.0.0.0/0 igw-a', '10.2.0.0/16 pcx-ab']),
      },
      ...(random.integer(0, 2) === 0 && {
        edges: { 'igw-a': random.pick([['10.1.1.0/24 eni-fw'], ['10.1.2.0/24 eni-fw'], []]) },
      }),
      igw: true,
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { east: '10.2.1.0/24', link2: '10.2.4.0/28 b' },
      servers: { app2: `10.2.1.10${flag('198.51.100.22')} sg-u`, app3: '10.2.1.11 sg-v' },
      groups: { 'sg-u': group(random, ['sg-x', 'sg-v', 'sg-z']), 'sg-v': group(random, ['sg-y', 'sg-u']) },
      acls: { default: acl(random), link2: acl(random) },
      routes: {
        main: routes(random, detached, TARGETS_B, ['10.1.0.0/16 pcx-ab', '10.3.0.0/16 tgw-1']),
        link2: routes(random, detached, TARGETS_B, ['10.1.0.0/16 tgw-1']),
      },
      igw: !detached.includes('igw-b'),
    }),
    vpc('c', '10.3.0.0/16', {
      subnets: { far: '10.3.1.0/24', far2: '10.3.2.0/24 b' },
      servers: { hub: '10.3.1.10 sg-z', spoke: '10.3.2.10 sg-z' },
      groups: { 'sg-z': group(random, ['sg-x', 'sg-u', 'sg-z']) },
      acls: { default: acl(random) },
      routes: { main: routes(random, detached, TARGETS_C, ['10.0.0.0/8 tgw-1', '0.0.0.0/0 tgw-1']) },
      igw: !detached.includes('igw-c'),
    }),
    prefixList('own', ['10.2.1.0/24', '203.0.113.0/28']),
    natGateway('a', 'a', 'pub', '10.1.3.200 198.51.100.99'),
    natGateway('p', 'a', 'wall', '10.1.5.200', { State: random.pick(['available', 'available', 'failed']) }),
    regionalNat(
      'r',
      'a',
      mostly(random) ? { a: '198.51.100.98', b: '198.51.100.97' } : { a: '198.51.100.98' },
    ),
    peering('a', 'b', random.pick(['active', 'active', 'active', 'pending-acceptance'])),
    gatewayEndpoint(
      's3',
      'a',
      ['203.0.113.64/26', '192.0.2.0/24'],
      random.integer(0, 9) === 0 ? { State: 'pending' } : {},
    ),
    interfaceEndpoint('kms', 'a', 'data', '10.1.2.50', 'sg-y'),
    ...ifPart(
      random.integer(0, 3) === 0,
      blockPublicAccess(
        random.pick(['block-bidirectional', 'block-ingress']),
        random.pick([{}, { 'subnet-pub': 'allow-bidirectional' }, { 'vpc-a': 'allow-egress' }]) as never,
      ),
    ),
    vpnGateway('a', !detached.includes('vgw-a')),
    vpn('1', `vgw-a${flag('down')}${flag('10.9.1.0/24')}`),
    vpn('2', `tgw-1${flag('down')}`),
    ...ifPart(random.chance(), directConnect('1', 'dxgw-1', { 'vgw-a': random.pick([[], ['10.1.1.0/24']]) })),
    tgw('1', {
      attachments: {
        a: `link 10.1.4.5${flag('data 10.1.2.60')}${flag('appliance')}${flag('no-groups')}`,
        b: `link2 10.2.4.5${flag('east 10.2.1.60')}${flag('appliance')}`,
        c: `far 10.3.1.60${flag('far2 10.3.2.60')}${flag('pending')}`,
        v: 'vpn-2',
        p: 'tgw-2',
      },
      groups: random.chance(),
      routes: {
        one: {
          for: mostly(random) ? ['a', 'b', 'v'] : ['a', 'v'],
          routes: learned,
          learns: learned.flatMap((row) => (row.endsWith(' propagated') ? [row.split(' ')[1] ?? ''] : [])),
        },
        two: { for: ['c', 'p'], routes: transit(random, ['10.1.0.0/16 a', '0.0.0.0/0 a', '10.2.0.0/16 b']) },
      },
    }),
    tgw('2', { attachments: { p: 'tgw-1' }, routes: ['10.0.0.0/8 p'] }),
  );
  return random.integer(0, 3) === 0 ? withFarRegion(world) : world;
}

/** The peered VPC in another Region. */
function withFarRegion(world: World): World {
  const Vpcs = (world.Snapshot.Vpcs ?? []).map((row) =>
    row.VpcId === 'vpc-b' ? { ...row, Region: 'eu-west-1' } : row,
  );
  return { ...world, Snapshot: { ...world.Snapshot, Vpcs } };
}

function transit(random: Random, usual: readonly string[]): readonly string[] {
  const rows = new Map<string, string>();
  for (const row of usual) if (mostly(random)) rows.set(row, row);
  if (random.integer(0, 3) === 0)
    rows.set(
      'x',
      `${random.pick(['10.2.1.0/24', '10.1.1.0/24', '10.3.0.0/17'])} ${random.pick(['blackhole', 'a', 'b', 'c', 'p'])}`,
    );
  return [...rows.values()];
}
