'use client';
/** A page of the console, as its tables or as what the command line prints of the same thing. */
import { useId, useState } from 'react';
import type { PageExhibit } from '@/lib/core/quiz/evidence/exhibit';
import { RulesTable } from '../config/configuration-table';
import { ScrollArea } from '../ui/scroll-area';
import { SwitchView } from '../ui/switch-view';

interface PageViewProps {
  readonly page: PageExhibit;
  readonly decidingRow?: number | undefined;
}

const VIEWS = [
  { value: 'console', label: 'Console' },
  { value: 'json', label: 'JSON' },
];

export function PageView({ page }: PageViewProps) {
  const name = useId();
  const [view, setView] = useState('console');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex justify-end px-3 pt-2">
        <SwitchView name={name} label="Show the page as" options={VIEWS} onChange={setView} />
      </div>
      <ScrollArea label={`Page of ${page.component}`} className="min-h-0 flex-1 pb-2">
        {view === 'json'
          ? page.printed.map(({ command, output }) => (
              <pre
                key={command}
                className="whitespace-pre-wrap break-words px-3.5 py-2 font-mono text-[12px]"
              >
                <span className="text-ink-3">$ {command}</span>
                {'\n'}
                {JSON.stringify(output, undefined, 2)}
              </pre>
            ))
          : page.tables.map((table) => (
              <RulesTable
                key={table.title}
                table={{ ...table, kind: 'route-table', id: page.component, relation: '' }}
              />
            ))}
      </ScrollArea>
    </div>
  );
}
