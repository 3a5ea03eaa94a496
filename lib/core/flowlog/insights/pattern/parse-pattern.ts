/**
 * Regular expressions between slashes, in the dialect that linear engines share: what needs backtracking (look-around,
 * back-references, atomic groups) is refused. AWS names Hyperscan (https://www.hyperscan.io) for `filter` and RE2
 * syntax (https://github.com/google/re2/wiki/Syntax) for `regexReplace`; neither has those either.
 */
import { LINE_FEED } from './char-set';
import { parseClass, parseEscape } from './parse-class';
import type { ParsedPattern, Pattern } from './pattern';
import { charOf, PatternReader, setOf } from './pattern-reader';

export type PatternDoor =
  | ParsedPattern
  | { readonly issue: { readonly at: number; readonly message: string } };

/** Deeper nesting than anybody writes by hand would overflow the stack. */
const DEEPEST = 50;
/** RE2 refuses more as well. */
const MOST_REPEATS = 1000;

export function parsePattern(text: string): PatternDoor {
  const reader = new PatternReader(text);
  const pattern = parseEither(reader, 0);
  if (!reader.issue && !reader.isDone) reader.fail('the pattern closes a group that it did not open');
  return reader.issue ? { issue: reader.issue } : { pattern, groups: reader.groups };
}

function parseEither(reader: PatternReader, depth: number): Pattern {
  if (depth > DEEPEST) reader.fail(`groups are nested more than ${DEEPEST} deep`);
  const options: Pattern[] = [];
  do options.push(parseSequence(reader, depth));
  while (reader.take('|'));
  const [only] = options;
  return only && options.length === 1 ? only : { kind: 'either', of: options };
}

function parseSequence(reader: PatternReader, depth: number): Pattern {
  const parts: Pattern[] = [];
  while (!reader.isDone && reader.char !== '|' && reader.char !== ')') {
    const atom = parseAtom(reader, depth);
    if (atom) parts.push(parseRepeat(reader, atom));
  }
  return { kind: 'sequence', of: parts };
}

/** `undefined` for what only switches a flag. */
function parseAtom(reader: PatternReader, depth: number): Pattern | undefined {
  const char = reader.next();
  switch (char) {
    case '(':
      return parseGroup(reader, depth);
    case '[':
      return setOf(parseClass(reader), reader.flags);
    case '\\':
      return parseEscape(reader);
    case '.':
      return {
        kind: 'set',
        set: { ranges: reader.flags.dotIsAll ? [] : LINE_FEED, negated: true },
      };
    case '^':
      return { kind: 'assert', what: reader.flags.multiline ? 'line-start' : 'start' };
    case '$':
      return { kind: 'assert', what: reader.flags.multiline ? 'line-end' : 'end' };
    case '*':
    case '+':
    case '?':
      reader.fail(`\`${char}\` has nothing before it to repeat`, 1);
      return undefined;
    default:
      return charOf(char.charCodeAt(0), reader.flags);
  }
}

function parseGroup(reader: PatternReader, depth: number): Pattern | undefined {
  const outside = reader.flags;
  let index: number | undefined;
  if (reader.take('?')) {
    const name = /^P?<([A-Za-z_][A-Za-z0-9_]*)>/.exec(reader.rest);
    const flags = /^([ims]*)(?:-([ims]+))?([:)])/.exec(reader.rest);
    if (name) {
      reader.skip(name[0].length);
      index = reader.openGroup(name[1]);
    } else if (flags) {
      reader.skip(flags[0].length);
      reader.switchFlags(flags[1] ?? '', flags[2] ?? '');
      // `(?i)` lasts until the group around it ends; `(?i:…)` is a group of its own.
      if (flags[3] === ')') return undefined;
    } else {
      reader.fail(
        /^(?:<?[=!]|>)/.test(reader.rest)
          ? 'look-around and atomic groups are not part of this dialect: they cannot be matched in one pass'
          : 'after `(?` comes a name as in `(?<name>…)`, a flag as in `(?i)`, or `:`',
      );
      return undefined;
    }
  } else {
    index = reader.openGroup(undefined);
  }
  const of = parseEither(reader, depth + 1);
  if (!reader.take(')')) reader.fail('a group is opened and not closed');
  reader.flags = outside;
  return index === undefined ? of : { kind: 'capture', index, of };
}

function parseRepeat(reader: PatternReader, of: Pattern): Pattern {
  const counts = parseCounts(reader);
  if (!counts) return of;
  const [least, most] = counts;
  if (of.kind === 'assert') reader.fail('an edge cannot be repeated');
  if (least > most) reader.fail(`{${least},${most}} counts backwards`);
  if (Math.max(least, most === Number.POSITIVE_INFINITY ? 0 : most) > MOST_REPEATS)
    reader.fail(`a part can be repeated at most ${MOST_REPEATS} times`);
  const greedy = !reader.take('?');
  if (parseCounts(reader) !== undefined)
    reader.fail('a repeated part cannot be repeated again without a group');
  return { kind: 'repeat', of, least, most, greedy };
}

function parseCounts(reader: PatternReader): readonly [number, number] | undefined {
  if (reader.take('*')) return [0, Number.POSITIVE_INFINITY];
  if (reader.take('+')) return [1, Number.POSITIVE_INFINITY];
  if (reader.take('?')) return [0, 1];
  const braces = /^\{(\d{1,5})(?:(,)(\d{1,5})?)?\}/.exec(reader.rest);
  if (!braces) return undefined;
  reader.skip(braces[0].length);
  const least = Number(braces[1]);
  if (!braces[2]) return [least, least];
  return [least, braces[3] === undefined ? Number.POSITIVE_INFINITY : Number(braces[3])];
}
