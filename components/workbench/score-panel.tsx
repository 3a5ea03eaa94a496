'use client';
/** What the answer is worth: the answer itself, the evidence beside the cheapest that was enough, hints, and how sure one was. */
import { useEffect, useState } from 'react';
import type { CaseRef } from '@/lib/browser/engine/protocol';
import { caseScore, evidenceEfficiency } from '@/lib/core/quiz/score/case-score';
import { CONFIDENCES, certaintyMark } from '@/lib/core/quiz/score/confidence';
import { confidenceText } from '../case/confidence-field';
import { type Kept, keptUnder } from './store';

interface ScorePanelProps {
  readonly caseRef: CaseRef;
  readonly storageKey: string;
  /** 0 to 1. */
  readonly credit: number;
  readonly right: boolean;
  /** The answer was shown, not given. */
  readonly gaveUp: boolean;
}

interface Cost {
  readonly spent: number;
  readonly cheapest: number;
  readonly isExact: boolean;
}

export function ScorePanel({ caseRef, storageKey, credit, right, gaveUp }: ScorePanelProps) {
  const [kept, setKept] = useState<Kept>();
  const [cost, setCost] = useState<Cost>();
  const [isFailed, setIsFailed] = useState(false);
  useEffect(() => {
    const control = new AbortController();
    const state = keptUnder(storageKey);
    setKept(state);
    import('@/lib/browser/engine/engine')
      .then(({ engine }) => engine.call('cost', { ...caseRef, opened: state.opened }, control.signal))
      .then(setCost)
      .catch(() => !control.signal.aborted && setIsFailed(true));
    return () => control.abort();
  }, [caseRef, storageKey]);
  const hint = kept?.hint ?? 0;
  const score = cost && Math.round(caseScore({ credit, ...cost, hint, gaveUp }));
  const sure = CONFIDENCES.find((confidence) => confidence === kept?.confidence);
  return (
    <section
      aria-labelledby="score"
      className="flex min-h-24 items-center gap-5 rounded-panel border border-line bg-surface p-4"
    >
      <h2 id="score" className="sr-only">
        Score
      </h2>
      <p
        className="w-20 shrink-0 text-center font-[640] text-[46px] leading-none tabular-nums"
        aria-live="polite"
      >
        {score ?? <span className="text-ink-3 text-[13px]">{isFailed ? 'no score' : 'Counting…'}</span>}
      </p>
      <dl className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 text-[13px]">
        <dt className="text-ink-2">Answer</dt>
        <dd className="text-right font-semibold tabular-nums">{gaveUp ? 'shown' : credit.toFixed(2)}</dd>
        <dt className="text-ink-2">{evidenceText(cost)}</dt>
        <dd className="text-right font-semibold tabular-nums">
          {cost && credit === 1 ? evidenceEfficiency(cost).toFixed(2) : '–'}
        </dd>
        <dt className="text-ink-2">Hints</dt>
        <dd className="text-right font-semibold">{hint === 0 ? 'none' : `level ${hint}`}</dd>
        {sure && !gaveUp && (
          <>
            <dt className="text-ink-2">
              {confidenceText(sure)} sure, and {right ? 'right' : 'not right'}
            </dt>
            <dd className="text-right font-semibold tabular-nums">
              {signed(certaintyMark({ confidence: sure, right }))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function evidenceText(cost: Cost | undefined): string {
  if (!cost) return 'Evidence';
  return `Evidence: paid ${cost.spent}, ${cost.cheapest} ${cost.isExact ? 'was' : 'or less was'} enough`;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−');
}
