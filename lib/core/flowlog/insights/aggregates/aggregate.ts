/** What an aggregation of `stats` is. */
import type { Parameter } from '../functions/function';
import type { Kind, Value } from '../value';

/** What one aggregation knows of one group. */
export interface Accumulator {
  /** `time` is the event's @timestamp, for aggregations that are `timed`. */
  readonly add: (value: Value, time: Value) => void;
  readonly result: () => Value;
}

export interface Aggregate {
  /** As AWS spells it. */
  readonly name: string;
  /** The first is the aggregated expression; further ones are literal numbers. */
  readonly parameters: readonly Parameter[];
  readonly says: string;
  readonly result: Kind | 'argument';
  readonly isTimed?: boolean;
  /** `constant`: the second argument. */
  readonly start: (constant: number) => Accumulator;
}
