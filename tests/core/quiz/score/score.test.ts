/** The formulas of scoring, at their corners and in between. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  allOrNothingCredit,
  diagnosisCredit,
  multipleChoiceCredit,
  singleChoiceCredit,
} from '@/lib/core/quiz/score/answer-credit';
import { caseScore, evidenceEfficiency, shownEfficiency } from '@/lib/core/quiz/score/case-score';
import { CONFIDENCES, calibrationOf, certaintyMark, claimed } from '@/lib/core/quiz/score/confidence';
import { excessBits, leastPrivilege } from '@/lib/core/quiz/score/least-privilege';

describe('credit', () => {
  it('of one choice is all or nothing, and several keys are equally right', () => {
    expect(singleChoiceCredit(['a'], 'a')).toBe(1);
    expect(singleChoiceCredit(['a', 'b'], 'b')).toBe(1);
    expect(singleChoiceCredit(['a'], 'b')).toBe(0);
    expect(singleChoiceCredit(['a'], undefined)).toBe(0);
  });

  it('of several choices takes wrong picks from right ones', () => {
    const key = ['a', 'b'];
    expect(multipleChoiceCredit(key, ['a', 'b'])).toBe(1);
    expect(multipleChoiceCredit(key, ['a'])).toBe(0.5);
    expect(multipleChoiceCredit(key, ['a', 'c'])).toBe(0);
    expect(multipleChoiceCredit(key, ['c', 'd'])).toBe(0);
    expect(multipleChoiceCredit(key, ['a', 'b', 'c', 'd'])).toBe(0);
    expect(multipleChoiceCredit(key, ['a', 'a'])).toBe(0.5);
    expect(allOrNothingCredit(key, ['b', 'a'])).toBe(1);
    expect(allOrNothingCredit(key, ['a', 'b', 'c'])).toBe(0);
  });

  it('of a diagnosis has three parts', () => {
    expect(diagnosisCredit({ component: true, rule: true, mechanism: true })).toBe(1);
    expect(diagnosisCredit({ component: true, rule: false, mechanism: false })).toBe(0.5);
    expect(diagnosisCredit({ component: false, rule: true, mechanism: true })).toBe(0.5);
  });
});

describe('the score of a case', () => {
  const perfect = { credit: 1, cheapest: 2, spent: 2, hint: 0 } as const;

  it('takes at most a fifth for evidence that was not needed', () => {
    expect(caseScore(perfect)).toBe(100);
    expect(caseScore({ ...perfect, spent: 4 })).toBe(90);
    expect(caseScore({ ...perfect, spent: 0 })).toBe(100);
    expect(caseScore({ ...perfect, cheapest: 0, spent: 9 })).toBe(80);
  });

  it.each([
    [0, 100],
    [1, 90],
    [2, 75],
    [3, 40],
  ] as const)('with a hint of level %i is %i at most', (hint, score) => {
    expect(caseScore({ ...perfect, hint })).toBeCloseTo(score);
  });

  it('is nothing for whoever gives up, and for a wrong answer', () => {
    expect(caseScore({ ...perfect, gaveUp: true })).toBe(0);
    expect(caseScore({ ...perfect, credit: 0 })).toBe(0);
  });

  it('tells thrift only with a right answer', () => {
    expect(shownEfficiency({ ...perfect, spent: 8 })).toBe(0.25);
    expect(shownEfficiency({ ...perfect, credit: 0.5 })).toBeUndefined();
  });

  test.prop([fc.nat(40), fc.nat(40)])('never falls below nothing or rises above 1', (cheapest, spent) => {
    const efficiency = evidenceEfficiency({ cheapest, spent });
    expect(efficiency).toBeGreaterThanOrEqual(0);
    expect(efficiency).toBeLessThanOrEqual(1);
  });
});

describe('confidence', () => {
  it('pays for being sure only whoever is right often enough', () => {
    const best = (chance: number) =>
      CONFIDENCES.map((confidence) => ({
        confidence,
        mark:
          chance * certaintyMark({ confidence, right: true }) +
          (1 - chance) * certaintyMark({ confidence, right: false }),
      })).reduce((one, other) => (other.mark > one.mark ? other : one)).confidence;
    expect([0.5, 0.66, 0.67, 0.79, 0.81, 1].map(best)).toEqual([
      'low',
      'low',
      'middle',
      'middle',
      'high',
      'high',
    ]);
    expect(CONFIDENCES.map(claimed)).toEqual([
      [0, 67],
      [67, 80],
      [80, 100],
    ]);
  });

  it('is held against what came', () => {
    expect(calibrationOf([])).toBeUndefined();
    const sure = calibrationOf([
      { confidence: 'high', right: true },
      { confidence: 'high', right: false },
    ]);
    expect(sure).toMatchObject({ answers: 2, mark: -1.5, byLevel: { high: { answers: 2, right: 1 } } });
    expect(sure?.brier).toBeCloseTo((0.01 + 0.81) / 2);
  });
});

describe('least privilege', () => {
  const needed = 2n ** 48n;

  it('loses a sixteenth for each doubling', () => {
    expect(leastPrivilege([], 0)).toBe(1);
    expect(leastPrivilege([{ granted: needed, needed }], 0)).toBe(1);
    expect(leastPrivilege([{ granted: needed * 256n, needed }], 0)).toBe(0.5);
    expect(leastPrivilege([{ granted: needed << 32n, needed }], 0)).toBe(0);
    expect(excessBits({ granted: 3n, needed: 1n })).toBeCloseTo(Math.log2(3));
  });

  it('takes the worst grant, and a tenth for each needless change', () => {
    const grants = [
      { granted: needed, needed },
      { granted: needed * 16n, needed },
    ];
    expect(leastPrivilege(grants, 0)).toBe(0.75);
    expect(leastPrivilege(grants, 2)).toBeCloseTo(0.55);
    expect(leastPrivilege(grants, 20)).toBe(0);
  });

  it('counts less than was needed as nothing too many', () => {
    expect(excessBits({ granted: 1n, needed: 64n })).toBe(0);
  });
});
