/** The first case on the first page: ticket, network, log and question, with next to no script. Its answer leads to the workbench. */
import { LogPanel } from '../flowlog/log-panel';
import { StillPanel } from '../topology/still-panel';
import { CaseFrame } from './case-frame';
import type { AskedCase } from './case-links';
import { COLUMNS } from './columns';
import { ConfigurationPanel } from './configuration-panel';
import { GivenPanel } from './given-panel';
import { networkProps } from './network-props';
import { QuestionForm } from './question-form';
import { TicketPanel } from './ticket-panel';

interface WelcomeScreenProps {
  readonly page: AskedCase;
  /** A line above the ticket, for somebody who has just arrived. */
  readonly welcome: string;
}

export function WelcomeScreen({ page: { view, problem, allHref }, welcome }: WelcomeScreenProps) {
  const { drawing, shown } = view;
  return (
    <CaseFrame aim="question">
      <div className={`grid content-start min-[1180px]:grid-rows-[auto_1fr] ${COLUMNS}`}>
        <div className="min-w-0 min-[1180px]:col-start-1">
          <p className="mb-2 font-[550] text-ink-3 text-xs max-sm:hidden">{welcome}</p>
          <TicketPanel ticket={view.ticket} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 min-[1180px]:col-start-2 min-[1180px]:row-span-2 min-[1180px]:row-start-1">
          {drawing && <StillPanel {...networkProps(drawing, shown.log)} />}
          <GivenPanel shown={shown} />
          {shown.log && <LogPanel view={shown.log} allHref={allHref} />}
          <ConfigurationPanel tables={shown.configuration} />
        </div>
        <div className="min-w-0 min-[1180px]:col-start-1 min-[1180px]:row-start-2">
          <QuestionForm view={view} problem={problem} asksConfidence={false} />
        </div>
      </div>
    </CaseFrame>
  );
}
