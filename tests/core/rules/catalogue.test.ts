/** Every statement about AWS, wherever it is declared: one id each, a sentence, a standing, a source. */
import { describe, expect, it } from 'vitest';
import { RULES } from '../../support/rules';

describe('rules', () => {
  it('are there, each id once', () => {
    expect(RULES.length).toBeGreaterThan(35);
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it.each(RULES)('$id', ({ id, says, standing, source }) => {
    expect(id).toMatch(/^[a-z]+\.[a-z-]+$/);
    expect(says).toMatch(/^[A-Z].*\.$/);
    expect(['documented', 'observed', 'derived', 'inferred']).toContain(standing);
    expect(new URL(source).protocol).toBe('https:');
    if (standing === 'documented')
      expect(source).toMatch(/docs\.aws\.amazon\.com|repost\.aws|rfc-editor\.org/);
  });
});
