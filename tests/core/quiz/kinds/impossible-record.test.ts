/** One of six records is no record of this network: whatever is left open, and for whoever does not hold the belief. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_FIELDS } from '@/lib/core/flowlog/fields';
import { askImpossibleRecord, gradeImpossibleRecord } from '@/lib/core/quiz/kinds/impossible-record';
import { certainText, readingOf, writtenUnder } from '@/lib/core/quiz/records/written-under';
import { LOG_BELIEFS, PACKET_BELIEFS } from '@/lib/core/scenario/beliefs/catalogue';
import { BLUEPRINTS } from '@/lib/core/scenario/blueprints/catalogue';
import { randomFrom } from '@/lib/core/scenario/random';
import { START } from '../../../support/network/play';
import { parsed } from '../../../support/pair';

const STRETCH = { from: START, to: START + 900_000 };

const BELIEFS = [...PACKET_BELIEFS, ...LOG_BELIEFS];

const drawn = BLUEPRINTS.flatMap((blueprint) => {
  const random = randomFrom(`${blueprint.id}~impossible`);
  const design = blueprint.draw(random, START);
  const refused = design.forbidden.map(({ from, to, protocol, port }, i) => ({
    From: from,
    To: to,
    Protocol: protocol,
    Port: port,
    At: new Date(START + 120_000 + i * 7000).toISOString(),
  }));
  const world = { ...design.world, Traffic: [...design.background, ...refused] };
  const about = { design, world, stretch: STRETCH, fields: DEFAULT_FIELDS, beliefs: BELIEFS };
  const question = askImpossibleRecord(about, random.fork('question'));
  if (typeof question === 'string') return [];
  const { reproduced } = gradeImpossibleRecord(question, 0);
  return [{ name: blueprint.id, world: parsed(world), question, impossible: reproduced.indexOf(false) }];
});

describe('an impossible record', () => {
  it('is found in nearly every design, and in many ways', () => {
    expect(drawn.length).toBeGreaterThanOrEqual(BLUEPRINTS.length - 1);
    expect(new Set(drawn.map(({ question }) => question.belief.id)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(drawn.map(({ impossible }) => impossible)).size).toBeGreaterThanOrEqual(3);
  });

  it.each(drawn)('$name: alone cannot be reproduced', ({ question, impossible }) => {
    expect(question.shown).toHaveLength(6);
    const grades = question.shown.map((_, i) => gradeImpossibleRecord(question, i));
    expect(grades.map(({ right }) => right)).toEqual(question.shown.map((_, i) => i === impossible));
    for (const { right, credit } of grades) expect(credit).toBe(right ? 1 : 0);
  });

  it.each(drawn)('$name: is what the belief would have written', ({ world, question, impossible }) => {
    const wrong = question.shown[impossible];
    if (!wrong) throw new Error('it is shown');
    const text = certainText(wrong, DEFAULT_FIELDS);
    const under = (laws: Parameters<typeof writtenUnder>[2]) =>
      writtenUnder(world, STRETCH, laws).some((one) => certainText(one, DEFAULT_FIELDS) === text);
    expect(under(readingOf(question.belief))).toBe(true);
  });

  it('is not asked for where too little happens', () => {
    const [blueprint] = BLUEPRINTS;
    if (!blueprint) throw new Error('there is a blueprint');
    const design = blueprint.draw(randomFrom('quiet'), START);
    const world = { ...design.world, Traffic: [] };
    const about = { design, world, stretch: STRETCH, fields: DEFAULT_FIELDS, beliefs: BELIEFS };
    expect(askImpossibleRecord(about, randomFrom('quiet'))).toMatch(/too little is certain$/);
  });
});
