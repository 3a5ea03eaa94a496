/** The packet's walk in words, step by step, both legs. */
import { plain } from '@/lib/core/explain/prose';
import type { StepView } from '@/lib/core/quiz/view';
import { Mark } from '../ui/mark';
import { Panel } from '../ui/panel';
import { ProseText } from '../ui/prose-text';

const LEGS = [
  { leg: 'forward', title: 'The request' },
  { leg: 'return', title: 'The answer' },
] as const;

export function WalkList({ steps }: { readonly steps: readonly StepView[] }) {
  return (
    <Panel
      title="The packet’s walk"
      note={`${steps.length} ${steps.length === 1 ? 'step' : 'steps'}, the first attempt`}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3 p-3.5 @2xl/panel:grid-cols-[repeat(2,minmax(0,1fr))]">
        {LEGS.map(({ leg, title }) => (
          <Leg key={leg} title={title} steps={steps.filter((step) => step.leg === leg)} />
        ))}
      </div>
    </Panel>
  );
}

function Leg({ title, steps }: { readonly title: string; readonly steps: readonly StepView[] }) {
  return (
    <section>
      <h3 className="mb-1 font-semibold text-[13px]">{title}</h3>
      {steps.length === 0 ? (
        <p className="flex items-center gap-2 text-ink-2">
          <Mark kind="none" /> Never sent.
        </p>
      ) : (
        <ol className="space-y-1.5">
          {steps.map((step) => (
            <li key={plain(step.sentence)} className="flex items-start gap-2 text-[13px]">
              <Mark kind={step.allowed ? 'accept' : 'reject'} className="mt-[3px]" />
              <span className={step.allowed ? 'text-ink-2' : 'font-[550]'}>
                <span className="sr-only">{step.allowed ? 'passed: ' : 'stopped: '}</span>
                <ProseText prose={step.sentence} />
                {step.rule.standing === 'inferred' && <span className="text-infer"> (inferred)</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
