/** Chance as a value: the same text gives the same draws everywhere; `fork` keeps one drawing's changes out of another. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { invariant } from '../assert';

export interface Random {
  /** Whole numbers, both ends included. */
  integer(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  chance(): boolean;
  hex(digits: number): string;
  shuffle<T>(items: readonly T[]): readonly T[];
  /** An independent source, named by what it is for. */
  fork(name: string): Random;
}

export function randomFrom(seed: string): Random {
  const generator = xoroshiro128plusFromState(stateOf(seed));
  const integer = (from: number, to: number): number => uniformInt(generator, from, to);
  return {
    integer,
    pick(items) {
      invariant(items.length > 0, 'something to pick from');
      return items[integer(0, items.length - 1)] as (typeof items)[number];
    },
    chance: () => integer(0, 1) === 1,
    hex: (digits) => Array.from({ length: digits }, () => integer(0, 15).toString(16)).join(''),
    shuffle(items) {
      const shuffled = [...items];
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [shuffled[i], shuffled[j]] = [
          shuffled[j] as (typeof items)[number],
          shuffled[i] as (typeof items)[number],
        ];
      }
      return shuffled;
    },
    fork: (name) => randomFrom(`${seed}/${name}`),
  };
}

/** Four words of state from a text: FNV-1a from four offsets, each finished with a full avalanche. */
function stateOf(text: string): readonly number[] {
  const words = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((offset) => {
    let word = offset;
    for (let i = 0; i < text.length; i++) word = Math.imul(word ^ text.charCodeAt(i), 0x01000193);
    word = Math.imul(word ^ (word >>> 16), 0x7feb352d);
    word = Math.imul(word ^ (word >>> 15), 0x846ca68b);
    return (word ^ (word >>> 16)) | 0;
  });
  // The generator must not start from nothing but zeros.
  return words.every((word) => word === 0) ? [1, 0, 0, 0] : words;
}
