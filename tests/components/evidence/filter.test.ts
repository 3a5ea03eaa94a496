/** Chips and query are two views of one filter: what the chips let through is what their query finds. */
import { describe, expect, it } from 'vitest';
import { passes, queryOf, valuesOf } from '@/components/evidence/filter';
import { piecesOf } from '@/components/evidence/highlight';
import { windowOf } from '@/components/evidence/window';
import { answer } from '@/lib/browser/engine/answer';

const CASE = { of: { kind: 'trap', id: 'reflection-ssh' }, seed: 'welcome-8' } as const;

async function busiestLog() {
  const { offers } = await answer('open', { ...CASE, offerId: '', opened: [] });
  const logs = offers.filter(({ kind }) => kind === 'flow-log-query');
  const exhibits = await Promise.all(
    logs.map(async ({ id }) => ({
      id,
      exhibit: (await answer('open', { ...CASE, offerId: id, opened: [] })).exhibit,
    })),
  );
  const read = exhibits.flatMap(({ id, exhibit }) =>
    exhibit?.kind === 'log'
      ? [{ id, streams: exhibit.streams, records: exhibit.streams.flatMap(({ records }) => records) }]
      : [],
  );
  const [first] = read.sort((a, b) => b.records.length - a.records.length);
  if (!first) throw new Error('a log can be read');
  return first;
}

describe('chips', () => {
  it.each(['address', 'port', 'action', 'protocol', 'srcaddr', 'dstport'])(
    'of %s find what their query finds',
    async (field) => {
      const { id, records, streams } = await busiestLog();
      const [value] = valuesOf(records, field);
      expect(value).toBeDefined();
      const chips = [{ field, value: value ?? '' }];
      const found = records.filter((record) => passes(record, chips));
      expect(found.length).toBeGreaterThan(0);
      const text = queryOf(
        chips,
        streams.flatMap(({ fields }) => fields),
      );
      const result = await answer('query', { ...CASE, offerId: id, text });
      if ('issues' in result) throw new Error(JSON.stringify(result.issues));
      expect(result.matched).toBe(found.length);
    },
  );
});

describe('a coloured query', () => {
  it('is the same text, with wrong places marked', () => {
    const text = 'fields srcAddr\n| filtr action = "REJECT" and dstPort = 22';
    const pieces = piecesOf(text, [{ from: 17, to: 22 }]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ isWrong }) => isWrong).map((piece) => piece.text)).toEqual(['filtr']);
    expect(pieces.filter(({ kind }) => kind === 'string').map((piece) => piece.text)).toEqual(['"REJECT"']);
  });

  it('marks the end where something is missing there', () => {
    const text = 'fields ';
    expect(
      piecesOf(text, [{ from: 7, to: 7 }])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('the window over long tables', () => {
  it('draws few of many rows, and all that are seen', () => {
    for (const scrolled of [0, 5_000, 279_000]) {
      const { first, end } = windowOf(scrolled, 400, 28, 10_000);
      expect(first * 28).toBeLessThanOrEqual(scrolled);
      expect(end * 28).toBeGreaterThanOrEqual(Math.min(scrolled + 400, 280_000));
      expect(end - first).toBeLessThan(50);
    }
  });

  it('draws nothing of nothing', () => {
    expect(windowOf(0, 400, 28, 0)).toEqual({ first: 0, end: 0 });
  });
});
