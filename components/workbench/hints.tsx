'use client';
/** Hints in three steps, each with what it costs, ten seconds apart; offered unasked after looks that led nowhere. */
import { useEffect, useState } from 'react';
import type { HintStep } from '@/lib/core/quiz/hint';
import { ProseText } from '../ui/prose-text';
import { useCase, useCaseActions } from './case-context';

const STEPS: readonly { readonly step: HintStep; readonly ask: string; readonly cost: string }[] = [
  { step: 1, ask: 'What is still possible', cost: 'costs 10 %' },
  { step: 2, ask: 'Where to look', cost: 'costs 25 %' },
  { step: 3, ask: 'The step that decides', cost: 'costs 60 %' },
];
/** A hint is to be thought about before the next. */
const LOCK = 10_000;
/** Looks after which help is offered unasked. */
const PROBES = 2;

export function Hints() {
  const hints = useCase((state) => state.hints);
  const opened = useCase((state) => state.opened.length);
  const [isOpen, setIsOpen] = useState(false);
  const [isLocked, setIsLocked] = useState(false);
  const { askHint } = useCaseActions();
  const taken = STEPS.filter(({ step }) => hints[step]);
  const next = STEPS[taken.length];
  useEffect(() => {
    if (taken.length === 0) return;
    setIsLocked(true);
    const timer = setTimeout(() => setIsLocked(false), LOCK);
    return () => clearTimeout(timer);
  }, [taken.length]);
  const isOffered = opened >= PROBES && taken.length === 0 && !isOpen;
  return (
    <section aria-label="Hints" className="mt-2">
      <button
        type="button"
        data-key="h"
        aria-keyshortcuts="h"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="min-h-9 font-[550] text-[13px] text-accent pointer-coarse:min-h-11"
      >
        {isOffered ? 'Not sure yet? Take a hint' : 'Hint'}
      </button>
      {isOpen && (
        <div className="mt-1 space-y-2 rounded-control border border-line bg-surface p-3 text-[13px]">
          <ol className="space-y-2" aria-live="polite">
            {taken.map(({ step, ask }) => {
              const look = hints[step];
              return (
                <li key={step}>
                  <span className="block text-ink-3 text-xs">{ask}</span>
                  {look?.state === 'open' ? (
                    <ProseText prose={look.hint.says} />
                  ) : look?.state === 'failed' ? (
                    look.message
                  ) : (
                    'Working it out…'
                  )}
                </li>
              );
            })}
          </ol>
          {next && (
            <button
              type="button"
              onClick={() => !isLocked && askHint(next.step)}
              className="flex min-h-9 w-full items-center justify-between gap-3 rounded-control border border-edge px-3 font-[550] hover:border-accent pointer-coarse:min-h-11"
            >
              {next.ask}
              <span className="font-normal text-ink-3 text-xs">
                {isLocked ? 'in ten seconds' : next.cost}
              </span>
            </button>
          )}
        </div>
      )}
    </section>
  );
}
