/** The result of a query, or a list of any kind, as a table for a terminal: numbers to the right, everything else to the left. */
import { formatValue } from '@/lib/core/flowlog/insights/format-value';
import type { QueryResult } from '@/lib/core/flowlog/insights/run/start-query';

export function formatTable({ columns, rows }: Pick<QueryResult, 'columns' | 'rows'>): string {
  if (columns.length === 0) return '';
  const cells = rows.map((row) =>
    columns.map(({ kind }, index) => plain(formatValue(row[index] ?? null, kind))),
  );
  const heads = columns.map(({ name }) => plain(name));
  const widths = heads.map((head, index) =>
    cells.reduce((width, row) => Math.max(width, row[index]?.length ?? 0), head.length),
  );
  const line = (texts: readonly string[]): string => {
    const padded = texts.map((text, index) => {
      const width = widths[index] ?? 0;
      return columns[index]?.kind === 'number' ? text.padStart(width) : text.padEnd(width);
    });
    return `${padded.join('  ').trimEnd()}\n`;
  };
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('');
}

/** What would move the cursor or ring the bell has no business in a cell. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
