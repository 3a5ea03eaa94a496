/** What a case is made for, and how it may be asked: the two closed lists that a link and a screen know a question by. */

/** A trap's or a fault's id, or `level-3`. */
export interface CaseOf {
  readonly kind: 'trap' | 'fault' | 'level';
  readonly id: string;
}

/** The names of the files in `kinds/` that ask. */
export type QuestionKind =
  | 'which-layer'
  | 'which-repair'
  | 'choose-two'
  | 'diagnose'
  | 'what-tools-show'
  | 'which-log-call'
  | 'missing-record'
  | 'what-becomes-of-it'
  | 'fill-in'
  | 'which-tool'
  | 'what-keeps-out'
  | 'which-evidence-next'
  | 'two-worlds'
  | 'impossible-record'
  | 'what-record-tells';
