/**
 * The answer to a question: the packets that make the trip, and the ways they take; where none do, every smallest set of
 * settings that would let some through.
 */
import type { PacketSet } from '../net/packet-set';
import { arrivalChecks } from './arrival';
import { Alike } from './blockers/alike';
import { Itinerary } from './blockers/itinerary';
import { isSubset, type Obstacle, Obstacles } from './blockers/obstacle';
import { eachOf } from './chain';
import type { End } from './ends/end';
import { nodeOf } from './ends/end-place';
import { packetsOf } from './flow';
import type { Ground } from './ground';
import { addressObstacle } from './hop/vpc';
import { addressable, filterSet, type Question, sendable } from './question';
import type { Aim, Search, Waiving } from './search';
import { type Errand, lengthOf, stopsOfTrip, type Trip, trips } from './trip';
import { stopsOf, type Way } from './way';

export interface Finding {
  readonly packets: PacketSet;
  /** Ways that some of them take, the shortest first. */
  readonly trips: readonly Trip[];
  /** The work that was allowed did not suffice: there may be more. */
  readonly isPartial: boolean;
}

/** A smallest set of obstacles: with all of them mended some packets get through, with fewer none. */
export interface Blocker {
  readonly obstacles: readonly Obstacle[];
  readonly trip: Trip;
  /** What would get through. */
  readonly packets: PacketSet;
}

/** Intervals compared or copied: a few seconds, and some hundred MB. See PacketSpace.attempt. */
export const WORK_BUDGET = 60_000_000;

/** Hops looked at in one search. */
export const MOST_HOPS = 50_000;

export function find(ground: Ground, question: Question, work = WORK_BUDGET): Finding {
  const patience = { hops: MOST_HOPS };
  const search: Search = { ...ground, waiving: undefined, patience, shuns: new Set(question.without) };
  const packets = sendable(ground, question).intersect(filterSet(ground.space, question.atSource));
  const found: Trip[] = [];
  const attempt = ground.space.attempt(work, () => {
    for (const trip of trips(search, errandOf(question, packets)))
      if (touchesAll(trip, question)) found.push(trip);
  });
  return {
    packets: ground.space.union(found.map((trip) => packetsOf(ground.space, trip.packets))),
    trips: found.sort((a, b) => lengthOf(a) - lengthOf(b)),
    isPartial: !attempt.done || patience.hops === 0,
  };
}

function errandOf({ source, destination, atDestination }: Question, packets: PacketSet): Errand {
  return {
    source,
    destination,
    packets,
    arriving: (search, way) => arrivalChecks(search, way, atDestination),
  };
}

function touchesAll(trip: Trip, { through }: Question): boolean {
  if (through.length === 0) return true;
  const touched = new Set(stopsOf(trip.forward).map(({ component }) => component));
  return through.every((id) => touched.has(id));
}

export interface Blockers {
  /** Those with fewer obstacles first, then those on shorter ways. */
  readonly all: readonly Blocker[];
  readonly isPartial: boolean;
}

/** A set of more obstacles than this is not followed to its end, and the answer says that it may not be all. */
const MOST_OBSTACLES = 12;

export function findBlockers(ground: Ground, question: Question, work = WORK_BUDGET): Blockers {
  const { source, destination } = question;
  const waiving: Waiving = {
    obstacles: new Obstacles(),
    most: MOST_OBSTACLES,
    found: [],
    givenUp: [],
    itinerary: new Itinerary(ground.network),
    alike: new Alike(),
    aimOf: aimsOf(ground, source, destination),
  };
  const patience = { hops: MOST_HOPS };
  const search: Search = { ...ground, waiving, patience, shuns: new Set(question.without) };
  const asked = filterSet(ground.space, question.atSource).intersect(
    ground.space.box({ protocol: question.protocol }),
  );
  // A filter may name an address that is none of the destination's: then that is what stands in the way.
  const named = question.atSource.destinationAddress !== undefined;
  const meant = named ? asked : asked.intersect(addressable(ground, source, destination));
  const found: Trip[] = [];
  const attempt = ground.space.attempt(work, () => {
    for (const trip of trips(search, { ...errandOf(question, meant), borrows: borrowed(source, question) })) {
      if (touchesAll(trip, question)) found.push(trip);
    }
  });
  const isShort = waiving.givenUp.some((mask) => !waiving.found.some((one) => isSubset(one, mask)));
  return {
    all: smallest(ground, waiving.obstacles, found),
    isPartial: !attempt.done || patience.hops === 0 || isShort,
  };
}

/** A filter may name a source address that is none of the source's own. */
function borrowed(source: End, { atSource }: Question): Errand['borrows'] {
  if (source.kind !== 'interfaces' || atSource.sourceAddress === undefined) return undefined;
  return (station) => addressObstacle(station, 'egress', 'sourceAddress');
}

/** Where packets are meant to go next: an answer first to whoever translated the question, the last one before the first. */
function aimsOf(ground: Ground, source: End, destination: End): Waiving['aimOf'] {
  const there = aimAt(ground, destination);
  const home = aimAt(ground, source);
  return (way: Way): Aim => {
    if (way.leg === 'forward') return there;
    for (const { kind, vpcId, translator } of eachOf(way.sessions)) {
      if (kind === 'nat-gateway') return { node: vpcId, interfaceId: undefined };
      if (kind === 'internet-gateway') return { node: translator, interfaceId: undefined };
    }
    return home;
  };
}

function aimAt(ground: Ground, end: End): Aim {
  const interfaceId = end.kind === 'interfaces' ? end.stations[0]?.id : undefined;
  return { node: nodeOf(ground, end), interfaceId };
}

function smallest(ground: Ground, obstacles: Obstacles, found: readonly Trip[]): readonly Blocker[] {
  const byMask = new Map<bigint, { readonly trip: Trip; readonly length: number }>();
  for (const trip of found) {
    const length = lengthOf(trip);
    for (const { waived } of trip.packets) {
      const known = byMask.get(waived);
      if (!known || length < known.length) byMask.set(waived, { trip, length });
    }
  }
  const masks = [...byMask.keys()];
  const minimal = [...byMask].filter(
    ([mask]) => !masks.some((other) => other !== mask && isSubset(other, mask)),
  );
  return minimal
    .map(([mask, { trip, length }]) => ({ blocker: blockerOf(ground, obstacles, mask, trip), length }))
    .sort((a, b) => a.blocker.obstacles.length - b.blocker.obstacles.length || a.length - b.length)
    .map(({ blocker }) => blocker);
}

function blockerOf({ space }: Ground, obstacles: Obstacles, mask: bigint, trip: Trip): Blocker {
  const onTheWay = new Map<bigint, Obstacle>();
  for (const { waived } of stopsOfTrip(trip)) {
    for (const { bit, obstacle } of waived)
      if ((mask & bit) !== 0n && !onTheWay.has(bit)) onTheWay.set(bit, obstacle);
  }
  const packets = trip.packets.find(({ waived }) => waived === mask)?.packets ?? space.nothing;
  return { obstacles: onTheWay.size > 0 ? [...onTheWay.values()] : obstacles.in(mask), trip, packets };
}
