/** The network as a picture and a list, without a script: what stands on the first page, and costs nothing to load. */
import { Panel } from '../ui/panel';
import { ScrollArea } from '../ui/scroll-area';
import { SwitchView } from '../ui/switch-view';
import { LEGIBLE } from './camera';
import { Figure } from './figure';
import { focusLayout } from './focus-layout';
import { layout } from './layout';
import type { NetworkPanelProps } from './network-panel';
import { countsOf, summaryOf } from './summary';
import { TopologyList } from './topology-list';

const WHOLE = { least: LEGIBLE, most: 1.2 };
/** On a phone: below the first no word of the drawing would stay above 10.5 pixels. */
const FOCUS = { least: 0.912, most: 1.4 };

const VIEWS = [
  { value: 'drawing', label: 'Drawing' },
  { value: 'list', label: 'List' },
];

export function StillPanel({
  drawing,
  glances,
  note,
}: Pick<NetworkPanelProps, 'drawing' | 'glances' | 'note'>) {
  const summary = summaryOf(drawing, glances);
  return (
    <Panel
      id="network"
      title="Network"
      note={
        <>
          <span className="max-sm:hidden">{countsOf(drawing)} · </span>
          {note}
        </>
      }
      tools={<SwitchView name="network" label="Show the network as" options={VIEWS} />}
      className="group/network"
    >
      <ScrollArea
        label="Network as a drawing"
        className="p-1.5 group-has-[#network-list:checked]/network:hidden md:p-3"
      >
        <div className="max-md:hidden">
          <Figure layout={layout(drawing)} glances={glances} summary={summary} scale={WHOLE} />
        </div>
        <div className="md:hidden">
          <Figure layout={focusLayout(drawing)} glances={glances} summary={summary} scale={FOCUS} />
        </div>
      </ScrollArea>
      <div className="hidden group-has-[#network-list:checked]/network:block">
        <TopologyList drawing={drawing} glances={glances} />
      </div>
    </Panel>
  );
}
