/** `flowtrap query`: CloudWatch Logs Insights QL over a flow log of any size. */
import { FIELDS } from '@/lib/core/flowlog/fields';
import { formatTimestamp } from '@/lib/core/flowlog/insights/format-value';
import { rowsOf } from '@/lib/core/flowlog/insights/record-rows';
import type { Rows } from '@/lib/core/flowlog/insights/rows';
import { type QueryResult, type QueryRun, startQuery } from '@/lib/core/flowlog/insights/run/start-query';
import { parseQuery } from '@/lib/core/flowlog/insights/syntax/parse-query';
import type { Query } from '@/lib/core/flowlog/insights/syntax/query';
import type { ReadRecord } from '@/lib/core/flowlog/read/line-reader';
import type { ParsedRecord } from '@/lib/core/flowlog/record';
import { formatRecord } from '@/lib/core/flowlog/text';
import { parseFileAndText } from './arguments';
import { CliError } from './cli-error';
import { columnsOf, readLog } from './log-source';
import { queryIssues } from './query-issues';
import { formatTable } from './table';

const OPTIONS = { format: { type: 'string' }, json: { type: 'boolean' } } as const;

export async function runQuery(args: readonly string[]): Promise<string> {
  const { file, text, values } = parseFileAndText('query', 'query', args, OPTIONS);
  const door = parseQuery(text);
  if ('issues' in door) throw new CliError(queryIssues('query', text, door.issues));
  const columns = typeof values.format === 'string' ? columnsOf('query', values.format) : undefined;
  const { result, seen, broken } = await answer(door.query, readLog('query', file, columns));
  const notices = seen.size > 0 ? startQuery(door.query, recordsWith([...seen]), { now: 0 }).notices : [];
  for (const { message } of notices) tell(`note: ${message}`);
  if (broken > 0)
    tell(`${broken === 1 ? '1 line is' : `${broken} lines are`} no record: flowtrap read says why`);
  return values.json ? jsonLines(result) : formatTable(result);
}

interface Answered {
  readonly result: QueryResult;
  /** The columns of the log; several files after one another may have different ones. */
  readonly seen: ReadonlySet<string>;
  readonly broken: number;
}

async function answer(query: Query, log: ReturnType<typeof readLog>): Promise<Answered> {
  const seen = new Set<string>();
  const see = (record: ParsedRecord): void => {
    for (const column of Object.keys(record)) seen.add(column);
  };
  let run: QueryRun<ReadRecord> | undefined;
  let broken = 0;
  reading: for await (const lines of log) {
    let last: ParsedRecord | undefined;
    for (const line of lines) {
      if ('issue' in line) {
        broken++;
        continue;
      }
      if (!run) {
        see(line.record);
        run = begin(query, seen);
      }
      if (!run.push(line)) break reading;
      last = line.record;
    }
    // Nearly always those of the first record: a look at one per chunk costs nothing.
    if (last) see(last);
  }
  return { result: (run ?? begin(query, seen)).finish(), seen, broken };
}

/** Fields that the first lines do not have may come with a later header. */
function begin(query: Query, seen: ReadonlySet<string>): QueryRun<ReadRecord> {
  const known = FIELDS.map(({ name }) => name);
  return startQuery(query, recordsWith([...new Set([...known, ...seen])]), { now: Date.now() });
}

/** A record has its line's columns in their order; of its event the input says what it says. */
function recordsWith(columns: readonly string[]): Rows<ReadRecord> {
  return rowsOf<ReadRecord>(columns, {
    record: ({ record }) => record,
    message: ({ record }) => formatRecord(record, Object.keys(record)),
    logStream: ({ event }) => event?.logStreamName ?? null,
    timestamp: ({ event }) => event?.timestamp ?? null,
    ingestionTime: ({ event }) => event?.ingestionTime ?? null,
  });
}

function tell(message: string): void {
  process.stderr.write(`flowtrap query: ${message}\n`);
}

function jsonLines({ columns, rows }: QueryResult): string {
  return rows
    .map((row) => {
      const cells = columns.map(({ name, kind }, index) => {
        const value = row[index] ?? null;
        return [name, kind === 'timestamp' && typeof value === 'number' ? formatTimestamp(value) : value];
      });
      return `${JSON.stringify(Object.fromEntries(cells))}\n`;
    })
    .join('');
}
