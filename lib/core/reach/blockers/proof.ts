/**
 * A blocker is called sufficient only after its repairs were made and the question asked again: a route that is added may
 * take packets away from another. And minimal only if with any of the repairs left out the answer is still no.
 */
import { applyAll } from '../../ec2/actions/apply';
import type { Snapshot } from '../../ec2/schema/snapshot';
import type { Network } from '../../vpc/network';
import { parseNetwork } from '../../vpc/parse-network';
import type { Blocker } from '../finding';
import type { Obstacle } from './obstacle';
import type { Repair } from './repair';

export interface ProvenBlocker {
  readonly blocker: Blocker;
  /** One for each obstacle; empty where one of them cannot be mended by any setting. */
  readonly repairs: readonly Repair[];
  readonly isSufficient: boolean;
  readonly isMinimal: boolean;
}

/** Sets with more obstacles than this are not tried in every combination. */
const MOST_TRIED = 4;

export function prove(
  snapshot: Snapshot,
  blockers: readonly Blocker[],
  isReachable: (network: Network) => boolean,
): readonly ProvenBlocker[] {
  return blockers.map((blocker) => {
    const repairs = repairsOf(blocker.obstacles);
    if (!repairs) return { blocker, repairs: [], isSufficient: false, isMinimal: false };
    const opens = (some: readonly Repair[]): boolean => {
      const mended = repaired(snapshot, some);
      return mended !== undefined && isReachable(mended);
    };
    const isSufficient = opens(repairs);
    const isMinimal = isSufficient && repairs.length <= MOST_TRIED && !properSubsets(repairs).some(opens);
    return { blocker, repairs, isSufficient, isMinimal };
  });
}

/** Two obstacles may ask for one and the same thing. */
function repairsOf(obstacles: readonly Obstacle[]): readonly Repair[] | undefined {
  const repairs = obstacles.flatMap(({ repair }) => (repair ? [repair] : []));
  if (repairs.length < obstacles.length) return undefined;
  return [...new Map(repairs.map((repair) => [JSON.stringify(repair), repair])).values()];
}

/** undefined where AWS would refuse a call, or the document does not hold together any more. */
export function repaired(snapshot: Snapshot, repairs: readonly Repair[]): Network | undefined {
  const applied = applyAll(snapshot, repairs.flat());
  if ('error' in applied) return undefined;
  const door = parseNetwork(applied.snapshot);
  return 'network' in door ? door.network : undefined;
}

/** All of them: what one route takes another may have brought. */
function properSubsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** items.length - 1 }, (_, mask) =>
    items.filter((_item, index) => ((mask >> index) & 1) === 1),
  );
}
