/** What an answer is worth before evidence and hints are counted: the credit V, from 0 to 1. */
import { invariant } from '../../assert';

/** One of several. */
export function singleChoiceCredit<T>(key: readonly T[], chosen: T | undefined): number {
  return chosen !== undefined && key.includes(chosen) ? 1 : 0;
}

/**
 * Several of several: right picks less wrong ones, over the number of keys, never below 0. Of the methods compared in
 * https://pmc.ncbi.nlm.nih.gov/articles/PMC8725057 one of the two most promising; it tells much more than all or nothing.
 */
export function multipleChoiceCredit<T>(key: readonly T[], chosen: readonly T[]): number {
  invariant(key.length > 0, 'a question has a key');
  const picks = new Set(chosen);
  const right = key.filter((option) => picks.has(option)).length;
  return Math.max(0, (right - (picks.size - right)) / key.length);
}

/** As an exam scores it: each item is one scored opportunity (exam guides, "multiple response"). */
export function allOrNothingCredit<T>(key: readonly T[], chosen: readonly T[]): number {
  const picks = new Set(chosen);
  return picks.size === key.length && key.every((option) => picks.has(option)) ? 1 : 0;
}

export interface DiagnosisParts {
  /** Repairing this component alone brings the traffic back, whichever one was broken. */
  readonly component: boolean;
  /** The very rule or route, and its direction. */
  readonly rule: boolean;
  /** Why it stops the packet. */
  readonly mechanism: boolean;
}

/** A diagnosis in three parts. The weights are ours: where something breaks is worth more than its name. */
export function diagnosisCredit({ component, rule, mechanism }: DiagnosisParts): number {
  return (component ? 0.5 : 0) + (rule ? 0.3 : 0) + (mechanism ? 0.2 : 0);
}
