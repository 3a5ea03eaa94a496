/**
 * How much more a repair gives away than it has to, in bits: how often the space of what is admitted was doubled beyond
 * what was needed. One bit is twice as many addresses, ports or protocols.
 */
import { invariant } from '../../assert';

/** What one filter lets pass that it did not let pass before, and how much of it was asked for: numbers of headers. */
export interface Grant {
  readonly granted: bigint;
  readonly needed: bigint;
}

/** So many bits too many, and nothing is left of the score: a /16 where an address was asked for. */
const WORST = 16;
const PER_NEEDLESS_RULE = 0.1;

/** log2(granted) - log2(needed); 0 where nothing more than needed was granted. */
export function excessBits({ granted, needed }: Grant): number {
  invariant(granted >= 0n && needed > 0n, 'something was needed');
  return granted <= needed ? 0 : log2(granted) - log2(needed);
}

/** 0 to 1: max(0, 1 - b / 16) for the worst grant, less 0.1 for each change without which all would work too. */
export function leastPrivilege(grants: readonly Grant[], needlessChanges: number): number {
  const worst = Math.max(0, ...grants.map(excessBits));
  return Math.max(0, 1 - worst / WORST - PER_NEEDLESS_RULE * needlessChanges);
}

/** Of a number too large for a float, exact for powers of two. */
function log2(value: bigint): number {
  const shift = Math.max(0, value.toString(2).length - 53);
  return Math.log2(Number(value >> BigInt(shift))) + shift;
}
