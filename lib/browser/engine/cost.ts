/** What was spent on a case, beside the cheapest evidence that would have been enough. */
import { cheapestEvidence } from '@/lib/core/quiz/evidence/cheapest';
import { comparisonOfQuestion } from '@/lib/core/quiz/evidence/comparison-of';
import { evidenceCost } from '@/lib/core/quiz/evidence/open';
import type { OpenedCase } from './opened-case';
import type { Gives } from './protocol';

export function costOf({ asked, scene }: OpenedCase, opened: readonly string[]): Gives<'cost'> {
  const comparison = comparisonOfQuestion(asked.question);
  const spent = scene ? evidenceCost(scene, opened) : 0;
  if (!comparison) return { spent, cheapest: 0, isExact: true };
  const { cost, isExact } = cheapestEvidence(comparison);
  return { spent, cheapest: cost, isExact };
}
