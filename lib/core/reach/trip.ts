/** There and back: packets that an end can send to another, and whose answers find the way home. */
import type { PacketSet } from '../net/packet-set';
import { TCP } from '../net/protocol';
import type { Obstacle } from './blockers/obstacle';
import { eachOf } from './chain';
import { answersFrom, startsAt } from './ends/departure';
import type { End } from './ends/end';
import { isAt } from './ends/end-place';
import type { Station } from './ends/station';
import { type Flow, flowOf, mapFlow, narrow, packetsOf, pruned, without } from './flow';
import { type Check, judge } from './hop/judge';
import type { Motion, Onward } from './motion';
import type { Search } from './search';
import { walk } from './walk';
import { newWay, restore, type Session, type Stop, stopsOf, turned, type Way } from './way';

export interface Trip {
  readonly forward: Way;
  /** Where the packets arrived. */
  readonly arrivedAt: Motion;
  /** undefined: one way is all that was asked, or all that is due. */
  readonly back: Way | undefined;
  /** The packets as they were sent. */
  readonly packets: Flow;
}

export interface Errand {
  readonly source: End;
  /** undefined: wherever packets arrive. */
  readonly destination: End | undefined;
  readonly packets: PacketSet;
  /** What is asked of packets where they arrive. */
  readonly arriving?: (search: Search, way: Way) => readonly Check[];
  /** What stands against an interface that sends from an address of somebody else's. */
  readonly borrows?: ((station: Station) => Obstacle) | undefined;
}

export function* trips(
  search: Search,
  { source, destination, packets, arriving, borrows }: Errand,
): Generator<Trip> {
  const sent = flowOf(packets);
  if (sent.length === 0) return;
  const there: Search = {
    ...search,
    ...(destination && { isGoal: (motion: Motion) => isAt(destination, motion) }),
  };
  const start = newWay('forward', sent);
  const starts = [
    ...startsAt(there, source, start),
    ...(borrows ? borrowing(there, source, start, borrows) : []),
  ];
  for (const arrival of walk(there, starts)) {
    const checks = arriving?.(search, arrival.way) ?? [];
    const way =
      checks.length > 0
        ? judge(search, arrival.way, { component: 'filter', kind: 'filter', checks })
        : arrival.way;
    if (way) yield* completed(search, source, packets, { ...arrival, way });
  }
}

/** Packets with a source of somebody else's, sent all the same: under the interface's own address from here on. */
function borrowing(
  search: Search,
  source: End,
  way: Way,
  obstacle: NonNullable<Errand['borrows']>,
): readonly Onward[] {
  if (source.kind !== 'interfaces') return [];
  return source.stations.flatMap((station): readonly Onward[] => {
    const own = search.space.box({ source: station.addresses });
    const foreign = without(way.flow, own);
    const waived = judge(
      search,
      { ...way, flow: foreign },
      {
        component: station.id,
        kind: 'network-interface',
        direction: 'egress',
        checks: [{ accepts: search.space.nothing, obstacle: () => obstacle(station) }],
        translate: (packets) => packets.rewrite('source', station.addresses),
      },
    );
    if (!waived) return [];
    const head: Session = {
      translator: station.id,
      vpcId: station.subnet.vpc.id,
      kind: 'address',
      inside: foreign,
      outside: waived.flow,
      undo: (packets) => packets.forget('source'),
    };
    return [
      { way: { ...waived, sessions: { head, tail: undefined } }, motion: { to: 'interface-out', station } },
    ];
  });
}

function* completed(search: Search, source: End, sent: PacketSet, { way, motion }: Onward): Generator<Trip> {
  // The services at reserved addresses answer beside every filter, and of what is out of sight nobody knows.
  const isBeyond = motion.to === 'exempt-service' || motion.to === 'unseen';
  const due = isBeyond ? search.space.nothing : dueBack(search, way);
  const oneWay = mapFlow(way.flow, (packets) => packets.subtract(due));
  if (oneWay.length > 0) {
    const packets = narrow(pulledBack(way, oneWay), sent);
    if (packets.length > 0)
      yield found(search, { forward: way, arrivedAt: motion, back: undefined, packets });
  }
  const answers = narrow(way.flow, due);
  if (answers.length === 0) return;
  const back: Search = { ...search, isGoal: (next) => isAt(source, next) };
  const start = turned(way, answers);
  for (const home of homes(back, motion, start)) {
    const packets = home.way.isStray ? [] : narrow(asSent(home.way), sent);
    if (packets.length > 0) yield found(search, { forward: way, arrivedAt: motion, back: home.way, packets });
  }
}

function found({ waiving }: Search, trip: Trip): Trip {
  for (const { waived } of trip.packets) waiving?.found.push(waived);
  return trip;
}

/** The packets whose answers must come back. See AWS_LIMITS for what AWS's tool leaves out. */
function dueBack({ mode, space, answered }: Search, way: Way): PacketSet {
  if (mode === 'complete') return answered;
  return stopsOf(way).some(({ kind }) => kind === 'transit-gateway-route-table')
    ? space.nothing
    : space.box({ protocol: TCP });
}

/** What was sent for these packets to arrive, translations undone. */
export function pulledBack({ sessions }: Way, arrived: Flow): Flow {
  let flow = arrived;
  for (const session of eachOf(sessions)) flow = restore(session, flow);
  return flow;
}

/** An answer has undone every translation on its way, but for an address that was waived. */
function asSent({ sessions, flow }: Way): Flow {
  let sent = flow;
  for (const session of eachOf(sessions)) if (session.kind === 'address') sent = restore(session, sent);
  return sent;
}

/** Alternative ways to one host share the way home from it. */
function homes(search: Search, motion: Motion, start: Way): Iterable<Onward> {
  const goHome = (on: Search, way: Way) => walk(on, answersFrom(on, motion, way));
  const { waiving } = search;
  if (!waiving || motion.to !== 'host') return goHome(search, start);
  return waiving.alike.from(waiving, start, motion.station, 'home', (way, found) =>
    goHome({ ...search, waiving: { ...waiving, found } }, way),
  );
}

/** The stops there and back in the order of the packets. */
export function stopsOfTrip({ forward, back }: Pick<Trip, 'forward' | 'back'>): readonly Stop[] {
  return back ? [...stopsOf(forward), ...stopsOf(back)] : stopsOf(forward);
}

export function lengthOf({ forward, back }: Trip): number {
  return stopsIn(forward) + (back ? stopsIn(back) : 0);
}

function stopsIn({ last }: Way): number {
  let count = 0;
  for (let stop = last; stop; stop = stop.before) count++;
  return count;
}

/** All packets that make the trip without anything waived. */
export function tripPackets(search: Search, all: Iterable<Trip>): PacketSet {
  const sets: PacketSet[] = [];
  for (const { packets } of all) sets.push(packetsOf(search.space, pruned(packets)));
  return search.space.union(sets);
}
