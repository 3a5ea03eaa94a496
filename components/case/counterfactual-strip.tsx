/** What if? Each card is a new run of the same traffic on the same world with one change. */
import { plain } from '@/lib/core/explain/prose';
import type { CounterfactualRun } from '@/lib/core/quiz/view';
import type { Layer } from '@/lib/core/scenario/layer';
import { Mark } from '../ui/mark';
import { ProseText } from '../ui/prose-text';
import { RunRecords } from './run-records';

interface StripProps {
  readonly runs: readonly CounterfactualRun[];
  readonly keyLayers: readonly Layer[];
}

export function CounterfactualStrip({ runs, keyLayers }: StripProps) {
  return (
    <section aria-labelledby="what-if">
      <h2 id="what-if" className="font-[640] text-[17px]">
        What if?
      </h2>
      <p className="mb-2 text-ink-2">
        Each card is a new run of the same traffic with one layer changed, and nothing else.
      </p>
      <ol className="grid gap-3 sm:grid-cols-2 2xl:grid-cols-4">
        {runs.map((run) => (
          <li key={run.layer} className="min-w-0">
            <RunCard run={run} isKey={keyLayers.includes(run.layer)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function RunCard({ run, isKey }: { readonly run: CounterfactualRun; readonly isKey: boolean }) {
  const commands = run.changes.flatMap(({ command }) => command ?? []);
  return (
    <article
      className={`flex h-full flex-col gap-2 rounded-panel border bg-surface p-3.5 ${run.mends ? 'border-2 border-accept' : 'border-line'}`}
    >
      <header className="flex flex-wrap items-center gap-x-2 text-ink-3 text-xs">
        {run.title}
        {run.isChosen && <span className="rounded-full border border-edge px-2 text-ink">your answer</span>}
        {isKey && <span className="rounded-full border border-accept px-2 text-accept">key</span>}
      </header>
      <ul className="space-y-1 font-[550] leading-snug">
        {run.changes.map(({ sentence }) => (
          <li key={plain(sentence)}>
            <ProseText prose={sentence} />
          </li>
        ))}
      </ul>
      {commands.length > 0 && (
        <details className="text-xs">
          <summary className="text-accent">
            {commands.length === 1 ? 'As an AWS CLI line' : 'As AWS CLI lines'}
          </summary>
          <pre className="mt-1 whitespace-pre-wrap break-words rounded-control bg-sunken px-2.5 py-2 font-mono text-[11.5px]">
            {commands.join('\n')}
          </pre>
        </details>
      )}
      <p
        className={`mt-auto flex items-center gap-2 pt-1 font-semibold ${run.mends ? 'text-accept' : 'text-reject'}`}
      >
        <Mark kind={run.mends ? 'accept' : 'reject'} size={16} />
        {run.outcome}
      </p>
      <div className="text-ink-2 text-[13px]">
        <ProseText prose={run.sentence} />
        <RunRecords records={run.records} />
      </div>
    </article>
  );
}
