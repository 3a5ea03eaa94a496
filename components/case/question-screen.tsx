/** Ticket, network, evidence, question, in this order for everybody; a wide screen puts the question beside the evidence. */
import { LogPanel } from '../flowlog/log-panel';
import { AnswerActions } from '../workbench/answer-actions';
import { AnswerMemory } from '../workbench/answer-memory';
import { CaseProvider } from '../workbench/case-context';
import { EvidenceDrawer } from '../workbench/evidence-drawer';
import { Hints } from '../workbench/hints';
import { NetworkPart } from '../workbench/network-part';
import { relatedOffers } from '../workbench/related-offers';
import { Splitter } from '../workbench/splitter';
import type { AskedCase } from './case-links';
import { ConfigurationPanel } from './configuration-panel';
import { GivenPanel } from './given-panel';
import { networkProps } from './network-props';
import { QuestionForm } from './question-form';
import { storageKey } from './storage-key';
import { TicketPanel } from './ticket-panel';

const COLUMNS =
  'flex flex-col gap-3 min-[1180px]:grid min-[1180px]:grid-cols-[22rem_minmax(0,1fr)] min-[1180px]:h-[calc(100dvh-52px-34px-1.5rem)] min-[1180px]:min-h-[40rem] min-[1440px]:grid-cols-[26.5rem_minmax(0,1fr)]';

export function QuestionScreen({ page }: { readonly page: AskedCase }) {
  const { view, offers, problem, allHref } = page;
  const { of, seed, shown, drawing } = view;
  const pickable = view.asks === 'diagnose' ? view.answer.options.map(({ id }) => id) : [];
  return (
    <CaseProvider caseRef={{ of, seed }} storageKey={storageKey(view)} offers={offers}>
      <JumpBar hasNetwork={drawing !== undefined} />
      <div className={COLUMNS}>
        <div className="contents min-[1180px]:flex min-[1180px]:min-h-0 min-[1180px]:flex-col min-[1180px]:gap-3 min-[1180px]:overflow-y-auto min-[1180px]:pr-1">
          <div className="min-w-0">
            <TicketPanel ticket={view.ticket} />
          </div>
          <div className="order-last min-w-0 min-[1180px]:order-none">
            <QuestionForm
              view={view}
              problem={problem}
              asksConfidence
              actions={
                <AnswerActions
                  showHref={`/case/${of.id}~${seed}?v=${view.version}&show=me`}
                  hasEvidence={offers.length > 0}
                />
              }
            />
            <AnswerMemory formId="answer" />
            <Hints />
          </div>
        </div>
        <div className="flex min-h-0 min-w-0 flex-col gap-3 min-[1180px]:gap-0">
          {drawing && (
            <NetworkPart
              network={networkProps(drawing, shown.log)}
              related={relatedOffers(drawing.network, offers)}
              pickable={pickable}
            />
          )}
          {drawing && <Splitter />}
          <EvidenceDrawer>
            <GivenPanel shown={shown} />
            {shown.log && <LogPanel view={shown.log} allHref={allHref} />}
            <ConfigurationPanel tables={shown.configuration} />
          </EvidenceDrawer>
        </div>
      </div>
    </CaseProvider>
  );
}

/** On a phone everything stands in one column: its parts are one tap apart. */
function JumpBar({ hasNetwork }: { readonly hasNetwork: boolean }) {
  const parts = [
    ...(hasNetwork ? [['#network', 'Network']] : []),
    ['#evidence', 'Evidence'],
    ['#answer', 'Answer'],
  ];
  return (
    <nav
      aria-label="Parts of the case"
      className="sticky top-0 z-10 -mx-4 mb-2 flex border-line border-b bg-surface px-2 sm:hidden"
    >
      {parts.map(([href, label]) => (
        <a
          key={href}
          href={href}
          className="flex min-h-11 flex-1 items-center justify-center font-[550] text-[13px]"
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
