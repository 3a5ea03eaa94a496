/**
 * `dedup`: the first row of each combination of values. A row that lacks one of the fields is nobody's duplicate.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Dedup.html
 */
import type { FieldReference } from '../syntax/query';
import { columnOf } from './evaluate';
import type { Names } from './names';
import type { Sink } from './sink';

export function dedupSink<Row>(keyOf: (row: Row) => string | undefined, next: Sink<Row>): Sink<Row> {
  const seen = new Set<string>();
  return {
    push: (row) => {
      const key = keyOf(row);
      if (key !== undefined) {
        if (seen.has(key)) return true;
        seen.add(key);
      }
      return next.push(row);
    },
    end: next.end,
  };
}

export function duplicateKey<Row>(
  fields: readonly FieldReference[],
  names: Names<Row>,
): (row: Row) => string | undefined {
  const reads = fields.map((field) => columnOf(field, names).read);
  return (row) => {
    let key = '';
    for (const read of reads) {
      const value = read(row);
      if (value === null) return undefined;
      key += `${value}\u0000`;
    }
    return key;
  };
}
