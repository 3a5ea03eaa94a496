/** How a question is answered: the closed list of forms, each as what a screen needs to draw it. */
import type { Prose } from '../explain/prose';

export type AnswerForm =
  | { readonly kind: 'choose-one'; readonly options: readonly AnswerOption[] }
  | { readonly kind: 'choose-two'; readonly options: readonly AnswerOption[] };

export interface AnswerOption {
  /** Stands in links and answers: a letter, or the word for what is chosen. */
  readonly id: string;
  readonly text: Prose;
  /** More about it, for a large screen. */
  readonly detail?: Prose;
}
