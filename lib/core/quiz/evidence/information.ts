/** How much a look would tell: bits of Shannon's over the worlds that are still possible, each of them as likely as any other. */
import type { Comparison } from './comparison';
import type { Offer } from './offer';

/** The true world's place among the candidates. */
export const TRUTH = -1;

/** Places of the worlds that fit everything that lies on the table or was opened; the true one is always among them. */
export function remaining(
  { candidates, offers, separates }: Comparison,
  opened: readonly string[],
): readonly number[] {
  const seen = offers.filter(({ id, price }) => price === 0 || opened.includes(id));
  const left = candidates.flatMap((_, i) => (seen.some((offer) => separates(offer, i)) ? [] : [i]));
  return [TRUTH, ...left];
}

/**
 * Expected information of one look, in bits: the entropy of how it would turn out. C. E. Shannon, "A Mathematical Theory of
 * Communication" (1948), section 6. `looks`: what a world would show, equal texts being equal to whoever looks.
 */
export function informationOf(worlds: readonly number[], looks: (world: number) => string): number {
  const groups = new Map<string, number>();
  for (const world of worlds) {
    const text = looks(world);
    groups.set(text, (groups.get(text) ?? 0) + 1);
  }
  return [...groups.values()].reduce((sum, count) => {
    const share = count / worlds.length;
    return sum - share * Math.log2(share);
  }, 0);
}

export interface Valued {
  readonly offer: Offer;
  /** Bits for each unit of price. */
  readonly value: number;
}

/** What has not been opened yet, the most telling for its price first; the order of the offers among equals. */
export function mostTelling(
  comparison: Comparison,
  opened: readonly string[],
  offers = comparison.offers,
): readonly Valued[] {
  const worlds = remaining(comparison, opened);
  return offers
    .filter(({ id, price }) => price > 0 && !opened.includes(id))
    .map((offer) => ({
      offer,
      value: informationOf(worlds, (world) => comparison.looks(offer, world)) / offer.price,
    }))
    .sort((a, b) => b.value - a.value);
}
