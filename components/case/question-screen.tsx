/** Ticket, evidence, question, in this order for everybody; a wide screen puts the question beside the evidence. */
import type { QuestionView } from '@/lib/core/quiz/question-view';
import { LogPanel } from '../flowlog/log-panel';
import { NetworkPanel } from '../topology/network-panel';
import { COLUMNS } from './columns';
import { ConfigurationPanel } from './configuration-panel';
import { GivenPanel } from './given-panel';
import { networkProps } from './network-props';
import { QuestionForm } from './question-form';
import { TicketPanel } from './ticket-panel';

interface QuestionScreenProps {
  readonly view: QuestionView;
  readonly problem: string | undefined;
  readonly welcome: string | undefined;
  readonly allHref: string | undefined;
}

export function QuestionScreen({ view, problem, welcome, allHref }: QuestionScreenProps) {
  return (
    <div className={`grid content-start min-[1180px]:grid-rows-[auto_1fr] ${COLUMNS}`}>
      <div className="min-w-0 min-[1180px]:col-start-1">
        {welcome && <p className="mb-2 font-[550] text-ink-3 text-xs max-sm:hidden">{welcome}</p>}
        <TicketPanel ticket={view.ticket} />
      </div>
      <div className="flex min-w-0 flex-col gap-4 min-[1180px]:col-start-2 min-[1180px]:row-span-2 min-[1180px]:row-start-1">
        {view.drawing && <NetworkPanel {...networkProps(view.drawing, view.shown.log)} />}
        <GivenPanel shown={view.shown} />
        {view.shown.log && <LogPanel view={view.shown.log} allHref={allHref} />}
        <ConfigurationPanel tables={view.shown.configuration} />
      </div>
      <div className="min-w-0 min-[1180px]:col-start-1 min-[1180px]:row-start-2">
        <QuestionForm view={view} problem={problem} />
      </div>
    </div>
  );
}
