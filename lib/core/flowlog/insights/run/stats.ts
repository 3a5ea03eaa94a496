/**
 * `stats`: what it reads of a row, and what its columns are of a group's values and results.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html
 */
import { invariant } from '../../../assert';
import type { Accumulator } from '../aggregates/aggregate';
import { aggregateNamed } from '../aggregates/catalogue';
import type { Column } from '../rows';
import { canonical, namesOf, partsOf } from '../syntax/canonical';
import type { Argument, Call, Item, Stats } from '../syntax/query';
import { columnOf } from './evaluate';
import { type GroupRow, groupSink, type Step } from './groups';
import { Names } from './names';
import type { Shown, Sink, Stage } from './sink';

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
    for (const name of namesOf(item)) made.set(name, valueAt(index, keys[index]?.kind ?? 'text'));
  for (const [index, call] of calls.entries())
    made.set(canonical(call), valueAt(keys.length + index, steps[index]?.kind ?? 'number'));
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

function valueAt(index: number, kind: Column<GroupRow>['kind']): Column<GroupRow> {
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
