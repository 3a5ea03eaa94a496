/** A query as a tree: commands, and the expressions in them, each with its place in the text. */
import type { ParsedPattern } from '../pattern/pattern';
import type { Period } from '../period';
import type { At } from './token';

export interface Query {
  readonly text: string;
  readonly commands: readonly Command[];
}

export type Command =
  | Fields
  | { readonly kind: 'filter'; readonly condition: Expression; readonly at: At }
  | Parse
  | Stats
  | { readonly kind: 'sort'; readonly keys: readonly SortKey[]; readonly at: At }
  | Limit
  | { readonly kind: 'dedup'; readonly fields: readonly FieldReference[]; readonly at: At };

export interface Fields {
  readonly kind: 'fields' | 'display';
  readonly items: readonly Item[];
  readonly at: At;
}

export interface Parse {
  readonly kind: 'parse';
  readonly from: FieldReference;
  readonly by:
    | { readonly kind: 'glob'; readonly texts: readonly string[] }
    | { readonly kind: 'pattern'; readonly pattern: ParsedPattern };
  /** The fields it makes, one per wildcard or group. */
  readonly names: readonly string[];
  readonly at: At;
}

export interface Stats {
  readonly kind: 'stats';
  readonly items: readonly Item[];
  readonly by: readonly Item[];
  readonly at: At;
}

export interface Limit {
  readonly kind: 'limit';
  readonly count: number;
  /** `tail` keeps the last rows. */
  readonly keeps: 'first' | 'last';
  /** `limit any` takes the first rows that come, in no order. */
  readonly any: boolean;
  readonly at: At;
}

/** An expression with the name of its column: its alias, or the expression as it was written. */
export interface Item {
  readonly expression: Expression;
  readonly name: string;
  readonly hasAlias: boolean;
  readonly at: At;
}

export interface SortKey {
  readonly expression: Expression;
  readonly descending: boolean;
}

export interface FieldReference {
  readonly kind: 'field';
  readonly name: string;
  readonly at: At;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '^';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Literal = { readonly value: string | number; readonly at: At };

export interface Call {
  readonly kind: 'call';
  /** As written; functions answer to any case. */
  readonly name: string;
  readonly nameAt: At;
  readonly arguments: readonly Argument[];
  readonly at: At;
}

/** `*` stands for whole events in `count(*)`. */
export type Argument =
  | Expression
  | { readonly kind: 'period'; readonly period: Period; readonly at: At }
  | { readonly kind: 'star'; readonly at: At };

export type Expression =
  | FieldReference
  | ({ readonly kind: 'literal' } & Literal)
  | Call
  | { readonly kind: 'negative'; readonly of: Expression; readonly at: At }
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: At;
    }
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: At;
    }
  | {
      readonly kind: 'like';
      readonly of: Expression;
      readonly by:
        | { readonly kind: 'text'; readonly text: string }
        | { readonly kind: 'pattern'; readonly pattern: ParsedPattern };
      readonly at: At;
    }
  | {
      readonly kind: 'in';
      readonly of: Expression;
      readonly list: readonly Literal[];
      readonly at: At;
    }
  | { readonly kind: 'not'; readonly of: Expression; readonly at: At }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[]; readonly at: At };
