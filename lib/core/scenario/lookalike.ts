/** Ranges and ports that are easily taken for somebody's own: what people write by mistake, and what stands beside the right rows. */
import { formatAddress } from '../net/address';
import { addressAt, canonicalCidr } from '../net/cidr';

/** What a team serves, or used to, beside what is asked for. */
export const OTHER_PORTS: readonly number[] = [443, 2222, 3389];

/** Ranges of the same size near a range, which a reader in a hurry takes for it. */
export function lookalikesOf(range: string): readonly string[] {
  const own = canonicalCidr(range);
  if (typeof own?.base !== 'number') return ['2001:db8:dead::/48'];
  const { base, length } = own;
  const isSmall = length > 24;
  const outer = canonicalCidr(`${formatAddress(base)}/${isSmall ? 24 : length > 16 ? 16 : 8}`);
  if (typeof outer?.base !== 'number') return [];
  const outerBase: number = outer.base;
  const size = 2 ** (32 - length);
  const place = (base - outerBase) / size;
  // A small one stands among its like, without the first and the last; a large one before the next three.
  const places = isSmall ? upTo(1, 256 / size - 2) : upTo(place + 1, place + 3);
  return places.flatMap((other) => {
    const address = addressAt(outer, other * size);
    return other === place || address === undefined ? [] : [`${formatAddress(address)}/${length}`];
  });
}

function upTo(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
