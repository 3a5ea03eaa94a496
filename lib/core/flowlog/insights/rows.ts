/** What a query runs over: anything whose fields can be found by name once, and then read from row after row. */
import type { Kind, Value } from './value';

export interface Column<Row> {
  readonly kind: Kind;
  readonly read: (row: Row) => Value;
}

export interface Rows<Row> {
  /** `undefined` for a field that no row has. */
  readonly column: (name: string) => Column<Row> | undefined;
  /** The names by which fields are offered to somebody who writes a query. */
  readonly names: readonly string[];
}
