/** What the engine answers, called as the worker calls it: evidence, prices, queries, completion and cost. */
import { describe, expect, it } from 'vitest';
import { answer } from '@/lib/browser/engine/answer';

const CASE = { of: { kind: 'trap', id: 'reflection-ssh' }, seed: 's3' } as const;

async function logOffer() {
  const { offers } = await answer('open', { ...CASE, offerId: 'nothing', opened: [] });
  const offer = offers.find(({ kind, price }) => kind === 'flow-log-query' && price > 0);
  if (!offer) throw new Error('a log can be opened');
  return offer;
}

describe('evidence', () => {
  it('is opened, and its price is counted once', async () => {
    const { id } = await logOffer();
    const { exhibit, spent } = await answer('open', { ...CASE, offerId: id, opened: [id, id] });
    expect(exhibit?.kind).toBe('log');
    expect(spent).toBe(1);
  });

  it('of an unknown name is nothing', async () => {
    const { exhibit, offers } = await answer('open', {
      ...CASE,
      offerId: 'route-table:rtb-none',
      opened: [],
    });
    expect(exhibit).toBeUndefined();
    expect(offers.length).toBeGreaterThan(10);
  });

  it('of a case that is none is an error with words', async () => {
    const asked = answer('open', {
      of: { kind: 'trap', id: 'no-such-trap' },
      seed: 'a',
      offerId: 'x',
      opened: [],
    });
    await expect(asked).rejects.toThrow('no-such-trap is a trap, a fault or a level');
  });
});

describe('a query', () => {
  it('runs over the records of the exhibit', async () => {
    const { id: offerId } = await logOffer();
    const result = await answer('query', { ...CASE, offerId, text: 'stats count(*) as n by action' });
    if ('issues' in result) throw new Error(JSON.stringify(result.issues));
    expect(result.fields).toEqual(['action', 'n']);
    expect(result.rows.length).toBeGreaterThan(0);
    expect(result.scanned).toBeGreaterThan(5);
  });

  it('that is wrong is told where', async () => {
    const { id: offerId } = await logOffer();
    const result = await answer('query', {
      ...CASE,
      offerId,
      text: 'fields srcAddr\n| filtr action = "REJECT"',
    });
    if (!('issues' in result)) throw new Error('it is wrong');
    expect(result.issues[0]?.from).toBe(17);
    expect(result.issues[0]?.message).toMatch(/filter/);
  });

  it('is completed at its end', async () => {
    const text = 'fields srcA';
    const { options, from } = await answer('complete', {
      text,
      offset: text.length,
      fields: ['srcAddr', 'dstAddr'],
    });
    expect(options.map(({ label }) => label)).toContain('srcAddr');
    expect(from).toBe(7);
  });
});

it('the cost stands beside the cheapest that is enough', async () => {
  const { spent, cheapest } = await answer('cost', { ...CASE, opened: [] });
  expect(spent).toBe(0);
  expect(cheapest).toBeGreaterThanOrEqual(0);
});
