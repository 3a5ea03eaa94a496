/**
 * Flow log records as the rows of a query, with the fields that CloudWatch Logs adds to every event.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html
 */
import { fieldNamed } from '../fields';
import type { ParsedRecord } from '../record';
import { formatRecord } from '../text';
import { insightsName, insightsNames } from './field-names';
import type { Column, Rows } from './rows';
import type { Value } from './value';

/** Where a row keeps what is asked of it. */
export interface RecordSource<Row> {
  readonly record: (row: Row) => ParsedRecord;
  /** The line as it came; written anew from the record where it was not kept. */
  readonly message?: (row: Row) => string;
  /** The name by the Rule `flowlog.stream-name` where it is left out or null. */
  readonly logStream?: (row: Row) => string | null;
  /** Milliseconds since 1970; the start of the record where it is left out or null. */
  readonly timestamp?: (row: Row) => number | null;
  /** `account-id:log-group-name` */
  readonly log?: string;
  /** Milliseconds since 1970. */
  readonly ingestionTime?: (row: Row) => number | null;
}

const SYSTEM_FIELDS = ['@timestamp', '@message', '@logStream', '@log', '@ingestionTime'] as const;

/** Rows that hold a record somewhere. `format`: AWS's field names, or any others that the records have. */
export function rowsOf<Row>(format: readonly string[], source: RecordSource<Row>): Rows<Row> {
  const columns = new Map<string, Column<Row>>(systemColumns(format, source));
  for (const field of format) {
    const column: Column<Row> = {
      kind: fieldNamed(field)?.kind ?? 'text',
      read: (row) => source.record(row)[field] ?? null,
    };
    for (const name of insightsNames(field)) if (!columns.has(name)) columns.set(name, column);
  }
  return { column: (name) => columns.get(name), names: [...SYSTEM_FIELDS, ...format.map(insightsName)] };
}

/** Rows that are records. */
export function recordRows(format: readonly string[]): Rows<ParsedRecord> {
  return rowsOf(format, { record: (record) => record });
}

function systemColumns<Row>(
  format: readonly string[],
  source: RecordSource<Row>,
): readonly (readonly [string, Column<Row>])[] {
  const { record, log = null } = source;
  const message = source.message ?? ((row: Row) => formatRecord(record(row), format));
  const ownStream = source.logStream;
  const logStream = ownStream
    ? (row: Row) => ownStream(row) ?? streamOf(record(row))
    : (row: Row) => streamOf(record(row));
  const ownTime = source.timestamp;
  const timestamp = ownTime
    ? (row: Row) => ownTime(row) ?? timestampOf(record(row))
    : (row: Row) => timestampOf(record(row));
  const stream: Column<Row> = { kind: 'text', read: logStream };
  return [
    ['@timestamp', { kind: 'timestamp', read: timestamp }],
    ['@message', { kind: 'text', read: message }],
    ['@logStream', stream],
    // AWS's page of sample queries writes it without the @ in one query over flow logs.
    ['logStream', stream],
    ['@log', { kind: 'text', read: () => log }],
    ['@ingestionTime', { kind: 'timestamp', read: source.ingestionTime ?? (() => null) }],
  ];
}

/** An event's timestamp is the start of its record. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html */
function timestampOf({ start }: ParsedRecord): Value {
  return typeof start === 'number' ? start * 1000 : null;
}

/** The Rule `flowlog.stream-name`, of a log that writes all traffic. */
function streamOf(record: ParsedRecord): string | null {
  const id = record['interface-id'];
  return typeof id === 'string' ? `${id}-all` : null;
}
