/** Two faults at once on one path: mending one is not enough, and only both together let it pass. */
import { applyChanges } from '../simulate/change';
import type { Change } from '../simulate/world';
import type { Fault, Site } from './fault';
import type { FaultCase } from './fault-case';
import { mendsUnder } from './fault-proof';
import { FAULTS } from './faults/catalogue';
import { LAYERS, type Layer } from './layer';
import type { Random } from './random';

export interface TwoFaults {
  /** The first fault's case, with the second in its broken world as well. */
  readonly case: FaultCase;
  readonly second: { readonly fault: Fault; readonly site: Site };
  /** What mends each of them, in the doubly broken world. */
  readonly repairs: readonly [first: readonly Change[], second: readonly Change[]];
}

/** Of another layer, one of `layers`, brought about by calls; undefined: no second fault stands on this path apart from the first. */
export function withSecondFault(
  one: FaultCase,
  random: Random,
  layers: readonly Layer[] = LAYERS,
): TwoFaults | undefined {
  const others = FAULTS.filter(({ symptom, layer }) => symptom === 'timeout' && layer !== one.fault.layer);
  // The layer first, so that the one in which most faults can bite is not the better guess.
  for (const layer of inTurn(layers, random)) {
    const places = others
      .filter((fault) => fault.layer === layer)
      .flatMap((fault) => fault.sites(one.path).map((site) => ({ fault, site })));
    for (const second of random.shuffle(places)) {
      const made = bothIn(one, second);
      if (made && needsBoth(made)) return made;
    }
  }
  return undefined;
}

/** Something on a host can go wrong beside anything else: it is asked last in two draws of three, or it would stand in most pairs. */
function inTurn(layers: readonly Layer[], random: Random): readonly Layer[] {
  const order = random.shuffle(layers);
  return random.integer(1, 3) === 1 ? order : order.toSorted((a, b) => rank(a) - rank(b));
}

const rank = (layer: Layer): number => (layer === 'host' ? 1 : 0);

function bothIn(one: FaultCase, second: TwoFaults['second']): TwoFaults | undefined {
  const { begins, attempt } = second.site;
  // Who is dialled must stay the same.
  if (!begins || attempt || one.site.attempt) return undefined;
  const broken = applyChanges(one.broken, begins);
  if ('error' in broken) return undefined;
  const world = { ...broken.world, Traffic: one.world.Traffic, Now: one.world.Now };
  const both: FaultCase = { ...one, broken: broken.world, watched: undefined, world };
  return {
    case: both,
    second,
    repairs: [one.site.repair(both.broken), second.site.repair(both.broken)],
  };
}

/** Each alone does nothing under any reading, both together mend under every one. */
function needsBoth({ case: one, repairs: [first, second] }: TwoFaults): boolean {
  return (
    mendsUnder(one, first) === 'no reading' &&
    mendsUnder(one, second) === 'no reading' &&
    mendsUnder(one, [...first, ...second]) === 'every reading'
  );
}
