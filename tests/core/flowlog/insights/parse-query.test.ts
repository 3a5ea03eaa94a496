import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '@/lib/core/flowlog/insights/syntax/parse-query';
import { tokenize } from '@/lib/core/flowlog/insights/syntax/token';

/** The query without its marks, and where they stood: «what is wrong». */
function marked(text: string): { readonly query: string; readonly from: number; readonly to: number } {
  const from = text.indexOf('«');
  const to = text.indexOf('»') - 1;
  return { query: text.replace('«', '').replace('»', ''), from, to };
}

const issuesOf = (query: string) => {
  const door = parseQuery(query);
  return 'issues' in door ? door.issues : [];
};

const FIRST_OF_VALUE = ['a field', 'a function', 'text in quotes', 'a number', '`not`'];
const BEHIND_VALUE = ['an operator such as `=`', '`not`', '`like`', '`in`', '`and`', '`or`', '`|`'];

describe('a wrong query is told where, why, and what would fit', () => {
  it.each([
    ['«»', 'the query ends too early', ['a command such as `fields`, `filter` or `stats`']],
    ['# nothing but a comment«»', 'ends too early', ['a command such as `fields`, `filter` or `stats`']],
    [
      '«select» * from logs',
      '`select` does not fit here',
      ['a command such as `fields`, `filter` or `stats`'],
    ],
    ['fields a |«»', 'ends too early', ['a command such as `fields`, `filter` or `stats`']],
    ['fields a | «|» limit 1', '`|` does not fit', ['a command such as `fields`, `filter` or `stats`']],
    ['filter«»', 'ends too early', FIRST_OF_VALUE],
    ['fields a «"|"» b', '`"|"` does not fit', undefined],
    ['sort "by" «a»', '`a` does not fit', undefined],
    ['filter a = «|» limit 1', '`|` does not fit', ['a field', 'a function', 'text in quotes', 'a number']],
    ['filter a «b»', '`b` does not fit', BEHIND_VALUE],
    ['filter a «==» 1', '`==` is no operator: equality is one `=`', BEHIND_VALUE],
    ['filter a = 1 «&&» b = 2', 'write `and`', undefined],
    ['filter a = 1 «||» b = 2', 'write `or`', undefined],
    ['filter a «<>» 1', 'inequality is `!=`', undefined],
    ['filter «!»a', 'write `not`', undefined],
    ['filter (a = 1«»', 'ends too early', ['an operator such as `=`', '`and`', '`or`', '`)`']],
    ['filter a like «b»', '`b` does not fit', ['text in quotes', 'a pattern such as `/^10\\./`']],
    ['filter a in «(»1)', '`(` does not fit', ['`[`']],
    ['filter a in [«]»', '`]` does not fit', ['text in quotes', 'a number']],
    ['filter a not «=» 1', '`=` does not fit', ['`like`', '`in`']],
    [
      'filter srcAddr = «10.0.0.4»',
      '`10.0.0.4` is no number: text and addresses stand between quotes',
      undefined,
    ],
    ['filter a = «1e3»', '`1e3` is no number here: write all its digits', undefined],
    ['stats count(*) by bin(«1.5h»)', '`1.5h` is no period: it counts whole units, like `90m`', undefined],
    ['stats count(*) by bin(«0m»)', '`0m` is no period: it is a whole number above zero', undefined],
    ['filter a = «"text»', 'the text that begins with " has no end', undefined],
    ['filter a like «/text»', 'the pattern that begins with / has no end', undefined],
    ['fields «`a»', 'the name that begins with a backtick has no end', undefined],
    ['fields «é»', '`é` means nothing here: a field with such a character stands in backticks', undefined],
    [
      'stats«»',
      'ends too early',
      ['an aggregation such as `sum(bytes)`', 'a function', 'text in quotes', 'a number', '`not`'],
    ],
    ['stats count(*) as«»', 'ends too early', ['a name']],
    ['stats count(*) as «by»', '`by` does not fit', ['a name']],
    [
      'stats count(*) by bin(«5x»)',
      '`5x` does not fit',
      ['a field', 'a function', 'text in quotes', 'a number', 'a period such as `5m`', '`not`'],
    ],
    ['limit «many»', '`many` does not fit', ['a number', '`any`']],
    ['limit «0»', 'a limit is a whole number from 1 to 100000', []],
    ['limit «1.5»', 'a limit is a whole number', []],
    ['limit «100001»', 'a limit is a whole number', []],
    ['parse @message «"* *"» as a', 'the text has 2 wildcards, and `as` gives 1 name', []],
    ['parse @message "*"«»', 'ends too early', ['`as`']],
    ['parse @message «/eni-.*/»', 'the pattern has no group to extract', []],
    ['parse @message «/(eni-.*)/»', 'a group has no name', []],
    ['parse @message «/(a)(b)/» as x', 'the pattern has 2 groups, and `as` gives 1 name', []],
    ['parse @message «csv» as a', 'not available here', undefined],
    ['parse @message /(?<a>b)/ «multi»', 'not available here', undefined],
    ['«unmask» @message', "is a command of AWS's that is not available here", undefined],
    ['filter «foo»(a)', 'there is no function `foo`', []],
    ['filter «strcontain»(a, "b")', 'there is no function `strcontain`', ['`strcontains`']],
    ['filter «jsonParse»(a) = 1', "is a function of AWS's that is not available here", []],
    ['filter «strlen(a, b)» = 1', '`strlen(str)` is not called with 2 arguments', []],
    ['filter «now(1)» = 1', '`now()` is not called with 1 argument', []],
    ['filter isIpv4InSubnet(srcAddr, «"10.0.0.0/33"»)', 'is no CIDR block', []],
    ['filter isIpv4InSubnet(srcAddr, «"2001:db8::/32"»)', 'is no IPv4 block', []],
    ['fields datefloor(@timestamp, «1»)', 'takes a period here', ['a period such as `5m`']],
    ['fields abs(«5m»)', 'takes no period here', []],
    ['fields «sum»(bytes)', '`sum` aggregates: it stands in `stats`', []],
    ['stats sum(«max»(bytes))', '`max` aggregates', []],
    ['stats sum(«*»)', 'only `count` takes `*`', []],
    ['stats pct(bytes, «150»)', 'is no percentage', []],
    ['stats pct(bytes, «a»)', 'takes a plain number here', ['a number']],
    ['stats «median»(bytes)', 'write `pct(…, 50)`', ['`pct`']],
    ['stats «srcAddr» by dstAddr', 'differs from event to event of a group', []],
    ['stats «bin(5m)», count(*)', '`bin` groups events: it stands behind `by`', []],
    ['stats count(*) as a, «sum(b) as a»', 'two columns are named `a`', []],
    ['stats sum(bytes) as b by srcAddr | sort «bytes»', 'is not known here', ['`srcAddr`', '`b`']],
    [
      'fields @message | stats sum(Fault) by Operation | stats max(strlen(«@message»)) as x',
      'is not known here',
      ['`Operation`', '`sum(Fault)`'],
    ],
    ['stats sum(x) as n by @logStream | stats avg(n) by «bin(5m)»', '`bin` reads `@timestamp`', []],
    ['stats sum(x) as n by y | stats «latest(n)»', '`@timestamp` is not known here', ['`y`', '`n`']],
    ['stats count(*) by a | stats count(*) by a | «stats count(*)»', 'at most 2 `stats`', []],
    ['stats count(*) as n by a | «sort n» | stats sum(n)', 'stands behind the second `stats`', []],
    ['fields a | dedup a | «filter a = 1»', 'only `limit` may follow `dedup`', ['`limit`']],
    ['filter a like /(a«/»', 'a group is opened and not closed', []],
    ['filter a like /a(?«=»b)/', 'look-around and atomic groups', []],
    ['filter a like /(a)\\«1»/', 'back-references', []],
  ] as const)('%s', (text, message, expected) => {
    const { query, ...at } = marked(text);
    const [issue] = issuesOf(query);
    expect(issue?.message).toContain(message);
    expect(issue?.at).toEqual(at);
    if (expected) expect([...(issue?.expected ?? [])].sort()).toEqual([...expected].sort());
  });

  it('tells the issues of all commands, in the order of the text', () => {
    const found = issuesOf('fields | filter a = | stats foo(b) | limit 0');
    expect(found.map(({ at }) => at.from)).toEqual([7, 20, 28, 43]);
  });

  it('does not blame a name on a command that could not be read', () => {
    expect(issuesOf('stats count( as n | sort n')).toHaveLength(1);
  });

  it('says each in one sentence: lower case, no full stop', () => {
    for (const { message } of issuesOf('fields | filter a = | stats foo(b) | limit 0')) {
      expect(message).toMatch(/^[a-z`]/);
      expect(message).not.toMatch(/\.$/);
    }
  });
});

describe('what is read', () => {
  it.each([
    'FIELDS a | FILTER b IN [1] | STATS SUM(c) AS d BY BIN(5m) | SORT d DESC | LIMIT 3',
    'filter not a like "x" and (b not in ["y"] or not (c = 1))',
    'fields `a-b`, @x.y, a.b as `c d`',
    'stats count() , count(*), count(a)',
    'filter a =~ /x/ and b =~ "y"',
    "filter a like 'it\\'s'",
    'fields a#comment\n# another | limit\n| limit 1',
    'sort by a desc, b',
    'head 5',
    'tail 5',
    'parse "* *" as a, b',
    'parse /(?<a>x)/',
    'parse @message /(x) (y)/ as a, b',
    'filter -a ^ 2 % 3 * -(b + 1) > .5',
    'stats round(sum(a) / count(*), 2) as x by coalesce(b, c)',
    'stats sum(a) by b | fields b | filter `sum(a)` > 1 | sort SUM(a)',
    'filter a like /[/]/ | parse b /\\/(?<c>.)/',
    'fields a / b / c',
  ])('%s', (query) => {
    expect(parseQuery(query)).not.toHaveProperty('issues');
  });
});

describe('words, for an editor that colours them', () => {
  it('say what they are', () => {
    const text = 'filter a/b like /x/ # why\n| stats sum(`c-d`) by bin(5m), "e" 1.5 é';
    expect(tokenize(text).map(({ kind, text: word }) => `${kind} ${word}`)).toEqual([
      ...[
        'word filter',
        'word a',
        'symbol /',
        'word b',
        'word like',
        'pattern x',
        'comment # why',
        'symbol |',
      ],
      ...[
        'word stats',
        'word sum',
        'symbol (',
        'backticks c-d',
        'symbol )',
        'word by',
        'word bin',
        'symbol (',
      ],
      ...['period 5m', 'symbol )', 'symbol ,', 'text e', 'number 1.5', 'wrong é', 'end '],
    ]);
  });

  test.prop([fc.string({ unit: fc.constantFrom(...' \n|/"\'`#[]\\()=!<>~aZ_@.09-*é'), maxLength: 40 })])(
    'stand one behind the other, with nothing but white space between them',
    (text) => {
      let end = 0;
      for (const { at } of tokenize(text)) {
        expect(text.slice(end, at.from).trim()).toBe('');
        expect(at.from).toBeGreaterThanOrEqual(end);
        end = at.to;
      }
      expect(end).toBe(text.length);
    },
  );
});

describe('no text can make it throw or hang', () => {
  const WORDS = [
    ...[
      'fields',
      'filter',
      'stats',
      'sort',
      'limit',
      'parse',
      'dedup',
      'display',
      '|',
      ',',
      '(',
      ')',
      '[',
      ']',
    ],
    ...[
      '=',
      '!=',
      'like',
      'in',
      'not',
      'and',
      'or',
      'as',
      'by',
      'desc',
      '"',
      "'",
      '/',
      '`',
      '#',
      '\n',
      '*',
      '-',
    ],
    ...['sum', 'count', 'bin', 'srcAddr', '5m', '10', '"x"', '/(?<a>b)/', '@message', '^', '\\', '10.0.0.4'],
  ];

  test.prop([fc.array(fc.constantFrom(...WORDS), { maxLength: 40 })], { numRuns: 2000 })(
    'words of the language in any order',
    (words) => {
      const query = words.join(' ');
      const door = parseQuery(query);
      if (!('issues' in door)) return;
      expect(door.issues.length).toBeGreaterThan(0);
      for (const { at, message } of door.issues) {
        expect(message).not.toBe('');
        expect(0 <= at.from && at.from <= at.to && at.to <= query.length).toBe(true);
      }
    },
  );

  test.prop([fc.string({ unit: 'binary', maxLength: 60 })], { numRuns: 500 })('any text', (text) => {
    expect(() => parseQuery(text)).not.toThrow();
  });

  it.each([
    ['parentheses', `filter ${'('.repeat(4000)}a${')'.repeat(4000)}`, 'nested more than'],
    ['not', `filter ${'not '.repeat(2000)}a`, 'nested more than'],
    ['minus', `filter ${'-'.repeat(5000)}1 = a`, 'nested more than'],
    ['powers', `filter a${'^2'.repeat(3000)} = 1`, 'nested more than'],
    ['calls', `filter ${'abs('.repeat(2000)}a`, 'nested more than'],
    ['sums', `filter a${'+a'.repeat(3000)} = 1`, 'more than 500 operators'],
    ['conditions', `filter a=1${' or a=1'.repeat(1000)}`, 'more than 500 operators'],
    ['groups of a pattern', `filter a like /${'('.repeat(4000)}/`, 'nested more than'],
    ['counted repetition', 'filter a like /((a{1000}){1000}){1000}/', 'too large to run'],
    ['length', `filter a = "${'x'.repeat(20_000)}"`, 'AWS takes no more than 10000'],
  ])('deep or long: %s', (_what, query, message) => {
    expect(issuesOf(query)[0]?.message).toContain(message);
  });

  it('as long as AWS takes them, queries are read', () => {
    const query = `fields ${Array.from({ length: 1500 }, (_, i) => `f${i}`).join(',')}`;
    expect(query.length).toBeLessThan(10_000);
    expect(parseQuery(query)).not.toHaveProperty('issues');
  });
});
