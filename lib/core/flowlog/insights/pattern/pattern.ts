/** A regular expression as a tree. */
import type { CharSet } from './char-set';

export type Assertion = 'start' | 'end' | 'line-start' | 'line-end' | 'word-edge' | 'no-word-edge';

export type Pattern =
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'capture'; readonly index: number; readonly of: Pattern }
  | { readonly kind: 'sequence'; readonly of: readonly Pattern[] }
  | { readonly kind: 'either'; readonly of: readonly Pattern[] }
  | {
      readonly kind: 'repeat';
      readonly of: Pattern;
      readonly least: number;
      /** `Infinity` for no end. */
      readonly most: number;
      readonly greedy: boolean;
    };

export interface ParsedPattern {
  readonly pattern: Pattern;
  /** One entry per capturing group, from the left; `undefined` for a group without a name. */
  readonly groups: readonly (string | undefined)[];
}
