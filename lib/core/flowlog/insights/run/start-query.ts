/**
 * Runs a query over rows that come one by one. What is held is bounded by the limit of the query, by the number of
 * groups of `stats` and of distinct values of `dedup`, and by what an aggregation says of itself; rows themselves
 * are held only by a `sort` or `tail` without a limit behind it.
 */
import type { Column, Rows } from '../rows';
import { nearest } from '../syntax/nearest';
import type { FieldReference, Query } from '../syntax/query';
import type { Kind, Value } from '../value';
import { Names } from './names';
import { noticesOf, type QueryNotice } from './notices';
import { buildPipeline } from './pipeline';
import { planOf } from './plan';

export interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly kind: Kind }[];
  readonly rows: readonly (readonly Value[])[];
  /** As `GetQueryResults` has them. */
  readonly statistics: { readonly recordsScanned: number; readonly recordsMatched: number };
}

export interface QueryRun<Row> {
  /** What runs, and may not be meant: fields that no row has, periods that AWS caps. */
  readonly notices: readonly QueryNotice[];
  /** False when no further row can change the result. */
  readonly push: (row: Row) => boolean;
  /** Once, after the last row. */
  readonly finish: () => QueryResult;
}

export interface QueryOptions {
  /** Milliseconds since 1970, for `now()`. */
  readonly now: number;
}

export function startQuery<Row>(query: Query, rows: Rows<Row>, { now }: QueryOptions): QueryRun<Row> {
  const unknown = new Map<string, FieldReference>();
  const fieldOf = (field: FieldReference): Column<Row> | undefined => {
    const column = rows.column(field.name);
    // What nobody wrote has no place in the text.
    if (!column && field.at.to > 0 && !unknown.has(field.name)) unknown.set(field.name, field);
    return column;
  };
  const counts = { refused: 0 };
  let scanned = 0;
  const pipeline = buildPipeline(planOf(query.commands), new Names(now, fieldOf), counts);
  const missing = [...unknown.values()].map(({ name, at }): QueryNotice => {
    const near = nearest(name, rows.names);
    const hint = near === undefined ? '' : `: did you mean \`${near}\`?`;
    return { at, message: `no event of this log has a field \`${name}\`${hint}` };
  });
  const { sink } = pipeline;
  return {
    notices: [...missing, ...noticesOf(query.commands)].sort((a, b) => a.at.from - b.at.from),
    push: (row) => {
      scanned++;
      return sink.push(row);
    },
    finish: () => {
      sink.end();
      return {
        ...pipeline.output,
        statistics: { recordsScanned: scanned, recordsMatched: scanned - counts.refused },
      };
    },
  };
}

/** Over rows that are all there. */
export function runQuery<Row>(
  query: Query,
  rows: Rows<Row>,
  all: Iterable<Row>,
  options: QueryOptions,
): QueryResult {
  const run = startQuery(query, rows, options);
  for (const row of all) if (!run.push(row)) break;
  return run.finish();
}
