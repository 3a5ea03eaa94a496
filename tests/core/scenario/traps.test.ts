/** The catalogue of traps holds together: ids, beliefs, faults and tasks that exist. */
import { describe, expect, it } from 'vitest';
import { BELIEFS } from '@/lib/core/scenario/beliefs/catalogue';
import { BLUEPRINTS } from '@/lib/core/scenario/blueprints/catalogue';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { REASONS } from '@/lib/core/scenario/missing-record';
import { NEEDS, TOOLS } from '@/lib/core/scenario/tool';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('the catalogue of traps', () => {
  it('names each of the 31 once', () => {
    expect(TRAPS).toHaveLength(31);
    expect(new Set(idsOf(TRAPS)).size).toBe(31);
  });

  it.each(TRAPS)('$id speaks of what there is', (trap) => {
    expect(trap.tasks.length).toBeGreaterThan(0);
    for (const task of trap.tasks) expect(task).toMatch(/^(SOA-C03|ANS-C01|SCS-C03) \d/);
    expect(trap.beliefs.length).toBeGreaterThan(0);
    expect(idsOf(BELIEFS)).toEqual(expect.arrayContaining([...trap.beliefs]));
    switch (trap.asks) {
      case 'which-repair':
      case 'what-tools-show':
      case 'choose-two':
        expect(idsOf(FAULTS)).toEqual(expect.arrayContaining([...trap.bites, ...trap.contrasts]));
        expect(trap.bites.filter((id) => trap.contrasts.includes(id))).toEqual([]);
        break;
      case 'which-log-call':
        expect(idsOf(FAULTS)).toEqual(expect.arrayContaining([...trap.faults]));
        break;
      case 'missing-record':
        expect(idsOf(REASONS)).toEqual(expect.arrayContaining([...trap.reasons]));
        break;
      case 'which-tool':
        expect(idsOf(NEEDS)).toEqual(expect.arrayContaining([...trap.needs]));
        break;
      case 'fill-in':
        expect(idsOf(BLUEPRINTS)).toEqual(expect.arrayContaining([...(trap.designs ?? [])]));
        break;
      default:
        expect(['which-layer', 'what-becomes-of-it', 'what-keeps-out']).toContain(trap.asks);
    }
  });

  it('has tools for every need, each with its page', () => {
    for (const { toldBy } of NEEDS) expect(idsOf(TOOLS)).toEqual(expect.arrayContaining([...toldBy]));
    for (const { source } of [...NEEDS, ...TOOLS])
      expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });

  it('is told by beliefs that contradict something documented', () => {
    for (const { id, says, truth, rules } of BELIEFS) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      for (const sentence of [says, truth]) expect(sentence).toMatch(/^[A-Z].{20,170}\.$/);
      expect(rules.length).toBeGreaterThan(0);
      for (const { standing } of rules) expect(['documented', 'derived', 'observed']).toContain(standing);
    }
  });
});
