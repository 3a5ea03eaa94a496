/** How much an answer costs to judge and explain, counted in what is played and probed: never a matter of the machine. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { choicesOf, picksOf } from '@/lib/core/quiz/choices';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { askDiagnose } from '@/lib/core/quiz/kinds/diagnose';
import { askRepair } from '@/lib/core/quiz/kinds/repair';
import { verdictOf } from '@/lib/core/quiz/verdict-of';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { generateFault } from '@/lib/core/scenario/generate-fault';
import { randomFrom } from '@/lib/core/scenario/random';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { rotatingSeeds, rotatingShare, SEED_BASE } from '../../../support/rotating-seed';

const { work } = vi.hoisted(() => ({ work: { plays: 0, probes: 0 } }));

vi.mock('@/lib/core/simulate/simulate', async (original) => {
  const real = await original<typeof import('@/lib/core/simulate/simulate')>();
  return {
    ...real,
    simulate: (...args: Parameters<typeof real.simulate>) => {
      work.plays += 1;
      return real.simulate(...args);
    },
  };
});

vi.mock('@/lib/core/simulate/probe', async (original) => {
  const real = await original<typeof import('@/lib/core/simulate/probe')>();
  const counted = <A extends readonly unknown[], R>(call: (...args: A) => R) => {
    return (...args: A): R => {
      work.probes += 1;
      return call(...args);
    };
  };
  return {
    ...real,
    probe: counted(real.probe),
    proberOf: (...args: Parameters<typeof real.proberOf>) => {
      const prober = real.proberOf(...args);
      return { explain: counted(prober.explain), verdict: counted(prober.verdict) };
    },
  };
});

/** The bound: an answer costs no more than thirty explained verdicts. A play counts as one: it is a case's attempts once over. */
const MOST = 30;

function cost(judge: () => unknown): number {
  work.plays = 0;
  work.probes = 0;
  judge();
  return work.plays + work.probes;
}

beforeEach(() => {
  work.plays = 0;
  work.probes = 0;
});

describe(`judging an answer, seeds of ${SEED_BASE}`, () => {
  it.each(rotatingShare(TRAPS, 3))('$id', (trap) => {
    for (const seed of rotatingSeeds(1)) {
      const { question } = generateQuestion(trap, seed, trap.asks);
      const ids = choicesOf(question).map(({ id }) => id);
      for (let i = 0; i + picksOf(question) <= ids.length; i++) {
        const options = ids.slice(i, i + picksOf(question));
        const spent = cost(() => verdictOf(question, { kind: 'options', options }));
        expect({ seed, options, spent: Math.max(spent, MOST) }).toEqual({ seed, options, spent: MOST });
      }
    }
  });

  it.each(rotatingShare(FAULTS, 3))('a diagnosis and a repair of $id', (fault) => {
    for (const seed of rotatingSeeds(1)) {
      const { made } = generateFault(fault, seed);
      const question = askDiagnose(made, randomFrom(seed));
      if (typeof question === 'string') throw new Error(question);
      for (const component of question.options) {
        // A case that nobody has judged yet.
        const fresh = { ...question, case: { ...question.case } };
        const spent = cost(() => verdictOf(fresh, { kind: 'options', options: [component] }));
        expect({ seed, component, spent: Math.max(spent, MOST) }).toEqual({ seed, component, spent: MOST });
      }
      const task = askRepair(made);
      if (typeof task === 'string') continue;
      const actions = made.site.repair(made.broken).filter((change) => change.Service === 'ec2');
      const spent = cost(() => verdictOf(task, { kind: 'repair', actions }));
      expect({ seed, spent: Math.max(spent, MOST) }).toEqual({ seed, spent: MOST });
    }
  });

  it('is counted at all', () => {
    const [trap] = TRAPS.filter(({ asks }) => asks === 'which-repair');
    if (!trap) throw new Error('a trap asks for a repair');
    const { question } = generateQuestion(trap, 'counted');
    expect(cost(() => verdictOf(question, { kind: 'options', options: ['A'] }))).toBeGreaterThan(4);
  });
});
