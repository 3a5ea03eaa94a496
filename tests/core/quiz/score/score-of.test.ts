/** The score of a case and its parts: they add up, and none of them pays for a guess. */
import { describe, expect, it } from 'vitest';
import type { HintLevel } from '@/lib/core/quiz/score/case-score';
import { CONFIDENCES } from '@/lib/core/quiz/score/confidence';
import { scoreOf } from '@/lib/core/quiz/score/score-of';

const played = { right: true, credit: 1, spent: 3, cheapest: 3, hint: 0 } as const;

describe('the score of a case', () => {
  it('is 100 for a right answer with the cheapest evidence and no hint', () => {
    expect(scoreOf(played)).toEqual({
      points: 100,
      parts: { answer: 100, evidence: 0, hints: 0, gaveUp: 0 },
      efficiency: 1,
      certainty: undefined,
    });
  });

  it('adds up from its parts, and lies between 0 and 100', () => {
    const cases = [0, 0.25, 0.5, 1].flatMap((credit) =>
      [0, 3, 6, 30].flatMap((spent) =>
        ([0, 1, 2, 3] as readonly HintLevel[]).flatMap((hint) =>
          [true, false].map((gaveUp) => ({ right: credit === 1, credit, spent, cheapest: 3, hint, gaveUp })),
        ),
      ),
    );
    expect(cases).toHaveLength(128);
    for (const one of cases) {
      const { points, parts } = scoreOf(one);
      expect(points).toBeCloseTo(parts.answer - parts.evidence - parts.hints - parts.gaveUp);
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(100);
      if (one.gaveUp) expect(points).toBe(0);
    }
  });

  it('takes at most a fifth for evidence, and shows thrift only with a right answer', () => {
    expect(scoreOf({ ...played, spent: 300 }).points).toBeCloseTo(80.2);
    expect(scoreOf({ ...played, spent: 0, right: false, credit: 0 })).toMatchObject({
      points: 0,
      efficiency: undefined,
    });
    expect(scoreOf({ ...played, gaveUp: true }).efficiency).toBeUndefined();
  });

  it('keeps certainty apart from the points', () => {
    const sure = CONFIDENCES.map((confidence) => scoreOf({ ...played, confidence }));
    expect(sure.map(({ certainty }) => certainty)).toEqual([1, 2, 3]);
    expect(new Set(sure.map(({ points }) => points)).size).toBe(1);
    const wrong = CONFIDENCES.map(
      (confidence) => scoreOf({ ...played, right: false, credit: 0, confidence }).certainty,
    );
    expect(wrong).toEqual([0, -2, -6]);
  });
});
