/** What a query found, as rows of text. */
import type { QueryAnswer } from '@/lib/browser/engine/protocol';
import { count } from '../ui/time-text';
import { RecordGrid } from './record-grid';

export function QueryResult({ answer }: { readonly answer: Exclude<QueryAnswer, { issues: unknown }> }) {
  const { fields, rows, matched, scanned, notices } = answer;
  return (
    <>
      <p className="px-3.5 pb-1 text-ink-3 text-xs" role="status">
        {rows.length === 1 ? '1 row' : `${count(rows.length)} rows`}, {count(matched)} of {count(scanned)}{' '}
        records matched.{notices.length > 0 && ` ${notices.join('. ')}.`}
      </p>
      <RecordGrid
        caption="Result of the query"
        count={rows.length}
        columns={fields.map((name) => ({ name, head: name, align: 'left' }))}
        cells={(row) => rows[row] ?? []}
        isMarked={() => false}
      />
    </>
  );
}
