/**
 * `stats`: one row per group, in the order in which the groups were first seen; AWS leaves it open. Without rows there
 * are no groups, hence no result. Memory grows with the number of groups.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html
 */
import { invariant } from '../../../assert';
import type { Accumulator } from '../aggregates/aggregate';
import { aggregateNamed } from '../aggregates/catalogue';
import type { Column } from '../rows';
import { canonical, namesOf, partsOf } from '../syntax/canonical';
import type { Argument, Call, Item, Stats } from '../syntax/query';
import type { Value } from '../value';
import { columnOf } from './evaluate';
import { Names } from './names';
import type { Shown, Sink, Stage } from './sink';

/** The values of the `by` expressions, then the results of the aggregations. */
export type GroupRow = readonly Value[];

interface Group {
  readonly keys: readonly Value[];
  readonly accumulators: readonly Accumulator[];
}

/** One map per `by` expression, each inside the one before: cheaper than to join the values into one key. */
type Level = Map<Value, Level | Group>;

interface Step<Row> {
  readonly read: (row: Row) => Value;
  readonly start: () => Accumulator;
  readonly kind: Column<Row>['kind'];
  readonly isTimed: boolean;
}

export interface StatsPlan<Row> {
  readonly stage: Stage<GroupRow>;
  readonly sink: (next: Sink<GroupRow>) => Sink<Row>;
}

export function planStats<Row>({ items, by }: Stats, names: Names<Row>): StatsPlan<Row> {
  const keys = by.map(({ expression }) => columnOf(expression, names));
  const calls = aggregateCalls(items);
  const steps = calls.map((call) => stepOf(call, names));
  const made = new Map<string, Column<GroupRow>>();
  for (const [index, item] of by.entries())
    for (const name of namesOf(item)) made.set(name, at(index, keys[index]?.kind ?? 'text'));
  for (const [index, call] of calls.entries())
    made.set(canonical(call), at(keys.length + index, steps[index]?.kind ?? 'number'));
  const stage = stageOf(items, by, new Names<GroupRow>(names.now, () => undefined, made));
  const time = names.resolve({ kind: 'field', name: '@timestamp', at: { from: 0, to: 0 } })?.read;
  return {
    stage,
    sink: (next) =>
      groupSink(
        keys.map(({ read }) => read),
        steps,
        time,
        next,
      ),
  };
}

function at(index: number, kind: Column<GroupRow>['kind']): Column<GroupRow> {
  return { kind, read: (row) => row[index] ?? null };
}

function stageOf(items: readonly Item[], by: readonly Item[], groups: Names<GroupRow>): Stage<GroupRow> {
  let names = groups;
  const shown: Shown<GroupRow>[] = [];
  for (const item of [...by, ...items]) {
    const column = columnOf(item.expression, names);
    names = names.with(namesOf(item).map((name) => [name, column] as const));
    shown.push({ name: item.name, column });
  }
  return { names, shown, display: undefined };
}

/** Each aggregation once, however often it is written. */
function aggregateCalls(items: readonly Item[]): readonly Call[] {
  const calls = new Map<string, Call>();
  const collect = (expression: Argument): void => {
    if (expression.kind === 'call' && aggregateNamed(expression.name))
      calls.set(canonical(expression), expression);
    else for (const part of partsOf(expression)) collect(part);
  };
  for (const { expression } of items) collect(expression);
  return [...calls.values()];
}

function stepOf<Row>(call: Call, names: Names<Row>): Step<Row> {
  const aggregate = aggregateNamed(call.name);
  invariant(aggregate, 'only aggregations were collected');
  const [first, second] = call.arguments;
  const constant = second?.kind === 'literal' ? Number(second.value) : 0;
  const start = (): Accumulator => aggregate.start(constant);
  const isTimed = aggregate.isTimed ?? false;
  // `count()` and `count(*)` count events, whatever they hold.
  if (!first || first.kind === 'star' || first.kind === 'period')
    return { read: () => 1, start, kind: 'number', isTimed };
  const { read, kind } = columnOf(first, names);
  return { read, start, kind: aggregate.result === 'argument' ? kind : aggregate.result, isTimed };
}

function groupSink<Row>(
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
      const now = timeOf ? timeOf(row) : null;
      for (let i = 0; i < reads.length; i++) accumulators[i]?.add(reads[i]?.(row) ?? null, now);
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
