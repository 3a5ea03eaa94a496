/** A live world in a lesson: who talks to whom, the drawing, what became of it, the logs, the walk. Needs no script. */
import { outcomeText } from '@/lib/core/lesson/part';
import type { SceneView } from '@/lib/core/lesson/scene-view';
import { networkProps } from '../case/network-props';
import { WalkList } from '../case/walk-list';
import { RecordTable } from '../flowlog/record-table';
import { Figure } from '../topology/figure';
import { focusLayout } from '../topology/focus-layout';
import { layout } from '../topology/layout';
import { TopologyList } from '../topology/topology-list';
import { ScrollArea } from '../ui/scroll-area';
import { OutcomeText } from './outcome-text';
import { FRAME } from './prose';

const WIDE = { least: 0.4, most: 1.15 };
const FOCUS = { least: 0.912, most: 1.4 };
const FOLDED =
  'border-line border-t [&>summary]:min-h-9 [&>summary]:cursor-pointer [&>summary]:px-3.5 [&>summary]:py-2 [&>summary]:text-[13px] [&>summary]:text-accent';

export function WorldPart({ id, scene }: { readonly id: string; readonly scene: SceneView }) {
  const { drawing, glances } = networkProps(scene.drawing, scene.log);
  const summary = `Drawing: ${scene.says}. ${outcomeText(scene.outcome)}. The list below has the same.`;
  return (
    <figure id={`world-${id}`} className={FRAME}>
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-line border-b px-3.5 py-2">
        <span className="font-semibold">{scene.says}</span>
        <OutcomeText outcome={scene.outcome} />
      </figcaption>
      <div className="p-2 max-md:hidden">
        <Figure layout={layout(drawing)} glances={glances} summary={summary} scale={WIDE} />
      </div>
      <div className="p-1.5 md:hidden">
        <Figure layout={focusLayout(drawing)} glances={glances} summary={summary} scale={FOCUS} />
      </div>
      {scene.log.interfaces.map(({ interfaceId, name, records }) => (
        <div key={interfaceId} className="@container/records min-w-0 border-line border-t pb-1">
          <p className="px-3.5 pt-2 pb-1 text-[13px]">
            Flow log of <span className="font-semibold">{name}</span> <code>{interfaceId}</code>
          </p>
          {records.length === 0 ? (
            <p className="px-3.5 pb-2 text-[13px] text-none">No record of any traffic.</p>
          ) : (
            <ScrollArea label={`Records of ${name} in the world ${id}`} className="max-h-60">
              <RecordTable
                records={records}
                scope={`${id}-${interfaceId}`}
                caption={`Records of ${name}, times in UTC`}
              />
            </ScrollArea>
          )}
        </div>
      ))}
      <details className={FOLDED}>
        <summary>The packet’s walk, step by step</summary>
        <div className="px-2 pb-2">
          <WalkList steps={scene.walk} />
        </div>
      </details>
      <details className={FOLDED}>
        <summary>The network as a list</summary>
        <TopologyList drawing={drawing} glances={glances} />
      </details>
    </figure>
  );
}
