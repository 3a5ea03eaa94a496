/** The flow log of a case: the target's records, or their absence, beside a neighbour's that shows the log works. */
import type { FlowLogSettings, FlowLogView } from '@/lib/core/quiz/view';
import { Icon } from '../ui/icon';
import { Panel } from '../ui/panel';
import { SwitchView } from '../ui/switch-view';
import { clock, day, dayOfYear } from '../ui/time-text';
import { InferredNote } from './inferred-note';
import { InterfaceLog } from './interface-log';

interface LogPanelProps {
  readonly view: FlowLogView;
  /** Where every record is shown; undefined where they all are. */
  readonly allHref: string | undefined;
}

/** An empty log is shown beside the busy one where there is room, records above it: they need the width. */
const SIDE_BY_SIDE =
  'grid divide-line @max-3xl/panel:divide-y @3xl/panel:grid-cols-[minmax(12.5rem,1fr)_minmax(0,3fr)] @3xl/panel:divide-x';
const STACKED = 'grid divide-y divide-line';

const VIEWS = [
  { value: 'table', label: 'Table' },
  { value: 'raw', label: 'Raw' },
];

export function LogPanel({ view, allHref }: LogPanelProps) {
  const [target] = view.interfaces;
  const isSilent = !target?.records.some(({ record }) => record['log-status'] === 'OK');
  return (
    <Panel
      id="log"
      title={
        <>
          <Icon name="log" /> {titleOf(view)}
        </>
      }
      note={<LogNote view={view} />}
      tools={<SwitchView name="log" label="Show records as" options={VIEWS} />}
      className="group/log"
    >
      <div className={isSilent ? SIDE_BY_SIDE : STACKED}>
        {view.interfaces.map((log) => (
          <InterfaceLog key={log.interfaceId} log={log} view={view} allHref={allHref} />
        ))}
      </div>
      <div className="border-line border-t p-2">
        <InferredNote
          rules={view.inferred}
          summary={`${capital(numberWord(view.inferred.length))} things about these logs are inferred`}
        />
      </div>
    </Panel>
  );
}

function titleOf({ settings, flowLogId }: FlowLogView): string {
  if (!settings) return `Flow log ${flowLogId}`;
  return `Flow log of ${settings.resourceId.startsWith('vpc-') ? 'VPC ' : ''}${settings.resourceName}`;
}

/** What to rule out before silence means anything: scope, filter, age. The stretch itself comes first. */
function LogNote({ view: { from, to, settings } }: { readonly view: FlowLogView }) {
  return (
    <>
      <span className="font-[550] text-ink-2">
        {day(from)}, {clock(from)} to {clock(to)} UTC
      </span>
      {settings && ` · ${settingsText(settings, from)}`}
    </>
  );
}

function settingsText(
  { resourceId, trafficType, maxAggregationInterval, createdAt }: FlowLogSettings,
  from: number,
): string {
  const year = new Date(from).getUTCFullYear();
  const since = year === new Date(createdAt).getUTCFullYear() ? dayOfYear(createdAt) : day(createdAt);
  const scope = resourceId.startsWith('eni-') ? 'one interface' : 'every interface';
  const traffic = trafficType === 'ALL' ? 'all traffic' : trafficType;
  return `${scope}, ${traffic}, ${maxAggregationInterval / 60}-minute windows, since ${since}`;
}

function numberWord(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five'][count] ?? String(count);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
