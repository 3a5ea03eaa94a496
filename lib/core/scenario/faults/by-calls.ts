/** Faults that somebody brought about by API calls or on a host: the broken world is what those leave behind. */
import { applyChanges } from '../../simulate/change';
import type { Change, World } from '../../simulate/world';
import type { Site } from '../fault';

/** None where a call is refused: then nobody can have made it. */
export function byCalls(
  world: World,
  begins: readonly Change[],
  site: Omit<Site, 'inject' | 'begins'>,
): readonly Site[] {
  if (begins.length === 0) return [];
  const changed = applyChanges(world, begins);
  return 'error' in changed ? [] : [{ ...site, begins, inject: () => changed.world }];
}
