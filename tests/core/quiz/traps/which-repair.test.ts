/** Every trap about repairs, on seeds that differ from commit to commit: each key and each wrong option run, and no guesser wins. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { gradeWhichRepair, optionText, type WhichRepairQuestion } from '@/lib/core/quiz/kinds/which-repair';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { applyChanges } from '@/lib/core/simulate/change';
import { parseWorld } from '@/lib/core/simulate/parse-world';
import { probe } from '@/lib/core/simulate/probe';
import type { World } from '@/lib/core/simulate/world';
import { BOTS, beyondChance, type Guess } from '../../../support/bots';
import { rotatingSeeds, SEED_BASE } from '../../../support/rotating-seed';
import { namedIn } from '../../../support/ticket-words';

const SEEDS = rotatingSeeds(60);
const REPAIR_TRAPS = TRAPS.filter(({ asks }) => asks === 'which-repair');

/** By one probe and no proof: what the first row of traffic comes to. */
function connection(world: World): string {
  const door = parseWorld({ ...world, Timeline: [] });
  if ('issues' in door) throw new Error(JSON.stringify(door.issues));
  const [row] = door.world.traffic;
  if (!row) throw new Error('somebody tries');
  return probe(door.world, row).connection;
}

describe.each(REPAIR_TRAPS)(`$id, seeds of ${SEED_BASE}`, (trap) => {
  const guesses: Guess[] = [];
  let discards = 0;
  let bitten = 0;

  it.each(SEEDS)('%s', (seed) => {
    const generated = generateQuestion(trap, seed, trap.asks);
    const { question, discarded, bites } = generated;
    if (question.kind !== 'which-repair') throw new Error('it asks for a repair');
    discards += discarded.length;
    if (bites) bitten += 1;
    const key = keyOf(question);
    expect(gradeWhichRepair(question, key).mending).toEqual(question.options.map((_, i) => i === key));
    const texts = question.options.map((option) => plain(optionText(option)));
    expect(new Set(texts).size).toBe(texts.length);
    for (const [i, { changes, origin }] of question.options.entries()) {
      const made = applyChanges(question.case.broken, changes);
      if ('error' in made) throw new Error(`${made.error.Code}: ${made.error.Message}`);
      const works = ['established', 'replied'].includes(connection(question.case.dressedAfter(made.world)));
      expect({ option: texts[i], works }).toEqual({ option: texts[i], works: i === key });
      if (i !== key) expect(origin.kind).not.toBe('key');
    }
    guesses.push({
      options: question.options.map(({ layer }, i) => ({ text: texts[i] ?? '', layer, right: i === key })),
      named: namedIn(generated),
    });
  });

  it('discards few of its draws, and bites in some and not in all', () => {
    expect(discards / (discards + SEEDS.length)).toBeLessThan(0.3);
    expect(bitten).toBeGreaterThan(0);
    expect(bitten).toBeLessThan(SEEDS.length);
  });

  it.each(Object.entries(BOTS))('cannot be won by guessing: %s', (_name, bot) => {
    expect(guesses).toHaveLength(SEEDS.length);
    const { won, bound } = beyondChance(bot, guesses);
    expect(won).toBeLessThanOrEqual(bound);
  });
});

function keyOf({ options }: WhichRepairQuestion): number {
  return options.findIndex(({ origin }) => origin.kind === 'key');
}
