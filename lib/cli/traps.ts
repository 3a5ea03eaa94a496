/** `flowtrap traps`: the exam traps that questions are drawn from. */
import { BELIEFS } from '@/lib/core/scenario/beliefs/catalogue';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { parseOptions } from './arguments';
import { formatTable } from './table';

const COLUMNS = ['trap', 'asks', 'exam tasks', 'people believe'] as const;

export function runTraps(args: readonly string[]): string {
  const { json } = parseOptions('traps', args, { json: { type: 'boolean' } });
  const traps = TRAPS.map(({ id, asks, tasks, beliefs }) => ({ id, asks, tasks, beliefs }));
  if (json) return `${JSON.stringify({ traps }, null, 2)}\n`;
  return formatTable({
    columns: COLUMNS.map((name) => ({ name, kind: 'text' })),
    rows: traps.map(({ id, asks, tasks, beliefs }) => [id, asks, tasks.join(', '), saying(beliefs)]),
  });
}

function saying(ids: readonly string[]): string {
  return BELIEFS.find(({ id }) => id === ids[0])?.says ?? '';
}
