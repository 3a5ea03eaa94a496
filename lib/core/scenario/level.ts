/** The five levels: bands of difficulty, and how much is wrong and odd in what is drawn for them. No fault belongs to a level. */
import type { Layer } from './layer';
import type { Random } from './random';

export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

export interface Band {
  /** Logits, as `difficulty` reckons them: this much or more, and less than `below`. */
  readonly from: number;
  readonly below: number;
  readonly decoys: readonly [fewest: number, most: number];
  /** Of four cases, how many have two things wrong at once. */
  readonly twoInFour: number;
}

export const BANDS: Readonly<Record<Level, Band>> = {
  1: { from: 0, below: 2.3, decoys: [0, 0], twoInFour: 0 },
  2: { from: 2, below: 2.7, decoys: [0, 1], twoInFour: 0 },
  3: { from: 2.4, below: 3.3, decoys: [0, 2], twoInFour: 0 },
  4: { from: 3, below: 4, decoys: [1, 3], twoInFour: 2 },
  5: { from: 3.7, below: Number.POSITIVE_INFINITY, decoys: [2, 4], twoInFour: 4 },
};

/** What is drawn once for a seed: draws that are discarded must not favour one. */
export interface Recipe {
  readonly decoys: number;
  /** Where something is wrong: one layer, or two. */
  readonly layers: readonly [first: Layer, second?: Layer];
}

/** The lists of the server's side, and the server. */
const NEAR: readonly Layer[] = ['security-group', 'network-acl', 'host'];

export function recipeOf(level: Level, random: Random): Recipe {
  const { decoys, twoInFour } = BANDS[level];
  // Upstream lie many kinds of component, and each near layer is one: so none is the better guess.
  const near = random.fork('layer').pick(NEAR);
  const isTwofold = random.fork('faults').integer(1, 4) <= twoInFour;
  const isNear = random.fork('near').integer(1, 5) > 2;
  const [first = near, second = near] = random.fork('order').shuffle<Layer>([near, 'upstream']);
  return {
    decoys: random.fork('decoys').integer(...decoys),
    layers: isTwofold ? [first, second] : [isNear ? near : 'upstream'],
  };
}

export function isLevel(value: number): value is Level {
  return (LEVELS as readonly number[]).includes(value);
}
