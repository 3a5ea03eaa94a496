/** Patterns: the dialect, the same matches as JavaScript's where both have them, and never more than linear work. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { matchGlob, parseGlob } from '@/lib/core/flowlog/insights/glob';
import { compileMatcher, type Matcher } from '@/lib/core/flowlog/insights/pattern/match';
import { parsePattern } from '@/lib/core/flowlog/insights/pattern/parse-pattern';
import { compilePattern } from '@/lib/core/flowlog/insights/pattern/program';

function matcher(text: string): Matcher {
  const door = parsePattern(text);
  if ('issue' in door) throw new Error(`${text}: ${door.issue.message}`);
  const program = compilePattern(door);
  if (!program) throw new Error(`${text}: too large`);
  return compileMatcher(program);
}

describe('a pattern', () => {
  it.each([
    ['REJECT', 'a REJECT OK', true],
    ['reject', 'a REJECT OK', false],
    ['(?i)reject', 'a REJECT OK', true],
    ['^(?i)ok$', 'OK', true],
    ['a(?i:b)c', 'aBc', true],
    ['a(?i:b)c', 'aBC', false],
    ['(?i-i)b', 'B', false],
    ['^10\\.', '10.0.0.4', true],
    ['^10\\.', '110.0.0.4', false],
    ['4$', '10.0.0.4', true],
    ['^$', '', true],
    ['', 'anything', true],
    ['a|b|', '', true],
    ['^(a|bc)+$', 'abcbca', true],
    ['^(?:\\d{1,3}\\.){3}\\d{1,3}$', '10.0.0.4', true],
    ['^(?:\\d{1,3}\\.){3}\\d{1,3}$', '10.0.0', false],
    ['^\\d{3,}$', '12', false],
    ['^\\d{2}$', '12', true],
    ['a{,2}', 'a{,2}', true],
    ['\\{.*\\}', '{foo=2}', true],
    ['[^/]+/', 'ab/', true],
    ['[]a]', ']', true],
    ['[a-c-]', '-', true],
    ['[\\d.]', '.', true],
    ['[^\\d.]', '4.', false],
    ['\\bssh\\b', 'use ssh now', true],
    ['\\bssh\\b', 'sshd', false],
    ['\\Bh', 'ssh', true],
    ['a.c', 'a\nc', false],
    ['(?s)a.c', 'a\nc', true],
    ['^b', 'a\nb', false],
    ['(?m)^b$', 'a\nb', true],
    ['\\x41\\t', 'A\t', true],
    ['\\Aa\\z', 'a', true],
    ['é', 'é', true],
    ['(?i)É', 'é', true],
    ['[^a]', '☃', true],
    ['\\S', '☃', true],
  ])('%s in %j: %s', (pattern, text, holds) => {
    expect(matcher(pattern).test(text)).toBe(holds);
  });

  it.each([
    ['(\\d+)\\.(\\d+)', 'eni 10.77', ['10', '77']],
    ['(?<eni>eni-.*?) ', '2 1 eni-1 10.0.0.4 ', ['eni-1']],
    ['(?P<a>x)|(?<b>y)', 'y', [null, 'y']],
    ['(a*)(a*)', 'aaa', ['aaa', '']],
    ['(a*?)(a*)$', 'aaa', ['', 'aaa']],
    ['(a|ab)(c|bcd)', 'abcd', ['a', 'bcd']],
    ['((a)|b)+', 'ab', ['b', 'a']],
  ] as const)('%s extracts from %j', (pattern, text, groups) => {
    expect(matcher(pattern).match(text)).toEqual(groups);
  });

  it.each([
    ['a(?=b)', 'look-around'],
    ['(?<!a)b', 'look-around'],
    ['(?>a)', 'look-around and atomic groups'],
    ['(?<1a>b)', 'after `(?` comes a name'],
    ['(a)\\1', 'back-references'],
    ['\\pL', 'means nothing'],
    ['a\\', 'ends in a backslash'],
    ['*a', 'nothing before it to repeat'],
    ['a**', 'cannot be repeated again'],
    ['^*', 'an edge cannot be repeated'],
    ['a{3,2}', 'counts backwards'],
    ['a{1001}', 'at most 1000 times'],
    ['(a', 'a group is opened and not closed'],
    ['a)', 'closes a group that it did not open'],
    ['[a', 'a class is opened'],
    ['[b-a]', 'runs backwards'],
    ['[[:alpha:]]', 'named classes'],
    ['(?<a>x)(?<a>y)', 'two groups are named `a`'],
  ])('%s is refused', (pattern, message) => {
    const door = parsePattern(pattern);
    expect('issue' in door && door.issue.message).toContain(message);
  });

  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', 'x1', '1', '\\w');
  const grown = fc.letrec<{ readonly pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { depthSize: 'small' },
      atom,
      fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `${a}${b}`),
      fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
      // Nothing empty is repeated or optional: there engines differ in what the group then holds.
      fc.tuple(atom, fc.constantFrom('*', '+', '?', '*?', '+?', '{0,2}', '{2}')).map(([a, b]) => `${a}${b}`),
      tie('pattern').map((a) => `(${a})`),
      fc.tuple(atom, tie('pattern')).map(([a, b]) => `(${a}${b})?`),
    ),
  })).pattern;
  const subject = fc.string({ unit: fc.constantFrom('a', 'b', '1', 'x', '\n', '-'), maxLength: 12 });

  test.prop([grown, subject, fc.boolean(), fc.boolean()], { numRuns: 2000 })(
    'finds what JavaScript finds',
    (body, text, atStart, atEnd) => {
      const pattern = `${atStart ? '^' : ''}${body}${atEnd ? '$' : ''}`;
      const found = new RegExp(pattern).exec(text);
      const { test: holds, match } = matcher(pattern);
      expect(holds(text)).toBe(found !== null);
      expect(match(text)).toEqual(found ? found.slice(1).map((group) => group ?? null) : undefined);
    },
  );

  test.prop([fc.string({ unit: fc.constantFrom(...'ab(|)[]*+?{1,}^$\\.-<>:=!d'), maxLength: 30 }), subject], {
    numRuns: 2000,
  })('is refused or runs, whatever it is', (pattern, text) => {
    const door = parsePattern(pattern);
    if ('issue' in door) {
      expect(door.issue.at).toBeLessThanOrEqual(pattern.length);
      return;
    }
    const program = compilePattern(door);
    if (program) expect(typeof compileMatcher(program).test(text)).toBe('boolean');
  });

  // Each of these takes a backtracking engine longer than the sun will shine.
  it.each([
    ['^(a+)+$', `${'a'.repeat(10_000)}!`],
    ['^(a|aa)*$', `${'a'.repeat(10_000)}!`],
    ['^(.*)*x$', 'a'.repeat(10_000)],
    ['(a*)*(a*)*b', 'a'.repeat(10_000)],
    ['^(?:a?){50}a{50}$', 'a'.repeat(49)],
    ['(?:.*.*.*=.*)+!', '='.repeat(3_000)],
  ])('%s does not hang', (pattern, text) => {
    expect(matcher(pattern).test(text)).toBe(false);
  });

  it('reads the beginning of a text too long to remember all of it', () => {
    const large = matcher('(?:ab|ba){100}');
    expect(large.test('ab'.repeat(1_000_000))).toBe(true);
    expect(large.test(`${'-'.repeat(5_000_000)}${'ab'.repeat(100)}`)).toBe(false);
  });
});

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Parse.html
describe('a glob', () => {
  it.each([
    ['[*] * The error was: *', '25 May [ERROR] {a} The error was: E', ['ERROR', '{a}', 'E']],
    ['user=*, method:*, latency := *', 'x user=u, method:m, latency := 216', ['u', 'm', '216']],
    ['* *', 'a b c', ['a', 'b c']],
    ['* * ', 'a b c', ['a', 'b']],
    ['*', '', ['']],
    ['a*b', 'xaab', ['a']],
    ['**', 'ab', ['', 'ab']],
    ['a*b', 'b a', undefined],
    ['a*', 'xyz', undefined],
  ] as const)('%s in %j', (glob, text, found) => {
    expect(matchGlob(parseGlob(glob), text)).toEqual(found);
  });

  const piece = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 2 });

  test.prop([
    fc.array(piece, { minLength: 2, maxLength: 5 }),
    fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 }),
  ])('matches as the pattern does that it stands for', (texts, text) => {
    const last = texts.at(-1) === '' ? '(.*)' : '(.*?)';
    const body = texts.slice(0, -1).join('(.*?)') + last + (texts.at(-1) ?? '');
    const found = new RegExp(body).exec(text);
    expect(matchGlob(texts, text)).toEqual(found ? found.slice(1) : undefined);
  });
});
