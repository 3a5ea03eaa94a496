/** One of six records is no record of this network: whatever is left open, and for whoever does not hold the belief. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_FIELDS } from '@/lib/core/flowlog/fields';
import { askImpossibleRecord, gradeImpossibleRecord } from '@/lib/core/quiz/kinds/impossible-record';
import { certainText, readingOf, writtenUnder } from '@/lib/core/quiz/records/written-under';
import { BLUEPRINTS } from '@/lib/core/scenario/blueprints/catalogue';
import { randomFrom } from '@/lib/core/scenario/random';
import { oneVpc } from '../../../support/beliefs/networks';
import { worldOf } from '../../../support/network/part';
import { START, traffic } from '../../../support/network/play';
import { parsed } from '../../../support/pair';

const STRETCH = { from: START, to: START + 900_000 };

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
  const world = parsed({ ...design.world, Traffic: [...design.background, ...refused] });
  const question = askImpossibleRecord(world, STRETCH, DEFAULT_FIELDS, random.fork('question'));
  return question ? [{ name: blueprint.id, world, question }] : [];
});

describe('an impossible record', () => {
  it('is found in nearly every design, and in many ways', () => {
    expect(drawn.length).toBeGreaterThanOrEqual(BLUEPRINTS.length - 1);
    expect(new Set(drawn.map(({ question }) => question.belief.id)).size).toBeGreaterThanOrEqual(3);
    const places = new Set(drawn.map(({ question }) => question.impossible));
    expect(places.size).toBeGreaterThanOrEqual(3);
  });

  it.each(drawn)('$name: alone cannot be reproduced', ({ world, question }) => {
    const { shown, impossible } = question;
    expect(shown).toHaveLength(6);
    const grade = (chosen: number) => gradeImpossibleRecord(question, world, STRETCH, DEFAULT_FIELDS, chosen);
    expect(grade(impossible)).toMatchObject({ right: true, credit: 1 });
    expect(grade((impossible + 1) % 6)).toMatchObject({ right: false, credit: 0 });
    expect(grade(impossible).reproduced).toEqual(shown.map((_, i) => i !== impossible));
  });

  it.each(drawn)('$name: is what the belief would have written', ({ world, question }) => {
    const wrong = question.shown[question.impossible];
    if (!wrong) throw new Error('it is shown');
    const text = certainText(wrong, DEFAULT_FIELDS);
    const under = (laws: Parameters<typeof writtenUnder>[2]) =>
      writtenUnder(world, STRETCH, laws).some((one) => certainText(one, DEFAULT_FIELDS) === text);
    expect(under(readingOf(question.belief))).toBe(true);
  });

  it('is not asked for where too little happens', () => {
    const quiet = parsed(worldOf(oneVpc(), traffic('web > db tcp 443')));
    expect(askImpossibleRecord(quiet, STRETCH, DEFAULT_FIELDS, randomFrom('quiet'))).toBeUndefined();
  });
});
