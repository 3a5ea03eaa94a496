/** C*: the cheapest set of evidence that leaves one world, and no less than one look; found by branch and bound over everything that fits the ticket. */
import { type Comparison, inseparable, openCandidates } from './comparison';
import type { Offer } from './offer';

export interface Cheapest {
  readonly cost: number;
  /** One such set, in the order of the offers. */
  readonly offers: readonly Offer[];
  /** The search was finished; otherwise the set suffices, and there may be a cheaper one. */
  readonly isExact: boolean;
}

/** Branches looked at before the best set so far is taken. */
const MOST_BRANCHES = 20_000;

/** Candidates that what lies on the table has ruled out, or that all evidence together cannot tell from the truth, are not asked for. */
export function cheapestEvidence(comparison: Comparison): Cheapest {
  const { separates } = comparison;
  const offers = comparison.offers.filter(({ price }) => price > 0);
  const open = openCandidates(comparison);
  const lost = new Set(inseparable(comparison));
  const wanted = open.filter((i) => !lost.has(i));
  if (wanted.length === 0) return { cost: 0, offers: [], isExact: true };
  const least = Math.min(...offers.map(({ price }) => price));
  // A single look at the least price is as cheap as can be, and logs are slow to write.
  const one = [...offers]
    .sort((a, b) => Number(a.kind === 'flow-log-query') - Number(b.kind === 'flow-log-query'))
    .find((offer) => offer.price === least && wanted.every((i) => separates(offer, i)));
  if (one) return { cost: least, offers: [one], isExact: true };
  return cover(offers, wanted, separates);
}

/**
 * C* of the score: the cheapest set that leaves one world, and never less than the cheapest look. Where what lies on the table
 * settles the case, one look to be sure costs nobody points, because any price is too much beside nothing. 0: nothing is for sale.
 * `sufficient`: price of the set. The floor is ours.
 */
export function allowedCost(sufficient: number, offers: readonly Offer[]): number {
  const prices = offers.flatMap(({ price }) => (price > 0 ? [price] : []));
  return prices.length === 0 ? sufficient : Math.max(sufficient, Math.min(...prices));
}

/** The cheapest offers of which some separates each of `wanted`. */
export function cover(
  offers: readonly Offer[],
  wanted: readonly number[],
  separates: (offer: Offer, candidate: number) => boolean,
  mostBranches = MOST_BRANCHES,
): Cheapest {
  const useful = offers.filter((offer) => wanted.some((i) => separates(offer, i)));
  let best = greedy(useful, wanted, separates);
  let branches = 0;
  const search = (taken: readonly Offer[], cost: number, left: readonly number[]): void => {
    if (left.length === 0) {
      if (cost < costOf(best)) best = taken;
      return;
    }
    // Whoever is hardest to tell apart is told apart first: one of few offers has to.
    const choices = left.map((i) => useful.filter((offer) => separates(offer, i)));
    const fewest = choices.reduce((few, next) => (next.length < few.length ? next : few));
    for (const offer of [...fewest].sort((a, b) => a.price - b.price)) {
      const now = cost + offer.price;
      const rest = left.filter((i) => !separates(offer, i));
      if (now + cheapestNext(rest, useful) >= costOf(best)) continue;
      branches += 1;
      if (branches > mostBranches) return;
      search([...taken, offer], now, rest);
    }
  };
  search([], 0, wanted);
  const chosen = offers.filter((offer) => best.includes(offer));
  return { cost: costOf(chosen), offers: chosen, isExact: branches <= mostBranches };
}

/** At least one more look, at the lowest price. */
function cheapestNext(left: readonly number[], offers: readonly Offer[]): number {
  return left.length === 0 ? 0 : Math.min(...offers.map(({ price }) => price));
}

/** What separates most for its price, again and again. */
function greedy(
  offers: readonly Offer[],
  wanted: readonly number[],
  separates: (offer: Offer, candidate: number) => boolean,
): readonly Offer[] {
  const taken: Offer[] = [];
  let left = wanted;
  while (left.length > 0) {
    const worth = (offer: Offer): number => left.filter((i) => separates(offer, i)).length / offer.price;
    const [first, ...others] = offers;
    if (!first) return taken;
    const next = others.reduce((best, offer) => (worth(offer) > worth(best) ? offer : best), first);
    if (worth(next) === 0) return taken;
    taken.push(next);
    left = left.filter((i) => !separates(next, i));
  }
  return taken;
}

function costOf(offers: readonly Offer[]): number {
  return offers.reduce((sum, { price }) => sum + price, 0);
}
