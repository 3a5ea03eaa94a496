/** Prose and generator know the same traps, and every trap's prose bundles. */
import { describe, expect, it } from 'vitest';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { loadTrap, trapIds } from '@/lib/server/content';

describe('traps', async () => {
  const ids = await trapIds();

  it('have prose for each that can be generated, and the other way round', () => {
    expect(ids.length).toBeGreaterThan(0);
    expect([...ids].sort()).toEqual(TRAPS.map(({ id }) => id).sort());
  });

  it.each(ids)('%s has prose that bundles', async (id) => {
    const { title, misconception, truth, sources, code } = await loadTrap(id);
    expect(title.length).toBeGreaterThan(3);
    for (const sentence of [misconception, truth]) expect(sentence).toMatch(/^[A-Z].{30,220}\.$/);
    expect(sources.length).toBeGreaterThan(0);
    expect(code.length).toBeGreaterThan(500);
  });
});
