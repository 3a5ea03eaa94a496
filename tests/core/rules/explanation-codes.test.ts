/** Our list of codes against the facts read from AWS's pages, `tests/docs/explanation-codes.json`. */
import { describe, expect, it } from 'vitest';
import { DETAIL_CODES, EXPLANATION_CODES } from '@/lib/core/rules/explanation-codes';
import facts from '../../docs/explanation-codes.json';
import published from '../../docs/network-insights-types.json';

const ALL: Readonly<Record<string, { readonly group: string; readonly means: string }>> = {
  ...EXPLANATION_CODES,
  ...DETAIL_CODES,
};

describe('explanation codes', () => {
  it('are the hundred that AWS documents', () => {
    expect(facts.length).toBe(100);
    expect(Object.keys(ALL).sort()).toEqual(facts.map(({ code }) => code).sort());
  });

  it.each(facts)('$code means what the facts say', ({ code, means, group, components, ...fact }) => {
    const isDetail = fact.class === 'additional detail';
    const list = isDetail ? DETAIL_CODES : EXPLANATION_CODES;
    expect(list[code as keyof typeof list]).toEqual({
      group,
      means,
      fields: components,
      fieldsStanding: fact.components_basis.startsWith('observed') ? 'observed' : 'inferred',
    });
  });

  it('fill only fields that the published types have', () => {
    const explanation = Object.keys(published.types.Explanation);
    const detail = Object.keys(published.types.AdditionalDetail);
    for (const { fields } of Object.values(EXPLANATION_CODES))
      expect(explanation).toEqual(expect.arrayContaining([...fields]));
    for (const { fields } of Object.values(DETAIL_CODES))
      expect(detail).toEqual(expect.arrayContaining([...fields]));
  });
});
