/**
 * Groups of rows: one row each, in the order in which they were first seen; AWS leaves it open. Without rows there are
 * no groups, hence no result. Memory grows with the number of groups.
 */
import type { Accumulator } from '../aggregates/aggregate';
import type { Column } from '../rows';
import type { Value } from '../value';
import type { Sink } from './sink';

/** The values of the `by` expressions, then the results of the aggregations. */
export type GroupRow = readonly Value[];

/** One aggregation. */
export interface Step<Row> extends Column<Row> {
  readonly start: () => Accumulator;
  readonly isTimed: boolean;
}

interface Group {
  readonly keys: readonly Value[];
  readonly accumulators: readonly Accumulator[];
}

/** One map per `by` expression, each inside the one before: cheaper than to join the values into one key. */
type Level = Map<Value, Level | Group>;

export function groupSink<Row>(
  keys: readonly ((row: Row) => Value)[],
  steps: readonly Step<Row>[],
  time: ((row: Row) => Value) | undefined,
  next: Sink<GroupRow>,
): Sink<Row> {
  const groups: Group[] = [];
  const find = groupFinder(keys, (row) => {
    const group: Group = {
      keys: keys.map((read) => read(row)),
      accumulators: steps.map(({ start }) => start()),
    };
    groups.push(group);
    return group;
  });
  const timeOf = time && steps.some(({ isTimed }) => isTimed) ? time : undefined;
  const reads = steps.map(({ read }) => read);
  return {
    push: (row) => {
      const { accumulators } = find(row);
      const at = timeOf ? timeOf(row) : null;
      for (let i = 0; i < reads.length; i++) accumulators[i]?.add(reads[i]?.(row) ?? null, at);
      return true;
    },
    end: () => {
      for (const { keys: values, accumulators } of groups)
        if (!next.push([...values, ...accumulators.map((accumulator) => accumulator.result())])) break;
      next.end();
    },
  };
}

function groupFinder<Row>(
  keys: readonly ((row: Row) => Value)[],
  make: (row: Row) => Group,
): (row: Row) => Group {
  const last = keys.at(-1);
  if (!last) {
    let only: Group | undefined;
    return (row) => {
      only ??= make(row);
      return only;
    };
  }
  const root: Level = new Map();
  const outer = keys.slice(0, -1);
  return (row) => {
    let level = root;
    for (let i = 0; i < outer.length; i++) {
      const value = outer[i]?.(row) ?? null;
      let inner = level.get(value);
      if (inner === undefined) {
        inner = new Map();
        level.set(value, inner);
      }
      level = inner as Level;
    }
    const value = last(row);
    const found = level.get(value);
    if (found !== undefined) return found as Group;
    const group = make(row);
    level.set(value, group);
    return group;
  };
}
