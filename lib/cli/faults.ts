/** `flowtrap faults`: the catalogue of faults that cases are made of. */
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { NOT_MODELLED } from '@/lib/core/scenario/faults/not-modelled';
import { SYMPTOMS } from '@/lib/core/scenario/symptom-kind';
import { parseOptions } from './arguments';
import { formatTable } from './table';

const COLUMNS = ['fault', 'layer', 'exam tasks', 'symptom', 'says'] as const;

export function runFaults(args: readonly string[]): string {
  const { json } = parseOptions('faults', args, { json: { type: 'boolean' } });
  if (!json)
    return formatTable({
      columns: COLUMNS.map((name) => ({ name, kind: 'text' })),
      rows: FAULTS.map(({ id, layer, tasks, symptom, says }) => [id, layer, tasks.join(', '), symptom, says]),
    });
  const answer = {
    faults: FAULTS.map(({ id, layer, tasks, symptom, says }) => ({
      id,
      layer,
      tasks,
      symptom,
      shows: SYMPTOMS[symptom],
      says,
    })),
    notModelled: Object.entries(NOT_MODELLED).map(([id, because]) => ({ id, because })),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
