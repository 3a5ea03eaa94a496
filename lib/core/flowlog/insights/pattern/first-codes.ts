/** Which code units a match can begin with, so that a search passes over all others. */
import { type CharSet, compileCharSet } from './char-set';
import type { Pattern } from './pattern';

/** `undefined` where a match may be empty, and so begin with anything. */
export function firstCodes(pattern: Pattern): ((code: number) => boolean) | undefined {
  const first = firstOf(pattern);
  if (first.mayBeEmpty) return undefined;
  const tests = first.sets.map(compileCharSet);
  // One look-up for ASCII, as in a single set.
  const ascii = Uint8Array.from({ length: 128 }, (_, code) => (tests.some((test) => test(code)) ? 1 : 0));
  return (code) => (code < 128 ? ascii[code] === 1 : tests.some((test) => test(code)));
}

interface First {
  readonly sets: readonly CharSet[];
  readonly mayBeEmpty: boolean;
}

function firstOf(pattern: Pattern): First {
  switch (pattern.kind) {
    case 'char':
      return { sets: [{ ranges: [[pattern.code, pattern.code]], negated: false }], mayBeEmpty: false };
    case 'set':
      return { sets: [pattern.set], mayBeEmpty: false };
    case 'assert':
      return { sets: [], mayBeEmpty: true };
    case 'capture':
      return firstOf(pattern.of);
    case 'repeat': {
      const first = firstOf(pattern.of);
      return { sets: first.sets, mayBeEmpty: first.mayBeEmpty || pattern.least === 0 };
    }
    case 'either': {
      const firsts = pattern.of.map(firstOf);
      return {
        sets: firsts.flatMap(({ sets }) => sets),
        mayBeEmpty: firsts.some(({ mayBeEmpty }) => mayBeEmpty),
      };
    }
    case 'sequence': {
      const sets: CharSet[] = [];
      for (const part of pattern.of) {
        const first = firstOf(part);
        sets.push(...first.sets);
        if (!first.mayBeEmpty) return { sets, mayBeEmpty: false };
      }
      return { sets, mayBeEmpty: true };
    }
  }
}
