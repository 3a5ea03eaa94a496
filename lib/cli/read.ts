/** `flowtrap read`: a flow log as one JSON object per line. */
import { parseArguments } from './arguments';
import { columnsOf, readLog } from './log-source';

const OPTIONS = { format: { type: 'string' } } as const;

export function runRead(args: readonly string[]): AsyncIterable<string> {
  const { file, values } = parseArguments('read', args, OPTIONS);
  const columns = typeof values.format === 'string' ? columnsOf('read', values.format) : undefined;
  return jsonLines(file, readLog('read', file, columns));
}

async function* jsonLines(file: string, log: ReturnType<typeof readLog>): AsyncIterable<string> {
  let issues = 0;
  for await (const lines of log) {
    let text = '';
    for (const line of lines) {
      if ('issue' in line) issues++;
      text += `${JSON.stringify(line)}\n`;
    }
    if (text !== '') yield text;
  }
  if (issues > 0) {
    const count = issues === 1 ? '1 issue' : `${issues} issues`;
    process.stderr.write(`flowtrap read: ${count} in \`${file}\`\n`);
  }
}
