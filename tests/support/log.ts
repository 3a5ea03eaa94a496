/** Logs as text, read as the bytes that they would be in a file. */
import type { Columns } from '@/lib/core/flowlog/read/columns';
import type { ReadLine } from '@/lib/core/flowlog/read/line-reader';
import { LogReader } from '@/lib/core/flowlog/read/reader';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `cuts`: how many bytes the chunks have, over and over; everything at once when left out. */
export function readAll(
  log: string | Uint8Array,
  columns?: Columns,
  cuts: readonly number[] = [],
): readonly ReadLine[] {
  const bytes = typeof log === 'string' ? bytesOf(log) : log;
  const reader = new LogReader(columns);
  const lines: ReadLine[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = cuts.length > 0 ? Math.max(1, cuts[i % cuts.length] ?? 1) : bytes.length;
    lines.push(...reader.read(bytes.subarray(at, at + length)));
    at += length;
  }
  return [...lines, ...reader.end()];
}

/** One line per entry: `7 10.0.0.1`, `8 dstport: …`, with the message behind the line where it is not the first. */
export function told(lines: readonly ReadLine[], field = 'srcaddr'): readonly string[] {
  return lines.map((line) => {
    const place = `${line.line}${line.message ? `.${line.message}` : ''}`;
    return 'record' in line
      ? `${place} ${line.record[field]}`
      : `${place} ${line.field ? `${line.field}: ` : ''}${line.issue}`;
  });
}
