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

/** Sets with more repairs than this are not tried in every combination, but with each one left out. */
const MOST_TRIED = 6;

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
    const isMinimal = isSufficient && !smaller(repairs).some(opens);
    return { blocker, repairs, isSufficient, isMinimal };
  });
}

/** Two obstacles may ask for one and the same thing. */
function repairsOf(obstacles: readonly Obstacle[]): readonly Repair[] | undefined {
  const repairs = obstacles.flatMap(({ repair }) => (repair ? [repair] : []));
  if (repairs.length < obstacles.length) return undefined;
  return renumbered([...new Map(repairs.map((repair) => [JSON.stringify(repair), repair])).values()]);
}

/** Each entry of a network ACL was given the number that was free for it alone. */
function renumbered(repairs: readonly Repair[]): readonly Repair[] {
  const taken = new Set<string>();
  return repairs.map((repair) =>
    repair.map((action) => {
      if (action.Action !== 'CreateNetworkAclEntry') return action;
      const placeOf = (number: number): string => `${String(action.NetworkAclId)} ${action.Egress} ${number}`;
      let { RuleNumber } = action;
      while (taken.has(placeOf(RuleNumber))) RuleNumber++;
      taken.add(placeOf(RuleNumber));
      return { ...action, RuleNumber };
    }),
  );
}

/** undefined where AWS would refuse a call, or the document does not hold together any more. */
export function repaired(snapshot: Snapshot, repairs: readonly Repair[]): Network | undefined {
  const applied = applyAll(snapshot, repairs.flat());
  if ('error' in applied) return undefined;
  const door = parseNetwork(applied.snapshot);
  return 'network' in door ? door.network : undefined;
}

/** All proper subsets, for what one route takes another may have brought. */
function smaller<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length > MOST_TRIED)
    return items.map((_, left) => items.filter((_item, index) => index !== left));
  return Array.from({ length: 2 ** items.length - 1 }, (_, mask) =>
    items.filter((_item, index) => ((mask >> index) & 1) === 1),
  );
}
