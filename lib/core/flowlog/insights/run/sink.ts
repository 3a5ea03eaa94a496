/** One stage of a running query: takes rows, and hands on what it makes of them. */
import type { Column } from '../rows';
import type { Value } from '../value';
import type { Names } from './names';

export interface Sink<Row> {
  /** False when no further row can change the result. */
  readonly push: (row: Row) => boolean;
  readonly end: () => void;
}

export interface Shown<Row> {
  readonly name: string;
  readonly column: Column<Row>;
}

/** What the commands so far have made of names and columns. */
export interface Stage<Row> {
  readonly names: Names<Row>;
  /** What is shown when no `display` says otherwise. */
  readonly shown: readonly Shown<Row>[];
  readonly display: readonly Shown<Row>[] | undefined;
}

/** What `parse` extracted from the row that is on its way through the stages. */
export type Slots = Value[];

/** A row that waits, with what was extracted from it. */
export interface Kept<Row> {
  readonly row: Row;
  readonly slots: readonly Value[] | undefined;
}

export function keep<Row>(row: Row, slots: Slots): Kept<Row> {
  return { row, slots: slots.length > 0 ? slots.slice() : undefined };
}

/** Hands waiting rows on, until nobody wants more. */
export function release<Row>(kept: Iterable<Kept<Row>>, slots: Slots, next: Sink<Row>): void {
  for (const { row, slots: extracted } of kept) {
    for (const [index, value] of (extracted ?? []).entries()) slots[index] = value;
    if (!next.push(row)) break;
  }
  next.end();
}
