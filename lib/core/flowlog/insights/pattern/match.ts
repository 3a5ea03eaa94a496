/**
 * Runs a pattern's program over a text in time that grows with both and never faster: no pair of a place in the
 * program and a place in the text is tried twice, so no pattern can make the process hang. Matches are those that
 * Perl, RE2 and JavaScript find: the leftmost, and of those the one whose earlier choices are preferred.
 */

import { isWordCode } from './char-set';
import type { Assertion } from './pattern';
import { ASSERT, CHAR, JUMP, type Program, SAVE, SET, SPLIT } from './program';

/** Pairs that are remembered at most; a longer text is matched by its beginning, 11,000 characters or more. 4 MB. */
const MOST_PAIRS = 32 * 1024 * 1024;

export interface Matcher {
  readonly test: (text: string) => boolean;
  /** What each group holds, `null` for one that took no part; `undefined` where the pattern does not match. */
  readonly match: (text: string) => readonly (string | null)[] | undefined;
}

export function compileMatcher(program: Program): Matcher {
  if (program.isLiteral) {
    const { prefix } = program;
    return {
      test: (text) => text.includes(prefix),
      match: (text) => (text.includes(prefix) ? [] : undefined),
    };
  }
  const machine = new Machine(program);
  return {
    test: (text) => machine.search(text),
    match: (text) => {
      if (!machine.search(text)) return undefined;
      return program.groups.map((_, group) => {
        const from = machine.slots[group * 2] ?? -1;
        const to = machine.slots[group * 2 + 1] ?? -1;
        return from < 0 || to < 0 ? null : text.slice(from, to);
      });
    },
  };
}

class Machine {
  /** Where each group begins and ends in the text last searched; -1 for nowhere. */
  readonly slots: Int32Array;
  private seen = new Uint32Array(64);
  /** Pairs still to try, and, as `-1 - slot`, slots to set back before the next one. */
  private readonly stack: number[] = [];

  constructor(private readonly program: Program) {
    this.slots = new Int32Array(program.groups.length * 2);
  }

  search(text: string): boolean {
    const { prefix, isAnchored, ops } = this.program;
    if (prefix !== '' && !text.includes(prefix)) return false;
    const length = Math.min(text.length, Math.floor(MOST_PAIRS / ops.length) - 1);
    this.forget(ops.length * (length + 1));
    const last = isAnchored ? 0 : length;
    for (let start = 0; start <= last; start++) {
      start = this.nextStart(text, start, length);
      if (start > last) return false;
      this.slots.fill(-1);
      if (this.runFrom(text, start, length)) return true;
    }
    return false;
  }

  /** The next place where a match can begin; behind the end where there is none. */
  private nextStart(text: string, from: number, length: number): number {
    const { prefix, canBegin } = this.program;
    if (prefix !== '') {
      const found = text.indexOf(prefix, from);
      return found < 0 ? length + 1 : found;
    }
    if (!canBegin) return from;
    let start = from;
    while (start < length && !canBegin(text.charCodeAt(start))) start++;
    // What cannot be empty does not begin at the end.
    return start < length ? start : length + 1;
  }

  private forget(pairs: number): void {
    const words = (pairs >>> 5) + 1;
    if (this.seen.length < words) this.seen = new Uint32Array(words);
    else this.seen.fill(0, 0, words);
  }

  private runFrom(text: string, start: number, length: number): boolean {
    const { ops, xs, ys, sets, assertions } = this.program;
    const { seen, stack, slots } = this;
    stack.length = 0;
    stack.push(0, start);
    while (stack.length > 0) {
      let at = stack.pop() ?? 0;
      let pc = stack.pop() ?? 0;
      if (pc < 0) {
        slots[-1 - pc] = at;
        continue;
      }
      for (;;) {
        const pair = pc * (length + 1) + at;
        const word = seen[pair >>> 5] ?? 0;
        const bit = 1 << (pair & 31);
        if ((word & bit) !== 0) break;
        seen[pair >>> 5] = word | bit;
        const op = ops[pc];
        const x = xs[pc] ?? 0;
        if (op === CHAR) {
          if (at >= length || text.charCodeAt(at) !== x) break;
          at++;
          pc++;
        } else if (op === SET) {
          if (at >= length || !sets[x]?.(text.charCodeAt(at))) break;
          at++;
          pc++;
        } else if (op === SPLIT) {
          stack.push(ys[pc] ?? 0, at);
          pc = x;
        } else if (op === JUMP) {
          pc = x;
        } else if (op === SAVE) {
          stack.push(-1 - x, slots[x] ?? -1);
          slots[x] = at;
          pc++;
        } else if (op === ASSERT) {
          if (!holds(assertions[x], text, at)) break;
          pc++;
        } else {
          return true;
        }
      }
    }
    return false;
  }
}

function holds(what: Assertion | undefined, text: string, at: number): boolean {
  const { length } = text;
  switch (what) {
    case 'start':
      return at === 0;
    case 'end':
      return at === length;
    case 'line-start':
      return at === 0 || text.charCodeAt(at - 1) === 10;
    case 'line-end':
      return at === length || text.charCodeAt(at) === 10;
    default: {
      const before = at > 0 && isWordCode(text.charCodeAt(at - 1));
      const behind = at < length && isWordCode(text.charCodeAt(at));
      return (before !== behind) === (what === 'word-edge');
    }
  }
}
