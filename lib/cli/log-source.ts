/** Flow logs of any size, from a file or standard input, a chunk's lines at a time. */
import { fieldNamed } from '@/lib/core/flowlog/fields';
import { type Columns, parseColumns } from '@/lib/core/flowlog/read/columns';
import type { ReadLine } from '@/lib/core/flowlog/read/line-reader';
import { LogReader } from '@/lib/core/flowlog/read/reader';
import { BrokenGzip, readBytes } from './byte-source';
import { CliError } from './cli-error';

/** `columns`: what the lines are, whatever a header line says; left out, the default format until one says something else. */
export async function* readLog(
  command: string,
  file: string,
  columns?: Columns,
): AsyncGenerator<readonly ReadLine[]> {
  const reader = new LogReader(columns, { isFixed: columns !== undefined });
  try {
    for await (const chunk of readBytes(command, file)) yield reader.read(chunk);
  } catch (error) {
    if (!(error instanceof BrokenGzip)) throw error;
    yield reader.breakOff(error.message, error.isWhole);
    return;
  }
  yield reader.end();
}

/** The value of `--format`. Fields that nobody knows are read as text, and said to be, since they may be typing errors. */
export function columnsOf(command: string, format: string): Columns {
  const door = parseColumns(format);
  if ('issue' in door) throw new CliError(`flowtrap ${command}: ${door.issue}`);
  for (const column of door.columns) {
    if (fieldNamed(column)) continue;
    process.stderr.write(
      `flowtrap ${command}: note: \`${column}\` is no field of versions 2 to 11, and is read as text\n`,
    );
  }
  return door.columns;
}
