/** Which wrong options stand beside the key, so that neither a layer nor a length gives it away. */
import type { FaultLayer } from '../scenario/layer';
import type { Random } from '../scenario/random';

interface Candidate {
  readonly layer: FaultLayer;
}

const DISTRACTORS = 3;

/**
 * `pool`: those that fit, the most wanted first. What the question is about in any case; then one of each other layer; where there
 * are fewer than three of those, the rest such that a layer which stands twice holds the key twice as often.
 */
export function chooseDistractors<C extends Candidate>(
  key: Candidate,
  pool: readonly C[],
  isAbout: (candidate: C) => boolean,
  random: Random,
): readonly C[] {
  const about = pool.find(isAbout);
  const rest = pool.filter((one) => one !== about);
  const take = (layer: FaultLayer): C | undefined => {
    const at = rest.findIndex((one) => one.layer === layer);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  const taken = new Set([key.layer, about?.layer]);
  const others = random.shuffle(
    [...new Set(pool.map(({ layer }) => layer))].filter((layer) => !taken.has(layer)),
  );
  const chosen = about ? [about] : [];
  for (const layer of others.slice(0, DISTRACTORS - chosen.length)) {
    const first = take(layer);
    if (first) chosen.push(first);
  }
  while (chosen.length < DISTRACTORS && rest.length > 0) {
    const wanted = random.chance() ? key.layer : random.pick(rest).layer;
    chosen.push(take(wanted) ?? (rest.shift() as C));
  }
  return chosen;
}
