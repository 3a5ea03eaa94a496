/** Every lesson bundles, and every claim in it holds in the world that it names: the claims are read from the lesson itself. */
import { describe, expect, it } from 'vitest';
import { lessonIds, loadLesson } from '@/lib/server/content';

describe('lessons', async () => {
  const ids = await lessonIds();

  it('are there, each once', () => {
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(ids)('%s holds: worlds, claims, links and sources', async (id) => {
    const { claims, parts } = await loadLesson(id);
    expect(claims.size).toBeGreaterThan(2);
    const kinds = [...parts.values()].map(({ kind }) => kind);
    // Worked example, something to complete, and a case for the learner alone.
    expect(kinds).toEqual(expect.arrayContaining(['world', 'question']));
    expect(kinds.some((kind) => kind === 'break' || kind === 'record')).toBe(true);
  });
});
