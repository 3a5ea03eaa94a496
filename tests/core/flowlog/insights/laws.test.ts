/** Queries over random records agree with loops that compute the same. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { runQuery } from '@/lib/core/flowlog/insights/run/start-query';
import { parseQuery } from '@/lib/core/flowlog/insights/syntax/parse-query';
import type { ParsedRecord } from '@/lib/core/flowlog/record';
import { ask, DEFAULT_ROWS, TEN } from '../../../support/flow-log';

const record: fc.Arbitrary<ParsedRecord> = fc.record({
  version: fc.constant(2),
  'account-id': fc.constant('111122223333'),
  'interface-id': fc.constantFrom('eni-1', 'eni-2'),
  srcaddr: fc.constantFrom('10.0.0.4', '10.0.0.5', '203.0.113.5', null),
  dstaddr: fc.constantFrom('10.0.1.6', '2001:db8::1', null),
  srcport: fc.integer({ min: 0, max: 3 }),
  dstport: fc.constantFrom(22, 443, null),
  protocol: fc.constantFrom(6, 17, null),
  packets: fc.integer({ min: 1, max: 9 }),
  bytes: fc.option(fc.integer({ min: 40, max: 2000 })),
  start: fc.integer({ min: TEN, max: TEN + 1200 }),
  end: fc.constant(TEN + 1300),
  action: fc.constantFrom('ACCEPT', 'REJECT', null),
  'log-status': fc.constant('OK'),
});
const log = fc.array(record, { maxLength: 40 });

const rowsFor = (query: string, all: readonly ParsedRecord[]) => ask(query, DEFAULT_ROWS, all).rows;

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

describe('stats', () => {
  test.prop([log])('sums what a loop sums, group by group', (all) => {
    const expected = groupBy(all, ({ srcaddr, dstaddr }) => `${srcaddr} ${dstaddr}`).map((group) => {
      const bytes = group.map((each) => each.bytes ?? null).filter((each) => each !== null);
      const sum = bytes.length === 0 ? null : bytes.reduce((a, b) => a + b, 0);
      const largest = bytes.length === 0 ? null : Math.max(...bytes);
      return [group[0]?.srcaddr, group[0]?.dstaddr, sum, group.length, bytes.length, largest];
    });
    const query = 'stats sum(bytes), count(*), count(bytes), max(bytes) by srcAddr, dstAddr';
    expect(rowsFor(query, all)).toEqual(expected);
  });

  test.prop([log])('loses nothing between groups', (all) => {
    const [one] = rowsFor('stats sum(packets), count(*)', all);
    const parts = rowsFor(
      'stats sum(packets) as p, count(*) as n by bin(5m), action | stats sum(p), sum(n)',
      all,
    );
    expect(parts).toEqual(one ? [one] : []);
  });
});

describe('filter', () => {
  const atoms = fc.constantFrom(
    ...['action = "REJECT"', 'dstPort = 22', 'dstPort > 100', 'srcAddr like "10."', 'protocol in [6]'],
    ...['isIpv4InSubnet(srcAddr, "10.0.0.0/31")', 'bytes < packets * 200', 'ispresent(dstAddr)', 'srcPort'],
  );
  const condition = fc.letrec<{ readonly c: string }>((tie) => ({
    c: fc.oneof(
      { depthSize: 'small' },
      atoms,
      fc.tuple(tie('c'), fc.constantFrom('and', 'or'), tie('c')).map(([a, op, b]) => `(${a} ${op} ${b})`),
      tie('c').map((a) => `not ${a}`),
    ),
  })).c;

  test.prop([log, condition])('and its opposite share the events between them', (all, text) => {
    const kept = rowsFor(`filter ${text} | fields srcPort`, all).length;
    const others = rowsFor(`filter not (${text}) | fields srcPort`, all).length;
    expect(kept + others).toBe(all.length);
  });

  test.prop([log, condition, condition])('in a row is `and`', (all, a, b) => {
    expect(rowsFor(`filter ${a} | filter ${b}`, all)).toEqual(rowsFor(`filter (${a}) and (${b})`, all));
  });

  test.prop([log, condition, condition])('keeps De Morgan', (all, a, b) => {
    expect(rowsFor(`filter not (${a} or ${b})`, all)).toEqual(rowsFor(`filter not ${a} and not ${b}`, all));
  });
});

describe('a query that was let in', () => {
  const piece = fc.constantFrom(
    ...['fields srcAddr, bytes * 2 as b', 'filter bytes > 100', 'filter b > 1', 'sort bytes desc', 'sort b'],
    ...[
      'limit 5',
      'limit any 3',
      'tail 2',
      'dedup srcAddr',
      'display b, @message',
      'stats count(*) as n by srcAddr',
    ],
    ...[
      'stats sum(n), avg(b) as b by bin(5m)',
      'parse @message "* * *" as v, b, rest',
      'fields n ^ 400 / 0 as b',
    ],
    ...[
      'parse @message /(?<b>1+)/',
      'filter srcAddr like /(0|1)+$/',
      'stats pct(bytes, 50) as b, latest(b) as n',
    ],
  );

  test.prop([fc.array(piece, { minLength: 1, maxLength: 6 }), log], { numRuns: 1000 })(
    'runs to an end, and every row has every column',
    (pieces, all) => {
      const door = parseQuery(pieces.join(' | '));
      if ('issues' in door) return;
      const { columns, rows } = runQuery(door.query, DEFAULT_ROWS, all, { now: 0 });
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        for (const value of row)
          expect(value === null || typeof value === 'string' || Number.isFinite(value)).toBe(true);
      }
    },
  );
});
