/** What a person is shown once a question is answered: one head for every kind, and what only this kind has to say. */
import type { Prose } from '../explain/prose';
import type { WrittenRecord } from '../flowlog/record';
import type { Rule } from '../rules/rule';
import type { Layer } from '../scenario/layer';
import type { QuestionKind } from './case-of';
import type { ChangeView, CounterfactualRun, DecidingStepView, DrawingView, StepView } from './view';

export interface VerdictHead {
  readonly right: boolean;
  /** 0 to 1. */
  readonly credit: number;
  /** "Right" with what was chosen, or "Not this layer". */
  readonly headline: string;
  /** Two or three sentences: what happened. */
  readonly story: Prose;
  /** Why what is right is right, by the run that shows it. */
  readonly why: Prose;
  /** In the order in which they were offered; empty where nothing was offered. */
  readonly options: readonly OptionVerdict[];
  /** What somebody believes who answers like this; empty for a right answer, and where nobody is known to. */
  readonly beliefs: readonly BeliefView[];
  /** undefined: no single judgement of a packet decided it. */
  readonly decided: DecidingStepView | undefined;
  /** What it comes down to, the nearest first. */
  readonly rules: readonly Rule[];
  /** Where AWS says what it comes down to, the nearest first. */
  readonly pages: readonly string[];
  /** The network as it is, and where it differs from its design; undefined: the question is about none. */
  readonly drawing: DrawingView | undefined;
  /** The walk of one attempt, step by step, both legs. */
  readonly walk: readonly StepView[];
  /** Records of the attempts at the interface that they are meant for; empty when there are none. */
  readonly records: readonly WrittenRecord[];
  /** Each a run of its own: what was chosen first, what mends last. */
  readonly runs: readonly CounterfactualRun[];
  /** Rules met on the way that AWS does not document. */
  readonly inferred: readonly Rule[];
}

export interface OptionVerdict {
  readonly id: string;
  readonly text: Prose;
  readonly isChosen: boolean;
  readonly isRight: boolean;
}

export interface BeliefView {
  /** In the believer's words. */
  readonly says: string;
  /** What is so instead. */
  readonly truth: string;
  readonly pages: readonly string[];
}

export type VerdictView =
  | LayerVerdict
  | DiagnosisVerdict
  | RepairVerdictView
  | ValueVerdict
  | (VerdictHead & { readonly kind: PlainKind });

/** Kinds of which the head says everything. */
export type PlainKind = Exclude<QuestionKind, 'which-layer' | 'diagnose' | 'fill-in'>;

export interface LayerVerdict extends VerdictHead {
  readonly kind: 'which-layer';
  readonly chosen: Layer;
  /** Layers whose repair mends the traffic, or that the exhibit cannot tell from one whose repair does. */
  readonly key: readonly Layer[];
  readonly decided: DecidingStepView;
}

export interface DiagnosisVerdict extends VerdictHead {
  readonly kind: 'diagnose';
  /** One for each thing that is wrong; undefined: nobody spoke of it. */
  readonly judged: readonly (DiagnosisView | undefined)[];
}

/** What was said of one component, and which parts of it are right. */
export interface DiagnosisView {
  readonly component: Prose;
  readonly componentIsRight: boolean;
  readonly ruleIsRight: boolean;
  readonly mechanismIsRight: boolean;
  /** What mends it there; empty where nothing does. */
  readonly mending: readonly ChangeView[];
}

export interface RepairVerdictView extends VerdictHead {
  readonly kind: 'repair';
  /** AWS's answer where it refuses a call: its place, counted from 1, the code and the message. */
  readonly refused: { readonly place: number; readonly code: string; readonly message: string } | undefined;
  readonly wanted: readonly FlowVerdict[];
  /** Should have stayed shut, and is open. */
  readonly opened: readonly FlowVerdict[];
  /** Worked, and no longer does. */
  readonly broken: readonly FlowVerdict[];
  readonly grants: readonly GrantView[];
  /** Changes that nobody needs; those that count as one stand together. */
  readonly needless: readonly (readonly ChangeView[])[];
  /** What an auditor would write. */
  readonly openings: readonly Prose[];
  /** 0 to 1, as if everything passed. */
  readonly leastPrivilege: number;
}

export interface FlowVerdict {
  /** "SSH to build-1 from the office" */
  readonly says: string;
  readonly passes: boolean;
  /** Where it ends, where it does not pass. */
  readonly stop: Prose | undefined;
}

export interface GrantView {
  readonly sentence: Prose;
  /** How often what was needed was doubled. */
  readonly excessBits: number;
}

export interface ValueVerdict extends VerdictHead {
  readonly kind: 'fill-in';
  /** As the log prints it. */
  readonly value: string;
}
