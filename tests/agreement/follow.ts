/**
 * The analyzer's walk of one source, ready to be compared packet by packet: every judgement that any packet could meet,
 * as a tree, and a packet of the simulator's followed down it.
 */

import { type Point, pointOf } from '@/lib/core/net/header-layout';
import type { Packet } from '@/lib/core/net/packet';
import type { PacketSet } from '@/lib/core/net/packet-set';
import { hasPorts, ICMP } from '@/lib/core/net/protocol';
import type { End } from '@/lib/core/reach/ends/end';
import { packetsOf } from '@/lib/core/reach/flow';
import type { Ground } from '@/lib/core/reach/ground';
import { trips } from '@/lib/core/reach/trip';
import type { Stop, Way } from '@/lib/core/reach/way';
import { HOST_NO_RECEIVER } from '@/lib/core/rules/host';
import type { Probe } from '@/lib/core/simulate/probe';
import type { Step } from '@/lib/core/simulate/trace';

export interface Story {
  readonly children: ReadonlyMap<Stop | undefined, readonly Judged[]>;
  /** The last stop of every trip, and the packets that made it. */
  readonly trips: readonly { readonly last: Stop | undefined; readonly packets: PacketSet }[];
}

/** A stop of the analyzer's, with its sets at hand. */
interface Judged {
  readonly stop: Stop;
  readonly judged: PacketSet;
  readonly passed: PacketSet;
}

const NONE: readonly Judged[] = [];

export function storyOf(ground: Ground, source: End): Story {
  const { space } = ground;
  const children = new Map<Stop | undefined, Judged[]>();
  const observe = (stop: Stop, { turnedAt }: Way): void => {
    const judged = { stop, judged: packetsOf(space, stop.judged), passed: packetsOf(space, stop.passed) };
    const before = stop.before ?? turnedAt;
    const list = children.get(before);
    if (list) list.push(judged);
    else children.set(before, [judged]);
  };
  const search = {
    ...ground,
    waiving: undefined,
    patience: { hops: 50_000 },
    shuns: new Set<string>(),
    observe,
  };
  const made = [...trips(search, { source, destination: undefined, packets: space.everything })];
  return {
    children,
    trips: made
      .filter(({ arrivedAt }) => arrivedAt.to !== 'unseen')
      .map(({ forward, back, packets }) => ({
        last: back?.last ?? forward.last,
        packets: packetsOf(space, packets),
      })),
  };
}

/** What disagrees, in words; undefined: nothing. */
export function disagreement(story: Story, opening: Packet, probe: Probe): string | undefined {
  let places: readonly (Stop | undefined)[] = [undefined];
  for (const leg of LEGS) {
    let translated: Packet | undefined;
    for (const { component, steps } of probe[leg]?.hops ?? []) {
      for (const step of steps) {
        // The simulator names the packet before the gateway's translation, the analyzer judges it behind.
        const met = step.kind === 'block-public-access' ? (translated ?? step.packet) : step.packet;
        translated = 'translated' in step ? step.translated : undefined;
        const point = pointOf(leg === 'forward' ? met : answeredBy(met));
        const next = point
          ? places.flatMap((place) => matching(story, place, leg, component, step, point))
          : [];
        if (next.length === 0)
          return `${leg} ${component} ${step.kind} ${step.allowed}: ${offers(story, places, point)}`;
        places = next;
      }
    }
  }
  const came = arrived(probe);
  const ours = story.trips.some(({ last, packets }) => places.includes(last) && packets.has(opening));
  return came === ours
    ? undefined
    : `the simulator says ${probe.connection}, the analyzer ${ours ? 'yes' : 'no'}`;
}

const LEGS = ['forward', 'return'] as const;
const ARRIVED = ['established', 'replied', 'not-answered'];

function offers(
  { children }: Story,
  places: readonly (Stop | undefined)[],
  point: Point | undefined,
): string {
  const offered = places.flatMap((place) => children.get(place) ?? NONE);
  const told = offered.map(({ stop: { leg, component, kind }, judged, passed }) =>
    [leg, component, kind, ...[judged, passed].map((set) => point !== undefined && set.hasPoint(point))].join(
      ' ',
    ),
  );
  return `offered ${told.join('; ') || 'nothing'}`;
}

/** Whether packets made the trip, as far as they have to; `not-answered` is also said where nothing arrived. */
export function arrived({ connection, forward }: Probe): boolean {
  return (
    ARRIVED.includes(connection) && (connection !== 'not-answered' || forward?.disposition === 'delivered')
  );
}

function matching(
  story: Story,
  place: Stop | undefined,
  leg: Stop['leg'],
  component: string,
  step: Step,
  point: Point,
): readonly (Stop | undefined)[] {
  // Where the simulator tires of going in circles the analyzer stops as well, and says nothing.
  if (step.kind === 'loop' || step.kind === 'premises') return [place];
  // Who waits for which answer is known on the host alone.
  if (step.rule === HOST_NO_RECEIVER) return [place];
  if (step.kind === 'host')
    return step.allowed
      ? throughHost(story, place, point)
      : (story.children.get(place) ?? NONE)
          .filter((one) => isHost(one.stop) && one.judged.hasPoint(point) && !one.passed.hasPoint(point))
          .map(({ stop }) => stop);
  const matches: Stop[] = [];
  for (const from of throughHost(story, place, point)) {
    for (const { stop, judged, passed } of story.children.get(from) ?? NONE) {
      if (
        stop.leg === leg &&
        stop.kind === step.kind &&
        (stop.kind === 'security-group' || stop.component === component) &&
        judged.hasPoint(point) &&
        passed.hasPoint(point) === step.allowed &&
        decidesAlike(stop, step, point)
      )
        matches.push(stop);
    }
  }
  return matches;
}

/** The analyzer asks an instance whether it runs, and an endpoint whether it answers; the simulator asks the host. */
function isHost({ kind, component, direction }: Stop): boolean {
  return (
    kind === 'instance' ||
    (kind === 'vpc-endpoint' && direction === 'ingress' && component.startsWith('vpce-'))
  );
}

function throughHost(story: Story, place: Stop | undefined, point: Point): readonly (Stop | undefined)[] {
  const places = [place];
  for (const { stop, passed } of story.children.get(place) ?? NONE)
    if (isHost(stop) && passed.hasPoint(point)) places.push(stop);
  return places;
}

/** The very row, where a list decided. */
function decidesAlike({ decidedBy }: Stop, step: Step, point: Point): boolean {
  if (!decidedBy || !('by' in step) || typeof step.by === 'string') return true;
  if (decidedBy.kind === 'security-group')
    return decidedBy.rules.find(({ effective }) => effective.hasPoint(point))?.rule.rule === step.by;
  for (const { rule, effective } of decidedBy.rules) if (effective.hasPoint(point)) return rule === step.by;
  return step.by === undefined;
}

/** The packet that this one answers. */
export function answeredBy(packet: Packet): Packet {
  const { source, destination, sourcePort, destinationPort, icmp, protocol } = packet;
  const isReply = protocol === ICMP && icmp?.type === 0;
  return {
    ...packet,
    source: destination,
    destination: source,
    sourcePort: hasPorts(protocol) ? destinationPort : 0,
    destinationPort: hasPorts(protocol) ? sourcePort : 0,
    ...(isReply && { icmp: { type: 8, code: 0 } }),
  };
}
