'use client';
/** The records of one interface: chips and query are two views of one filter, table and raw lines two views of what it lets through. */
import { useId, useMemo, useState } from 'react';
import type { QueryAnswer } from '@/lib/browser/engine/protocol';
import type { Completions } from '@/lib/core/flowlog/insights/complete';
import { insightsName } from '@/lib/core/flowlog/insights/field-names';
import type { LogExhibit } from '@/lib/core/quiz/evidence/exhibit';
import { RawLines } from '../flowlog/raw-lines';
import { Mark } from '../ui/mark';
import { ProseText } from '../ui/prose-text';
import { ScrollArea } from '../ui/scroll-area';
import { SwitchView } from '../ui/switch-view';
import { clock, count } from '../ui/time-text';
import { type Chip, passes, queryOf } from './filter';
import { FilterChips } from './filter-chips';
import { QueryBox } from './query-box';
import { QueryResult } from './query-result';
import { RecordRows } from './record-rows';

export interface LogViewProps {
  readonly log: LogExhibit;
  readonly name: string;
  query(text: string): Promise<QueryAnswer>;
  complete(text: string, offset: number, fields: readonly string[]): Promise<Completions>;
}

const VIEWS = [
  { value: 'table', label: 'Table' },
  { value: 'raw', label: 'Raw' },
  { value: 'query', label: 'Query' },
];
/** More raw lines than these are read by a query. */
const MOST_RAW = 400;

export function LogView({ log, name, query, complete }: LogViewProps) {
  const group = useId();
  const [view, setView] = useState('table');
  const [chips, setChips] = useState<readonly Chip[]>([]);
  const [own, setOwn] = useState<string>();
  const [asked, setAsked] = useState<{
    readonly answer?: QueryAnswer;
    readonly error?: string;
    readonly isRunning: boolean;
  }>({ isRunning: false });
  const { fields, records } = useMemo(() => allOf(log), [log]);
  const shown = useMemo(() => records.filter((record) => passes(record, chips)), [records, chips]);
  const text = own ?? queryOf(chips, fields);
  const names = useMemo(
    () => ['@timestamp', '@message', '@logStream', ...fields.map(insightsName)],
    [fields],
  );
  const run = async (asks: string): Promise<void> => {
    setAsked((before) => ({ ...before, isRunning: true }));
    try {
      setAsked({ answer: await query(asks), isRunning: false });
    } catch (error) {
      setAsked({ error: error instanceof Error ? error.message : String(error), isRunning: false });
    }
  };
  const { answer, error, isRunning } = asked;
  return (
    <div className="@container/records flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-3.5 py-2">
        <div className="mr-auto min-w-0">
          <FilterChips
            chips={chips}
            records={records}
            onChange={(next) => {
              setChips(next);
              setOwn(undefined);
            }}
          />
        </div>
        <span className="text-ink-3 text-xs" aria-live="polite">
          {count(shown.length)} of {count(records.length)} records
        </span>
        <SwitchView name={group} label="Show the log as" options={VIEWS} onChange={setView} />
      </div>
      {view === 'query' && (
        <div className="px-3.5 pb-2">
          <QueryBox
            text={text}
            problems={answer && 'issues' in answer ? answer.issues : []}
            isRunning={isRunning}
            onChange={setOwn}
            onRun={run}
            complete={(typed, offset) => complete(typed, offset, names)}
          />
        </div>
      )}
      {error !== undefined && view === 'query' && <p className="px-3.5 pb-2">{error}</p>}
      {view === 'query' ? (
        answer && !('issues' in answer) && <QueryResult answer={answer} />
      ) : shown.length === 0 ? (
        <Nothing log={log} total={records.length} chips={chips} onClear={() => setChips([])} />
      ) : view === 'raw' ? (
        <ScrollArea label={`Records of ${name}, raw`} className="min-h-0 flex-1 bg-sunken px-3.5 py-2">
          <RawLines records={shown.slice(0, MOST_RAW)} />
          {shown.length > MOST_RAW && (
            <p className="mt-2 text-ink-3 text-xs">
              {count(shown.length - MOST_RAW)} more: filter, or query the log.
            </p>
          )}
        </ScrollArea>
      ) : (
        <RecordRows caption={`Records of ${name}, times in UTC`} fields={fields} records={shown} />
      )}
      <details className="border-line border-t px-3.5 py-1.5 text-ink-2 text-xs">
        <summary>
          {clock(log.from)} to {clock(log.to)} UTC, as delivered by the time of the look: what missing records
          say
        </summary>
        <ul className="mt-1 space-y-0.5">
          {log.notes.map((note, i) => {
            const key = i;
            return (
              <li key={key}>
                <ProseText prose={note} />
              </li>
            );
          })}
        </ul>
      </details>
    </div>
  );
}

function allOf({ streams }: LogExhibit) {
  return {
    fields: [...new Set(streams.flatMap((stream) => stream.fields))].map(String),
    records: streams.flatMap((stream) => stream.records),
  };
}

interface NothingProps {
  readonly log: LogExhibit;
  readonly total: number;
  readonly chips: readonly Chip[];
  onClear(): void;
}

/** Empty, with the reason. */
function Nothing({ log, total, chips, onClear }: NothingProps) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-2 p-4 text-center">
      <Mark kind="none" size={32} />
      {total > 0 ? (
        <>
          <p>
            0 of {count(total)} records match{' '}
            {chips.map(({ field, value }) => `${field} ${value}`).join(' and ')}.
          </p>
          <button type="button" onClick={onClear} className="font-[550] text-accent underline">
            Clear the filter
          </button>
        </>
      ) : (
        <p>
          No record of {clock(log.from)} to {clock(log.to)} UTC.
        </p>
      )}
    </div>
  );
}
