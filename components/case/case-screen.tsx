/** One case: ticket and question on the left, the network and its log on the right; after the answer the verdict joins them. */
import type { QuestionView, VerdictView } from '@/lib/core/quiz/view';
import { LogPanel } from '../flowlog/log-panel';
import { NetworkPanel } from '../topology/network-panel';
import { SKIP_LINK } from '../ui/skip-link';
import { ConfigurationPanel } from './configuration-panel';
import { CounterfactualStrip } from './counterfactual-strip';
import { QuestionForm } from './question-form';
import { TicketPanel } from './ticket-panel';
import { VerdictPanel } from './verdict-panel';
import { WalkList } from './walk-list';

interface CaseScreenProps {
  readonly view: QuestionView;
  readonly verdict?: VerdictView | undefined;
  readonly problem?: string | undefined;
  /** The same trap with another seed. */
  readonly next: string;
  readonly allHref: string | undefined;
}

export function CaseScreen({ view, verdict, problem, next, allHref }: CaseScreenProps) {
  const target = view.log.interfaces.find(({ isTarget }) => isTarget);
  return (
    // One document order for everybody: ticket, evidence, question. A wide screen puts the question beside the evidence.
    <div className="mx-auto grid max-w-[1760px] grid-cols-[minmax(0,1fr)] content-start gap-4 px-4 pt-3 pb-24 sm:px-5 sm:pb-8 min-[1180px]:grid-cols-[clamp(20rem,33%,26.5rem)_minmax(0,1fr)] min-[1180px]:grid-rows-[auto_1fr]">
      <div className="min-[1180px]:col-start-1 min-[1180px]:row-start-1">
        <a href="#network" className={SKIP_LINK}>
          Skip to the network
        </a>
        <a href="#answer" className={SKIP_LINK}>
          Skip to the {verdict ? 'verdict' : 'question'}
        </a>
        <TicketPanel ticket={view.ticket} />
      </div>
      {verdict && (
        <div className="min-[1180px]:col-start-1 min-[1180px]:row-start-2">
          <VerdictPanel verdict={verdict} targetName={target?.name ?? 'the instance'} next={next} />
        </div>
      )}
      <div className="flex min-w-0 flex-col gap-4 min-[1180px]:col-start-2 min-[1180px]:row-span-2 min-[1180px]:row-start-1">
        {verdict && <CounterfactualStrip runs={verdict.runs} keyLayers={verdict.key} />}
        {verdict && <WalkList steps={verdict.walk} />}
        <NetworkPanel view={view.drawing} log={view.log} />
        <LogPanel view={view.log} allHref={allHref} />
        <ConfigurationPanel tables={view.configuration} />
      </div>
      {!verdict && (
        <div className="min-[1180px]:col-start-1 min-[1180px]:row-start-2">
          <QuestionForm view={view} problem={problem} />
        </div>
      )}
    </div>
  );
}
