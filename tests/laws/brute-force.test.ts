/**
 * Whole walks against brute force: worlds so small, and questions about so few addresses and ports, that every packet is
 * asked of the simulator one by one; the analyzer's set must hold those that made the trip and no other.
 */
import { describe, expect, it } from 'vitest';
import { parseAddress } from '@/lib/core/net/address';
import { parseCidr } from '@/lib/core/net/cidr';
import { blockInterval } from '@/lib/core/net/interval';
import { formatIpv4 } from '@/lib/core/net/ipv4';
import type { PacketSet } from '@/lib/core/net/packet-set';
import { ICMP, TCP, UDP } from '@/lib/core/net/protocol';
import { endOf } from '@/lib/core/reach/ends/end';
import { packetsOf } from '@/lib/core/reach/flow';
import { type Ground, groundOf } from '@/lib/core/reach/ground';
import { trips } from '@/lib/core/reach/trip';
import { type Random, randomFrom } from '@/lib/core/scenario/random';
import { type ProbeRequest, proberOf } from '@/lib/core/simulate/probe';
import type { World } from '@/lib/core/simulate/world';
import { arrived } from '../agreement/follow';
import type { Lists } from '../support/network/filter-rows';
import { blockPublicAccess, gatewayEndpoint, interfaceEndpoint, peering } from '../support/network/gateways';
import { type Part, worldOf } from '../support/network/part';
import { tgw } from '../support/network/transit-gateway';
import { vpc } from '../support/network/vpc';
import { parsed } from '../support/pair';

const WORLDS = 40;
/** Every address of these is asked about: two VPCs, public addresses, a service's and somebody's outside, nobody's. */
const BLOCKS = [
  '10.1.0.0/27',
  '10.2.0.0/28',
  '198.51.100.8/30',
  '203.0.113.0/31',
  '192.0.2.4/31',
  '10.9.0.0/31',
];
const PORTS = [442, 443, 444, 1023, 1024, 1025];
const SOURCES = ['eni-web', 'eni-db', 'eni-fw', 'eni-far'];
/** What rules and routes are about. */
const PEERS = [
  '10.1.0.0/28',
  '10.1.0.16/28',
  '10.2.0.0/28',
  '10.1.0.0/27',
  '203.0.113.0/31',
  '0.0.0.0/0',
  '10.2.0.4/30',
];
const RANGES = ['443', '443-444', '1024-65535', '0-1023', '0-65535'];

function rows(random: Random, row: (index: number) => string, usual: string): readonly string[] {
  const drawn = Array.from({ length: random.integer(0, 2) }, (_, index) => row(index));
  return random.integer(0, 9) < 8 ? [...drawn, usual] : drawn;
}

const match = (random: Random): string => {
  const protocol = random.pick(['tcp', 'udp', 'icmp', 'all', 'tcp']);
  const rest = {
    tcp: random.pick(RANGES),
    udp: random.pick(RANGES),
    icmp: random.pick(['-1/-1', '8/-1', '0/-1']),
  };
  return `${protocol} ${random.pick(PEERS)} ${rest[protocol as 'tcp'] ?? ''}`.trim();
};
const acl = (random: Random): Lists => {
  const list = () =>
    rows(
      random,
      (i) => `${(i + 1) * 10} ${random.pick(['allow', 'deny'])} ${match(random)}`,
      '100 allow all 0.0.0.0/0',
    );
  return { in: list(), out: list() };
};
const group = (random: Random): Lists => {
  const list = () => rows(random, () => match(random), 'all 0.0.0.0/0');
  return { in: [...list(), ...(random.chance() ? ['tcp sg-web 443'] : [])], out: list() };
};

