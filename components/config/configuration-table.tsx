/** Rules or routes as the console lists them; in a verdict the row that decided is marked. */
import type { ConfigurationTable } from '@/lib/core/quiz/view';
import { IdText } from '../ui/id-text';
import { Mark } from '../ui/mark';
import { ScrollArea } from '../ui/scroll-area';

interface TableProps {
  readonly table: ConfigurationTable;
  readonly decidingRow?: number | undefined;
}

export function RulesTable({ table, decidingRow }: TableProps) {
  return (
    <ScrollArea label={`${table.relation}: ${table.title}`}>
      <table className="w-full text-[12px]">
        <caption className="px-3 pt-2 pb-1 text-left text-[13px]">
          <span className="font-semibold">{table.title}</span>{' '}
          <span className="text-ink-3">
            {table.relation} · <IdText text={table.id} />
          </span>
        </caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-1 text-left font-[550] text-ink-3 text-xs">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="font-mono">
          {table.rows.map((row, i) => (
            <tr key={row.join(' ')} className={i === decidingRow ? 'bg-reject-soft' : ''}>
              {row.map((cell, column) => (
                <td
                  key={table.columns[column]}
                  className={`whitespace-nowrap border-line border-t px-3 py-1 ${i === decidingRow && column === 0 ? 'border-l-[3px] border-l-reject' : ''}`}
                >
                  <Cell text={cell} />
                </td>
              ))}
            </tr>
          ))}
          {table.rows.length === 0 && (
            <tr>
              <td
                colSpan={table.columns.length}
                className="border-line border-t px-3 py-1 font-sans text-ink-2"
              >
                no rules
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </ScrollArea>
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
    <span className={`inline-flex items-center gap-1.5 ${mark === 'accept' ? 'text-accept' : 'text-reject'}`}>
      <Mark kind={mark} size={12} />
      {text}
    </span>
  );
}
