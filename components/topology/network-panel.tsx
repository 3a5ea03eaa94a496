/** The network of a case: drawing and table, one switch between them, and the small drawing on a phone. */
import type { DrawingView, FlowLogView } from '@/lib/core/quiz/view';
import { gaugeOf, gaugeSentence } from '../flowlog/gauge';
import { Panel } from '../ui/panel';
import { ScrollArea } from '../ui/scroll-area';
import { SwitchView } from '../ui/switch-view';
import { drawingOf } from './drawing';
import { Figure } from './figure';
import { FocusFigure } from './focus-figure';
import { focusLayout } from './focus-layout';
import { layout } from './layout';
import { TopologyTable } from './table';

interface NetworkPanelProps {
  readonly view: DrawingView;
  readonly log: FlowLogView;
}

const VIEWS = [
  { value: 'drawing', label: 'Drawing' },
  { value: 'table', label: 'Table' },
];

export function NetworkPanel({ view, log }: NetworkPanelProps) {
  const drawing = drawingOf(view);
  const { from, to } = log;
  const gauges = new Map(log.interfaces.map((own) => [own.interfaceId, gaugeOf(own.records, from, to)]));
  const logs = new Map(log.interfaces.map((own) => [own.interfaceId, gaugeSentence(own.records, from, to)]));
  const target = log.interfaces.find(({ isTarget }) => isTarget);
  const summary = `Network: ${view.summary}. The target ${target?.name ?? ''} has ${logs.get(view.targetId) ?? 'no log'}. The table has the same.`;
  return (
    <Panel
      id="network"
      title="Network"
      note={`${view.summary} · as designed, which need not be how it is configured`}
      tools={<SwitchView name="network" label="Show the network as" options={VIEWS} />}
      className="group/network"
    >
      <ScrollArea
        label="Network as a drawing"
        className="p-2 group-has-[#network-table:checked]/network:hidden sm:p-3"
      >
        <div className="hidden sm:block">
          <Figure layout={layout(drawing)} gauges={gauges} summary={summary} />
        </div>
        <div className="sm:hidden">
          <FocusFigure layout={focusLayout(drawing)} gauges={gauges} summary={summary} />
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
