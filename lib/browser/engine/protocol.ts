/** What the page asks the engine and what it answers: every call by its name, all of it plain data. */

import type { Completions } from '@/lib/core/flowlog/insights/complete';
import type { CaseOf } from '@/lib/core/quiz/case-of';
import type { Exhibit } from '@/lib/core/quiz/evidence/exhibit';
import type { Offer } from '@/lib/core/quiz/evidence/offer';
import type { Hint, HintStep } from '@/lib/core/quiz/hint';
import type { PredictedRecord } from '@/lib/core/quiz/score/record-credit';
import type { RepairVerdictView } from '@/lib/core/quiz/verdict-view';

/** A case by what its link says: the engine makes it anew, and keeps it while it is asked about. */
export interface CaseRef {
  readonly of: CaseOf;
  readonly seed: string;
}

export interface EngineCalls {
  /** What a piece of evidence shows, and what can be opened and has been spent then. `opened`: ids, this one among them. */
  readonly open: {
    readonly takes: CaseRef & { readonly offerId: string; readonly opened: readonly string[] };
    readonly gives: {
      /** undefined: the case has nothing by that id. */
      readonly exhibit: Exhibit | undefined;
      readonly offers: readonly Offer[];
      readonly spent: number;
    };
  };
  /** A CloudWatch Logs Insights query over the records that a piece of evidence shows. */
  readonly query: {
    readonly takes: CaseRef & { readonly offerId: string; readonly text: string };
    readonly gives: QueryAnswer;
  };
  /** What could be written at a place of a query. */
  readonly complete: {
    readonly takes: { readonly text: string; readonly offset: number; readonly fields: readonly string[] };
    readonly gives: Completions;
  };
  /** A repair of the case by AWS CLI lines, made and tried. */
  readonly repair: {
    readonly takes: CaseRef & { readonly text: string };
    readonly gives: RepairAnswer;
  };
  /** A hint, by what was opened. */
  readonly hint: {
    readonly takes: CaseRef & { readonly opened: readonly string[]; readonly step: HintStep };
    readonly gives: Hint;
  };
  /** Predicted records of the case's one connection, held against what is written. */
  readonly predict: {
    readonly takes: CaseRef & { readonly records: readonly PredictedRecord[] };
    readonly gives: PredictionResult;
  };
  /** What was spent, and what would have been enough. */
  readonly cost: {
    readonly takes: CaseRef & { readonly opened: readonly string[] };
    readonly gives: { readonly spent: number; readonly cheapest: number; readonly isExact: boolean };
  };
}

export type RepairAnswer =
  /** Lines that are no calls, each with its number, counted from 1. */
  | { readonly issues: readonly { readonly line: number; readonly message: string }[] }
  | { readonly verdict: RepairResult };

/** The verdict but for the drawing, whose network stays in the engine. */
export type RepairResult = Omit<RepairVerdictView, 'drawing'>;

export interface PredictionResult {
  /** 0 to 1. */
  readonly credit: number;
  /** What was written, each with the place of the prediction that comes nearest, and the fields in which it is right. */
  readonly written: readonly {
    readonly values: Readonly<Record<string, string>>;
    readonly predicted: number | undefined;
    readonly rightFields: readonly string[];
  }[];
  /** Places of predictions that were never written, with who would expect them, in the believer's words. */
  readonly extra: readonly { readonly place: number; readonly beliefs: readonly string[] }[];
  /** Places of predictions that come true only where AWS's documents leave something open: they count neither way. */
  readonly open: readonly number[];
}

export type QueryAnswer =
  | {
      readonly fields: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly matched: number;
      readonly scanned: number;
      readonly notices: readonly string[];
    }
  | { readonly issues: readonly QueryProblem[] };

/** `from`, `to`: where in the text. */
export interface QueryProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

export type CallName = keyof EngineCalls;
export type Takes<Name extends CallName> = EngineCalls[Name]['takes'];
export type Gives<Name extends CallName> = EngineCalls[Name]['gives'];

export interface Request<Name extends CallName = CallName> {
  readonly id: number;
  readonly name: Name;
  readonly takes: Takes<Name>;
}

export type Response =
  | { readonly id: number; readonly gives: Gives<CallName> }
  /** `message`: for a person. */
  | { readonly id: number; readonly error: string };
