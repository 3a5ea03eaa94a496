'use client';
import { type ReactNode, useState } from 'react';
/** The network of a case: drawing and list, one switch between them, and the small drawing on a phone. */
import type { LogGlance } from '../flowlog/gauge';
import { Panel } from '../ui/panel';
import { SwitchView } from '../ui/switch-view';
import type { Box } from './box';
import type { Drawing } from './drawing';
import { Figure } from './figure';
import { focusLayout } from './focus-layout';
import { countsOf, summaryOf } from './summary';
import { TopologyList } from './topology-list';
import { TopologyView } from './topology-view';

export interface NetworkPanelProps {
  readonly drawing: Drawing;
  readonly glances: Readonly<Record<string, LogGlance>>;
  readonly prices?: Readonly<Record<string, number>> | undefined;
  /** "as designed, which need not be how it is configured" */
  readonly note: string;
  readonly selection?: Selection | undefined;
  /** What can be done with the one that is selected. */
  readonly actions?: ReactNode;
  readonly title?: string | undefined;
  /** How high it is; where it is not said, as high as the screen has room. */
  readonly height?: 'split' | undefined;
  /** What has to be seen of the drawing. */
  readonly reveal?: Box | undefined;
  /** Under the drawing: the player of a walk. */
  readonly footer?: ReactNode;
  /** Over the drawing. */
  readonly children?: ReactNode;
}

export interface Selection {
  readonly selectedId: string | undefined;
  select(id: string | undefined): void;
}

/** On a phone: below the first no word of the drawing would stay above 10.5 pixels. */
const FOCUS = { least: 0.912, most: 1.4 };
const NO_PRICES: Readonly<Record<string, number>> = {};

const VIEWS = [
  { value: 'drawing', label: 'Drawing' },
  { value: 'list', label: 'List' },
];

export function NetworkPanel(props: NetworkPanelProps) {
  const {
    drawing,
    glances,
    prices = NO_PRICES,
    note,
    actions,
    title = 'Network',
    height,
    reveal,
    footer,
    children,
  } = props;
  const [ownId, setOwnId] = useState<string>();
  const { selectedId, select } = props.selection ?? { selectedId: ownId, select: setOwnId };
  const summary = summaryOf(drawing, glances);
  return (
    <Panel
      id="network"
      title={title}
      note={
        <>
          <span className="max-sm:hidden">{countsOf(drawing)} · </span>
          {note}
        </>
      }
      tools={<SwitchView name="network" label="Show the network as" options={VIEWS} />}
      className={`group/network flex flex-col ${height === 'split' ? 'min-[1180px]:h-(--split,48%) min-[1180px]:shrink-0' : ''}`}
    >
      <div className="min-h-0 flex-1 p-1.5 group-has-[#network-list:checked]/network:hidden md:p-2">
        <div
          className={`h-[clamp(17rem,44vh,34rem)] max-md:hidden ${height === 'split' ? 'min-[1180px]:h-full' : ''}`}
        >
          <TopologyView
            drawing={drawing}
            glances={glances}
            prices={prices}
            summary={summary}
            selectedId={selectedId}
            onSelect={select}
            reveal={reveal}
          >
            {children}
          </TopologyView>
        </div>
        <div className="md:hidden">
          <Figure layout={focusLayout(drawing)} glances={glances} summary={summary} scale={FOCUS} />
        </div>
      </div>
      <div className="hidden max-h-[clamp(17rem,60vh,40rem)] min-h-0 overflow-auto group-has-[#network-list:checked]/network:block">
        <TopologyList
          drawing={drawing}
          glances={glances}
          selectedId={selectedId}
          onSelect={(id) => select(id === selectedId ? undefined : id)}
          actions={actions}
        />
      </div>
      {footer}
    </Panel>
  );
}
