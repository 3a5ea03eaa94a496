'use client';
/** A run of Reachability Analyzer: its path as components to walk along, and the analysis as AWS prints it. */
import { useId, useState } from 'react';
import type { AnalyzerExhibit, AnalyzerStep } from '@/lib/core/quiz/evidence/exhibit';
import { IdText } from '../ui/id-text';
import { Mark } from '../ui/mark';
import { ScrollArea } from '../ui/scroll-area';
import { SwitchView } from '../ui/switch-view';

interface AnalysisViewProps {
  readonly exhibit: AnalyzerExhibit;
  /** Marks a component in the drawing. */
  onPick(component: string): void;
  readonly pickedId: string | undefined;
}

const VIEWS = [
  { value: 'path', label: 'Path' },
  { value: 'json', label: 'JSON' },
];
const LEGS = { forward: 'There', return: 'Back', blocked: 'What explains it' } as const;

export function AnalysisView({ exhibit, onPick, pickedId }: AnalysisViewProps) {
  const name = useId();
  const [view, setView] = useState('path');
  const { analysis, cannot, steps } = exhibit;
  if (!analysis)
    return (
      <p className="flex items-center gap-2 p-3.5 text-ink-2">
        <Mark kind="none" /> Reachability Analyzer cannot be asked this: {cannot}
      </p>
    );
  const found = analysis.NetworkPathFound === true;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-3 px-3.5 pt-2">
        <p className="mr-auto flex items-center gap-2 font-semibold">
          <Mark kind={found ? 'accept' : 'reject'} /> {found ? 'Reachable' : 'Not reachable'}
        </p>
        <SwitchView name={name} label="Show the analysis as" options={VIEWS} onChange={setView} />
      </div>
      <ScrollArea label="Analysis" className="min-h-0 flex-1 px-3.5 pb-3">
        {view === 'json' ? (
          <pre className="whitespace-pre-wrap break-words py-2 font-mono text-[12px]">
            {JSON.stringify(analysis, undefined, 2)}
          </pre>
        ) : (
          (['forward', 'return', 'blocked'] as const).map((leg) => (
            <Leg
              key={leg}
              title={LEGS[leg]}
              steps={steps.filter((step) => step.leg === leg)}
              onPick={onPick}
              pickedId={pickedId}
            />
          ))
        )}
      </ScrollArea>
    </div>
  );
}

interface LegProps extends Pick<AnalysisViewProps, 'onPick' | 'pickedId'> {
  readonly title: string;
  readonly steps: readonly AnalyzerStep[];
}

function Leg({ title, steps, onPick, pickedId }: LegProps) {
  if (steps.length === 0) return null;
  return (
    <section className="mt-2">
      <h4 className="font-semibold text-[13px]">{title}</h4>
      <ol className="mt-1">
        {steps.map(({ component, name, code, means }, i) => {
          const key = `${i} ${component}`;
          return (
            <li key={key}>
              <button
                type="button"
                aria-pressed={pickedId === component}
                onClick={() => onPick(component)}
                className="flex min-h-8 w-full flex-wrap items-baseline gap-x-2 rounded-node px-2 py-1 text-left text-[13px] hover:bg-sunken aria-pressed:bg-accent-soft pointer-coarse:min-h-11"
              >
                <span className="w-5 shrink-0 text-ink-3 tabular-nums">{i + 1}</span>
                {name && <span className="font-[550]">{name}</span>}
                <IdText text={component} />
                {code && <code className="text-reject">{code}</code>}
                {means && <span className="basis-full pl-7 text-ink-2">{means}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
