/**
 * The analyzer's walk of one source, ready to be compared packet by packet: every judgement that any packet could meet,
 * as a tree, and a packet of the simulator's followed down it.
 */

import type { Packet } from '@/lib/core/net/packet';
import { hasPorts, ICMP } from '@/lib/core/net/protocol';
import type { End } from '@/lib/core/reach/end';
import { type Flow, packetsOf } from '@/lib/core/reach/flow';
import type { Ground } from '@/lib/core/reach/ground';
import { type Trip, trips } from '@/lib/core/reach/trip';
import type { Stop } from '@/lib/core/reach/way';
import { HOST_NO_RECEIVER } from '@/lib/core/rules/host';
import type { Probe } from '@/lib/core/simulate/probe';
import type { Step } from '@/lib/core/simulate/trace';

export interface Story {
  readonly ground: Ground;
  readonly children: ReadonlyMap<Stop | undefined, readonly Stop[]>;
  readonly trips: readonly Trip[];
}

export function storyOf(ground: Ground, source: End): Story {
  const children = new Map<Stop | undefined, Stop[]>();
  const observe = (stop: Stop): void => {
    const list = children.get(stop.before) ?? [];
    children.set(stop.before, list);
    list.push(stop);
  };
  const search = {
    ...ground,
    waiving: undefined,
    patience: { hops: 50_000 },
    shuns: new Set<string>(),
    observe,
  };
  const made = [...trips(search, { source, destination: undefined, packets: ground.space.everything })];
  return { ground, children, trips: made };
}

/** What disagrees, in words; undefined: nothing. */
export function disagreement(story: Story, opening: Packet, probe: Probe): string | undefined {
  let places: readonly (Stop | undefined)[] = [undefined];
  for (const leg of ['forward', 'return'] as const) {
    let translated: Packet | undefined;
    for (const { component, steps } of probe[leg]?.hops ?? []) {
      for (const step of steps) {
        // The simulator names the packet before the gateway's translation, the analyzer judges it behind.
        const met = step.kind === 'block-public-access' ? (translated ?? step.packet) : step.packet;
        translated = 'translated' in step ? step.translated : undefined;
        const packet = leg === 'forward' ? met : answeredBy(met);
        const next = places.flatMap((place) => matching(story, place, leg, component, step, packet));
        if (next.length === 0) {
          const offered = places.flatMap((place) => story.children.get(place) ?? []);
          return `${leg} ${component} ${step.kind} ${step.allowed}: offered ${offered.map(({ leg: l, component: c, kind, judged, passed }) => `${l} ${c} ${kind} ${holds(story, judged, packet)} ${holds(story, passed, packet)}`).join('; ') || 'nothing'}`;
        }
        places = next;
      }
    }
  }
  const came = ['established', 'replied', 'not-answered'].includes(probe.connection) && isComplete(probe);
  const ours = story.trips.some(
    ({ packets, back, forward, arrivedAt }) =>
      arrivedAt.to !== 'unseen' &&
      places.includes(back ? back.last : forward.last) &&
      packetsOf(story.ground.space, packets).has(opening),
  );
  return came === ours
    ? undefined
    : `the simulator says ${probe.connection}, the analyzer ${ours ? 'yes' : 'no'}`;
}

/** `not-answered` also where nothing arrived. */
function isComplete({ connection, forward }: Probe): boolean {
  return connection !== 'not-answered' || forward?.disposition === 'delivered';
}

function matching(
  story: Story,
  place: Stop | undefined,
  leg: Stop['leg'],
  component: string,
  step: Step,
  packet: Packet,
): readonly (Stop | undefined)[] {
  const kids = story.children.get(place) ?? [];
  // Where the simulator tires of going in circles the analyzer stops as well, and says nothing.
  if (step.kind === 'loop' || step.kind === 'premises') return [place];
  // Who waits for which answer is known on the host alone.
  if (step.rule === HOST_NO_RECEIVER) return [place];
  if (step.kind === 'host')
    return step.allowed
      ? throughHost(story, place, packet)
      : kids.filter(
          (stop) => isHost(stop) && holds(story, stop.judged, packet) && !holds(story, stop.passed, packet),
        );
  return throughHost(story, place, packet).flatMap((from) =>
    (story.children.get(from) ?? []).filter(
      (stop) =>
        stop.leg === leg &&
        stop.kind === step.kind &&
        (stop.kind === 'security-group' || stop.component === component) &&
        holds(story, stop.judged, packet) &&
        holds(story, stop.passed, packet) === step.allowed &&
        decidesAlike(stop, step, packet),
    ),
  );
}

/** The analyzer asks an instance whether it runs, and an endpoint whether it answers; the simulator asks the host. */
function isHost({ kind, component, direction }: Stop): boolean {
  return (
    kind === 'instance' ||
    (kind === 'vpc-endpoint' && direction === 'ingress' && component.startsWith('vpce-'))
  );
}

function throughHost(story: Story, place: Stop | undefined, packet: Packet): readonly (Stop | undefined)[] {
  const hosts = (story.children.get(place) ?? []).filter(
    (stop) => isHost(stop) && holds(story, stop.passed, packet),
  );
  return [place, ...hosts];
}

function holds({ ground }: Story, flow: Flow, packet: Packet): boolean {
  return packetsOf(ground.space, flow).has(packet);
}

/** The very row, where a list decided. */
function decidesAlike({ decidedBy }: Stop, step: Step, packet: Packet): boolean {
  if (!decidedBy || !('by' in step) || typeof step.by === 'string') return true;
  if (decidedBy.kind === 'security-group')
    return decidedBy.rules.find(({ effective }) => effective.has(packet))?.rule.rule === step.by;
  const deciding = decidedBy.rules.find(({ effective }) => effective.has(packet));
  return deciding?.rule === step.by;
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
