/** What could be mended at one component of a broken world: what stops the packet there, and what any fault there would need. */
import { contains } from '../net/cidr';
import { applyChanges } from '../simulate/change';
import { works } from '../simulate/outcome';
import type { Decided, Probe } from '../simulate/probe';
import type { Change } from '../simulate/world';
import { dialledIn, repairAtStep } from './blame';
import type { FaultCase } from './fault-case';
import { putRoute, ROUTE_KINDS, routesTo } from './faults/at-routes';
import { FAULTS } from './faults/catalogue';
import { asked } from './intent-path';
import { tryWorld } from './open-world';
import { subjectsOf } from './subjects';

/** A list that is asked on the way there, back, and for a packet of either end is asked four times at most. */
const MOST_TURNS = 4;

/**
 * For any component each repair once; none of them is proven. An empty one says that it is not the network that has to change.
 */
export function repairsIn(one: FaultCase): (component: string) => readonly (readonly Change[])[] {
  const places = PLACES.get(one) ?? placesIn(one);
  PLACES.set(one, places);
  return (component) => {
    const there = places.filter(({ at }) => at.includes(component)).map(({ changes }) => changes);
    const first = letThrough(one, component);
    const all = first ? [first, ...there] : there;
    return [...new Map(all.map((changes) => [JSON.stringify(changes), changes])).values()];
  };
}

/** One attempt on the broken world as it stands. */
export function stoppedIn(one: FaultCase): Probe | undefined {
  const world = tryWorld(one.broken);
  return world && asked(world, dialledIn(one));
}

/** Whatever stops the intent's packets at this very component is set right, one judgement after another. */
function letThrough(one: FaultCase, component: string): readonly Change[] | undefined {
  let now = one;
  const made: Change[] = [];
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const probed = stoppedIn(now);
    const stop = probed?.decidedBy;
    if (!probed || works(probed.connection) || stop?.component !== component) break;
    const changes = repairAtStep(now, stop) ?? putBack(now, stop);
    const applied = changes && applyChanges(now.broken, changes);
    if (!changes || !applied || 'error' in applied) break;
    made.push(...changes);
    now = { ...now, broken: applied.world };
  }
  return made.length > 0 ? made : undefined;
}

/** A table that the design does not use for this packet gets the route which the design's own table has for it. */
function putBack(
  { path, broken }: FaultCase,
  { leg, component, step }: Decided,
): readonly Change[] | undefined {
  if (step.kind !== 'route-table') return undefined;
  const { destination } = step.packet;
  const found = ROUTE_KINDS.flatMap((kind) => routesTo(path, leg, kind)).find(({ route }) =>
    contains(route.destination, destination),
  );
  return found && [putRoute(broken, component, found.destination, found.target)];
}

/** A case is never changed: where faults could bite in it is found once. */
const PLACES = new WeakMap<FaultCase, readonly Place[]>();

interface Place {
  readonly at: readonly string[];
  readonly changes: readonly Change[];
}

/** Every fault of the catalogue is a way to mend something, wherever it was injected. */
function placesIn({ path, broken, fault: { symptom } }: FaultCase): readonly Place[] {
  return FAULTS.flatMap((fault) =>
    fault.sites(path).flatMap((site): readonly Place[] => {
      const changes = site.repair(broken);
      // Where nothing is to be changed, only what shows like this says so.
      if (changes.length === 0 && fault.symptom !== symptom) return [];
      const at = [site.at, ...changes.flatMap((change) => subjectsOf(change, broken.Snapshot))];
      return [{ at, changes }];
    }),
  );
}
