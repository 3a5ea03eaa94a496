/** What stands in a lesson beside its prose, as a screen shows it: plain values and English, nothing to compute. */
import type { ConnectionOutcome } from '../simulate/outcome';
import type { SceneView } from './scene-view';

export type Part =
  | { readonly kind: 'world'; readonly id: string; readonly scene: SceneView }
  | { readonly kind: 'verdict'; readonly scene: SceneView }
  | {
      readonly kind: 'record';
      readonly interfaceId: string;
      readonly fields: readonly FieldView[];
      readonly line: string;
    }
  | {
      readonly kind: 'query';
      readonly text: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'analysis';
      readonly reachable: boolean;
      readonly explanations: readonly { readonly code: string; readonly means: string }[];
    }
  | {
      readonly kind: 'break';
      readonly says: string;
      readonly switches: readonly string[];
      /** One for every position of the switches: bit n is the nth switch. */
      readonly states: readonly BrokenState[];
    }
  | {
      readonly kind: 'question';
      readonly title: string;
      readonly asks: string;
      readonly href: string;
      readonly trap: string;
    };

export interface FieldView {
  readonly name: string;
  readonly value: string;
  readonly means: string;
  /** Left for the reader to work out. */
  readonly isHidden: boolean;
}

export type BrokenState =
  | Pick<SceneView, 'outcome' | 'story' | 'decided' | 'kinds'>
  /** Why these changes cannot be made together. */
  | { readonly issue: string };

const OUTCOMES: Readonly<Record<ConnectionOutcome, string>> = {
  established: 'The handshake completes',
  replied: 'The answer comes back',
  refused: 'Refused at once',
  timeout: 'Times out',
  'not-answered': 'No answer was due',
  'never-sent': 'Nothing is sent',
};

export const outcomeText = (outcome: ConnectionOutcome): string => OUTCOMES[outcome];

export const isGood = (outcome: ConnectionOutcome): boolean =>
  outcome === 'established' || outcome === 'replied';
