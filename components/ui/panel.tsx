/** A flat box with a header that keeps its place. */
import type { ReactNode } from 'react';

interface PanelProps {
  readonly id?: string;
  readonly title: ReactNode;
  /** What stands beside the title, smaller; under it where the panel is narrow. */
  readonly note?: ReactNode;
  /** Controls at the right end of the header. */
  readonly tools?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Panel({ id, title, note, tools, className = '', children }: PanelProps) {
  return (
    <section
      id={id}
      className={`@container/panel min-w-0 rounded-panel border border-line bg-surface ${className}`}
    >
      <header className="grid min-h-10 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-line border-b px-3.5 py-1.5">
        <div className="contents flex-wrap items-baseline gap-x-3 @xl/panel:flex">
          <h2 className="flex items-center gap-2 font-semibold">{title}</h2>
          {note && (
            <div className="text-ink-3 text-xs @max-xl/panel:order-last @max-xl/panel:col-span-2 @max-xl/panel:pt-0.5">
              {note}
            </div>
          )}
        </div>
        {tools}
      </header>
      {children}
    </section>
  );
}
