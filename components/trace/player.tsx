'use client';
/** Plays a walk, steps it, and lets one scrub: each leg a row of pieces, one for each step. */
import { useEffect } from 'react';
import type { StepView } from '@/lib/core/quiz/view';
import { Icon } from '../ui/icon';

interface PlayerProps {
  readonly steps: readonly StepView[];
  readonly current: number;
  readonly isPlaying: boolean;
  readonly says: string;
  onGo(to: number): void;
  onPlay(): void;
}

const BUTTON =
  'grid size-9 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-sunken pointer-coarse:size-11';
const LEGS = [
  { leg: 'forward', title: 'request' },
  { leg: 'return', title: 'answer' },
] as const;

export function Player({ steps, current, isPlaying, says, onGo, onPlay }: PlayerProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, button, a, summary, [role=button], [role=tab]')
      )
        return;
      const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: steps.length - 1 }[
        event.key
      ];
      if (event.key === ' ') onPlay();
      else if (to !== undefined) onGo(to);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  const step = steps[current];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-3.5 py-2">
      <div className="flex items-center gap-1">
        <button type="button" aria-label="Step back" onClick={() => onGo(current - 1)} className={BUTTON}>
          <Icon name="back" />
        </button>
        <button
          type="button"
          aria-label={isPlaying ? 'Pause' : 'Play'}
          onClick={onPlay}
          className="grid size-10 place-items-center rounded-full bg-accent text-accent-ink pointer-coarse:size-11"
        >
          <Icon name={isPlaying ? 'pause' : 'play'} size={18} />
        </button>
        <button type="button" aria-label="Step on" onClick={() => onGo(current + 1)} className={BUTTON}>
          <Icon name="forward" />
        </button>
      </div>
      <div className="flex min-w-40 flex-1 flex-wrap gap-x-3">
        {LEGS.map(({ leg, title }) => (
          <fieldset key={leg} className="flex min-w-24 flex-1 flex-wrap gap-1">
            <legend className="text-[11px] text-ink-3">{title}</legend>
            {steps.map((one, i) => {
              const key = i;
              if (one.leg !== leg) return null;
              return (
                <button
                  key={key}
                  type="button"
                  aria-label={`Step ${i + 1}, ${one.allowed ? 'passed' : 'stopped'}`}
                  aria-current={i === current ? 'step' : undefined}
                  onClick={() => onGo(i)}
                  className="grid h-6 min-w-6 flex-1 place-items-center rounded-mark"
                >
                  <span className={`h-1.5 w-full rounded-full ${colour(one, i, current)}`} />
                </button>
              );
            })}
            {!steps.some((one) => one.leg === leg) && (
              <span className="py-1 text-ink-3 text-xs">never sent</span>
            )}
          </fieldset>
        ))}
      </div>
      <p role="status" className="min-w-0 basis-full text-[13px]">
        <strong className="font-semibold">
          Step {current + 1} of {steps.length}
        </strong>{' '}
        <span className={step?.allowed === false ? 'font-[550]' : 'text-ink-2'}>{says}</span>
      </p>
    </div>
  );
}

function colour({ allowed }: StepView, index: number, current: number): string {
  if (index > current) return 'bg-line';
  const ring = index === current ? 'outline-2 outline-ink outline-offset-2' : '';
  return `${allowed ? 'bg-accept' : 'bg-reject'} ${ring}`;
}
