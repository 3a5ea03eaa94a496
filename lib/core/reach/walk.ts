/** Sets of packets, from hop to hop, until somebody has them or nobody will carry them. */
import { assertNever } from '../assert';
import { countOf, isSubset } from './blockers/obstacle';
import type { Station } from './ends/station';
import { namesGroups } from './filters';
import { enterInternet } from './hop/internet';
import { enterNatGateway } from './hop/nat-gateway';
import { enterInterface, leaveInterface } from './hop/network-interface';
import { arriveAtAws, arriveAtPremises } from './hop/premises';
import { enterRouter } from './hop/router';
import { enterTarget } from './hop/target';
import { crossTransitGateway } from './hop/transit-gateway';
import { leaveTransitGateway } from './hop/transit-gateway-exit';
import { enterVpc } from './hop/vpc';
import { enterVpcEdge } from './hop/vpc-edge';
import { isArrival, type Motion, type Onward } from './motion';
import type { Search, Waiving } from './search';
import type { Way } from './way';

/** More hops than any sound network has; packets that make more go in circles. */
const MOST_MOTIONS = 64;

interface Waiting extends Onward {
  /** Hops that lie behind. */
  readonly motions: number;
}

/** Every place where packets arrive, those with fewer obstacles first. */
export function* walk(search: Search, starts: readonly Onward[]): Generator<Onward> {
  const waiting: Waiting[][] = [];
  const enqueue = (onwards: readonly Onward[], motions: number): void => {
    for (const { way, motion } of onwards) {
      const count = countOf(way.flow[0]?.waived ?? 0n);
      waiting[count] ??= [];
      waiting[count].push({ way, motion, motions });
    }
  };
  enqueue(starts, 0);
  for (let next = take(waiting); next && search.patience.hops > 0; next = take(waiting)) {
    search.patience.hops--;
    const way = withoutFound(search, next.way);
    const { motion } = next;
    if (way.flow.length === 0) continue;
    if (search.isGoal?.(motion, way)) yield { way, motion };
    else if (isArrival(motion)) {
      if (!search.isGoal) yield { way, motion };
    } else {
      // A transit gateway is one hop, in by one attachment and out by another.
      const motions = next.motions + (motion.to === 'attachment' ? 0 : 1);
      if (motions <= MOST_MOTIONS && !isTurningBack(search, way, motion))
        enqueue(move(search, way, motion), motions);
    }
  }
}

/** With obstacles waived every crossroads forks, so that whoever meets one again is not worth following. */
function isTurningBack({ waiving }: Search, way: Way, motion: Motion): boolean {
  if (!waiving || (motion.to !== 'router' && motion.to !== 'transit-gateway')) return false;
  const table = motion.to === 'router' ? motion.place.routeTable : motion.attachment.routeTable;
  let visits = 0;
  for (let stop = way.last; stop; stop = stop.before) if (stop.component === table?.id) visits++;
  return visits >= MOST_VISITS;
}

/** An appliance in one's own subnet, or an inspection VPC, brings packets to a table twice. */
const MOST_VISITS = 2;

function take(waiting: readonly (Waiting[] | undefined)[]): Waiting | undefined {
  for (const bucket of waiting) if (bucket && bucket.length > 0) return bucket.pop();
  return undefined;
}

/** Whoever has waived all that somebody else got through with has nothing to add. */
function withoutFound({ waiving }: Search, way: Way): Way {
  if (!waiving || waiving.found.length === 0) return way;
  const flow = way.flow.filter(({ waived }) => !waiving.found.some((found) => isSubset(found, waived)));
  return flow.length === way.flow.length ? way : { ...way, flow };
}

/** Where packets come to an end, by rules to which it is all the same how they came. */
function isPlain({ sourceDestCheck, securityGroups }: Station): boolean {
  return sourceDestCheck && !namesGroups(securityGroups, 'ingress');
}

/** Alternative ways meet where packets come to an end. */
function enterOnce(
  search: Search,
  waiving: Waiving,
  way: Way,
  { station, crossesBorder }: Extract<Motion, { to: 'interface-in' }>,
): Iterable<Onward> {
  return waiving.alike.from(waiving, way, station, `in ${crossesBorder}`, (some, found) =>
    enterInterface({ ...search, waiving: { ...waiving, found } }, some, station, crossesBorder),
  );
}

function move(search: Search, way: Way, motion: Motion): readonly Onward[] {
  switch (motion.to) {
    case 'interface-out':
      return leaveInterface(search, way, motion.station);
    case 'interface-in': {
      const { station, crossesBorder } = motion;
      if (station.natGateway) return enterNatGateway(search, way, station, station.natGateway, crossesBorder);
      return search.waiving && isPlain(station)
        ? [...enterOnce(search, search.waiving, way, motion)]
        : enterInterface(search, way, station, crossesBorder);
    }
    case 'router':
      return enterRouter(search, way, motion.place);
    case 'target':
      return enterTarget(search, way, motion.target, motion.place);
    case 'vpc':
      return enterVpc(search, way, motion);
    case 'vpc-edge':
      return enterVpcEdge(search, way, motion.gatewayId, motion.vpc);
    case 'transit-gateway':
      return crossTransitGateway(search, way, motion);
    case 'attachment':
      return leaveTransitGateway(search, way, motion);
    case 'internet':
      return enterInternet(search, way, motion.gatewayId, motion.into);
    case 'premises':
      return arriveAtPremises(search, way, motion.link);
    case 'aws':
      return arriveAtAws(search, way, motion.link);
    case 'host':
    case 'service':
    case 'outside':
    case 'on-premises':
    case 'exempt-service':
    case 'unseen':
      return [];
    default:
      return assertNever(motion);
  }
}
