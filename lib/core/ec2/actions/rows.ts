/** Rows of a Snapshot found and replaced, without touching the original. */
import type { Snapshot } from '../schema/snapshot';

export type RowOf<K extends keyof Snapshot> =
  NonNullable<Snapshot[K]> extends readonly (infer R)[] ? R : never;

export function rowsOf<K extends keyof Snapshot>(snapshot: Snapshot, key: K): readonly RowOf<K>[] {
  return (snapshot[key] ?? []) as readonly RowOf<K>[];
}

export function withRows<K extends keyof Snapshot>(
  snapshot: Snapshot,
  key: K,
  rows: readonly RowOf<K>[],
): Snapshot {
  return { ...snapshot, [key]: rows };
}

/** Every row as `change` leaves it; the very same Snapshot where it changes none. */
export function mapRows<K extends keyof Snapshot>(
  snapshot: Snapshot,
  key: K,
  change: (row: RowOf<K>) => RowOf<K>,
): Snapshot {
  const rows = rowsOf(snapshot, key);
  const changed = rows.map(change);
  return changed.every((row, i) => row === rows[i]) ? snapshot : withRows(snapshot, key, changed);
}

export function replaceRow<K extends keyof Snapshot>(
  snapshot: Snapshot,
  key: K,
  old: RowOf<K>,
  row: RowOf<K>,
): Snapshot {
  return mapRows(snapshot, key, (other) => (other === old ? row : other));
}

export function addRow<K extends keyof Snapshot>(snapshot: Snapshot, key: K, row: RowOf<K>): Snapshot {
  return withRows(snapshot, key, [...rowsOf(snapshot, key), row]);
}

export function removeRow<K extends keyof Snapshot>(snapshot: Snapshot, key: K, row: RowOf<K>): Snapshot {
  return withRows(
    snapshot,
    key,
    rowsOf(snapshot, key).filter((other) => other !== row),
  );
}

/** Every row for which `gone` does not hold; the very same Snapshot where it holds for none. */
export function removeRows<K extends keyof Snapshot>(
  snapshot: Snapshot,
  key: K,
  gone: (row: RowOf<K>) => boolean,
): Snapshot {
  const rows = rowsOf(snapshot, key);
  const left = rows.filter((row) => !gone(row));
  return left.length === rows.length ? snapshot : withRows(snapshot, key, left);
}
