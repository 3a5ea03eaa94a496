/** Flow logs as text, and questions about them: `ask('stats count(*)')` answers with the names and the values. */
import { DEFAULT_FIELDS } from '@/lib/core/flowlog/fields';
import { recordRows } from '@/lib/core/flowlog/insights/record-rows';
import type { Rows } from '@/lib/core/flowlog/insights/rows';
import { type QueryResult, runQuery, startQuery } from '@/lib/core/flowlog/insights/run/start-query';
import { parseQuery } from '@/lib/core/flowlog/insights/syntax/parse-query';
import type { Query } from '@/lib/core/flowlog/insights/syntax/query';
import type { Value } from '@/lib/core/flowlog/insights/value';
import type { ParsedRecord } from '@/lib/core/flowlog/record';
import { parseRecord } from '@/lib/core/flowlog/text';

/** 2026-11-23 10:00:00 UTC, in seconds. */
export const TEN = 1_795_428_000;

/** One record per line that is not blank. */
export function records(text: string, format: readonly string[] = DEFAULT_FIELDS): readonly ParsedRecord[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const door = parseRecord(line, format);
      if ('issue' in door) throw new Error(`${line}: ${door.issue}`);
      return door.record;
    });
}

/** `T+60` stands for a minute past ten. */
export function timed(text: string): string {
  return text.replace(/\bT(?:\+(\d+))?\b/g, (_match, seconds = '0') => String(TEN + Number(seconds)));
}

export function queryOf(text: string): Query {
  const door = parseQuery(text);
  if ('issues' in door) throw new Error(`${text}: ${JSON.stringify(door.issues)}`);
  return door.query;
}

export const DEFAULT_ROWS = recordRows(DEFAULT_FIELDS);

export function result<Row>(text: string, rows: Rows<Row>, all: Iterable<Row>, now = 0): QueryResult {
  return runQuery(queryOf(text), rows, all, { now });
}

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

export function ask<Row>(text: string, rows: Rows<Row>, all: Iterable<Row>, now = 0): Answer {
  const { columns, rows: values } = result(text, rows, all, now);
  return { columns: columns.map(({ name }) => name), rows: values };
}

export function notices<Row>(text: string, rows: Rows<Row>): readonly string[] {
  return startQuery(queryOf(text), rows, { now: 0 }).notices.map(({ message }) => message);
}

/** Rows of a table: fields of any name. */
export type Cells = Readonly<Record<string, Value>>;

/** Every name is a field, whether a row has it or not. */
export const CELLS: Rows<Cells> = {
  column: (name) => ({
    kind: name === '@timestamp' ? 'timestamp' : 'text',
    read: (row) => (Object.hasOwn(row, name) ? (row[name] ?? null) : null),
  }),
  names: [],
};

/** The value of one expression for one row. */
export function evaluate(expression: string, row: Cells = {}, now = 0): Value {
  return ask(`fields ${expression} as result | limit any 1`, CELLS, [row], now).rows[0]?.[0] ?? null;
}

/** Whether a filter lets one row through. */
export function passes(condition: string, row: Cells = {}): boolean {
  return ask(`filter ${condition} | limit any 1`, CELLS, [row]).rows.length === 1;
}
