/** A CloudWatch Logs Insights query over the records of an exhibit, answered in text as its results page prints it. */

import { formatValue } from '@/lib/core/flowlog/insights/format-value';
import { rowsOf } from '@/lib/core/flowlog/insights/record-rows';
import { startQuery } from '@/lib/core/flowlog/insights/run/start-query';
import { parseQuery } from '@/lib/core/flowlog/insights/syntax/parse-query';
import type { Value } from '@/lib/core/flowlog/insights/value';
import type { WrittenRecord } from '@/lib/core/flowlog/record';
import type { Exhibit } from '@/lib/core/quiz/evidence/exhibit';
import type { QueryAnswer } from './protocol';

export function answerQuery(exhibit: Exhibit | undefined, text: string): QueryAnswer {
  const door = parseQuery(text);
  if ('issues' in door)
    return {
      issues: door.issues.map(({ at: { from, to }, message, expected }) => ({
        from,
        to,
        message: expected.length === 0 ? message : `${message}; expected ${expected.join(', ')}`,
      })),
    };
  const streams = exhibit?.kind === 'log' ? exhibit.streams : [];
  const fields = [...new Set(streams.flatMap((stream) => stream.fields))];
  const run = startQuery(
    door.query,
    rowsOf<WrittenRecord>(fields, {
      record: ({ record }) => record,
      message: ({ line }) => line,
      ingestionTime: ({ deliveredAt }) => deliveredAt,
    }),
    // The moment at which somebody looks: the end of what is read.
    { now: exhibit?.kind === 'log' ? exhibit.to : 0 },
  );
  for (const record of streams.flatMap((stream) => stream.records)) if (!run.push(record)) break;
  const { columns, rows, statistics } = run.finish();
  const printed = (value: Value, column: number): string =>
    value === null ? '' : formatValue(value, columns[column]?.kind ?? 'text');
  return {
    fields: columns.map(({ name }) => name),
    rows: rows.map((row) => row.map(printed)),
    matched: statistics.recordsMatched,
    scanned: statistics.recordsScanned,
    notices: run.notices.map(({ message }) => message),
  };
}
