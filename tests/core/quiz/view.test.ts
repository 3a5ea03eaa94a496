/** Every trap's question as it is shown: whole, the same each time, and nothing in it that only the key knows. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { choicesOf, gradeChoice, keyOf, picksOf, placesOf } from '@/lib/core/quiz/choices';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { viewOf } from '@/lib/core/quiz/view-of';
import { BELIEFS } from '@/lib/core/scenario/beliefs/catalogue';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { rotatingSeeds, SEED_BASE } from '../../support/rotating-seed';

const SEEDS = rotatingSeeds(1);
const SECRETS = [...FAULTS, ...BELIEFS].map(({ id }) => id);

describe.each(TRAPS)(`$id, seeds of ${SEED_BASE}`, (trap) => {
  it.each(SEEDS)('%s', (seed) => {
    const asked = generateQuestion(trap, seed);
    const view = viewOf(asked);
    const { drawing, ...rest } = view;
    const { network, ...drawn } = drawing ?? { network: undefined };
    expect(view).toMatchObject({
      of: { kind: 'trap', id: trap.id },
      seed,
      version: GENERATOR_VERSION,
      tasks: trap.tasks,
    });
    expect(view.prompt).toMatch(/\?$/);
    if (network) expect(network.networkInterfaces.has(drawing?.targetId ?? '')).toBe(true);
    const { ticket, answer } = view;
    for (const prose of [ticket.before, ticket.after, ticket.brief]) expect(plain(prose)).toMatch(/\S/);
    expect(ticket.number).toMatch(/^OPS-\d{4}$/);
    const options = answer.options.map(({ id }) => id);
    expect(new Set(options).size).toBe(choicesOf(asked.question).length);
    const key = keyOf(asked.question).map((i) => options[i] ?? '');
    const places = placesOf(asked.question, key.slice(0, picksOf(asked.question)));
    expect(gradeChoice(asked.question, places ?? []).right).toBe(true);
    for (const odd of [[], [''], ['Z'], [...options]]) expect(placesOf(asked.question, odd)).toBeUndefined();
    const text = JSON.stringify({ ...rest, drawn });
    for (const secret of SECRETS) expect(text).not.toContain(`"${secret}"`);
    for (const word of ['Hosts', 'Listeners', 'Firewall', 'belief', 'layer', 'changes'])
      expect(text).not.toContain(`"${word}"`);
    const { drawing: _again, ...again } = viewOf(asked);
    expect(JSON.stringify(again)).toBe(JSON.stringify(rest));
  });
});
