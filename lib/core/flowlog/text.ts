/** Records as lines of text: fields in the format's order, one blank between them, `-` for what does not apply. */
import { versionOf } from './fields';
import type { Complaint } from './read/agreement';
import { RecordParser } from './read/record-parser';
import type { FieldName, FlowLogRecord, ParsedRecord } from './record';

/** `columns`: AWS's field names, or any others that the record has. */
export function formatRecord(record: Partial<FlowLogRecord>, columns: readonly string[]): string {
  const values = record as ParsedRecord;
  return columns.map((column) => values[column] ?? '-').join(' ');
}

/** As a log of another format would have written it: the version is that of the newest field. */
export function formatInto(record: FlowLogRecord, fields: readonly FieldName[]): string {
  return formatRecord({ ...record, version: versionOf(fields) }, fields);
}

export type RecordDoor = { readonly record: ParsedRecord } | Complaint;

/** Reads back what `formatRecord` wrote, and whatever AWS writes. For a whole log there is `LogReader`. */
export function parseRecord(line: string, columns: readonly string[]): RecordDoor {
  const parser = parserOf(columns);
  const record = parser.parseLine(line);
  return record ? { record } : parser.complain(line);
}

const PARSERS = new WeakMap<readonly string[], RecordParser>();

function parserOf(columns: readonly string[]): RecordParser {
  const known = PARSERS.get(columns);
  if (known) return known;
  const parser = new RecordParser(columns);
  PARSERS.set(columns, parser);
  return parser;
}
