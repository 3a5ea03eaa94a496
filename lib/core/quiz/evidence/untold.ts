/** What no evidence tells from the truth: another fault that shows the very same to whoever looks everywhere. */
import { type Candidate, candidatesOf } from '../../scenario/candidates';
import type { FaultCase } from '../../scenario/fault-case';
import type { World } from '../../simulate/world';
import { worldNow } from './account';
import { comparisonOf, inseparable } from './comparison';
import { sceneOf } from './scene';

/** Every difference of the configuration stands on some page, so that only worlds with the same one have to be compared. */
export function untoldFrom(one: FaultCase): readonly Candidate[] {
  const truth = configuration(one.world);
  const alike = candidatesOf(one, (world) => configuration(world) === truth);
  if (alike.length === 0) return [];
  const comparison = comparisonOf(sceneOf(one), alike);
  return inseparable(comparison).flatMap((i) => alike[i] ?? []);
}

function configuration(world: World): string {
  return JSON.stringify(worldNow(world).Snapshot);
}
