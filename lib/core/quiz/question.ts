/** Every kind of question, told apart by `kind`; each is graded by the file of its name in `kinds/`. */
import type { CaseOf } from './case-of';
import type { ChooseTwoQuestion } from './kinds/choose-two';
import type { DiagnoseQuestion } from './kinds/diagnose';
import type { FillInQuestion } from './kinds/fill-in';
import type { ImpossibleRecordQuestion } from './kinds/impossible-record';
import type { MissingRecordQuestion } from './kinds/missing-record';
import type { TwoWorldsQuestion } from './kinds/two-worlds';
import type { SessionQuestion } from './kinds/what-becomes-of-it';
import type { KeepOutQuestion } from './kinds/what-keeps-out';
import type { ReadRecordQuestion } from './kinds/what-record-tells';
import type { WhatToolsShowQuestion } from './kinds/what-tools-show';
import type { EvidenceNextQuestion } from './kinds/which-evidence-next';
import type { WhichLayerQuestion } from './kinds/which-layer';
import type { LogCallQuestion } from './kinds/which-log-call';
import type { WhichRepairQuestion } from './kinds/which-repair';
import type { WhichToolQuestion } from './kinds/which-tool';

export type Question =
  | WhichLayerQuestion
  | WhichRepairQuestion
  | ChooseTwoQuestion
  | DiagnoseQuestion
  | WhatToolsShowQuestion
  | LogCallQuestion
  | MissingRecordQuestion
  | SessionQuestion
  | FillInQuestion
  | WhichToolQuestion
  | KeepOutQuestion
  | EvidenceNextQuestion
  | TwoWorldsQuestion
  | ImpossibleRecordQuestion
  | ReadRecordQuestion;

/** A question with all that leads to it again. */
export interface Asked {
  readonly of: CaseOf;
  readonly seed: string;
  /** Tasks of AWS's exams. */
  readonly tasks: readonly string[];
  readonly question: Question;
}
