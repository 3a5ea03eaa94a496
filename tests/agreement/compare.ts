/** One world, many packets: every one of the simulator's walks held against the analyzer's sets. */
import { parseAddress } from '@/lib/core/net/address';
import type { Ipv4 } from '@/lib/core/net/ipv4';
import type { Packet } from '@/lib/core/net/packet';
import { hasPorts } from '@/lib/core/net/protocol';
import type { End } from '@/lib/core/reach/ends/end';
import { type Ground, groundOf } from '@/lib/core/reach/ground';
import { type Random, randomFrom } from '@/lib/core/scenario/random';
import type { ParsedWorld } from '@/lib/core/simulate/parse-world';
import { premisesOwning } from '@/lib/core/simulate/premises';
import { type ProbeRequest, proberOf } from '@/lib/core/simulate/probe';
import { parsed } from '../support/pair';
import { disagreement, type Story, storyOf } from './follow';
import { randomNetwork } from './random-network';

const OUTSIDE = ['192.0.2.5', '8.8.8.8'];
const FAR = ['203.0.113.9', '203.0.113.70'];
const ON_PREMISES = '10.9.1.7';
const NOBODY = [
  '10.1.1.77',
  '10.2.9.9',
  '10.1.1.1',
  '10.1.0.2',
  '169.254.169.254',
  '169.254.168.3',
  '100.64.0.9',
];
const PORTS = [22, 53, 443, 1024, 8080, 40000];
const SOURCE_PORTS = [1000, 1025, 33000, 50000, 65000];

export interface Tally {
  packets: number;
  disagreements: number;
  /** What became of them, by the simulator's word. */
  readonly outcomes: Map<string, number>;
  /** Judgements held against each other, by what judged. */
  readonly steps: Map<string, number>;
}

export function emptyTally(): Tally {
  return { packets: 0, disagreements: 0, outcomes: new Map(), steps: new Map() };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

interface Speaker {
  readonly name: string;
  readonly end: End;
}

/** `report` hears of every disagreement, with all that is needed to see it again. */
export function compareWorld(
  seed: string,
  packets: number,
  tally: Tally,
  report: (text: string) => void,
): void {
  const world = parsed({ ...randomNetwork(randomFrom(seed)), Hosts: [], Traffic: [] });
  const ground = groundOf(world.network, { apart: 'all' });
  const random = randomFrom(`${seed}/packets`);
  const speakers = speakersIn(world, ground);
  const stories = new Map<string, Story>();
  const prober = proberOf(world);
  const destinations = destinationsIn(world);
  for (let i = 0; i < packets; i++) {
    const speaker = random.pick(speakers);
    const request = draw(random, speaker.name, destinations);
    const probe = prober.explain(request);
    if (probe.connection === 'never-sent') continue;
    const opening = openingOf(world, request, speaker);
    if (!opening) continue;
    const story = stories.get(speaker.name) ?? storyOf(ground, speaker.end);
    stories.set(speaker.name, story);
    tally.packets++;
    count(tally.outcomes, probe.connection);
    for (const leg of [probe.forward, probe.return])
      for (const { steps } of leg?.hops ?? []) for (const { kind } of steps) count(tally.steps, kind);
    const said = disagreement(story, opening, probe);
    if (said === undefined) continue;
    tally.disagreements++;
    report(`${seed}: ${JSON.stringify(request)}: ${said}`);
  }
}

function speakersIn({ network, hosts }: ParsedWorld, ground: Ground): readonly Speaker[] {
  const own = [...network.networkInterfaces.values()].filter(
    // A probe asks what would be if somebody sent; the analyzer knows that what is stopped sends nothing.
    ({ interfaceType, instance }) =>
      interfaceType === 'interface' && (instance === undefined || instance.state === 'running'),
  );
  const inside = own.flatMap(({ id }): readonly Speaker[] => {
    const station = ground.stations.byInterface.get(id);
    return station ? [{ name: id, end: { kind: 'interfaces', id, stations: [station] } }] : [];
  });
  const outside = OUTSIDE.map((name): Speaker => ({ name, end: { kind: 'internet', id: 'internet' } }));
  // The simulator's premises are named after their one connection.
  const premises = premisesOwning(hosts.premises, parseAddress(ON_PREMISES) as Ipv4);
  const link = ground.links.find(({ id }) => id === premises?.name);
  const behind: readonly Speaker[] = link
    ? [{ name: ON_PREMISES, end: { kind: 'premises', id: link.id, link } }]
    : [];
  return [...inside, ...outside, ...behind];
}

function destinationsIn({ network }: ParsedWorld): readonly string[] {
  const own = [...network.networkInterfaces.values()].flatMap(({ privateAddresses }) =>
    privateAddresses.flatMap(({ address, publicAddress }) => [
      address,
      ...(publicAddress === undefined ? [] : [publicAddress]),
    ]),
  );
  const regional = [...network.natGateways.values()].flatMap(({ addresses }) => addresses);
  return [
    ...new Set([...own, ...regional].map((address) => text(address))),
    ...OUTSIDE,
    ...FAR,
    ON_PREMISES,
    ...NOBODY,
  ];
}

function text(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

function draw(random: Random, from: string, destinations: readonly string[]): ProbeRequest {
  const protocol = random.pick([6, 6, 6, 17, 1, 47]);
  const ports = hasPorts(protocol);
  return {
    from,
    to: random.pick(destinations),
    protocol,
    port: ports ? random.pick(PORTS) : 0,
    sourcePort: ports ? random.pick(SOURCE_PORTS) : undefined,
    icmp: protocol === 1 ? { type: random.pick([8, 8, 8, 3]), code: 0 } : undefined,
  };
}

/** The packet that the request sends. */
function openingOf({ network }: ParsedWorld, request: ProbeRequest, { name }: Speaker): Packet | undefined {
  const source = network.networkInterfaces.get(name)?.primaryAddress ?? parseAddress(name);
  const destination = parseAddress(request.to);
  if (source === undefined || destination === undefined) return undefined;
  return {
    protocol: request.protocol,
    source,
    destination,
    sourcePort: request.sourcePort ?? 0,
    destinationPort: request.port,
    ...(request.icmp && { icmp: request.icmp }),
    tcpFlags: 0,
    length: 60,
  };
}
