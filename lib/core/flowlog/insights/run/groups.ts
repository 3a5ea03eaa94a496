/**
 * Groups of rows: one row each, in the order in which they were first seen; AWS leaves it open. Without rows there are
 * no groups, hence no result. Memory grows with the number of groups.
 */
import type { Accumulator } from '../aggregates/aggregate';
import type { Column } from '../rows';
import type { Value } from '../value';
import { GroupTable } from './group-table';
import type { Sink } from './sink';

/** The values of the `by` expressions, then the results of the aggregations. */
export type GroupRow = readonly Value[];

/** One aggregation. */
export interface Step<Row> extends Column<Row> {
  readonly start: () => Accumulator;
  readonly isTimed: boolean;
}

export function groupSink<Row>(
  keys: readonly ((row: Row) => Value)[],
  steps: readonly Step<Row>[],
  time: ((row: Row) => Value) | undefined,
  next: Sink<GroupRow>,
): Sink<Row> {
  const groups = new GroupTable(keys.length);
  // All of one group side by side, and one group behind the other: a list for each would be most of the memory.
  const accumulators: Accumulator[] = [];
  const values: Value[] = keys.map(() => null);
  const timeOf = time && steps.some(({ isTimed }) => isTimed) ? time : undefined;
  const reads = steps.map(({ read }) => read);
  return {
    push: (row) => {
      for (let i = 0; i < keys.length; i++) values[i] = keys[i]?.(row) ?? null;
      const first = groups.indexOf(values) * steps.length;
      if (first === accumulators.length) for (const { start } of steps) accumulators.push(start());
      const at = timeOf ? timeOf(row) : null;
      for (let i = 0; i < reads.length; i++) accumulators[first + i]?.add(reads[i]?.(row) ?? null, at);
      return true;
    },
    end: () => {
      for (let group = 0; group < groups.size; group++) {
        const row = groups.valuesOf(group);
        for (let i = 0; i < steps.length; i++)
          row.push(accumulators[group * steps.length + i]?.result() ?? null);
        if (!next.push(row)) break;
      }
      next.end();
    },
  };
}
