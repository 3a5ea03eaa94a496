/** Other ways to ask a trap, a third of them in each commit, on seeds of that commit: a computed key, a verdict, and no guesser wins. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { choicesOf, keyOf } from '@/lib/core/quiz/choices';
import { generateQuestion, wayOf } from '@/lib/core/quiz/generate/generate';
import { chosenVerdict } from '@/lib/core/quiz/verdict-of';
import { viewOf } from '@/lib/core/quiz/view-of';
import { BELIEFS } from '@/lib/core/scenario/beliefs/catalogue';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { BOTS, beyondChance, type Guess } from '../../../support/bots';
import { rotatingSeeds, rotatingShare, SEED_BASE } from '../../../support/rotating-seed';
import { namedIn } from '../../../support/ticket-words';

const SEEDS = rotatingSeeds(12);
const WAYS = TRAPS.flatMap((trap) =>
  (trap.also ?? []).map((way) => ({ trap, id: trap.id, asks: way.asks, way })),
);
const SECRETS = [...FAULTS, ...BELIEFS].map(({ id }) => id);

describe.each(rotatingShare(WAYS, 3))(`$id asks $asks, seeds of ${SEED_BASE}`, ({ trap, asks, way }) => {
  const guesses: Guess[] = [];
  let discards = 0;

  it('is asked over faults that there are', () => {
    if ('faults' in way) expect(FAULTS.map(({ id }) => id)).toEqual(expect.arrayContaining([...way.faults]));
  });

  it.each(SEEDS)('%s', (seed) => {
    const made = generateQuestion(trap, seed, asks);
    const { question, discarded } = made;
    expect(question.kind).toBe(asks);
    discards += discarded.length;
    const choices = choicesOf(question);
    const texts = choices.map(({ text }) => plain(text));
    expect(choices.length).toBeGreaterThan(2);
    expect(new Set(texts).size).toBe(texts.length);
    const key = keyOf(question);
    expect(key).toHaveLength(1);
    const verdict = chosenVerdict(question, key);
    expect(verdict).toMatchObject({ kind: asks, right: true, credit: 1, beliefs: [] });
    expect(verdict.options.map(({ isRight }) => isRight)).toEqual(choices.map((_, i) => key.includes(i)));
    for (const said of [verdict.headline, plain(verdict.story), plain(verdict.why)])
      expect(said).not.toMatch(/undefined|null|NaN|\[object/);
    expect(verdict.pages.length).toBeGreaterThan(0);
    const { drawing: _network, ...view } = viewOf(made);
    const text = JSON.stringify(view);
    for (const secret of SECRETS) expect(text).not.toContain(`"${secret}"`);
    guesses.push({
      options: texts.map((option, i) => ({ text: option, layer: '', right: key.includes(i) })),
      named: namedIn(made),
    });
  });

  it('discards few of its draws', () => {
    expect(guesses).toHaveLength(SEEDS.length);
    expect(discards / (discards + SEEDS.length)).toBeLessThan(0.3);
  });

  it.each(Object.entries(BOTS))('cannot be won by guessing: %s', (_name, bot) => {
    const { won, bound } = beyondChance(bot, guesses);
    expect(won).toBeLessThanOrEqual(bound);
  });
});

it('asks in each of its ways now and then', () => {
  expect(WAYS.length).toBeGreaterThan(4);
  const many = Array.from({ length: 400 }, (_, i) => String(i));
  for (const { trap, asks } of WAYS) {
    const share = many.filter((seed) => wayOf(trap, seed) === asks).length / many.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.4);
  }
});
