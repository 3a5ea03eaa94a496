/** What became of an attempt and what decided, by its Rule, with the list that was read. */
import type { SceneView } from '@/lib/core/lesson/scene-view';
import { RulesTable } from '../config/configuration-table';
import { ProseText } from '../ui/prose-text';
import { OutcomeText } from './outcome-text';
import { FRAME } from './prose';
import { pageName } from './source-link';

type Shown = Pick<SceneView, 'outcome' | 'story' | 'decided'>;

export function VerdictPart({ scene }: { readonly scene: Shown }) {
  return (
    <figure aria-label="Verdict" className={FRAME}>
      <VerdictText scene={scene} />
    </figure>
  );
}

export function VerdictText({ scene: { outcome, story, decided } }: { readonly scene: Shown }) {
  return (
    <div className="space-y-1.5 px-3.5 py-3 text-[13px]">
      <p>
        <OutcomeText outcome={outcome} />
      </p>
      <p className="text-ink-2">
        <ProseText prose={story} />
      </p>
      {decided && (
        <>
          <p className="font-[550]">
            <ProseText prose={decided.sentence} />
          </p>
          <p className="text-ink-2">
            {decided.rule.says} <span className="text-ink-3">({decided.rule.standing}, </span>
            <a href={decided.awsPage} className="text-accent underline">
              AWS: {pageName(decided.awsPage)}
            </a>
            <span className="text-ink-3">)</span>
          </p>
          {decided.table && <RulesTable table={decided.table} decidingRow={decided.table.decidingRow} />}
        </>
      )}
    </div>
  );
}
