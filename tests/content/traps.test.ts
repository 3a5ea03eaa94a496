/** Prose and generator know the same traps, and every trap's prose bundles. */
import { describe, expect, it } from 'vitest';
import { isTrapId, TRAP_IDS } from '@/lib/core/scenario/generate';
import { loadTrap, trapIds } from '@/lib/server/content';

describe('traps', async () => {
  const ids = await trapIds();

  it('have prose for each that can be generated, and the other way round', () => {
    expect(ids.length).toBeGreaterThan(0);
    expect([...ids].sort()).toEqual([...TRAP_IDS].sort());
    expect(ids.every(isTrapId)).toBe(true);
  });

  it.each(ids)('%s has prose that bundles', async (id) => {
    const { title, misconception, code } = await loadTrap(id);
    expect(title.length).toBeGreaterThan(3);
    expect(misconception).toMatch(/\.$/);
    expect(code.length).toBeGreaterThan(500);
  });
});
