/** How near predicted flow log records come to those that were written: field by field, and one record less for each too many. */
import type { FieldName, FlowLogRecord } from '../../flowlog/record';

export type PredictedRecord = { readonly [F in FieldName]?: FlowLogRecord[F] };

export interface RecordMatch {
  /** Place in the list of what was written. */
  readonly written: number;
  /** Place in the list of what was predicted; undefined: nobody predicted this record. */
  readonly predicted: number | undefined;
  readonly rightFields: readonly FieldName[];
}

export interface Prediction {
  readonly matches: readonly RecordMatch[];
  /** Places in the list of what was predicted and never written. */
  readonly extra: readonly number[];
  /** 0 to 1. */
  readonly credit: number;
}

/**
 * Mean over the records that were written of the share of asked fields that were right; a record that was never written costs
 * as much as one is worth. Records are paired so that most fields are right, the best pair first. Where nothing was
 * written, nothing has to be predicted.
 */
export function recordCredit(
  written: readonly FlowLogRecord[],
  predicted: readonly PredictedRecord[],
  asked: readonly FieldName[],
): Prediction {
  const pairs = written
    .flatMap((record, i) =>
      predicted.map((guess, j) => ({ i, j, right: asked.filter((field) => guess[field] === record[field]) })),
    )
    .filter(({ right }) => right.length > 0)
    // A stable sort: equal pairs in the order of the lists.
    .sort((a, b) => b.right.length - a.right.length);
  const byWritten = new Map<number, { readonly j: number; readonly right: readonly FieldName[] }>();
  const taken = new Set<number>();
  for (const { i, j, right } of pairs) {
    if (byWritten.has(i) || taken.has(j)) continue;
    byWritten.set(i, { j, right });
    taken.add(j);
  }
  const matches = written.map((_, i): RecordMatch => {
    const pair = byWritten.get(i);
    return { written: i, predicted: pair?.j, rightFields: pair?.right ?? [] };
  });
  const extra = predicted.flatMap((_, j) => (taken.has(j) ? [] : [j]));
  const won = matches.reduce((sum, { rightFields }) => sum + rightFields.length / asked.length, 0);
  const credit =
    written.length === 0 ? Number(extra.length === 0) : Math.max(0, (won - extra.length) / written.length);
  return { matches, extra, credit };
}
