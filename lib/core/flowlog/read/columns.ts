/**
 * What the words of a line are, in order: from a flow log's format, or from the header line that a file in Amazon S3
 * begins with, https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html
 * Never from how many words there are: formats with equally many fields are common, and a guess is wrong unnoticed.
 */
import { fieldNamed } from '../fields';
import { isBlank, LINE_END } from './cursor';
import { asciiText } from './strings';

/** AWS's field names, and names that its table does not have: tomorrow's fields are read as text. */
export type Columns = readonly string[];

export type ColumnsDoor = { readonly columns: Columns } | { readonly issue: string };

const COLUMN = /^(?:\$\{([a-z][a-z0-9-]*)\}|([a-z][a-z0-9-]*))$/;

/** A format as `CreateFlowLogs` takes it, or the names alone. */
export function parseColumns(format: string): ColumnsDoor {
  const words = format.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { issue: 'the format names no field' };
  const columns: string[] = [];
  for (const word of words) {
    const match = COLUMN.exec(word);
    const column = match?.[1] ?? match?.[2];
    if (!column)
      return { issue: `the format has \`${word}\`, which is no field: write fields like \`\${srcaddr}\`` };
    if (columns.includes(column)) return { issue: `the format has \`${word}\` twice` };
    columns.push(column);
  }
  if (!columns.some(fieldNamed)) return { issue: 'the format names no field of versions 2 to 11' };
  return { columns };
}

/** The names of the header line that begins there: most of them fields that AWS's table has, none of them twice. */
export function parseHeader(bytes: Uint8Array, from: number): Columns | undefined {
  const to = namesEnd(bytes, from);
  if (to === undefined) return undefined;
  const names = asciiText(bytes, from, to)
    .split(/[ \t\r]+/)
    .filter(Boolean);
  const known = names.filter(fieldNamed).length;
  return known * 2 > names.length && new Set(names).size === names.length ? names : undefined;
}

/** Where a line of lower-case words ends; nearly every record differs in its first character or its second word. */
function namesEnd(bytes: Uint8Array, from: number): number | undefined {
  let isStart = true;
  for (let at = from; ; at++) {
    const byte = bytes[at] ?? LINE_END;
    if (byte === LINE_END) return at;
    if (isBlank(byte)) isStart = true;
    else if (byte >= 97 && byte <= 122) isStart = false;
    else if (isStart || !(byte === 45 || (byte >= 48 && byte <= 57))) return undefined;
  }
}
