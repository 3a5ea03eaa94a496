/** Hints of every trap's question: worked out of what was opened, never the answer itself before the last step. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { choicesOf, keyOf } from '@/lib/core/quiz/choices';
import { comparisonOfQuestion } from '@/lib/core/quiz/evidence/comparison-of';
import { informationOf, mostTelling, remaining } from '@/lib/core/quiz/evidence/information';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { hintOf } from '@/lib/core/quiz/hint';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { rotatingSeeds, SEED_BASE } from '../../support/rotating-seed';

const [SEED = ''] = rotatingSeeds(1);

describe.each(TRAPS)(`$id, seed of ${SEED_BASE}`, (trap) => {
  const made = generateQuestion(trap, SEED, trap.asks);
  const comparison = comparisonOfQuestion(made.question);
  const texts = ([1, 2, 3] as const).map((step) => plain(hintOf(made, step, [], comparison).says));

  it('has three, and the first two do not tell the answer', () => {
    expect(new Set(texts).size).toBe(3);
    const choices = choicesOf(made.question).map(({ text }) => plain(text));
    const key = keyOf(made.question).flatMap((i) => choices[i] ?? []);
    for (const text of texts) expect(text).toMatch(/^[A-Z].*[.;:]$/s);
    if (made.question.kind === 'which-layer') return;
    for (const answer of key) for (const text of texts.slice(0, 2)) expect(text).not.toContain(answer);
  });

  it('knows more once the advised evidence was opened', () => {
    if (!comparison) return;
    const opened: string[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const before = remaining(comparison, opened).length;
      const { offer } = hintOf(made, 2, opened, comparison);
      if (offer === undefined) break;
      const [best] = mostTelling(comparison, opened);
      expect(best?.offer.id).toBe(offer);
      opened.push(offer);
      expect(remaining(comparison, opened).length).toBeLessThanOrEqual(before);
    }
    const all = comparison.offers.map(({ id }) => id);
    expect(plain(hintOf(made, 1, all, comparison).says)).toMatch(/^What you have seen has not ruled out: /);
    expect(remaining(comparison, all).length).toBeLessThanOrEqual(comparison.candidates.length + 1);
  });
});

describe('informationOf', () => {
  it.each([
    [[0, 1, 2, 3], 'abcd', 2],
    [[0, 1, 2, 3], 'aaaa', 0],
    [[0, 1, 2, 3], 'aabb', 1],
    [[0], 'a', 0],
  ])('%j by %s: %d bits', (worlds, looks, bits) => {
    expect(informationOf(worlds, (world) => looks[world] ?? '')).toBeCloseTo(bits);
  });
});
