/** What was spent on a case, beside the cheapest evidence that would have been enough. */
import { allowedCost, cheapestEvidence } from '@/lib/core/quiz/evidence/cheapest';
import { comparisonOfQuestion } from '@/lib/core/quiz/evidence/comparison-of';
import { designedOffers } from '@/lib/core/quiz/evidence/offers';
import { evidenceCost } from '@/lib/core/quiz/evidence/open';
import type { OpenedCase } from './opened-case';
import type { Gives } from './protocol';

export function costOf({ asked, scene }: OpenedCase, opened: readonly string[]): Gives<'cost'> {
  if (!scene) return { spent: 0, cheapest: 0, isExact: true };
  const spent = evidenceCost(scene, opened);
  const comparison = comparisonOfQuestion(asked.question);
  const { cost, isExact } = comparison ? cheapestEvidence(comparison) : { cost: 0, isExact: true };
  return { spent, cheapest: allowedCost(cost, designedOffers(scene)), isExact };
}
