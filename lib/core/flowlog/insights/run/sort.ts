/**
 * `sort`. Rows that are equal in every key keep the order in which they came; AWS leaves it open.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Sort.html
 */
import { compareKeys, sortKey } from '../natural-order';
import type { Value } from '../value';
import { FirstFew } from './first-few';
import { type Kept, keep, release, type Sink, type Slots } from './sink';

export interface SortColumn<Row> {
  readonly read: (row: Row) => Value;
  readonly descending: boolean;
}

interface Rank {
  readonly keys: readonly Value[];
  /** Which row it was. */
  readonly turn: number;
}

type Entry<Row> = Kept<Row> & Rank;

export interface SortOptions<Row> {
  readonly columns: readonly SortColumn<Row>[];
  /** How many of the first rows are wanted: no more are held. */
  readonly wanted: number;
  /** For `sort … | dedup …`: only the first row of each key is held. `undefined` for a row that is nobody's duplicate. */
  readonly distinct?: (row: Row) => string | undefined;
  readonly slots: Slots;
}

export function sortSink<Row>(options: SortOptions<Row>, next: Sink<Row>): Sink<Row> {
  const { columns, wanted, distinct, slots } = options;
  const order = orderOf(columns.map(({ descending }) => (descending ? -1 : 1)));
  const reads = columns.map(({ read }) => read);
  const first = new FirstFew<Entry<Row>, Rank>(order, wanted);
  const best = new Map<string, Entry<Row>>();
  // Filled anew for every row; only a row that is held gets its own.
  const rank = { keys: [] as Value[], turn: 0 };
  const entry = (row: Row): Entry<Row> => {
    const { row: kept, slots: extracted } = keep(row, slots);
    return { row: kept, slots: extracted, keys: rank.keys.slice(), turn: rank.turn };
  };
  return {
    push: (row) => {
      for (let i = 0; i < reads.length; i++) rank.keys[i] = sortKey(reads[i]?.(row) ?? null);
      rank.turn++;
      const key = distinct?.(row);
      if (key === undefined) {
        if (first.wants(rank)) first.add(entry(row));
        return true;
      }
      const rival = best.get(key);
      if (!rival || order(rank, rival) < 0) best.set(key, entry(row));
      return true;
    },
    end: () => {
      for (const each of best.values()) if (first.wants(each)) first.add(each);
      release(first.take(), slots, next);
    },
  };
}

function orderOf(signs: readonly number[]): (a: Rank, b: Rank) => number {
  return (a, b) => {
    for (let i = 0; i < signs.length; i++) {
      const difference = compareKeys(a.keys[i] ?? null, b.keys[i] ?? null);
      if (difference !== 0) return difference * (signs[i] ?? 1);
    }
    return a.turn - b.turn;
  };
}
