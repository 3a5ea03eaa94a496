/** `flowtrap traps`: the exam traps that questions are drawn from. */
import { BELIEFS } from '@/lib/core/scenario/beliefs/catalogue';
import { TRAP_IDS } from '@/lib/core/scenario/generate';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { parseOptions } from './arguments';
import { formatTable } from './table';

const COLUMNS = ['trap', 'asks', 'exam tasks', 'people believe'] as const;

export function runTraps(args: readonly string[]): string {
  const { json } = parseOptions('traps', args, { json: { type: 'boolean' } });
  const traps = [
    ...TRAP_IDS.map(reflection),
    ...TRAPS.map(({ id, asks, tasks, beliefs }) => ({ id, asks, tasks, beliefs })),
  ];
  if (json) return `${JSON.stringify({ traps }, null, 2)}\n`;
  return formatTable({
    columns: COLUMNS.map((name) => ({ name, kind: 'text' })),
    rows: traps.map(({ id, asks, tasks, beliefs }) => [id, asks, tasks.join(', '), saying(beliefs)]),
  });
}

/** The first case of the project, which has a generator of its own. */
function reflection(id: string) {
  const beliefs = BELIEFS.filter(({ traps }) => traps.includes(id)).map((belief) => belief.id);
  return { id, asks: 'which-layer', tasks: ['SOA-C03 5.3.1', 'SOA-C03 5.3.2'], beliefs };
}

function saying(ids: readonly string[]): string {
  return BELIEFS.find(({ id }) => id === ids[0])?.says ?? '';
}
