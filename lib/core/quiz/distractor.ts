/**
 * Which wrong options stand beside the key, so that neither a layer nor a length gives it away: over many seeds an option
 * is right as often in each layer, and at each place in the order of lengths, as chance would have it.
 */
import type { Random } from '../scenario/random';

export interface Candidate {
  /** What a guesser might always pick: a layer, or another kind of answer. */
  readonly layer: string;
  /** Characters of its text. */
  readonly length: number;
}

export interface Wanted<C extends Candidate> {
  /** The right options. */
  readonly keys: readonly Candidate[];
  /** How many wrong ones; fewer where the pool has fewer. */
  readonly count: number;
  /** In which layers this question's key may stand, over all seeds. */
  readonly layers: readonly string[];
  /** What the question is about: one such stands among the options where there is one. */
  readonly isAbout?: (candidate: C) => boolean;
}

/** Of more options than this one layer stands twice. */
const FEW = 3;
/** More candidates than this make more choices than are worth comparing. */
const MOST_COMPARED = 12;
/** An option in a layer too few is as bad as a key that stands one place off in the order of lengths. */
const LAYER_WEIGHT = 1;

/** `pool`: those that fit, the most wanted first. */
export function chooseDistractors<C extends Candidate>(
  pool: readonly C[],
  { keys, count, layers, isAbout = () => false }: Wanted<C>,
  random: Random,
): readonly C[] {
  const size = Math.min(count, pool.length);
  const about = pool.find(isAbout);
  const shares = sharesOf(pool, layers, keys, keys.length + size, random.fork('layers'));
  const places = random
    .fork('lengths')
    .shuffle(Array.from({ length: keys.length + size }, (_, place) => place))
    .slice(0, keys.length)
    .sort((a, b) => a - b);
  let best: readonly C[] = pool.slice(0, size);
  let least = Number.POSITIVE_INFINITY;
  for (const some of choices(compared(pool, about, layers), size)) {
    if (about && !some.includes(about)) continue;
    const miss = LAYER_WEIGHT * missedLayers(some, keys, shares) + missedPlaces(some, keys, places);
    if (miss < least) [best, least] = [some, miss];
  }
  return best;
}

/** Of each layer in turn, so that none is cut off; what the question is about in any case. */
function compared<C extends Candidate>(
  pool: readonly C[],
  about: C | undefined,
  layers: readonly string[],
): readonly C[] {
  const turn = (candidate: C): number =>
    candidate === about ? -1 : pool.filter(({ layer }) => layer === candidate.layer).indexOf(candidate);
  const isOdd = ({ layer }: C): number => (layers.includes(layer) ? 0 : 1);
  return pool.toSorted((a, b) => turn(a) - turn(b) || isOdd(a) - isOdd(b)).slice(0, MOST_COMPARED);
}

/**
 * How many of `count` options each layer has. Of four, one layer stands twice, with the key in it as often as chance would
 * have it. A host has one repair and can not stand twice, so it is offered wherever it can be: else it would be right
 * whenever it is offered.
 */
function sharesOf(
  pool: readonly Candidate[],
  layers: readonly string[],
  keys: readonly Candidate[],
  count: number,
  random: Random,
): ReadonlyMap<string, number> {
  const order = random.shuffle(layers);
  const holding = order.filter((layer) => keys.some((key) => key.layer === layer));
  const others = order
    .filter((layer) => !holding.includes(layer) && pool.some((one) => one.layer === layer))
    .toSorted((a, b) => Number(b === 'host') - Number(a === 'host'))
    .slice(0, Math.max((count > FEW ? count - 1 : count) - holding.length, 0));
  const present = [...holding, ...others];
  const base = Math.floor(count / present.length);
  const more = count % present.length;
  // So many of all options stand in the larger layers, so likely should one of those hold the key. A little less, since what the
  // question is about may stand beside the key in any case.
  const hasKey = random.integer(1, 5 * count) <= 4 * more * (base + 1) * keys.length;
  const larger = (hasKey ? present : random.shuffle(others)).slice(0, more);
  return new Map(present.map((layer) => [layer, base + (larger.includes(layer) ? 1 : 0)]));
}

function missedLayers(
  some: readonly Candidate[],
  keys: readonly Candidate[],
  shares: ReadonlyMap<string, number>,
): number {
  const left = new Map(shares);
  let missed = 0;
  for (const { layer } of [...keys, ...some]) {
    const room = left.get(layer) ?? 0;
    if (room > 0) left.set(layer, room - 1);
    else missed++;
  }
  return missed;
}

/** How many places the keys are off in the order of lengths. */
function missedPlaces(
  some: readonly Candidate[],
  keys: readonly Candidate[],
  places: readonly number[],
): number {
  const all = [...keys, ...some];
  const taken = keys
    .map(({ length }) => {
      const shorter = all.filter((one) => one.length < length).length;
      const equal = all.filter((one) => one.length === length).length;
      return shorter + (equal - 1) / 2;
    })
    .sort((a, b) => a - b);
  return taken.reduce((sum, place, i) => sum + Math.abs(place - (places[i] ?? place)), 0);
}

/** Every choice of `size` of them, the earlier ones first. */
function* choices<C>(pool: readonly C[], size: number, from = 0): Generator<readonly C[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= pool.length - size; i++) {
    for (const rest of choices(pool, size - 1, i + 1)) yield [pool[i] as C, ...rest];
  }
}
