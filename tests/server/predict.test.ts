/** Links to predictions: what is written of one connection, field by field, and what nobody writes. */
import { describe, expect, it } from 'vitest';
import { EMPTY, FIELDS, lackIn, recordOf } from '@/components/predict/grid';
import { answer } from '@/lib/browser/engine/answer';
import { loadPredict } from '@/lib/server/predict';

const FAULTS = ['nacl-out-reply', 'sg-in-missing', 'pcx-route-missing', 'nacl-in-missing'];

describe.each(FAULTS)('%s', (id) => {
  const ref = { of: { kind: 'fault', id }, seed: 'predict' } as const;

  it('tells a connection of which every port is known', () => {
    const page = loadPredict(`${id}~predict`);
    if (page.kind !== 'predict') throw new Error(page.kind);
    expect(page.connection.sourcePort).toBeGreaterThan(49_151);
    expect(page.connection.source).toMatch(/^[\d.]+$|:/);
    expect(page.editable.interfaces.length).toBeGreaterThan(1);
  });

  it('gives all of it to who predicts what is written, and less to who adds a record', async () => {
    const { written } = await answer('predict', { ...ref, records: [] });
    const right = written.map(({ values }) => recordOf({ ...EMPTY, ...values }));
    expect((await answer('predict', { ...ref, records: right })).credit).toBe(1);
    const wrong = recordOf({
      ...EMPTY,
      srcaddr: '192.0.2.1',
      srcport: '1',
      dstaddr: '192.0.2.2',
      dstport: '2',
    });
    const more = await answer('predict', { ...ref, records: [...right, wrong] });
    expect(more.credit).toBeLessThan(1);
    expect(more.extra.map(({ place }) => place)).toEqual([right.length]);
  });
});

it('a refusal is predicted at the interface that writes it', async () => {
  const { written } = await answer('predict', {
    of: { kind: 'fault', id: 'sg-in-missing' },
    seed: 'predict',
    records: [],
  });
  expect(written.some(({ values }) => values.action === 'REJECT')).toBe(true);
});

it('a case without a working log is none to predict', () => {
  expect(loadPredict('which-analyzer~predict').kind).toBe('no-prediction');
  expect(loadPredict('nothing~predict').kind).toBe('unknown');
});

it('the grid knows what a row lacks', () => {
  expect(lackIn({ ...EMPTY, 'interface-id': 'eni-1' })).toBe('srcaddr');
  expect(FIELDS.every((field) => field in recordOf(EMPTY))).toBe(true);
});
