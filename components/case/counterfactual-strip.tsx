/** What if? Each card is a new run of the same attempts on the same world, with one thing changed. */
import { plain } from '@/lib/core/explain/prose';
import type { CounterfactualRun } from '@/lib/core/quiz/view';
import { Mark } from '../ui/mark';
import { ProseText } from '../ui/prose-text';
import { CliLines } from './cli-lines';
import { RunRecords } from './run-records';

interface StripProps {
  readonly runs: readonly CounterfactualRun[];
}

export function CounterfactualStrip({ runs }: StripProps) {
  const dialsAnew = runs.some(({ dialled }) => dialled !== undefined);
  return (
    <section aria-labelledby="what-if">
      <h2 id="what-if" className="font-[640] text-[17px]">
        What if?
      </h2>
      <p className="mb-2 text-ink-2">
        Each card is a new run of the same attempts, with what it says changed and nothing else.
        {dialsAnew &&
          ' One repair is a new address: there the attempts dial it, since no change makes the old one reachable.'}
      </p>
      <ol className="grid gap-3 sm:grid-cols-2 2xl:grid-cols-4">
        {runs.map((run) => (
          <li key={run.id} className="min-w-0">
            <RunCard run={run} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const PILL = 'shrink-0 rounded-full border px-2';

function RunCard({ run }: { readonly run: CounterfactualRun }) {
  return (
    <article
      className={`flex h-full flex-col gap-2 rounded-panel bg-surface p-3.5 ${run.mends ? 'border-2 border-accept' : 'border border-line'}`}
    >
      <header className="flex items-start gap-2 text-ink-3 text-xs">
        <h3 className="mr-auto min-w-0">{run.title}</h3>
        {run.isChosen && <span className={`${PILL} border-edge text-ink`}>your answer</span>}
        {run.isKey && <span className={`${PILL} border-accept text-accept`}>key</span>}
      </header>
      <ul className="space-y-1 leading-snug">
        {run.changes.map(({ sentence, isAlreadySo }) => (
          <li key={plain(sentence)} className={isAlreadySo ? 'text-ink-2' : 'font-[550]'}>
            <ProseText prose={sentence} />
          </li>
        ))}
      </ul>
      <CliLines commands={run.changes.flatMap(({ command }) => (command ? [command] : []))} />
      <p
        className={`mt-auto flex items-center gap-2 pt-1 font-semibold ${run.mends ? 'text-accept' : 'text-reject'}`}
      >
        <Mark kind={run.mends ? 'accept' : 'reject'} size={16} />
        {run.outcome}
      </p>
      <div className="text-ink-2 text-[13px]">
        <ProseText prose={run.sentence} />
        <RunRecords flows={run.flows} />
      </div>
    </article>
  );
}
