/**
 * How fast the analyzer answers: one path at default quotas beside the plain diagram's filters alone, all blockers on four
 * alternative ways, and a network of a thousand interfaces, asked who reaches one of them and what one edited rule changes.
 */
import { applyAll } from '@/lib/core/ec2/actions/apply';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { differenceOf } from '@/lib/core/reach/difference';
import { endOf } from '@/lib/core/reach/ends/end';
import { exposureOf } from '@/lib/core/reach/exposure';
import { find, findBlockers } from '@/lib/core/reach/finding';
import { groundOf } from '@/lib/core/reach/ground';
import type { Question } from '@/lib/core/reach/question';
import { randomFrom } from '@/lib/core/scenario/random';
import type { Network } from '@/lib/core/vpc/network';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { peering } from '../support/network/gateways';
import { type Part, worldOf } from '../support/network/part';
import { tgw } from '../support/network/transit-gateway';
import { vpc } from '../support/network/vpc';
import { drawPath } from '../support/random-path';
import { bddPath, bddStages } from './path-sets';
import { PlainBdd } from './plain-bdd';

function networkOf(snapshot: Snapshot): Network {
  const door = parseNetwork(snapshot);
  if ('issues' in door) throw new Error(JSON.stringify(door.issues[0]));
  return door.network;
}

const random = randomFrom('reach/bench');
const block = (): string => `10.${random.integer(0, 255)}.${random.integer(0, 255)}.0/24`;
const ports = (): string => {
  const from = random.integer(0, 60_000);
  return `${from}-${from + random.integer(0, 4000)}`;
};

/** Rules of a group, 60 of them; the last one opens what the question asks for. */
const rules = (isOpen = true): readonly string[] => [
  ...Array.from({ length: 59 }, () => `tcp ${block()} ${ports()}`),
  isOpen ? 'tcp 10.0.0.0/8 443' : 'tcp 10.0.0.0/8 444',
];
const lists = (isOpen = true) => ({ in: rules(isOpen), out: rules() });

/** Entries of a network ACL, 20 of them. */
const entries = (): readonly string[] => [
  ...Array.from(
    { length: 19 },
    (_, i) => `${i + 1} ${random.chance() ? 'allow' : 'deny'} tcp ${block()} ${ports()}`,
  ),
  '1000 allow all 0.0.0.0/0',
];
const acl = () => ({ in: entries(), out: entries() });

/** Routes of a table, 50 of them with the local one; `row`: the one that leads to the other VPC. */
const routes = (row: string | undefined): readonly string[] => [
  ...(row === undefined ? [] : [row]),
  ...Array.from({ length: row === undefined ? 49 : 48 }, (_, i) => `10.${i + 10}.0.0/16 pcx-ab`),
];

/** AWS's default quotas in every list. */
function atQuota(): Network {
  return networkOf(
    worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24' },
        servers: { web: '10.1.1.10 sg-web' },
        groups: { 'sg-web': lists() },
        acls: { app: acl() },
        routes: { main: routes('10.2.0.0/16 pcx-ab') },
      }),
      vpc('b', '10.2.0.0/16', {
        subnets: { east: '10.2.1.0/24' },
        servers: { db: '10.2.1.10 sg-db' },
        groups: { 'sg-db': lists() },
        acls: { east: acl() },
        routes: { main: routes('10.1.0.0/16 pcx-ab') },
      }),
      peering('a', 'b'),
    ).Snapshot,
  );
}

/**
 * The same, and three transit gateways beside the peering connection: four ways there and four back. Open is the first
 * one, or none of them, for want of a route in every table and of a rule at the end.
 */
function fourWays(isOpen: boolean): Network {
  const links = (n: number) =>
    Object.fromEntries(['1', '2', '3'].map((i) => [`link${n}${i}`, `10.${n}.1${i}.0/24`]));
  return networkOf(
    worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', ...links(1) },
        servers: { web: '10.1.1.10 sg-web' },
        groups: { 'sg-web': lists() },
        acls: { app: acl() },
        routes: { main: routes(isOpen ? '10.2.0.0/16 pcx-ab' : undefined) },
      }),
      vpc('b', '10.2.0.0/16', {
        subnets: { east: '10.2.1.0/24', ...links(2) },
        servers: { db: '10.2.1.10 sg-db' },
        groups: { 'sg-db': lists(isOpen) },
        acls: { east: acl() },
        routes: { main: routes(isOpen ? '10.1.0.0/16 pcx-ab' : undefined) },
      }),
      peering('a', 'b'),
      ...['1', '2', '3'].map((name) =>
        named(
          name,
          tgw(name, {
            attachments: { a: `link1${name} 10.1.1${name}.60`, b: `link2${name} 10.2.1${name}.60` },
            routes: [],
          }),
        ),
      ),
    ).Snapshot,
  );
}

