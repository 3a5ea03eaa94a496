/** The cheapest sufficient evidence: against every subset on small tables, and in the cases of all faults. */
import { describe, expect, it } from 'vitest';
import { allowedCost, cheapestEvidence, cover } from '@/lib/core/quiz/evidence/cheapest';
import { comparisonOf, inseparable, openCandidates } from '@/lib/core/quiz/evidence/comparison';
import { type Offer, offer } from '@/lib/core/quiz/evidence/offer';
import { sceneOf } from '@/lib/core/quiz/evidence/scene';
import { evidenceEfficiency } from '@/lib/core/quiz/score/case-score';
import { candidatesOf } from '@/lib/core/scenario/candidates';
import { mendsUnder } from '@/lib/core/scenario/fault-proof';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { generateFault } from '@/lib/core/scenario/generate-fault';
import { type Random, randomFrom } from '@/lib/core/scenario/random';
import { withSecondFault } from '@/lib/core/scenario/two-faults';
import { rotatingSeeds, SEED_BASE } from '../../../support/rotating-seed';

const SEEDS = rotatingSeeds(200);
const KINDS = ['route-table', 'connection-test', 'reachability-analyzer'] as const;

/** Some offers, some candidates, and a table of which tells which apart; each candidate is told apart by some. */
function table(random: Random) {
  const offers = Array.from({ length: random.integer(1, 9) }, (_, i) => offer(random.pick(KINDS), String(i)));
  const wanted = Array.from({ length: random.integer(1, 8) }, (_, i) => i);
  const separated = new Map(
    offers.map((one) => [one.id, new Set(wanted.filter(() => random.integer(0, 2) === 0))]),
  );
  for (const i of wanted) separated.get(random.pick(offers).id)?.add(i);
  const separates = ({ id }: Offer, i: number): boolean => separated.get(id)?.has(i) ?? false;
  return { offers, wanted, separates };
}

function bySubsets({ offers, wanted, separates }: ReturnType<typeof table>): number {
  let best = Number.POSITIVE_INFINITY;
  for (let mask = 1; mask < 2 ** offers.length; mask++) {
    const taken = offers.filter((_, i) => (mask >> i) % 2 === 1);
    const cost = taken.reduce((sum, { price }) => sum + price, 0);
    if (wanted.every((i) => taken.some((one) => separates(one, i)))) best = Math.min(best, cost);
  }
  return best;
}

describe(`the cheapest cover, seeds of ${SEED_BASE}`, () => {
  it.each(SEEDS)('%s: no subset is cheaper', (seed) => {
    const made = table(randomFrom(seed));
    const { cost, offers, isExact } = cover(made.offers, made.wanted, made.separates);
    expect(isExact).toBe(true);
    expect(cost).toBe(bySubsets(made));
    expect(cost).toBe(offers.reduce((sum, { price }) => sum + price, 0));
    expect(made.wanted.every((i) => offers.some((one) => made.separates(one, i)))).toBe(true);
  });

  it('says so where it was stopped, and still covers', () => {
    const stopped = SEEDS.map((seed) => table(randomFrom(seed))).flatMap((made) => {
      const found = cover(made.offers, made.wanted, made.separates, 0);
      expect(made.wanted.every((i) => found.offers.some((one) => made.separates(one, i)))).toBe(true);
      return found.isExact ? [] : [found];
    });
    expect(stopped.length).toBeGreaterThan(0);
  });
});

describe('what may be spent', () => {
  const onTheTable = { ...offer('route-table', 'rtb-1'), price: 0 };
  const dear = offer('reachability-analyzer', 'web-1');

  it('is one look where the table settles the case', () => {
    const offers = [onTheTable, dear, offer('connection-test', 'web-1')];
    expect(allowedCost(0, offers)).toBe(2);
    expect(evidenceEfficiency({ cheapest: allowedCost(0, offers), spent: 2 })).toBe(1);
    expect(evidenceEfficiency({ cheapest: allowedCost(0, offers), spent: 5 })).toBe(0.4);
  });

  it('is the set where that costs more, and nothing where nothing is for sale', () => {
    expect(allowedCost(5, [onTheTable, dear])).toBe(5);
    expect(allowedCost(0, [onTheTable])).toBe(0);
    expect(allowedCost(0, [])).toBe(0);
  });
});

/** Other faults for every commit: writing every log of every candidate takes its time. */
const DRAWN = randomFrom(SEEDS[0] ?? '')
  .shuffle(FAULTS)
  .slice(0, 20);

describe.each(DRAWN.map(({ id }) => id))(`%s, seed of ${SEED_BASE}`, (id) => {
  const fault = FAULTS.find((one) => one.id === id);
  if (!fault) throw new Error(`${id} is a fault`);
  const { made } = generateFault(fault, SEEDS[0] ?? '');

  it('leaves one world, or worlds that nothing tells apart', () => {
    const comparison = comparisonOf(sceneOf(made), candidatesOf(made));
    const { offers, cost, isExact } = cheapestEvidence(comparison);
    const lost = inseparable(comparison);
    expect(isExact).toBe(true);
    expect(cost).toBe(offers.reduce((sum, { price }) => sum + price, 0));
    const free = comparison.offers.filter(({ price }) => price === 0);
    const told = [...free, ...offers];
    const apart = comparison.candidates.map((_, i) => told.some((one) => comparison.separates(one, i)));
    expect(apart).toEqual(comparison.candidates.map((_, i) => !lost.includes(i)));
    const open = openCandidates(comparison).filter((i) => !lost.includes(i));
    expect(cost > 0).toBe(open.length > 0);
  });
});

it('sees both of two faults', () => {
  const both = SEEDS.slice(0, 6).flatMap((seed) => {
    const fault = FAULTS.find(({ id }) => id === 'sg-in-missing');
    const made = fault && withSecondFault(generateFault(fault, seed).made, randomFrom(seed));
    return made ? [made] : [];
  });
  expect(both.length).toBeGreaterThan(0);
  for (const { case: one, repairs } of both) {
    expect(one.world.Snapshot).toEqual(one.broken.Snapshot);
    expect(mendsUnder(one, repairs.flat())).toBe('every reading');
  }
});