function tinyWorld(random: Random): World {
  const flag = (word: string): string => (random.chance() ? ` ${word}` : '');
  const some = (routes: readonly string[]): readonly string[] =>
    routes.filter(() => random.integer(0, 9) < 8);
  const across = random.pick(['pcx-ab', 'tgw-1']);
  const maybe = (part: Part): readonly Part[] => (random.chance() ? [part] : []);
  return worldOf(
    vpc('a', '10.1.0.0/27', {
      subnets: { app: '10.1.0.0/28', data: '10.1.0.16/28' },
      servers: {
        web: `10.1.0.4${flag('198.51.100.9')} sg-web`,
        db: '10.1.0.20 sg-db',
        fw: `10.1.0.21${flag('198.51.100.10')}${flag('no-check')} sg-db`,
      },
      groups: { 'sg-web': group(random), 'sg-db': group(random) },
      acls: { app: acl(random), data: acl(random) },
      routes: {
        app: some([`10.2.0.0/28 ${across}`, '0.0.0.0/0 igw-a', '203.0.113.0/31 eni-fw']),
        data: some([`10.2.0.0/28 ${across}`, '0.0.0.0/0 igw-a']),
        main: some(['pl-s3 vpce-s3']),
      },
      igw: true,
    }),
    vpc('b', '10.2.0.0/28', {
      subnets: { east: '10.2.0.0/28' },
      servers: { far: '10.2.0.5 sg-far' },
      groups: { 'sg-far': group(random) },
      acls: { east: acl(random) },
      routes: {
        main: some([`10.1.0.0/27 ${random.pick(['pcx-ab', 'tgw-1', across])}`, '203.0.113.0/31 tgw-1']),
      },
    }),
    peering('a', 'b'),
    tgw('1', {
      attachments: { a: `app 10.1.0.8${flag('no-groups')}`, b: 'east 10.2.0.8' },
      routes: some(['10.1.0.0/27 a', '10.2.0.0/28 b', '203.0.113.0/31 a']),
    }),
    gatewayEndpoint('s3', 'a', ['203.0.113.0/31']),
    ...maybe(interfaceEndpoint('kms', 'a', 'data', '10.1.0.22', 'sg-db')),
    ...maybe(blockPublicAccess(random.pick(['block-bidirectional', 'block-ingress']))),
  );
}

const addresses = BLOCKS.flatMap((text) => {
  const block = parseCidr(text);
  const interval = block && blockInterval(block);
  return interval ? Array.from({ length: interval.to - interval.from + 1 }, (_, i) => interval.from + i) : [];
});

/** Everything that the source may send to the few addresses, from and to the few ports; to itself it sends nothing. */
function asked({ space }: Ground, source: number): PacketSet {
  const ends = { source, destination: addresses.filter((address) => address !== source) };
  return space.union([
    space.box({ ...ends, protocol: [TCP, UDP], sourcePort: PORTS, destinationPort: PORTS }),
    space.box({ ...ends, protocol: ICMP, icmpType: 8, icmpCode: 0 }),
  ]);
}

function* requests(from: string, source: number): Generator<ProbeRequest> {
  for (const address of addresses) {
    if (address === source) continue;
    const to = formatIpv4(address as never);
    yield { from, to, protocol: ICMP, port: 0, sourcePort: undefined, icmp: { type: 8, code: 0 } };
    for (const protocol of [TCP, UDP])
      for (const port of PORTS)
        for (const sourcePort of PORTS) yield { from, to, protocol, port, sourcePort, icmp: undefined };
  }
}

describe('whole walks', () => {
  it('hold exactly the packets that make the trip one by one', { timeout: 300_000 }, () => {
    const counts = { packets: 0, through: 0 };
    for (let seed = 0; seed < WORLDS; seed++) {
      const world = parsed({ ...tinyWorld(randomFrom(`brute-force/${seed}`)), Hosts: [], Traffic: [] });
      const ground = groundOf(world.network, { apart: 'all' });
      const prober = proberOf(world);
      for (const from of SOURCES) {
        const end = endOf(ground, from);
        const source = world.network.networkInterfaces.get(from)?.primaryAddress;
        if (!('end' in end) || typeof source !== 'number') throw new Error(`${from} is there`);
        const search = {
          ...ground,
          waiving: undefined,
          patience: { hops: 50_000 },
          shuns: new Set<string>(),
        };
        const made = [
          ...trips(search, { source: end.end, destination: undefined, packets: asked(ground, source) }),
        ]
          .filter(({ arrivedAt }) => arrivedAt.to !== 'unseen')
          .map(({ packets }) => packetsOf(ground.space, packets));
        const set = ground.space.union(made);
        const wrong: string[] = [];
        let through = 0n;
        for (const request of requests(from, source)) {
          const destination = parseAddress(request.to);
          if (destination === undefined) continue;
          counts.packets++;
          const came = arrived(prober.explain(request));
          if (came) through++;
          const { protocol, port, sourcePort = 0, icmp } = request;
          const header = {
            protocol,
            source,
            destination,
            sourcePort,
            destinationPort: port,
            ...(icmp && { icmp }),
          };
          if (set.has(header) !== came)
            wrong.push(`brute-force/${seed}: ${JSON.stringify(request)}: ${came}`);
        }
        expect(wrong.slice(0, 5)).toEqual([]);
        // And holds nothing that nobody asked about.
        expect(set.size).toBe(through);
        counts.through += Number(through);
      }
    }
    expect(counts.packets).toBeGreaterThan(500_000);
    expect(counts.through).toBeGreaterThan(20_000);
  });
});
