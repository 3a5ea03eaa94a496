/** Proof of a case by running it: healthy works, broken fails, the key alone mends, under every reading of AWS's text. */
import { invariant } from '../assert';
import { applyChanges } from '../simulate/change';
import type { ConnectionOutcome } from '../simulate/outcome';
import type { World } from '../simulate/world';
import { counterfactual } from './counterfactual';
import type { Design } from './design';
import { evidenceOf, exhibitText, type Stretch } from './evidence';
import type { Fault } from './fault';
import { FAULTS } from './faults/catalogue';
import { LAYERS, type Layer } from './layer';
import type { Random } from './random';
import { READINGS, type Reading } from './readings';
import { runIntent } from './symptom';

/** A broken design before its ticket is written. */
export interface Broken {
  readonly design: Design;
  readonly fault: Fault;
  readonly world: World;
  readonly stretch: Stretch;
  /** Forked by a fault's id for what it draws. */
  readonly random: Random;
}

/** Layers that are right, by replay: those whose repair mends, and those that the exhibit cannot tell from them. */
export function rightLayers(broken: Broken, reading: Reading): readonly Layer[] {
  const mending = LAYERS.filter((layer) => isMendedBy(broken, layer, reading));
  const rivals = rivalsOf(broken, reading).map(({ layer }) => layer);
  return LAYERS.filter((layer) => mending.includes(layer) || rivals.includes(layer));
}

export function isMendedBy({ design, fault, world }: Broken, layer: Layer, { packetLaws }: Reading): boolean {
  const repaired = applyChanges(world, counterfactual(layer, world, design, fault));
  invariant(
    !('error' in repaired),
    `the ${layer} repair of ${fault.id} can be made: ${'error' in repaired ? repaired.error.Message : ''}`,
  );
  return works(runIntent(repaired.world, packetLaws).connection);
}

/** Faults of other layers that would have shown the learner the very same exhibit. */
function rivalsOf({ design, fault, world, stretch, random }: Broken, reading: Reading): readonly Fault[] {
  const shown = exhibitText(world, design.parts, evidenceOf(world, design.parts, stretch, reading));
  return FAULTS.filter((rival) => {
    if (rival.layer === fault.layer || !rival.applies(design)) return false;
    const other = rival.inject(design, random.fork(rival.id));
    return exhibitText(other, design.parts, evidenceOf(other, design.parts, stretch, reading)) === shown;
  });
}

/** Whether the case may be given to a learner; a case that fails is discarded, and the seed draws another. */
export function isProven(broken: Broken): boolean {
  const { design, fault, world } = broken;
  const keys = READINGS.map((reading) => {
    if (!works(runIntent(design.world, reading.packetLaws).connection)) return undefined;
    if (works(runIntent(world, reading.packetLaws).connection)) return undefined;
    const key = rightLayers(broken, reading);
    return key.includes(fault.layer) ? key.join() : undefined;
  });
  return keys[0] !== undefined && keys.every((key) => key === keys[0]);
}

export function works(connection: ConnectionOutcome): boolean {
  return connection === 'established' || connection === 'replied';
}
