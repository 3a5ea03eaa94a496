/** Records as lines of text: fields in the format's order, one blank between them, `-` for what does not apply. */
import { fieldNamed } from './fields';
import type { FieldName, FlowLogRecord } from './record';

export function formatRecord(record: FlowLogRecord, fields: readonly FieldName[]): string {
  return fields.map((name) => record[name] ?? '-').join(' ');
}

/** The fields of one line; only those that the format has. */
export type ParsedRecord = Partial<FlowLogRecord>;

export type RecordDoor =
  | { readonly record: ParsedRecord }
  | { readonly issue: string; readonly field: FieldName | undefined };

/** Reads back what `formatRecord` wrote; runs of blanks count as one, since AWS's own pages print them. */
export function parseRecord(line: string, fields: readonly FieldName[]): RecordDoor {
  const words = line.trim().split(/[ \t]+/);
  if (words.length !== fields.length) {
    return {
      issue: `the line has ${words.length} fields, and the format ${fields.length}`,
      field: undefined,
    };
  }
  const record: Record<string, string | number | null> = {};
  for (const [index, name] of fields.entries()) {
    const word = words[index] ?? '';
    const value = parseField(name, word);
    if (value === undefined) return { issue: `\`${word}\` is not a value of ${name}`, field: name };
    record[name] = value;
  }
  return { record: record as ParsedRecord };
}

const CLOSED: Partial<Record<FieldName, readonly string[]>> = {
  action: ['ACCEPT', 'REJECT'],
  'log-status': ['OK', 'NODATA', 'SKIPDATA'],
  'flow-direction': ['ingress', 'egress'],
  type: ['IPv4', 'IPv6', 'EFA'],
};

function parseField(name: FieldName, word: string): string | number | null | undefined {
  if (word === '-') return null;
  if (fieldNamed(name)?.kind === 'number') return /^\d{1,15}$/.test(word) ? Number(word) : undefined;
  const allowed = CLOSED[name];
  return allowed && !allowed.includes(word) ? undefined : word;
}
