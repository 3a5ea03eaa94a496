/** What a person is shown of a question before the answer: plain values and English, nothing to compute. */
import type { Prose } from '../explain/prose';
import type { HiddenField } from '../scenario/hidden-field';
import type { Ticket } from '../scenario/ticket';
import type { AnswerForm } from './answer-form';
import type { CaseOf, QuestionKind } from './case-of';
import type { ConfigurationTable, DrawingView, FlowLogView } from './view';

/** A question without its key: no fault, no belief, nothing of what hosts do. */
export interface QuestionView {
  readonly of: CaseOf;
  readonly seed: string;
  readonly version: number;
  readonly asks: QuestionKind;
  /** Tasks of AWS's exams: `SOA-C03 5.3.1`. */
  readonly tasks: readonly string[];
  /** Logits, 0 and up; see `scenario/difficulty`. */
  readonly difficulty: number;
  readonly ticket: Ticket;
  /** undefined: the question is about no network. */
  readonly drawing: DrawingView | undefined;
  readonly prompt: string;
  readonly answer: AnswerForm;
  readonly shown: Shown;
}

/** What lies on the table before anything is opened. */
export interface Shown {
  readonly facts: readonly Fact[];
  readonly log: FlowLogView | undefined;
  readonly record: HiddenRecordView | undefined;
  /** Rules and routes that the exhibit has to show, because the log alone cannot tell the answers apart. */
  readonly configuration: readonly ConfigurationTable[];
}

/** "Read at" and when that is. */
export interface Fact {
  readonly label: string;
  readonly value: Prose;
}

/** One record, field by field as its log prints it, with `?` in the hidden one. */
export interface HiddenRecordView {
  readonly interfaceId: string;
  readonly hidden: HiddenField;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}
