/** What one interface wrote: its name and gauge, then its records, or the sentence that there are none. */
import type { FlowLogView, InterfaceLogView } from '@/lib/core/quiz/view';
import { IdText } from '../ui/id-text';
import { ScrollArea } from '../ui/scroll-area';
import { count } from '../ui/time-text';
import { EmptyLog } from './empty-log';
import { GAUGE, gaugeOf, gaugeSentence } from './gauge';
import { GaugeShape } from './gauge-shape';
import { RawLines } from './raw-lines';
import { RecordTable } from './record-table';

interface InterfaceLogProps {
  readonly log: InterfaceLogView;
  readonly view: FlowLogView;
  readonly allHref: string | undefined;
}

/** Enough to read a rhythm in, little enough for a slow network. */
const MOST_SHOWN = 40;

export function InterfaceLog({ log, view, allHref }: InterfaceLogProps) {
  const traffic = log.records.filter(({ record }) => record['log-status'] === 'OK');
  const shown = allHref === undefined ? log.records : log.records.slice(-MOST_SHOWN);
  const scope = log.isTarget ? 'target-log' : 'neighbour-log';
  return (
    <div className="group/one @container/records min-w-0">
      <LogHead log={log} view={view} shown={shown.length} allHref={allHref} />
      {/* On a phone the neighbour only has to show that the log works: its records are one tap away. */}
      <div className={log.isTarget ? '' : 'max-sm:hidden max-sm:group-has-[:checked]/one:block'}>
        {traffic.length === 0 ? (
          <div className="group-has-[#log-raw:checked]/log:hidden">
            <EmptyLog log={log} from={view.from} to={view.to} />
          </div>
        ) : (
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
    </div>
  );
}

interface LogHeadProps extends InterfaceLogProps {
  readonly shown: number;
}

function LogHead({ log, view: { from, to }, shown, allHref }: LogHeadProps) {
  const isSilent = log.records.every(({ record }) => record['log-status'] !== 'OK');
  return (
    <div className="flex items-start gap-3 px-3.5 pt-2 pb-1">
      <h3 className="mr-auto min-w-0">
        <span className="font-semibold">{log.name}</span>{' '}
        <span className="text-ink-2 text-xs">
          <IdText text={log.interfaceId} />
        </span>{' '}
        <span className="text-ink-3 text-xs">
          {log.relation && `${log.relation} · `}
          {!isSilent && gaugeSentence(log.records, from, to)}
          {shown < log.records.length && (
            <span className="max-sm:hidden max-sm:group-has-[:checked]/one:inline">
              {` · last ${count(shown)} shown · `}
              <a href={allHref} className="text-accent underline">
                show all
              </a>
            </span>
          )}
        </span>
      </h3>
      {!log.isTarget && <OpenOnPhone scope={log.interfaceId} name={log.name} />}
      <svg
        width={GAUGE.width}
        height={GAUGE.height}
        className={`mt-0.5 shrink-0 @max-xs/records:hidden ${log.isTarget ? '' : 'max-sm:hidden'}`}
        aria-hidden="true"
      >
        <GaugeShape bars={gaugeOf(log.records, from, to)} at={{ x: 0, y: 0 }} />
      </svg>
    </div>
  );
}

/** A native checkbox that works without a script; where there is room there is nothing to open. */
function OpenOnPhone({ scope, name }: { readonly scope: string; readonly name: string }) {
  return (
    <label className="-my-2 flex min-h-11 shrink-0 items-center gap-1.5 rounded-control text-[13px] text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent sm:hidden">
      <input type="checkbox" id={`${scope}-open`} className="size-4 accent-accent" />
      <span>
        show<span className="sr-only"> the records of {name}</span>
      </span>
    </label>
  );
}
