/** From the views of a question to what its network panel shows. Runs on the server: the network itself stays there. */
import type { DrawingView, FlowLogView } from '@/lib/core/quiz/view';
import { gaugeOf, gaugeSentence } from '../flowlog/gauge';
import { drawingOf } from '../topology/drawing-of';
import type { NetworkPanelProps } from '../topology/network-panel';

export function networkProps(view: DrawingView, log: FlowLogView | undefined): NetworkPanelProps {
  const { from, to, interfaces } = log ?? { from: 0, to: 0, interfaces: [] };
  const glances = interfaces.map(({ interfaceId, records }) => [
    interfaceId,
    { bars: gaugeOf(records, from, to), sentence: gaugeSentence(records, from, to) },
  ]);
  return {
    drawing: drawingOf(view),
    glances: Object.fromEntries(glances),
    note: view.isDesign ? 'as designed, which need not be how it is configured' : asItIs(view),
  };
}

function asItIs({ differences }: DrawingView): string {
  return differences.length === 0
    ? 'as it is: attachments, routes and addresses are as designed'
    : 'as it is: what differs from the design is dashed';
}
