/** The trap's prose has a row for everything that its cases show. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { REFLECTION_FAULTS as FAULTS } from '@/lib/core/scenario/traps/reflection-ssh';
import { caseOfFault } from '../support/case-of-fault';

const prose = readFileSync(new URL('../../content/traps/reflection-ssh.mdx', import.meta.url), 'utf8');

/** "ACCEPT in, REJECT out": what the records of the attempts say at the target. */
function rowOf(faultId: string): string {
  const { records, connection } = caseOfFault(faultId).evidence;
  if (records.length === 0) return 'Nothing';
  const words = records.map(
    ({ record }) => `${record.action} ${record['flow-direction'] === 'ingress' ? 'in' : 'out'}`,
  );
  const shown = [...new Set(words)]
    .sort((a, b) => Number(a.endsWith('out')) - Number(b.endsWith('out')))
    .join(', ');
  if (shown !== 'ACCEPT in, ACCEPT out') return shown;
  return `${shown}, ${connection === 'refused' ? 'refused at once' : 'and it still times out'}`;
}

it.each(FAULTS.map(({ id }) => id))('%s has its row', (id) => {
  expect(prose).toContain(`- **${rowOf(id)}`);
});
