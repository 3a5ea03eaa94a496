/** Rows of a Snapshot found and replaced by id, without touching the original. */
import type { Snapshot } from '../schema/snapshot';

type RowsOf<K extends keyof Snapshot> = NonNullable<Snapshot[K]> extends readonly (infer R)[] ? R : never;

export function rowsOf<K extends keyof Snapshot>(snapshot: Snapshot, key: K): readonly RowsOf<K>[] {
  return (snapshot[key] ?? []) as readonly RowsOf<K>[];
}

export function withRows<K extends keyof Snapshot>(
  snapshot: Snapshot,
  key: K,
  rows: readonly RowsOf<K>[],
): Snapshot {
  return { ...snapshot, [key]: rows };
}

export function replaceRow<K extends keyof Snapshot>(
  snapshot: Snapshot,
  key: K,
  old: RowsOf<K>,
  row: RowsOf<K>,
): Snapshot {
  return withRows(
    snapshot,
    key,
    rowsOf(snapshot, key).map((other) => (other === old ? row : other)),
  );
}

export function addRow<K extends keyof Snapshot>(snapshot: Snapshot, key: K, row: RowsOf<K>): Snapshot {
  return withRows(snapshot, key, [...rowsOf(snapshot, key), row]);
}

export function removeRow<K extends keyof Snapshot>(snapshot: Snapshot, key: K, row: RowsOf<K>): Snapshot {
  return withRows(
    snapshot,
    key,
    rowsOf(snapshot, key).filter((other) => other !== row),
  );
}
