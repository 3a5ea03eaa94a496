/** Records from the values of a line, in the format's order. */
import { DEFAULT_FIELDS } from '../fields';
import type { ParsedRecord } from '../record';
import type { Value } from './cursor';

export type BuildRecord = (values: readonly Value[]) => ParsedRecord;

export function recordBuilder(columns: readonly string[]): BuildRecord {
  const isDefault =
    columns.length === DEFAULT_FIELDS.length && DEFAULT_FIELDS.every((name, i) => name === columns[i]);
  return isDefault ? defaultRecord : recordOf(columns);
}

function recordOf(columns: readonly string[]): BuildRecord {
  // A whole record is copied and filled in faster than one grows name by name.
  const blank = Object.fromEntries(columns.map((column) => [column, null]));
  return (values) => {
    const record: Record<string, Value> = { ...blank };
    for (let i = 0; i < columns.length; i++) record[columns[i] as string] = values[i] as Value;
    return record as ParsedRecord;
  };
}

/** Most logs have the default format, and a literal is made in a third of the time. */
function defaultRecord(values: readonly Value[]): ParsedRecord {
  return {
    version: values[0],
    'account-id': values[1],
    'interface-id': values[2],
    srcaddr: values[3],
    dstaddr: values[4],
    srcport: values[5],
    dstport: values[6],
    protocol: values[7],
    packets: values[8],
    bytes: values[9],
    start: values[10],
    end: values[11],
    action: values[12],
    'log-status': values[13],
  } as ParsedRecord;
}
