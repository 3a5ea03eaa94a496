'use client';
/** One opened piece of evidence, while it comes, when it stands, and when it could not be had. */
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Exhibit } from '@/lib/core/quiz/evidence/exhibit';
import type { Offer } from '@/lib/core/quiz/evidence/offer';
import { KIND_TITLES } from '../evidence/tabs';
import { IdText } from '../ui/id-text';
import { Mark } from '../ui/mark';
import { useCase, useCaseActions, useEngine } from './case-context';

const LogView = lazy(async () => ({ default: (await import('../evidence/log-view')).LogView }));
const PageView = lazy(async () => ({ default: (await import('../evidence/page-view')).PageView }));
const TestView = lazy(async () => ({ default: (await import('../evidence/test-view')).TestView }));
const AnalysisView = lazy(async () => ({
  default: (await import('../evidence/analysis-view')).AnalysisView,
}));

export function ExhibitView({ offer }: { readonly offer: Offer }) {
  const look = useCase(({ looks }) => looks[offer.id]);
  const { open } = useCaseActions();
  return (
    <section
      aria-label={`${KIND_TITLES[offer.kind]} ${offer.title}`}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
    >
      <h3 className="flex flex-wrap items-baseline gap-x-2 px-3.5 pt-2.5 text-[13px]">
        <span className="text-ink-3">{KIND_TITLES[offer.kind]}</span>
        <span className="font-semibold">{offer.title}</span>
        {offer.title !== offer.component && (
          <span className="text-ink-3 text-xs">
            <IdText text={offer.component} />
          </span>
        )}
      </h3>
      {look?.state === 'open' ? (
        <Suspense fallback={<Bars />}>
          <Shown exhibit={look.exhibit} offer={offer} />
        </Suspense>
      ) : look?.state === 'failed' ? (
        <div role="alert" className="m-3.5 rounded-control border border-edge p-3.5">
          <p className="flex items-center gap-2 font-semibold">
            <Mark kind="reject" /> This could not be opened
          </p>
          <p className="mt-1 text-ink-2">{look.message} What was opened before still stands.</p>
          <button
            type="button"
            onClick={() => open(offer)}
            className="mt-2 min-h-8 rounded-control border border-edge px-3 font-semibold hover:border-accent pointer-coarse:min-h-11"
          >
            Try again
          </button>
        </div>
      ) : (
        <Bars />
      )}
    </section>
  );
}

function Shown({ exhibit, offer }: { readonly exhibit: Exhibit; readonly offer: Offer }) {
  const { engine, caseRef } = useEngine();
  const { select } = useCaseActions();
  const selectedId = useCase((state) => state.selectedId);
  switch (exhibit.kind) {
    case 'log':
      return (
        <LogView
          log={exhibit}
          name={offer.title}
          query={async (text) => (await engine()).call('query', { ...caseRef, offerId: offer.id, text })}
          complete={async (text, offset, fields) =>
            (await engine()).call('complete', { text, offset, fields })
          }
        />
      );
    case 'page':
      return <PageView page={exhibit} />;
    case 'test':
      return <TestView test={exhibit} />;
    case 'analysis':
      return <AnalysisView exhibit={exhibit} onPick={select} pickedId={selectedId} />;
    case 'missing':
      return (
        <p className="flex flex-wrap items-center gap-2 p-3.5">
          <Mark kind="none" /> <code>{exhibit.code}</code> {exhibit.message}
        </p>
      );
  }
}

/** Where something comes that takes longer than a glance. */
function Bars() {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="space-y-2.5 p-3.5" role="status">
      <span className="sr-only">Opening</span>
      {isLate && [1, 2, 3].map((bar) => <div key={bar} className="h-5 rounded-mark bg-sunken" />)}
    </div>
  );
}
