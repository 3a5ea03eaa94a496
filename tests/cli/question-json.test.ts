/** What `flowtrap scenario` prints without `--key`: of many cases not one names its fault, its repair, a belief or what hosts do. */
import { describe, expect, it } from 'vitest';
import { keyJson } from '@/lib/cli/key-json';
import { viewJson } from '@/lib/cli/question-json';
import { openCase } from '@/lib/core/quiz/generate/open-case';
import { viewOf } from '@/lib/core/quiz/view-of';
import { BELIEFS } from '@/lib/core/scenario/beliefs/catalogue';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { LEVELS } from '@/lib/core/scenario/level';
import { randomFrom } from '@/lib/core/scenario/random';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { rotatingSeeds, SEED_BASE } from '../support/rotating-seed';

/** Which of them differs from commit to commit. */
const some = <T>(all: readonly T[], count: number): readonly T[] =>
  randomFrom(SEED_BASE).shuffle(all).slice(0, count);

const CASES = [
  ...LEVELS.flatMap((level) =>
    rotatingSeeds(2).map((seed) => ({ kind: 'level', id: `level-${level}`, seed }) as const),
  ),
  ...some(FAULTS, 10).map(({ id }) => ({ kind: 'fault', id, seed: SEED_BASE }) as const),
  ...some(TRAPS, 8).map(({ id }) => ({ kind: 'trap', id, seed: SEED_BASE }) as const),
];

const SLUGS = [...FAULTS, ...BELIEFS].map(({ id }) => id);

describe('a question as JSON', () => {
  it.each(CASES)('of $id, seed $seed, keeps its key', ({ kind, id, seed }) => {
    const generated = openCase({ kind, id }, seed);
    if (!generated) throw new Error(`${id} opens`);
    const { [kind]: named, ...shown } = viewJson(viewOf(generated)) as Record<string, unknown>;
    expect(named).toBe(kind === 'level' ? Number(id.at(-1)) : id);
    const text = JSON.stringify(shown);
    expect(text.length).toBeGreaterThan(400);
    const words = new Set(text.split(/[^a-z0-9-]+/));
    expect(SLUGS.filter((slug) => words.has(slug))).toEqual([]);
    for (const name of [
      'Hosts',
      'Listeners',
      'Firewall',
      'Premises',
      'repair',
      'belief',
      'layer',
      'key',
      'world',
    ])
      expect(text).not.toContain(`"${name}"`);
    const { key } = keyJson(generated) as {
      key: { options: readonly string[]; faults?: readonly { says?: string }[] };
    };
    expect(key.options.length).toBeGreaterThan(0);
    for (const { says = '\u0000' } of key.faults ?? []) expect(text).not.toContain(says);
  });
});
