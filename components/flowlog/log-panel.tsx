/** The flow log of a case: the target's records, or their absence, beside a neighbour's that shows the log works. */
import type { FlowLogView, InterfaceLogView } from '@/lib/core/quiz/view';
import { Icon } from '../ui/icon';
import { IdText } from '../ui/id-text';
import { Panel } from '../ui/panel';
import { ScrollArea } from '../ui/scroll-area';
import { SwitchView } from '../ui/switch-view';
import { clock, count, day } from '../ui/time-text';
import { EmptyLog } from './empty-log';
import { InferredNote } from './inferred-note';
import { RawLines } from './raw-lines';
import { RecordTable } from './record-table';

interface LogPanelProps {
  readonly view: FlowLogView;
  /** Where every record is shown; undefined where they all are. */
  readonly allHref: string | undefined;
}

/** An empty log is shown beside the busy one, records above it: they need the width. */
const SIDE_BY_SIDE =
  'grid divide-line max-md:divide-y md:grid-cols-[minmax(13rem,2fr)_minmax(0,5fr)] md:divide-x';
const STACKED = 'grid divide-y divide-line';

/** Enough to read a rhythm in, little enough for a slow network. */
const MOST_SHOWN = 40;

const VIEWS = [
  { value: 'table', label: 'Table' },
  { value: 'raw', label: 'Raw' },
];

export function LogPanel({ view, allHref }: LogPanelProps) {
  const [target, neighbour] = view.interfaces;
  const minutes =
    view.maxAggregationInterval === 60 ? '1-minute' : `${view.maxAggregationInterval / 60}-minute`;
  return (
    <Panel
      id="log"
      title={
        <>
          <Icon name="log" /> Flow log of VPC {view.resourceName}
        </>
      }
      note={`every interface, ${view.trafficType === 'ALL' ? 'all traffic' : view.trafficType}, ${minutes} windows · active since ${day(view.createdAt)} · ${clock(view.from)} to ${clock(view.to)} UTC, all delivered`}
      tools={<SwitchView name="log" label="Show records as" options={VIEWS} />}
      className="group/log"
    >
      <div className={isSilent(target) ? SIDE_BY_SIDE : STACKED}>
        {target && <InterfaceLog log={target} view={view} allHref={allHref} />}
        {neighbour && <InterfaceLog log={neighbour} view={view} allHref={allHref} />}
      </div>
      <div className="border-line border-t p-2">
        <InferredNote rules={view.inferred} summary="Two things about these logs are inferred" />
      </div>
    </Panel>
  );
}

function isSilent(log: InterfaceLogView | undefined): boolean {
  return !log?.records.some(({ record }) => record['log-status'] === 'OK');
}

function InterfaceLog({
  log,
  view,
  allHref,
}: {
  readonly log: InterfaceLogView;
  readonly view: FlowLogView;
  readonly allHref: string | undefined;
}) {
  const traffic = log.records.filter(({ record }) => record['log-status'] === 'OK');
  const shown = allHref === undefined ? log.records : log.records.slice(-MOST_SHOWN);
  const scope = log.isTarget ? 'target-log' : 'neighbour-log';
  return (
    <div className="min-w-0">
      <h3 className="flex flex-wrap items-baseline gap-x-2 px-3.5 pt-2 pb-1">
        <span className="font-semibold">{log.name}</span>
        <span className="text-ink-2 text-xs">
          <IdText text={log.interfaceId} />
        </span>
        <span className="text-ink-3 text-xs">
          {log.relation && `${log.relation} · `}
          {traffic.length === 0
            ? 'no traffic'
            : `${count(traffic.length)} ${traffic.length === 1 ? 'record' : 'records'}`}
          {shown.length < log.records.length && (
            <>
              {`, the last ${shown.length} shown · `}
              <a href={allHref} className="text-accent underline">
                show all
              </a>
            </>
          )}
        </span>
      </h3>
      {traffic.length === 0 && (
        <div className="group-has-[#log-raw:checked]/log:hidden">
          <EmptyLog log={log} from={view.from} to={view.to} />
        </div>
      )}
      {traffic.length > 0 && (
        <ScrollArea
          label={`Records of ${log.name}`}
          className="max-h-72 group-has-[#log-raw:checked]/log:hidden"
        >
          <RecordTable records={shown} scope={scope} caption={`Records of ${log.name}, times in UTC`} />
        </ScrollArea>
      )}
      <ScrollArea
        label={`Records of ${log.name}, raw`}
        className="hidden max-h-72 bg-sunken px-3.5 py-2 group-has-[#log-raw:checked]/log:block"
      >
        <RawLines records={shown} />
      </ScrollArea>
    </div>
  );
}
