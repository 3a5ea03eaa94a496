/** Every trap about records that are not there: the log itself is asked, and what it says is the only right option. */
import { describe, expect, it } from 'vitest';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { gradeMissingRecord } from '@/lib/core/quiz/kinds/missing-record';
import { CLAIMS, REASONS } from '@/lib/core/scenario/missing-record';
import { LOG_LAWS, OUR_READING } from '@/lib/core/scenario/readings';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { linesOf, play } from '@/lib/core/scenario/trial';
import type { World } from '@/lib/core/simulate/world';
import { BOTS, beyondChance, type Guess } from '../../../support/bots';
import { rotatingSeeds, SEED_BASE } from '../../../support/rotating-seed';
import { namedIn } from '../../../support/ticket-words';

const SEEDS = rotatingSeeds(60);
const MISSING_RECORD_TRAPS = TRAPS.filter(({ asks }) => asks === 'missing-record');
const MINUTE = 60_000;

/** Whether the interface has a record of a packet between these ports, once everything is as it should be. */
function isWritten(world: World, interfaceId: string, at: number, ports: readonly [string, string]): boolean {
  const trial = play(world, OUR_READING.packetLaws);
  const stretch = { from: at - 30 * MINUTE, to: at + 30 * MINUTE };
  return LOG_LAWS.every((laws) =>
    linesOf(trial, stretch, laws, [interfaceId]).some(
      ({ fields }) => fields.srcport === ports[0] && fields.dstport === ports[1],
    ),
  );
}

it('says every reason and every claim in as many letters', () => {
  const lengths = new Set([...REASONS, ...CLAIMS].map(({ says }) => says.length));
  expect([...lengths]).toEqual([61]);
});

describe.each(MISSING_RECORD_TRAPS)(`$id, seeds of ${SEED_BASE}`, (trap) => {
  const guesses: Guess[] = [];
  const keys = new Set<string>();
  let discards = 0;

  it.each(SEEDS)('%s', (seed) => {
    const generated = generateQuestion(trap, seed, trap.asks);
    const { question, discarded } = generated;
    if (question.kind !== 'missing-record') throw new Error('it asks for a missing record');
    discards += discarded.length;
    const { case: one, options } = question;
    keys.add(one.reason.id);
    expect(options).toHaveLength(4);
    expect(new Set(options.map(({ id }) => id)).size).toBe(4);
    for (const { id } of options)
      expect({ id, right: gradeMissingRecord(question, id).right }).toEqual({
        id,
        right: id === one.reason.id,
      });
    const ports = [String(one.packet.sourcePort), String(one.packet.destinationPort)] as const;
    expect(isWritten(one.world, one.interfaceId, one.at, ports)).toBe(false);
    // With the log of the healthy design, and long enough afterwards, what passed and can be logged is there.
    const mended: World = {
      ...one.world,
      Snapshot: one.path.design.world.Snapshot,
      LostRecords: [],
      Now: new Date(one.at + 60 * MINUTE).toISOString(),
    };
    const canBeSeen = one.reason.id !== 'never-came' && one.reason.id !== 'never-logged';
    expect(isWritten(mended, one.interfaceId, one.at, ports)).toBe(canBeSeen);
    guesses.push({
      options: options.map(({ id, says }) => ({ text: says, layer: id, right: id === one.reason.id })),
      named: namedIn(generated),
    });
  });

  it('has every one of its reasons for a key, and discards few draws', () => {
    if (trap.asks === 'missing-record') expect([...keys].sort()).toEqual([...trap.reasons].sort());
    expect(discards / (discards + SEEDS.length)).toBeLessThan(0.3);
  });

  it.each(Object.entries(BOTS))('cannot be won by guessing: %s', (_name, bot) => {
    const { won, bound } = beyondChance(bot, guesses);
    expect(won).toBeLessThanOrEqual(bound);
  });
});
