/** Verdicts of every trap: they say what the grading says, whatever is chosen, and each of their runs is what it claims. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { choicesOf, gradeChoice, keyOf, picksOf } from '@/lib/core/quiz/choices';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { chosenVerdict, verdictOf } from '@/lib/core/quiz/verdict-of';
import { READ_BOTH_WAYS } from '@/lib/core/scenario/readings';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { rotatingSeeds, rotatingShare, SEED_BASE } from '../../../support/rotating-seed';

const KINDS_WITH_RUNS = [
  'which-layer',
  'which-repair',
  'choose-two',
  'diagnose',
  'which-log-call',
  'what-keeps-out',
];

describe.each(rotatingShare(TRAPS, 2))(`$id, seeds of ${SEED_BASE}`, (trap) => {
  it.each(rotatingSeeds(1))('%s', (seed) => {
    const { question } = generateQuestion(trap, seed, trap.asks);
    const choices = choicesOf(question);
    const key = keyOf(question);
    const wrong = choices.flatMap((_, i) => (key.includes(i) ? [] : [i]));
    const answers =
      picksOf(question) === 2
        ? [key, wrong.slice(0, 2), [key[0] ?? 0, wrong[0] ?? 0]]
        : [key, ...wrong.slice(0, 2).map((i) => [i])];
    expect(answers.length).toBe(3);
    for (const places of answers) {
      const verdict = chosenVerdict(question, places);
      expect(verdict).toMatchObject({
        kind: question.kind,
        ...rightAndCredit(gradeChoice(question, places)),
      });
      expect(verdict.options.map(({ isRight }) => isRight)).toEqual(choices.map((_, i) => key.includes(i)));
      expect(verdict.options.map(({ isChosen }) => isChosen)).toEqual(
        choices.map((_, i) => places.includes(i)),
      );
      for (const text of [verdict.headline, plain(verdict.story), plain(verdict.why)]) {
        expect(text).toMatch(/^[A-Z“0-9a-z].*[^\s]$/);
        expect(text).not.toMatch(/undefined|null|NaN|\[object|“”/);
      }
      expect(verdict.pages.length).toBeGreaterThan(0);
      for (const page of [...verdict.pages, ...verdict.beliefs.flatMap(({ pages }) => pages)])
        expect(page).toMatch(/^https:\/\//);
      if (verdict.right) expect(verdict.beliefs).toEqual([]);
      for (const rule of verdict.inferred) expect(READ_BOTH_WAYS).toContain(rule);
      if (!KINDS_WITH_RUNS.includes(question.kind)) continue;
      expect(verdict.runs.some(({ mends, isKey }) => mends && isKey)).toBe(true);
      expect(verdict.runs.at(-1)?.mends).toBe(true);
      for (const { mends, isKey, outcome } of verdict.runs) {
        expect(outcome).not.toBe('');
        if (mends) expect(isKey).toBe(true);
      }
    }
  });
});

function rightAndCredit({ right, credit }: { readonly right: boolean; readonly credit: number }) {
  return { right, credit };
}

it('an answer that is none is told what would be one', () => {
  const trap = TRAPS.find(({ asks }) => asks === 'choose-two');
  if (!trap) throw new Error('a trap asks for two');
  const { question } = generateQuestion(trap, 'no-answer');
  const told = (options: readonly string[]) => verdictOf(question, { kind: 'options', options });
  for (const odd of [[], ['A'], ['A', 'A'], ['A', 'Z'], ['A', 'B', 'C']])
    expect(told(odd)).toEqual({ problem: 'choose two different ones of `A`, `B`, `C`, `D`, `E`' });
  expect(verdictOf(question, { kind: 'repair', actions: [] })).toEqual({
    problem: 'this question wants no repair',
  });
  expect(verdictOf(question, { kind: 'diagnosis', diagnoses: [] })).toEqual({
    problem: 'this question wants no diagnosis',
  });
});
