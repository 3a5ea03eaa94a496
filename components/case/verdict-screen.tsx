/** The verdict beside its proof: what was told, what happened and where, next to the runs and the evidence. */
import type { QuestionView } from '@/lib/core/quiz/question-view';
import type { VerdictView } from '@/lib/core/quiz/verdict-view';
import { LogPanel } from '../flowlog/log-panel';
import { WalkPanel } from '../trace/walk-panel';
import { COLUMNS } from './columns';
import { ConfigurationPanel } from './configuration-panel';
import { CounterfactualStrip } from './counterfactual-strip';
import { GivenPanel } from './given-panel';
import { networkProps } from './network-props';
import { OptionList } from './option-list';
import { TicketPanel } from './ticket-panel';
import { VerdictPanel } from './verdict-panel';
import { WalkList } from './walk-list';

interface VerdictScreenProps {
  readonly view: QuestionView;
  readonly verdict: VerdictView;
  readonly next: string;
  readonly allHref: string | undefined;
}

/** Two columns as such; in one column their parts take turns, the runs before the walk. */
const COLUMN = 'contents min-w-0 flex-col gap-4 min-[1180px]:flex';

export function VerdictScreen({ view, verdict, next, allHref }: VerdictScreenProps) {
  const target = view.shown.log?.interfaces.find(({ isTarget }) => isTarget);
  return (
    <div className={`flex flex-col ${COLUMNS}`}>
      <div className={COLUMN}>
        <TicketPanel ticket={view.ticket} />
        <VerdictPanel verdict={verdict} of={view.of} targetName={target?.name} next={next} />
        {/* Nothing in the walk takes the focus: its place in one column changes no order of keys. */}
        <div className="order-2 min-[1180px]:order-none">
          {verdict.walk.length > 0 && <WalkList steps={verdict.walk} />}
        </div>
      </div>
      <div className={COLUMN}>
        <div className="order-1 min-[1180px]:order-none">
          {verdict.runs.length > 0 ? (
            <CounterfactualStrip runs={verdict.runs} />
          ) : (
            <OptionList options={verdict.options} />
          )}
        </div>
        <div className="order-3 flex flex-col gap-4 min-[1180px]:order-none">
          {verdict.drawing && (
            <WalkPanel network={networkProps(verdict.drawing, view.shown.log)} steps={verdict.walk} />
          )}
          <GivenPanel shown={view.shown} />
          {view.shown.log && <LogPanel view={view.shown.log} allHref={allHref} />}
          <ConfigurationPanel tables={view.shown.configuration} />
        </div>
      </div>
    </div>
  );
}
