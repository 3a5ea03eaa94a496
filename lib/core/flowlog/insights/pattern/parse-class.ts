/** `[a-z_]` and `\d`: what one place of a pattern may hold. */
import { type CharSet, complement, DIGIT, SPACE, WORD } from './char-set';
import type { Pattern } from './pattern';
import { charOf, type PatternReader, setOf } from './pattern-reader';

type Ranges = CharSet['ranges'];

const CLASSES: Readonly<Record<string, Ranges>> = {
  d: DIGIT,
  w: WORD,
  s: SPACE,
  D: complement(DIGIT),
  W: complement(WORD),
  S: complement(SPACE),
};

const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7 };

/** Behind the opening bracket. */
export function parseClass(reader: PatternReader): CharSet {
  const negated = reader.take('^');
  const ranges: (readonly [number, number])[] = [];
  // A bracket that stands first is a member.
  if (reader.take(']')) ranges.push([93, 93]);
  while (!reader.isDone && reader.char !== ']') {
    const from = parseMember(reader);
    if (typeof from !== 'number') {
      ranges.push(...from);
    } else if (/^-[^\]]/.test(reader.rest)) {
      reader.next();
      const to = parseMember(reader);
      if (typeof to !== 'number' || to < from) reader.fail('a range of a class runs backwards');
      else ranges.push([from, to]);
    } else {
      ranges.push([from, from]);
    }
  }
  if (!reader.take(']')) reader.fail('a class is opened with `[` and not closed');
  return { ranges, negated };
}

function parseMember(reader: PatternReader): number | Ranges {
  if (/^\[[:.=]/.test(reader.rest))
    reader.fail('named classes such as [:alpha:] are not part of this dialect');
  const char = reader.next();
  if (char !== '\\') return char.charCodeAt(0);
  const letter = reader.next();
  return CLASSES[letter] ?? parseCode(reader, letter) ?? 0;
}

/** Behind the backslash, outside a class. */
export function parseEscape(reader: PatternReader): Pattern | undefined {
  const letter = reader.next();
  const ranges = CLASSES[letter];
  if (ranges) return setOf({ ranges, negated: false }, reader.flags);
  if (letter === 'b') return { kind: 'assert', what: 'word-edge' };
  if (letter === 'B') return { kind: 'assert', what: 'no-word-edge' };
  if (letter === 'A') return { kind: 'assert', what: 'start' };
  if (letter === 'z') return { kind: 'assert', what: 'end' };
  if (/^[1-9]$/.test(letter)) {
    reader.fail('back-references are not part of this dialect: they cannot be matched in one pass', 1);
    return undefined;
  }
  const code = parseCode(reader, letter);
  return code === undefined ? undefined : charOf(code, reader.flags);
}

function parseCode(reader: PatternReader, letter: string): number | undefined {
  const control = CONTROLS[letter];
  if (control !== undefined) return control;
  const hex = letter === 'x' ? /^([0-9a-fA-F]{2})/.exec(reader.rest) : null;
  if (hex) {
    reader.skip(2);
    return Number.parseInt(hex[1] ?? '', 16);
  }
  if (letter === '') reader.fail('the pattern ends in a backslash');
  else if (/[A-Za-z0-9]/.test(letter)) reader.fail(`\`\\${letter}\` means nothing in this dialect`, 1);
  else return letter.charCodeAt(0);
  return undefined;
}
