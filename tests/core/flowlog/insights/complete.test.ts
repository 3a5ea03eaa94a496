import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { complete } from '@/lib/core/flowlog/insights/complete';
import { COMMANDS } from '@/lib/core/flowlog/insights/syntax/command';
import { parseQuery } from '@/lib/core/flowlog/insights/syntax/parse-query';

const FIELDS = ['@timestamp', 'srcAddr', 'srcPort', 'bytes', 'log-status'];

/** What is offered at the mark. */
function at(text: string) {
  const offset = text.indexOf('^');
  return complete(text.replace('^', ''), offset, FIELDS);
}

const labels = (text: string): readonly string[] => at(text).options.map(({ label }) => label);

describe('completions', () => {
  it.each([
    ['^', COMMANDS],
    ['fi^', ['fields', 'filter']],
    ['FI^', ['fields', 'filter']],
    ['fields a | d^', ['dedup', 'display']],
    ['filter src^', ['srcAddr', 'srcPort']],
    ['filter src^Addr = 1', ['srcAddr', 'srcPort']],
    ['filter (b^', ['bytes', 'bin']],
    ['filter isIpv4^', ['isIpv4InSubnet']],
    ['filter not s^', ['srcAddr', 'srcPort', 'sqrt', 'strcontains', 'startsWith', 'strlen', 'substr']],
    [
      'filter bytes ^',
      [
        ...[
          '^',
          '*',
          '/',
          '%',
          '+',
          '-',
          '=',
          '!=',
          '<=',
          '<',
          '>=',
          '>',
          '=~',
          'not',
          'like',
          'in',
          'and',
          'or',
          '|',
        ],
      ],
    ],
    ['filter bytes = 1 a^', ['and']],
    ['filter bytes n^', ['not']],
    ['filter bytes not ^', ['like', 'in']],
    ['stats su^', ['sum', 'substr']],
    [
      'stats s^',
      ['sortsFirst', 'sortsLast', 'sum', 'stddev', 'sqrt', 'strcontains', 'startsWith', 'strlen', 'substr'],
    ],
    ['stats sum(by^', ['bytes']],
    ['stats round(su^', ['sum', 'substr']],
    ['stats sum(bytes) a^', ['and', 'as']],
    ['stats sum(bytes) as total b^', ['by']],
    ['stats sum(bytes) by src^', ['srcAddr', 'srcPort']],
    ['stats sum(bytes) by bi^', ['bin']],
    ['stats sum(bytes) as total by srcAddr | sort ^', ['srcAddr', 'total']],
    ['stats sum(bytes) as total by srcAddr | sort total d^', ['desc']],
    ['fields bytes * 8 as bits | filter b^', ['bits', 'bytes', 'bin']],
    ['parse @message "* *" as eni, rest | display e^', ['eni', 'endsWith']],
    ['dedup srcA^', ['srcAddr']],
    ['limit ^', ['any']],
  ] as const)('%s', (text, expected) => {
    const found = labels(text);
    // Behind `sort ` functions could stand as well; the names come first.
    expect(found.slice(0, expected.length).toSorted()).toEqual([...expected].toSorted());
    if (!text.endsWith('sort ^')) expect(found).toHaveLength(expected.length);
  });

  it.each([
    'filter a = "fi^"',
    'filter a = "fi^',
    'filter a like /fi^/',
    'filter a = 12^',
    'stats count(*) by bin(5m^)',
    'fields a # fi^',
    'stats count(*) as ^',
    'filter = ^',
  ])('nothing in %s', (text) => {
    expect(at(text).options).toEqual([]);
  });

  it('replaces the word being typed, wherever in it one stands', () => {
    expect(at('filter src^Addr = 1')).toMatchObject({ from: 7, to: 14 });
    expect(at('filter ^ = 1')).toMatchObject({ from: 7, to: 7 });
  });

  it('writes backticks where a name needs them, and takes an open one', () => {
    expect(at('filter lo^').options[0]).toMatchObject({ label: 'log-status', insert: '`log-status`' });
    expect(at('filter `lo^')).toMatchObject({
      from: 7,
      to: 10,
      options: [{ insert: '`log-status`' }],
    });
  });

  it('opens the parenthesis of a function, and says what it takes', () => {
    expect(at('filter isIpv4I^').options[0]).toMatchObject({
      kind: 'function',
      insert: 'isIpv4InSubnet(',
      says: expect.stringMatching(/^isIpv4InSubnet\(fieldName, subnet\): /),
    });
  });

  const QUERY =
    'fields @timestamp, bytes / 1024 as kb | filter srcAddr like /^10/ and not bytes in [1, 2] | stats sum(kb) as total by bin(5m) as t, srcAddr | sort total desc | limit 5';

  it('offers, at the beginning of every word of the language, that word', () => {
    const words = [
      ...QUERY.matchAll(/\b(fields|as|filter|like|and|not|in|stats|sum|by|bin|sort|desc|limit|total)\b/g),
    ];
    expect(words.length).toBeGreaterThan(14);
    for (const { 0: word, index } of words) {
      const isName = QUERY.slice(0, index).endsWith('as ');
      const found = complete(QUERY, index, FIELDS).options.map(({ label }) => label);
      if (!isName) expect([word, found.includes(word)]).toEqual([word, true]);
    }
  });

  test.prop([fc.string({ unit: 'binary', maxLength: 40 }), fc.integer({ min: -5, max: 50 })])(
    'takes any text and any place',
    (text, offset) => {
      const { from, to } = complete(text, offset, FIELDS);
      expect(0 <= from && from <= to && to <= text.length).toBe(true);
    },
  );

  it('offers only what can stand there', () => {
    for (let offset = 0; offset <= QUERY.length; offset++) {
      const { from, options } = complete(QUERY, offset, FIELDS);
      for (const { insert } of options) {
        const text = `${QUERY.slice(0, from)}${insert}`;
        const door = parseQuery(text);
        const wrong = 'issues' in door ? door.issues[0]?.at.from : undefined;
        // What is wrong, if anything, is that more has to come.
        expect([text, wrong === undefined || wrong >= text.length]).toEqual([text, true]);
      }
    }
  });
});
