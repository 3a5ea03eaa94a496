/** Every statement about AWS, wherever it is declared: one id each, a sentence, a standing, a source. */
import { describe, expect, it } from 'vitest';
import type { Rule } from '@/lib/core/rules/rule';

const modules = import.meta.glob<Record<string, unknown>>(
  ['/lib/core/rules/*.ts', '/lib/core/flowlog/rules.ts', '/lib/core/flowlog/insights/rules.ts'],
  { eager: true },
);
const rules = Object.values(modules)
  .flatMap((exported) => Object.values(exported))
  .filter((value): value is Rule => typeof value === 'object' && value !== null && 'standing' in value);

describe('rules', () => {
  it('are there, each id once', () => {
    expect(rules.length).toBeGreaterThan(35);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it.each(rules)('$id', ({ id, says, standing, source }) => {
    expect(id).toMatch(/^[a-z]+\.[a-z-]+$/);
    expect(says).toMatch(/^[A-Z].*\.$/);
    expect(['documented', 'observed', 'derived', 'inferred']).toContain(standing);
    expect(new URL(source).protocol).toBe('https:');
    if (standing === 'documented')
      expect(source).toMatch(/docs\.aws\.amazon\.com|repost\.aws|rfc-editor\.org/);
  });
});
