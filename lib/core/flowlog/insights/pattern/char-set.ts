/** Sets of UTF-16 code units, as a character class of a pattern names them. */

type Range = readonly [from: number, to: number];

export interface CharSet {
  readonly ranges: readonly Range[];
  readonly negated: boolean;
}

const LAST = 0xffff;

export const DIGIT: readonly Range[] = [[48, 57]];
export const WORD: readonly Range[] = [...DIGIT, [65, 90], [95, 95], [97, 122]];
/** Blank, tab, line feed, vertical tab, form feed, carriage return. */
export const SPACE: readonly Range[] = [
  [9, 13],
  [32, 32],
];
export const LINE_FEED: readonly Range[] = [[10, 10]];

export function complement(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const gaps: Range[] = [];
  let from = 0;
  for (const [start, end] of sorted) {
    if (start > from) gaps.push([from, start - 1]);
    from = Math.max(from, end + 1);
  }
  return from <= LAST ? [...gaps, [from, LAST]] : gaps;
}

/** The same letters in both cases; beyond A to Z only where one letter answers to one letter. */
export function bothCases(ranges: readonly Range[]): readonly Range[] {
  const more: Range[] = [];
  for (const [from, to] of ranges) {
    for (let code = from; code <= Math.min(to, 0x24f); code++) {
      const letter = String.fromCharCode(code);
      for (const other of [letter.toLowerCase(), letter.toUpperCase()]) {
        if (other !== letter && other.length === 1) more.push([other.charCodeAt(0), other.charCodeAt(0)]);
      }
    }
  }
  return [...ranges, ...more];
}

/** A test that costs one look-up for ASCII, which is all that flow logs are made of. */
export function compileCharSet({ ranges, negated }: CharSet): (code: number) => boolean {
  const holds = (code: number): boolean =>
    ranges.some(([from, to]) => from <= code && code <= to) !== negated;
  const ascii = Uint8Array.from({ length: 128 }, (_, code) => (holds(code) ? 1 : 0));
  return (code) => (code < 128 ? ascii[code] === 1 : holds(code));
}

export function isWordCode(code: number): boolean {
  return WORD.some(([from, to]) => from <= code && code <= to);
}
