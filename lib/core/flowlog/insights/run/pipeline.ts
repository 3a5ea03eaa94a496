/** The stages of a query, built from the last to the first; each knows the one behind it. */
import type { Command, Item } from '../syntax/query';
import { conditionOf } from './condition';
import { dedupSink, duplicateKey } from './dedup';
import { columnOf } from './evaluate';
import { limitSink } from './limit';
import type { Names } from './names';
import { type Output, outputSink } from './output';
import { planParse } from './parse';
import { wantedBehind } from './plan';
import type { Shown, Sink, Slots, Stage } from './sink';
import { sortSink } from './sort';
import { planStats } from './stats';

export interface Pipeline<Row> {
  readonly sink: Sink<Row>;
  readonly output: Output;
}

/** What all stages share. */
interface Shared {
  readonly slots: Slots;
  readonly output: Output;
  readonly counts: Counts;
  /** Whether rows are still events of the log, each of which matches or does not. */
  areEvents: boolean;
}

export interface Counts {
  /** Events that a filter kept out. */
  refused: number;
}

export function buildPipeline<Row>(
  commands: readonly Command[],
  names: Names<Row>,
  counts: Counts,
): Pipeline<Row> {
  const output: Output = { columns: [], rows: [] };
  const shared: Shared = { slots: [], output, counts, areEvents: true };
  return { sink: build(commands, { names, shown: [], display: undefined }, shared), output };
}

function build<Row>(commands: readonly Command[], stage: Stage<Row>, shared: Shared): Sink<Row> {
  const [command, ...rest] = commands;
  switch (command?.kind) {
    case 'fields': {
      const { names, shown } = addItems(command.items, stage);
      return build(rest, { ...stage, names, shown: [...stage.shown, ...shown] }, shared);
    }
    case 'display': {
      const { names, shown } = addItems(command.items, stage);
      return build(rest, { ...stage, names, display: shown }, shared);
    }
    case 'filter': {
      const holds = conditionOf(command.condition, stage.names, columnOf);
      const counts = shared.areEvents ? shared.counts : { refused: 0 };
      return filterSink(holds, counts, build(rest, stage, shared));
    }
    case 'parse': {
      const plan = planParse(command, stage, shared.slots);
      return plan.sink(build(rest, plan.stage, shared));
    }
    default:
      shared.areEvents = false;
      return buildCut(command, rest, stage, shared);
  }
}

/** What holds rows back, or lets none through. */
function buildCut<Row>(
  command: Extract<Command, { kind: 'limit' | 'dedup' | 'sort' | 'stats' }> | undefined,
  rest: readonly Command[],
  stage: Stage<Row>,
  shared: Shared,
): Sink<Row> {
  const { slots } = shared;
  switch (command?.kind) {
    case undefined:
      return outputSink(stage, shared.output);
    case 'limit':
      return limitSink(command, slots, build(rest, stage, shared));
    case 'dedup':
      return dedupSink(duplicateKey(command.fields, stage.names), build(rest, stage, shared));
    case 'sort': {
      const columns = command.keys.map(({ expression, descending }) => ({
        read: columnOf(expression, stage.names).read,
        descending,
      }));
      const [follower, ...behind] = rest;
      if (follower?.kind !== 'dedup')
        return sortSink({ columns, wanted: wantedBehind(rest), slots }, build(rest, stage, shared));
      const distinct = duplicateKey(follower.fields, stage.names);
      return sortSink(
        { columns, wanted: wantedBehind(behind), distinct, slots },
        build(behind, stage, shared),
      );
    }
    case 'stats': {
      const plan = planStats(command, stage.names);
      return plan.sink(build(rest, plan.stage, shared));
    }
  }
}

function filterSink<Row>(holds: (row: Row) => boolean, counts: Counts, next: Sink<Row>): Sink<Row> {
  return {
    push: (row) => {
      if (holds(row)) return next.push(row);
      counts.refused++;
      return true;
    },
    end: next.end,
  };
}

/** An alias is known to the items on its right. */
function addItems<Row>(
  items: readonly Item[],
  stage: Stage<Row>,
): { readonly names: Names<Row>; readonly shown: readonly Shown<Row>[] } {
  let { names } = stage;
  const shown = items.map(({ expression, name, hasAlias }): Shown<Row> => {
    const column = columnOf(expression, names);
    if (hasAlias) names = names.with([[name, column]]);
    return { name, column };
  });
  return { names, shown };
}
