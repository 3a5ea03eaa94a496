/** Thousands of rows of which only those that are seen are drawn; the table says how many there are. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { windowOf } from './window';

export interface GridColumn {
  readonly name: string;
  readonly head: ReactNode;
  readonly align: 'left' | 'right';
}

interface RecordGridProps {
  readonly caption: string;
  readonly columns: readonly GridColumn[];
  readonly count: number;
  cells(row: number): readonly ReactNode[];
  isMarked(row: number): boolean;
}

const ROW = 28;

export function RecordGrid({ caption, columns, count, cells, isMarked }: RecordGridProps) {
  const place = useRef<HTMLElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 400 });
  useEffect(() => {
    const region = place.current;
    if (!region) return;
    const look = (): void => setSeen({ top: region.scrollTop, height: region.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(region);
    region.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      region.removeEventListener('scroll', look);
    };
  }, []);
  const { first, end } = windowOf(seen.top, seen.height, ROW, count);
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  return (
    <section
      ref={place}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1 asks for it where a region scrolls
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto"
    >
      <table
        aria-rowcount={count + 1}
        className="w-full border-separate border-spacing-0 whitespace-nowrap text-[12px]"
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ name, head, align }) => (
              <th
                key={name}
                scope="col"
                className={`sticky top-0 z-[1] border-line border-b bg-surface px-2 py-1.5 font-[550] text-ink-3 text-xs first:pl-3.5 focus-within:z-10 hover:z-10 ${align === 'right' ? 'text-right' : 'text-left'}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="font-mono tabular-nums">
          <Spacer rows={first} columns={columns.length} />
          {rows.map((row) => (
            <tr
              key={row}
              aria-rowindex={row + 2}
              style={{ height: ROW }}
              className={isMarked(row) ? 'bg-reject-soft' : ''}
            >
              {cells(row).map((cell, i) => (
                <td
                  key={columns[i]?.name}
                  className={`border-line border-b px-2 first:pl-3.5 ${columns[i]?.align === 'right' ? 'text-right' : ''} ${isMarked(row) ? 'first:shadow-[inset_3px_0_0_var(--reject)]' : ''}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
          <Spacer rows={count - end} columns={columns.length} />
        </tbody>
      </table>
    </section>
  );
}

/** The room of rows that are not drawn. */
function Spacer({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  if (rows <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height: rows * ROW, padding: 0 }} />
    </tr>
  );
}
