/** Every other trap, on seeds that differ from commit to commit: one choice is right, it is run anew each time, and no guesser wins. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { choicesOf, gradeChoice, keyOf, picksOf, promptOf } from '@/lib/core/quiz/choices';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { BOTS, beyondChance, type Guess } from '../../../support/bots';
import { rotatingSeeds, SEED_BASE } from '../../../support/rotating-seed';
import { namedIn } from '../../../support/ticket-words';

const SEEDS = rotatingSeeds(60);
const ELSEWHERE = ['which-layer', 'which-repair', 'missing-record'];
const OTHERS = TRAPS.filter(({ asks }) => !ELSEWHERE.includes(asks));

describe.each(OTHERS)(`$id, seeds of ${SEED_BASE}`, (trap) => {
  const guesses: Guess[] = [];
  let discards = 0;
  let bitten = 0;

  it.each(SEEDS)('%s', (seed) => {
    const generated = generateQuestion(trap, seed, trap.asks);
    const { question, discarded, bites } = generated;
    expect(question.kind).toBe(trap.asks);
    expect(promptOf(question)).toMatch(/\?$/);
    discards += discarded.length;
    if (bites) bitten += 1;
    const choices = choicesOf(question);
    expect(new Set(choices.map(({ text }) => plain(text))).size).toBe(choices.length);
    const key = keyOf(question);
    expect(key).toHaveLength(picksOf(question));
    if (picksOf(question) === 2) {
      const wrong = choices.findIndex((_, i) => !key.includes(i));
      expect(gradeChoice(question, [key[0] ?? 0]).credit).toBe(0.5);
      expect(gradeChoice(question, [key[0] ?? 0, wrong]).credit).toBe(0);
    }
    guesses.push({
      options: choices.map(({ text, layer }, i) => ({ text: plain(text), layer, right: key.includes(i) })),
      named: namedIn(generated),
    });
  });

  it('discards few of its draws, and bites', () => {
    expect(guesses).toHaveLength(SEEDS.length);
    expect(discards / (discards + SEEDS.length)).toBeLessThan(0.3);
    expect(bitten).toBeGreaterThan(0);
  });

  it.each(Object.entries(BOTS))('cannot be won by guessing: %s', (_name, bot) => {
    const { won, bound } = beyondChance(bot, guesses);
    expect(won).toBeLessThanOrEqual(bound);
  });
});
