/** Which rows and columns come out, and in which order. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { compareKeys, sortKey } from '@/lib/core/flowlog/insights/natural-order';
import { ask, CELLS, type Cells, result } from '../../../support/flow-log';

const EVENTS: readonly Cells[] = [
  { '@timestamp': 2000, '@message': 'two', id: 'b', n: 1 },
  { '@timestamp': 1000, '@message': 'one', id: 'a', n: 1 },
  { '@timestamp': 3000, '@message': 'three', id: 'a', n: 2 },
  { '@timestamp': 2000, '@message': 'two again', id: null, n: null },
];

const answer = (query: string, events: readonly Cells[] = EVENTS) => ask(query, CELLS, events);
const messages = (query: string) => answer(`${query} | display @message`).rows.flat();

describe('columns', () => {
  it.each([
    // "the results show the @timestamp and all log data in the @message field": CWL_QuerySyntax.html
    ['filter n = 2', ['@timestamp', '@message'], [[3000, 'three']]],
    ['fields id | filter n = 2', ['id'], [['a']]],
    ['fields id | fields n | filter n = 2', ['id', 'n'], [['a', 2]]],
    ['fields id, n, id | filter n = 2', ['id', 'n'], [['a', 2]]],
    ['fields id, n + 1 as m, m * 2 as k | filter k = 6', ['id', 'm', 'k'], [['a', 3, 6]]],
    ['fields id | display n | filter n = 2', ['n'], [[2]]],
    ['display n | display id | filter n = 2', ['id'], [['a']]],
    ['display `id` as name, n   >  1 | filter n = 2', ['name', 'n > 1'], [['a', 1]]],
    ['fields `no-such` | filter n = 2', ['no-such'], [[null]]],
    ['parse @message "t*" as rest | filter n = 2', ['rest'], [['hree']]],
    ['fields id | parse @message "t*" as rest | filter n = 2', ['id', 'rest'], [['a', 'hree']]],
  ] as const)('%s', (query, columns, rows) => {
    expect(answer(query)).toEqual({ columns, rows });
  });
});

describe('rows', () => {
  it('come with the latest first, and in the order of arrival where times are equal', () => {
    expect(messages('fields id')).toEqual(['three', 'two', 'two again', 'one']);
  });

  it.each([
    ['limit 2', ['three', 'two']],
    ['head 1', ['three']],
    ['tail 2', ['two again', 'one']],
    ['tail 9', ['three', 'two', 'two again', 'one']],
    ['limit any 2', ['two', 'one']],
    ['sort @timestamp | limit 2', ['one', 'two']],
    ['sort @timestamp asc | limit 1', ['one']],
    ['sort n desc, id | limit 4', ['three', 'one', 'two', 'two again']],
    ['sort by id desc', ['two', 'one', 'three', 'two again']],
    ['sort n', ['two again', 'two', 'one', 'three']],
    ['sort n desc', ['three', 'two', 'one', 'two again']],
    ['sort strlen(@message) desc | limit 1', ['two again']],
    ['sort n | filter n = 1', ['two', 'one']],
    ['limit 3 | filter n = 1', ['two']],
    ['filter n = 1 | limit 1', ['two']],
    [
      'sort @timestamp | parse @message "t*" as rest | filter ispresent(rest) | limit 2',
      ['two', 'two again'],
    ],
  ])('%s', (query, expected) => {
    expect(messages(query)).toEqual(expected);
  });

  it('keep what was extracted from each of them while they wait', () => {
    const query =
      'parse @message "t*" as rest | sort @timestamp | tail 3 | sort @timestamp desc | display rest';
    expect(answer(query).rows.flat()).toEqual(['hree', 'wo', 'wo again']);
  });

  it('are at most 10,000 unless a limit says otherwise', () => {
    const many = Array.from({ length: 12_000 }, (_, i): Cells => ({ '@timestamp': i, n: i }));
    const rows = answer('fields n', many).rows.flat();
    expect(rows).toHaveLength(10_000);
    expect([rows[0], rows.at(-1)]).toEqual([11_999, 2_000]);
    expect(answer('fields n | limit 11000', many).rows).toHaveLength(11_000);
    expect(answer('stats count(*) by n', many).rows).toHaveLength(10_000);
  });

  it('are cut off from the latest also in front of `stats`', () => {
    expect(answer('limit 2 | stats min(@timestamp), count(*)').rows).toEqual([[2000, 2]]);
  });

  it('are counted: those that came, and those that passed the filters', () => {
    const { statistics } = result(
      'filter n = 1 | filter id = "a" | stats count(*) by id | filter id = "b"',
      CELLS,
      EVENTS,
    );
    expect(statistics).toEqual({ recordsScanned: 4, recordsMatched: 1 });
  });

  it('stop being asked for when no more are wanted', () => {
    const { statistics } = result('limit any 1', CELLS, EVENTS);
    expect(statistics.recordsScanned).toBe(1);
  });
});

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Dedup.html
describe('dedup', () => {
  it.each([
    ['dedup id', ['three', 'two', 'two again']],
    ['sort @timestamp asc | dedup id', ['one', 'two', 'two again']],
    ['sort @timestamp asc | dedup id | limit 2', ['one', 'two']],
    ['dedup id, n', ['three', 'two', 'two again', 'one']],
    ['sort n desc | fields id | dedup id', ['three', 'two', 'two again']],
  ])('%s', (query, expected) => {
    const { columns, rows } = answer(`fields @message | ${query}`);
    expect(rows.map((row) => row[columns.indexOf('@message')])).toEqual(expected);
  });

  it('tells apart what only reads alike when joined', () => {
    const events: readonly Cells[] = [
      { a: 'x', b: 'yz' },
      { a: 'xy', b: 'z' },
    ];
    expect(answer('fields a | dedup a, b', events).rows).toHaveLength(2);
  });
});

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Sort.html
describe('the order of values', () => {
  const AWS = [
    ...['!:', '#', '*%04', '0#', '5A', '111A', '2345_', '@', '@_', 'A', 'A9876fghj', 'a12345hfh'],
    ...['0', '01', '1', '2', '3'],
  ];

  it("is the one of AWS's example", () => {
    const shuffled = [...AWS].reverse().sort((a, b) => a.length - b.length || (a < b ? 1 : -1));
    // `01` and `1` are equal, so they are told apart by where they came from.
    const events = shuffled.map((v): Cells => ({ v }));
    const sorted = answer('fields v | sort v', events).rows.flat();
    expect(sorted.filter((v) => v !== '1' && v !== '01')).toEqual(AWS.filter((v) => v !== '1' && v !== '01'));
    expect(sorted.slice(-4)).toEqual(['1', '01', '2', '3']);
  });

  it('puts addresses where a reader looks for them', () => {
    const events = ['10.0.0.10', '10.0.0.9', '9.0.0.1', '10.0.0.100'].map((v): Cells => ({ v }));
    expect(answer('fields v | sort v', events).rows.flat()).toEqual([
      '9.0.0.1',
      '10.0.0.9',
      '10.0.0.10',
      '10.0.0.100',
    ]);
  });

  const value = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -50, max: 50 }),
    fc.string({ unit: fc.constantFrom('a', 'B', '0', '1', '9', '.', '-'), maxLength: 6 }),
  );
  const compare = (a: Cells[string], b: Cells[string]) => compareKeys(sortKey(a), sortKey(b));

  test.prop([value, value, value])('is an order', (a, b, c) => {
    expect(compare(a, a)).toBe(0);
    expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
    if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
  });

  test.prop([fc.array(value, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), fc.boolean()])(
    'gives the same rows with a limit as without one, cut off',
    (values, limit, descending) => {
      const events = values.map((v, i): Cells => ({ v, i }));
      const sort = `fields i | sort v ${descending ? 'desc' : 'asc'}`;
      const all = answer(sort, events).rows;
      expect(answer(`${sort} | limit ${limit}`, events).rows).toEqual(all.slice(0, limit));
      const sign = descending ? -1 : 1;
      const plain = events.toSorted((a, b) => compare(a.v ?? null, b.v ?? null) * sign);
      expect(all.flat()).toEqual(plain.map(({ i }) => i));
    },
  );

  test.prop([fc.array(fc.tuple(value, fc.integer({ min: 0, max: 4 })), { maxLength: 40 })])(
    'decides which of several duplicates stays',
    (pairs) => {
      const events = pairs.map(([v, key], i): Cells => ({ v, key: key === 0 ? null : `k${key}`, i }));
      const sorted = answer('fields i, key | sort v desc', events).rows;
      const seen = new Set<unknown>();
      const expected = sorted.filter(([, key]) => {
        const isNew = key === null || !seen.has(key);
        seen.add(key);
        return isNew;
      });
      expect(answer('fields i, key | sort v desc | dedup key', events).rows).toEqual(expected);
    },
  );
});
