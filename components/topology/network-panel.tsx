/** The network of a case: drawing and table, one switch between them, and the small drawing on a phone. */
import type { DrawingView, FlowLogView } from '@/lib/core/quiz/view';
import { gaugeOf, gaugeSentence } from '../flowlog/gauge';
import { Panel } from '../ui/panel';
import { ScrollArea } from '../ui/scroll-area';
import { SwitchView } from '../ui/switch-view';
import { drawingOf } from './drawing';
import { Figure } from './figure';
import { focusLayout } from './focus-layout';
import { layout } from './layout';
import { TopologyTable } from './table';

interface NetworkPanelProps {
  readonly view: DrawingView;
  readonly log: FlowLogView | undefined;
}

/** Below these no word of a drawing would stay above 10.5 pixels. */
const NETWORK = { least: 0.915, most: 1.2 };
const FOCUS = { least: 0.912, most: 1.4 };

const AS_DESIGNED = 'as designed, which need not be how it is configured';

const VIEWS = [
  { value: 'drawing', label: 'Drawing' },
  { value: 'table', label: 'Table' },
];

export function NetworkPanel({ view, log }: NetworkPanelProps) {
  const drawing = drawingOf(view);
  const { from, to, interfaces } = log ?? { from: 0, to: 0, interfaces: [] };
  const gauges = new Map(interfaces.map((own) => [own.interfaceId, gaugeOf(own.records, from, to)]));
  const logs = new Map(interfaces.map((own) => [own.interfaceId, gaugeSentence(own.records, from, to)]));
  const target = interfaces.find(({ isTarget }) => isTarget);
  const summary = `Network: ${view.summary}. The target ${target?.name ?? ''} has ${logs.get(view.targetId) ?? 'no log'}.${view.differences.map(({ id, says }) => ` ${id}: ${says}.`).join('')} The table has the same.`;
  return (
    <Panel
      id="network"
      title="Network"
      note={
        <>
          <span className="max-sm:hidden">{view.summary} · </span>
          {view.isDesign ? AS_DESIGNED : asItIs(view)}
        </>
      }
      tools={<SwitchView name="network" label="Show the network as" options={VIEWS} />}
      className="group/network"
    >
      <ScrollArea
        label="Network as a drawing"
        className="p-1.5 group-has-[#network-table:checked]/network:hidden md:p-2 lg:p-3"
      >
        <div className="hidden md:block">
          <Figure layout={layout(drawing)} gauges={gauges} summary={summary} scale={NETWORK} />
        </div>
        <div className="md:hidden">
          <Figure layout={focusLayout(drawing)} gauges={gauges} summary={summary} scale={FOCUS} />
        </div>
      </ScrollArea>
      <ScrollArea
        label="Network as a table"
        className="hidden group-has-[#network-table:checked]/network:block"
      >
        <TopologyTable drawing={drawing} logs={logs} />
      </ScrollArea>
    </Panel>
  );
}

function asItIs({ differences }: DrawingView): string {
  return differences.length === 0
    ? 'as it is: attachments, routes and addresses are as designed'
    : 'as it is: what differs from the design is dashed';
}