/** The notation names an attachment after its VPC alone, and here each VPC has three. */
function named(name: string, part: Part): Part {
  return JSON.parse(JSON.stringify(part).replaceAll(/tgw-attach-(\w)/g, `tgw-attach-$1${name}`)) as Part;
}

/** Interfaces in groups of their own, ten to a group, in four subnets. */
function fleet(interfaces: number): Snapshot {
  const groups = Math.ceil(interfaces / 10);
  return worldOf(
    vpc('a', '10.0.0.0/8', {
      subnets: Object.fromEntries([0, 1, 2, 3].map((i) => [`s${i}`, `10.${i}.0.0/16`])),
      servers: Object.fromEntries(
        Array.from({ length: interfaces }, (_, i) => [
          `n${i}`,
          `10.${i % 4}.${1 + (i >> 8)}.${4 + ((i >> 2) % 250)} sg-${Math.floor(i / 10)}`,
        ]),
      ),
      groups: Object.fromEntries(
        Array.from({ length: groups }, (_, i) => [
          `sg-${i}`,
          { in: [`tcp sg-${(i + 1) % groups} 443`, `tcp sg-${(i + 7) % groups} 5432`] },
        ]),
      ),
    }),
  ).Snapshot;
}

function ask(
  network: Network,
  from: string,
  to: string,
  port: number | undefined,
): [ReturnType<typeof groundOf>, Question] {
  const ground = groundOf(network);
  const [source, destination] = [endOf(ground, from), endOf(ground, to)];
  if (!('end' in source) || !('end' in destination)) throw new Error('no such end');
  const atSource = port === undefined ? {} : { destinationPorts: { from: port, to: port } };
  return [
    ground,
    {
      source: source.end,
      destination: destination.end,
      protocol: 6,
      atSource,
      atDestination: {},
      through: [],
      without: [],
    },
  ];
}

function each<T>(items: readonly T[], measure: (item: T) => void): () => void {
  let calls = 0;
  return () => measure(items[calls++ % items.length] as T);
}

const quota = Array.from({ length: 20 }, atQuota);
const bddPaths = Array.from({ length: 20 }, (_, i) =>
  drawPath(randomFrom(`reach/${i}`), { rules: 60, entries: 20, routes: 50 }),
);
const open = Array.from({ length: 20 }, () => fourWays(true));
const shut = Array.from({ length: 20 }, () => fourWays(false));
const sizes = [250, 1000] as const;
const fleets = sizes.map((size) => ({ size, snapshot: fleet(size), network: networkOf(fleet(size)) }));
const edited = fleets.map(({ snapshot }) => {
  const applied = applyAll(snapshot, [
    {
      Service: 'ec2',
      Action: 'AuthorizeSecurityGroupIngress',
      GroupId: 'sg-3',
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }],
    },
  ]);
  if ('error' in applied) throw new Error(applied.error.Message);
  return networkOf(applied.snapshot);
});

export const groups: Readonly<Record<string, Readonly<Record<string, () => void>>>> = {
  'one path there and back at default quotas, every port': {
    'plain BDD, filters both ways': each(bddPaths, (path) => {
      const bdd = new PlainBdd();
      for (const way of [path, bddPaths[0] ?? path]) bddPath(bdd, bddStages(bdd, way));
    }),
    'ours, whole analysis': each(quota, (network) => {
      const [ground, question] = ask(network, 'i-web', 'i-db', undefined);
      find(ground, question);
    }),
  },
  'four alternative ways at default quotas, one port': {
    'one path': each(open, (network) => {
      const [ground, question] = ask(network, 'i-web', 'i-db', 443);
      if (find(ground, question).trips.length !== 1) throw new Error('one way is open');
    }),
    'all minimal blockers': each(shut, (network) => {
      const [ground, question] = ask(network, 'i-web', 'i-db', 443);
      if (findBlockers(ground, question).all.length !== 16) throw new Error('four ways there, and four back');
    }),
  },
  'who reaches one interface': Object.fromEntries(
    fleets.map(({ size, network }) => [`of ${size}`, () => exposureOf(network, 'eni-n5', 'to')]),
  ),
  'the difference after one edited rule': Object.fromEntries(
    fleets.map(({ size, network }, i) => [
      `${size} interfaces`,
      () => differenceOf(network, edited[i] as Network),
    ]),
  ),
};
