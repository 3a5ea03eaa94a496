/** Every question about something broken: more than one fault fits at first sight, and what nothing tells from the truth is no wrong option. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { repairSentence } from '@/lib/core/explain/repair';
import { choicesOf, keyOf } from '@/lib/core/quiz/choices';
import { comparisonOf, inseparable } from '@/lib/core/quiz/evidence/comparison';
import { sceneOf } from '@/lib/core/quiz/evidence/scene';
import { untoldFrom } from '@/lib/core/quiz/evidence/untold';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { candidatesOf } from '@/lib/core/scenario/candidates';
import { undiagnosable } from '@/lib/core/scenario/diagnosable';
import type { FaultCase } from '@/lib/core/scenario/fault-case';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { generateFault } from '@/lib/core/scenario/generate-fault';
import { ends } from '@/lib/core/scenario/intent-path';
import { randomFrom } from '@/lib/core/scenario/random';
import { OUR_READING } from '@/lib/core/scenario/readings';
import { triedOnce } from '@/lib/core/scenario/rivals';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { linesOf, play } from '@/lib/core/scenario/trial';
import type { World } from '@/lib/core/simulate/world';
import { rotatingSeeds, SEED_BASE } from '../../../support/rotating-seed';

const SEEDS = rotatingSeeds(2);
const ABOUT_A_FAULT = TRAPS.filter(({ asks }) =>
  ['which-repair', 'choose-two', 'what-tools-show'].includes(asks),
);

/** Which words the log of the interface in question has, after one attempt and nothing else. */
function words(one: FaultCase, world: World): readonly string[] {
  const { client, server } = ends(one.path);
  const trial = play(world, OUR_READING.packetLaws);
  const lines = linesOf(trial, one.stretch, OUR_READING.logLaws, [(server ?? client)?.id ?? '']);
  return lines.flatMap(({ fields }) => (fields.action === undefined ? [] : [fields.action]));
}

describe.each(ABOUT_A_FAULT)(`$id, seeds of ${SEED_BASE}`, (trap) => {
  it.each(SEEDS)('%s', (seed) => {
    const { question } = generateQuestion(trap, seed, trap.asks);
    if (!('case' in question) || !('fault' in question.case)) throw new Error('it is about a fault');
    const one = question.case;
    // Of two faults at once the first is looked at alone.
    const ending = (world: World) => play(world, OUR_READING.packetLaws).endings[0]?.ending;
    const truth = triedOnce(one);
    const rivals = FAULTS.filter(({ id, symptom }) => id !== one.fault.id && symptom === one.fault.symptom)
      .flatMap((fault) => fault.sites(one.path).map((site) => triedOnce(one, site)))
      .filter((world) => ending(world) === ending(truth));
    expect(rivals.length).toBeGreaterThan(0);
    for (const word of ['ACCEPT', 'REJECT']) {
      const has = words(one, truth).includes(word);
      expect(
        rivals.some((world) => words(one, world).includes(word) === has),
        word,
      ).toBe(true);
    }
    if (question.kind !== 'which-repair') return;
    const untold = untoldFrom(one).map(({ site }) => plain(repairSentence(site.repair(one.broken))));
    const key = keyOf(question);
    for (const [i, { text }] of choicesOf(question).entries())
      if (untold.includes(plain(text))) expect(key).toContain(i);
  });
});

/** Other faults for every commit. */
const DRAWN = randomFrom(SEED_BASE).shuffle(FAULTS).slice(0, 6);

describe.each(DRAWN)(`$id, seed of ${SEED_BASE}`, (fault) => {
  const { made } = generateFault(fault, SEEDS[0] ?? '');

  it('is not told from what all evidence shows alike, and from nothing else', () => {
    const all = candidatesOf(made);
    const comparison = comparisonOf(sceneOf(made), all);
    const alike = inseparable(comparison).map((i) => `${all[i]?.fault.id} ${all[i]?.site.at}`);
    expect(untoldFrom(made).map(({ fault: { id }, site }) => `${id} ${site.at}`)).toEqual(alike);
  });
});

it.each([
  ['sg-in-missing', undefined],
  ['nat-idle', 'nothing else fits the ticket'],
  ['gwep-not-associated', 'a single clue settles it'],
])('%s: %s', (id, says) => {
  const fault = FAULTS.find((one) => one.id === id);
  if (!fault) throw new Error(`${id} is a fault`);
  expect(undiagnosable(generateFault(fault, SEEDS[0] ?? '').made)).toBe(says);
});
