/** What the tools answer in a lesson: a query with its rows, a run of the analyzer, and a question to try alone. */
import type { Part } from '@/lib/core/lesson/part';
import { Mark } from '../ui/mark';
import { ScrollArea } from '../ui/scroll-area';
import { FRAME } from './prose';

type Of<Kind extends Part['kind']> = Omit<Extract<Part, { kind: Kind }>, 'kind'>;

export function QueryPart({ text, columns, rows }: Of<'query'>) {
  return (
    <figure aria-label="A query and its result" className={FRAME}>
      <pre className="overflow-x-auto whitespace-pre-wrap bg-sunken px-3.5 py-2 font-mono text-[12px]">
        {text}
      </pre>
      <ScrollArea label="Result of the query">
        <table className="w-full text-left font-mono text-[12px]">
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" className="px-3.5 py-1.5 font-[550] font-sans text-ink-3 text-xs">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join(' ')}>
                {row.map((cell, i) => (
                  <td key={columns[i]} className="border-line border-t px-3.5 py-1.5">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {rows.length === 0 && <p className="px-3.5 py-2 text-[13px] text-none">No row.</p>}
    </figure>
  );
}

export function AnalysisPart({ reachable, explanations }: Of<'analysis'>) {
  return (
    <figure aria-label="Reachability Analyzer" className={FRAME}>
      <p className="flex items-center gap-2 px-3.5 py-2 font-semibold">
        <Mark kind={reachable ? 'accept' : 'reject'} /> Reachability Analyzer:{' '}
        {reachable ? 'reachable' : 'not reachable'}
      </p>
      {explanations.length > 0 && (
        <ul className="space-y-1.5 px-3.5 pb-3 text-[13px]">
          {explanations.map(({ code, means }) => (
            <li key={code}>
              <a href={`/glossary#${code}`} className="break-all font-mono text-[12px] text-accent underline">
                {code}
              </a>{' '}
              <span className="text-ink-2">{means}</span>
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

export function QuestionPart({ title, asks, href, trap }: Of<'question'>) {
  return (
    <figure aria-label="Now you" className={`${FRAME} border-accent`}>
      <div className="space-y-2 px-3.5 py-3">
        <p className="font-[550] text-accent text-xs">Now you, alone</p>
        <p className="font-semibold">{title}</p>
        <p className="text-[13px] text-ink-2">{asks}</p>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <a
            href={href}
            className="inline-flex min-h-11 items-center rounded-control bg-accent px-4 font-semibold text-accent-ink"
          >
            Open the case
          </a>
          <a href={`/traps/${trap}`} className="text-[13px] text-accent underline">
            About this trap
          </a>
        </p>
      </div>
    </figure>
  );
}
