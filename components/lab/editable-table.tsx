'use client';
/** One list of the network as it is, row by row; a row is taken away by the button at its end. */
import type { EditableList } from '@/lib/core/quiz/lab/editable';
import { Icon } from '../ui/icon';
import { IdText } from '../ui/id-text';
import { Mark } from '../ui/mark';
import { ScrollArea } from '../ui/scroll-area';

interface EditableTableProps {
  readonly list: EditableList;
  /** Lines that are written already: their rows are struck through. */
  readonly lines: readonly string[];
  onRemove(line: string): void;
}

const MARKS: Readonly<Record<string, 'accept' | 'reject'>> = {
  allow: 'accept',
  active: 'accept',
  deny: 'reject',
  blackhole: 'reject',
};
const CELL = 'border-line border-t px-2 py-1 first:pl-3.5 whitespace-nowrap';

export function EditableTable({ list, lines, onRemove }: EditableTableProps) {
  const { id, columns, rows } = list;
  return (
    <ScrollArea label={`Rows of ${list.name}`}>
      <table className="w-full text-[12px]">
        <caption className="sr-only">
          {list.name} {id}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="px-2 py-1.5 text-left font-[550] text-ink-3 text-xs first:pl-3.5"
              >
                {column}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Take away</span>
            </th>
          </tr>
        </thead>
        <tbody className="font-mono">
          {rows.map(({ cells, remove }, i) => {
            const key = `${i} ${cells.join(' ')}`;
            const isGone = remove !== undefined && lines.includes(remove);
            return (
              <tr key={key} className={isGone ? 'text-ink-3 line-through' : ''}>
                {cells.map((cell, column) => (
                  <td key={columns[column]} className={CELL}>
                    {MARKS[cell] && <Mark kind={MARKS[cell]} size={12} className="mr-1.5 align-[-2px]" />}
                    <IdText text={cell} />
                  </td>
                ))}
                <td className={`${CELL} text-right`}>
                  {remove && !isGone && (
                    <button
                      type="button"
                      aria-label={`Remove ${cells.join(' ')}`}
                      onClick={() => onRemove(remove)}
                      className="grid size-8 place-items-center rounded-control text-ink-2 hover:bg-sunken pointer-coarse:size-11"
                    >
                      <Icon name="minus" size={14} />
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length + 1} className={`${CELL} font-sans text-ink-2`}>
                no rules
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </ScrollArea>
  );
}
