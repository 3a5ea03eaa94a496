/** Levels: each harder than the one before it, each of many faults, and the highest with two things wrong at once. */
import { describe, expect, it } from 'vitest';
import { keyOf, picksOf } from '@/lib/core/quiz/choices';
import { difficultyOfQuestion } from '@/lib/core/quiz/difficulty-of';
import { openCase } from '@/lib/core/quiz/generate/open-case';
import { difficultyOf, type Radicals } from '@/lib/core/scenario/difficulty';
import { BANDS, LEVELS } from '@/lib/core/scenario/level';
import { rotatingSeeds, SEED_BASE } from '../../support/rotating-seed';

const SEEDS = rotatingSeeds(4);
const cases = LEVELS.map((level) => ({
  level,
  asked: SEEDS.map((seed) => {
    const made = openCase({ kind: 'level', id: `level-${level}` }, seed);
    if (made?.question.kind !== 'diagnose') throw new Error(`level ${level} asks for a diagnosis`);
    return { seed, question: made.question };
  }),
}));

const meanOf = (asked: (typeof cases)[number]['asked']): number =>
  asked.reduce((sum, { question }) => sum + difficultyOfQuestion(question), 0) / asked.length;

describe(`levels, seeds of ${SEED_BASE}`, () => {
  it.each(cases)('$level lies in its band, and has a key', ({ level, asked }) => {
    expect(asked).toHaveLength(SEEDS.length);
    const { from, below, decoys } = BANDS[level];
    for (const { seed, question } of asked) {
      const difficulty = difficultyOfQuestion(question);
      // Told to two digits.
      expect(difficulty, seed).toBeGreaterThanOrEqual(from - 0.01);
      expect(difficulty, seed).toBeLessThanOrEqual(below);
      const odd = question.case.path.design.decoys ?? 0;
      expect(odd, seed).toBeGreaterThanOrEqual(decoys[0]);
      expect(odd, seed).toBeLessThanOrEqual(decoys[1]);
      expect(keyOf(question), seed).toHaveLength(picksOf(question));
    }
  });

  it('rise', () => {
    const means = cases.map(({ asked }) => meanOf(asked));
    for (const [i, mean] of means.entries()) if (i > 0) expect(mean).toBeGreaterThan(means[i - 1] ?? 0);
  });

  it('are of no one fault and no one design', () => {
    for (const { asked } of cases) {
      expect(new Set(asked.map(({ question }) => question.case.fault.id)).size).toBeGreaterThan(1);
      expect(new Set(asked.map(({ question }) => question.case.path.design.blueprint)).size).toBeGreaterThan(
        1,
      );
    }
  });

  it('have two things wrong at once in the highest, and one in the lowest', () => {
    for (const { level, asked } of cases) {
      const twofold = asked.filter(({ question }) => question.second !== undefined).length;
      if (level === 5) expect(twofold).toBe(asked.length);
      if (level < 4) expect(twofold).toBe(0);
    }
  });
});

describe('difficulty', () => {
  const PLAIN: Radicals = {
    hops: 4,
    stateless: 0,
    returnDecides: false,
    isTranslated: false,
    plausible: 0,
    more: 0,
    decoys: 0,
    began: false,
  };
  const HARDER: readonly Partial<Radicals>[] = [
    { hops: 8 },
    { stateless: 2 },
    { returnDecides: true },
    { isTranslated: true },
    { plausible: 3 },
    { more: 1 },
    { decoys: 1 },
    { began: true },
  ];

  it('grows with each radical, and with nothing else', () => {
    expect(difficultyOf(PLAIN)).toBe(0);
    for (const one of HARDER) expect(difficultyOf({ ...PLAIN, ...one })).toBeGreaterThan(0);
  });
});
