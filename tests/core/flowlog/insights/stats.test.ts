/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html */
import { describe, expect, it } from 'vitest';
import { ask, CELLS, type Cells } from '../../../support/flow-log';

const EVENTS: readonly Cells[] = [
  { '@timestamp': 3000, host: 'a', bytes: 2, port: '443' },
  { '@timestamp': 1000, host: 'b', bytes: 4, port: '22' },
  { '@timestamp': 2000, host: 'a', bytes: 4, port: '443' },
  { '@timestamp': 1000, host: 'a', bytes: null, port: 'none' },
  { '@timestamp': 4000, host: 'b', bytes: 10, port: null },
];

const answer = (query: string, events = EVENTS) => ask(query, CELLS, events);

describe('aggregations', () => {
  it.each([
    ['count(*)', 5],
    ['count()', 5],
    ['COUNT(bytes)', 4],
    ['count_distinct(port)', 3],
    ['count_distinct(host)', 2],
    ['sum(bytes)', 20],
    ['sum(port)', 908],
    ['sum(nothing)', null],
    ['avg(bytes)', 5],
    ['min(bytes)', 2],
    ['max(bytes)', 10],
    ['min(port)', 'none'],
    ['max(port)', '443'],
    ['sortsFirst(host)', 'a'],
    ['sortsLast(host)', 'b'],
    ['stddev(bytes)', 3],
    ['pct(bytes, 50)', 4],
    ['pct(bytes, 75)', 4],
    ['pct(bytes, 76)', 10],
    ['pct(bytes, 0)', 2],
    ['pct(bytes, 100)', 10],
    ['pct(nothing, 50)', null],
    ['earliest(bytes)', 4],
    ['latest(bytes)', 10],
    ['latest(port)', '443'],
    ['earliest(host)', 'b'],
    ['max(@timestamp)', 4000],
    ['sum(bytes) / count(*)', 4],
    ['round(avg(bytes) / 3, 1)', 1.7],
    ['sum(bytes * 2 + 1)', 44],
    ['sum(bytes > 3)', 3],
  ])('%s', (expression, value) => {
    expect(answer(`stats ${expression}`)).toEqual({ columns: [expression], rows: [[value]] });
  });

  it('of no rows has no groups', () => {
    expect(answer('stats count(*), sum(bytes)', [])).toEqual({
      columns: ['count(*)', 'sum(bytes)'],
      rows: [],
    });
    expect(answer('filter bytes > 100 | stats count(*) by host').rows).toEqual([]);
  });
});

describe('groups', () => {
  it('come in the order in which they were first seen, the `by` fields first', () => {
    expect(answer('stats sum(bytes) as total, count(*) by host, port')).toEqual({
      columns: ['host', 'port', 'total', 'count(*)'],
      rows: [
        ['a', '443', 6, 2],
        ['b', '22', 4, 1],
        ['a', 'none', null, 1],
        ['b', null, 10, 1],
      ],
    });
  });

  it('are made by expressions too, under an alias or as written', () => {
    expect(answer('stats count(*) by bin(2s) as t, toupper( host )')).toEqual({
      columns: ['t', 'toupper( host )', 'count(*)'],
      rows: [
        [2000, 'A', 2],
        [0, 'B', 1],
        [0, 'A', 1],
        [4000, 'B', 1],
      ],
    });
  });

  it('let an alias be used further right, and behind', () => {
    const query =
      'stats max(bytes) as top, min(bytes) as low, top - low as spread by host | filter spread > 2 | sort spread desc';
    expect(answer(query).rows).toEqual([['b', 10, 4, 6]]);
  });

  it('answer to what a column without alias is spelled like', () => {
    const query =
      'stats SUM(bytes) by host | fields sum(bytes) * 2 as twice | sort sum( bytes ) desc | limit 1';
    expect(answer(query)).toEqual({
      columns: ['host', 'SUM(bytes)', 'twice'],
      rows: [['b', 14, 28]],
    });
  });

  it('are grouped again', () => {
    const query = 'stats sum(bytes) as total by host, port | stats max(total), count(*) by host';
    expect(answer(query).rows).toEqual([
      ['a', 6, 2],
      ['b', 10, 2],
    ]);
  });

  it('show only what `display` names', () => {
    expect(answer('stats sum(bytes) as total by host | display total / 2 as half')).toEqual({
      columns: ['half'],
      rows: [[3], [7]],
    });
  });

  it('see the fields that the query made, and those that it hides', () => {
    expect(answer('fields bytes * 8 as bytes | stats sum(bytes) as bits').rows).toEqual([[160]]);
  });
});
