/** The verdict beside its proof: what was told, what happened and where, next to the runs and the evidence. */
import type { CounterfactualRun } from '@/lib/core/quiz/view';
import { LogPanel } from '../flowlog/log-panel';
import { WalkPanel } from '../trace/walk-panel';
import { ScorePanel } from '../workbench/score-panel';
import type { JudgedCase } from './case-links';
import { COLUMNS } from './columns';
import { ConfigurationPanel } from './configuration-panel';
import { CounterfactualStrip } from './counterfactual-strip';
import { GivenPanel } from './given-panel';
import { networkProps } from './network-props';
import { OptionList } from './option-list';
import { storageKey } from './storage-key';
import { TicketPanel } from './ticket-panel';
import { VerdictPanel } from './verdict-panel';
import { WalkList } from './walk-list';

/** Two columns as such; in one column their parts take turns, the runs before the walk. */
const COLUMN = 'contents min-w-0 flex-col gap-4 min-[1180px]:flex';

export function VerdictScreen({ page }: { readonly page: JudgedCase }) {
  const { view, verdict, gaveUp, allHref } = page;
  const target = view.shown.log?.interfaces.find(({ isTarget }) => isTarget);
  return (
    <div className={`flex flex-col ${COLUMNS}`}>
      <div className={COLUMN}>
        <TicketPanel ticket={view.ticket} />
        <VerdictPanel page={page} targetName={target?.name} />
        <ScorePanel
          caseRef={{ of: view.of, seed: view.seed }}
          storageKey={storageKey(view)}
          credit={verdict.credit}
          right={verdict.right}
          gaveUp={gaveUp}
        />
        {/* Nothing in the walk takes the focus: its place in one column changes no order of keys. */}
        <div className="order-2 min-[1180px]:order-none">
          {verdict.walk.length > 0 && <WalkList steps={verdict.walk} />}
        </div>
      </div>
      <div className={COLUMN}>
        <div className="order-1 min-[1180px]:order-none">
          {verdict.runs.length > 0 ? (
            <CounterfactualStrip runs={gaveUp ? verdict.runs.map(shownRun) : verdict.runs} />
          ) : (
            <OptionList
              options={
                gaveUp ? verdict.options.map((option) => ({ ...option, isChosen: false })) : verdict.options
              }
            />
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

/** Nobody chose it. */
function shownRun(run: CounterfactualRun): CounterfactualRun {
  return { ...run, isChosen: false, title: run.isChosen && run.isKey ? 'The answer' : run.title };
}
