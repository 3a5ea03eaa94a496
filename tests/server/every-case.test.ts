/** A link to anything opens: every way to ask, faults and levels, before the answer and after any. */
import { describe, expect, it } from 'vitest';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { LEVELS } from '@/lib/core/scenario/level';
import { randomFrom } from '@/lib/core/scenario/random';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { loadCase } from '@/lib/server/case';
import { parseSlug } from '@/lib/server/slug';
import { SEED_BASE } from '../support/rotating-seed';

const random = randomFrom(SEED_BASE);
/** Which of them differs from commit to commit; the end-to-end tests open one of each. */
const WAYS = random.shuffle([...new Set(TRAPS.map(({ asks }) => asks))]).slice(0, 4);
const IDS = [
  ...WAYS.map((way) => random.pick(TRAPS.filter(({ asks }) => asks === way)).id),
  ...random.shuffle(FAULTS.map(({ id }) => id)).slice(0, 1),
  `level-${random.pick(LEVELS)}`,
];

describe(`cases of ${SEED_BASE}`, () => {
  it.each(IDS)('%s', (id) => {
    const link = `${id}~${SEED_BASE}`;
    const page = loadCase(link, {});
    if (page.kind !== 'question') throw new Error('it is a question');
    const { view, next, problem } = page;
    expect(view.of.id).toBe(id);
    expect(problem).toBeUndefined();
    expect(parseSlug(next.replace(/^\/case\/|\?.*$/g, ''))?.id).toBe(id);
    const ids = view.answer.options.map((option) => option.id);
    const many = view.answer.kind === 'choose-two' ? 2 : 1;
    const answered = loadCase(link, { answer: ids.slice(0, many) });
    if (answered.kind !== 'verdict') throw new Error('it is judged');
    expect(answered.verdict.headline).toMatch(/\S/);
    expect(answered.allHref).toContain(`&answer=${encodeURIComponent(ids[0] ?? '')}`);
    for (const answer of [[], ['no-such'], [...ids, 'more']])
      expect(loadCase(link, { answer })).toMatchObject({
        kind: 'question',
        problem: expect.stringMatching(/^Choose (one|two) of the \w+ options first\.$/),
      });
  });
});
