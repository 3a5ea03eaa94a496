/** How long it takes from a seed to a proven case of a fault, and how many draws are discarded on the way. */
import { AWS_PACKET_LAWS } from '@/lib/core/rules/packet-laws';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { generateFault } from '@/lib/core/scenario/generate-fault';
import { play } from '@/lib/core/scenario/trial';

const SEEDS = 12;
let turn = 0;

function next(): (typeof FAULTS)[number] {
  const fault = FAULTS[turn++ % FAULTS.length];
  if (!fault) throw new Error('there are faults');
  return fault;
}

const first = FAULTS.slice(0, 1).map((fault) => generateFault(fault, 'bench').made);

export const groups = {
  'a case of a fault': {
    'its attempts played once': () => {
      for (const { broken } of first) play(broken, AWS_PACKET_LAWS);
    },
    'from a seed to a proven case, every fault in turn': () => {
      generateFault(next(), `bench-${turn}`);
    },
  },
};

export function report(): string {
  const rows = FAULTS.map((fault) => {
    let discarded = 0;
    for (let i = 0; i < SEEDS; i++) discarded += generateFault(fault, `bench-${i}`).discarded.length;
    return { id: fault.id, rate: discarded / (discarded + SEEDS) };
  });
  const some = rows.filter(({ rate }) => rate > 0).sort((a, b) => b.rate - a.rate);
  const lines = some.map(({ id, rate }) => `  ${id.padEnd(28)} ${(rate * 100).toFixed(0).padStart(3)} %`);
  const none = `  ${rows.length - some.length} of ${rows.length} faults discard nothing`;
  return ['discarded draws, of twelve cases for each fault', ...lines, none].join('\n');
}
