/** Rules or routes as the console lists them; in a verdict the row that decided is marked. */
import type { ConfigurationTable } from '@/lib/core/quiz/view';
import { IdText } from '../ui/id-text';
import { Mark } from '../ui/mark';
import { ScrollArea } from '../ui/scroll-area';

interface TableProps {
  readonly table: ConfigurationTable;
  readonly decidingRow?: number | undefined;
}

const CELL = 'px-1.5 py-1.5 @md/rules:px-3';
/** In a very narrow place a row may take two lines: what it says stays whole, and its verdict stays at the end. */
const ROW =
  '@max-[19rem]/rules:flex @max-[19rem]/rules:flex-wrap @max-[19rem]/rules:border-line @max-[19rem]/rules:border-t';
const VALUE = `${CELL} whitespace-nowrap border-line @min-[19rem]/rules:border-t first:pl-3 last:pr-3 @max-[19rem]/rules:last:ml-auto`;

export function RulesTable({ table, decidingRow }: TableProps) {
  return (
    <div className="@container/rules">
      <ScrollArea label={table.relation ? `${table.relation}: ${table.title}` : table.title}>
        <table className="w-full border-separate border-spacing-0 text-[11px] @md/rules:text-[12px]">
          <caption className="px-3 pt-2 pb-1 text-left text-[13px]">
            <span className="font-semibold">{table.title}</span>{' '}
            <span className="text-ink-3">
              {table.relation && `${table.relation} · `}
              <IdText text={table.id} />
            </span>
          </caption>
          <thead className="@max-[19rem]/rules:sr-only">
            <tr>
              {table.columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={`${CELL} text-left font-[550] text-ink-3 text-xs first:pl-3 last:pr-3`}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="font-mono">
            {table.rows.map((row, i) => (
              <tr key={row.join(' ')} className={`${ROW} ${i === decidingRow ? 'bg-reject-soft' : ''}`}>
                {row.map((cell, column) => (
                  <td
                    key={table.columns[column]}
                    className={`${VALUE} ${i === decidingRow ? 'first:shadow-[inset_3px_0_0_var(--reject)]' : ''}`}
                  >
                    <Cell text={cell} />
                  </td>
                ))}
              </tr>
            ))}
            {table.rows.length === 0 && (
              <tr>
                <td colSpan={table.columns.length} className={`${VALUE} font-sans text-ink-2`}>
                  no rules
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}

const MARKED: Readonly<Record<string, 'accept' | 'reject'>> = {
  allow: 'accept',
  active: 'accept',
  deny: 'reject',
  blackhole: 'reject',
};

function Cell({ text }: { readonly text: string }) {
  const mark = MARKED[text];
  if (!mark) return <IdText text={text} />;
  return (
    <span className={mark === 'accept' ? 'text-accept' : 'text-reject'}>
      <Mark kind={mark} size={12} className="mr-1.5 align-[-2px]" />
      {text}
    </span>
  );
}
