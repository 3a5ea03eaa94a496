/** What a case is worth, with the evidence that was bought and the hints that were taken. */
import { invariant } from '../../assert';

/** Level 0 to 3: none, the layer, the evidence, the worked step. The shares are ours. */
export const HINT_COST = [0, 0.1, 0.25, 0.6] as const;
export type HintLevel = 0 | 1 | 2 | 3;

/** The share of the score that hangs on how little evidence was needed. */
const EVIDENCE_SHARE = 0.2;

export interface CaseResult {
  /** 0 to 1. */
  readonly credit: number;
  /** C*: price of the cheapest evidence that leaves one world, and of one look at least (`allowedCost` of `evidence/cheapest`). */
  readonly cheapest: number;
  /** Price of what was opened: C. */
  readonly spent: number;
  readonly hint: HintLevel;
  /** "Show me": no points, and the trap comes again all the same. */
  readonly gaveUp?: boolean;
}

/** E = min(1, C* / C): 1 where no more was opened than was needed. */
export function evidenceEfficiency({ cheapest, spent }: Pick<CaseResult, 'cheapest' | 'spent'>): number {
  invariant(cheapest >= 0 && spent >= 0, 'evidence has a price of 0 or more');
  return spent <= cheapest ? 1 : cheapest / spent;
}

/** 0 to 100: 100 · V · (0.8 + 0.2 · E) · (1 − h). */
export function caseScore(result: CaseResult): number {
  const { credit, hint, gaveUp = false } = result;
  invariant(credit >= 0 && credit <= 1, 'a credit lies between 0 and 1');
  if (gaveUp) return 0;
  const evidence = 1 - EVIDENCE_SHARE + EVIDENCE_SHARE * evidenceEfficiency(result);
  return 100 * credit * evidence * (1 - HINT_COST[hint]);
}

/** Guessing early must not look like thrift: E is told only with a right answer. */
export function shownEfficiency(result: CaseResult): number | undefined {
  return result.credit === 1 ? evidenceEfficiency(result) : undefined;
}
