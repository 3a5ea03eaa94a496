/** A receipt: what was asked and answered, the worlds that were run for it with what came of them, and the Rules that decided. */
import type { Change, TrafficDocument, World } from '../../simulate/world';
import type { Answer } from '../answer';
import type { CaseOf, QuestionKind } from '../case-of';

export interface Receipt {
  readonly of: CaseOf;
  readonly seed: string;
  /** Of the generator: another one makes another case of the same seed. */
  readonly version: number;
  readonly asked: QuestionKind | 'repair';
  readonly prompt: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly answer: Answer;
  readonly verdict: StoredVerdict;
  readonly ran: Ran;
  /** Everything that the packets of its runs met. */
  readonly rules: readonly StoredRule[];
}

export interface StoredVerdict {
  readonly right: boolean;
  readonly credit: number;
  readonly headline: string;
  /** Ids of the options that are right. */
  readonly key: readonly string[];
}

/** Which Rule it was, and a digest of what it said. */
export interface StoredRule {
  readonly id: string;
  readonly standing: string;
  readonly digest: string;
  /** Met by the packets of a run, or named by the verdict alone. */
  readonly by: 'run' | 'verdict';
}

/** What has to be run again to see whether the verdict stands. */
export interface Ran {
  /** undefined: the question is about no world. */
  readonly world: World | undefined;
  readonly runs: readonly Run[];
}

export interface Run {
  /** "as it is", or the option that it runs. */
  readonly id: string;
  readonly changes: readonly Change[];
  readonly traffic: readonly TrafficDocument[];
  readonly now: string | undefined;
  /** What came of it under each reading, and what the log wrote. */
  readonly outcome: string;
}
