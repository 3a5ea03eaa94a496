/** Which changes of a repair nobody needs: those without which all that is wanted works too. */
import type { Change } from '../../simulate/world';

/**
 * Places in the list of changes, what counts as one rule together. Rules are left out one after another, as long as all is served
 * still: of two that each suffice one is needless, not both. A repair that does not serve has none.
 */
export function needlessIn(
  changes: readonly Change[],
  serves: (changes: readonly Change[]) => boolean,
): readonly (readonly number[])[] {
  const units = unitsOf(changes);
  if (units.length < 2 || !serves(changes)) return [];
  const needless: (readonly number[])[] = [];
  for (const unit of units) {
    const gone = new Set([...needless.flat(), ...unit]);
    const without = changes.filter((_, i) => !gone.has(i));
    if (without.length > 0 && serves(without)) needless.push(unit);
  }
  return needless;
}

/** A network ACL's entries for a request and for its answers are one rule, since it remembers nothing. */
function unitsOf(changes: readonly Change[]): readonly (readonly number[])[] {
  const units = new Map<string, number[]>();
  for (const [i, change] of changes.entries()) {
    const key = keyOf(change, changes.slice(0, i)) ?? String(i);
    units.set(key, [...(units.get(key) ?? []), i]);
  }
  return [...units.values()];
}

/** The first inbound entry for a block belongs to the first outbound one, and so on. */
function keyOf(change: Change, before: readonly Change[]): string | undefined {
  const pair = pairOf(change);
  if (pair === undefined) return undefined;
  const nth = before.filter(
    (other) =>
      pairOf(other) === pair && 'Egress' in other && 'Egress' in change && other.Egress === change.Egress,
  ).length;
  return `${pair} ${nth}`;
}

function pairOf(change: Change): string | undefined {
  if (change.Action !== 'CreateNetworkAclEntry') return undefined;
  const { NetworkAclId, CidrBlock, Ipv6CidrBlock, RuleAction } = change;
  return JSON.stringify([NetworkAclId, CidrBlock ?? Ipv6CidrBlock, RuleAction]);
}
