/** An account as somebody finds it at a moment: its document as AWS would print it, and the network that it says. */
import { invariant } from '../../assert';
import { newMemory } from '../../ec2/actions/apply';
import { withRouteStates } from '../../ec2/actions/route-state';
import type { Snapshot } from '../../ec2/schema/snapshot';
import { openWorld } from '../../scenario/open-world';
import { applyChanges } from '../../simulate/change';
import type { ParsedWorld } from '../../simulate/parse-world';
import { withBgpRoutes } from '../../simulate/propagation';
import type { World } from '../../simulate/world';
import type { Network } from '../../vpc/network';

export interface Account {
  readonly snapshot: Snapshot;
  readonly network: Network;
  readonly world: ParsedWorld;
}

/** At the World's `Now`: what its Timeline changes until then is changed, nobody talks, and every route says what its target is. */
export function accountOf(document: World): Account {
  const world = worldNow(document);
  const parsed = openWorld(world);
  return { snapshot: world.Snapshot, network: parsed.network, world: parsed };
}

/** The same without anything worked out of it. */
export function worldNow(document: World): World {
  const settled = untilNow(document);
  return { ...settled, Snapshot: withRouteStates(settled.Snapshot) };
}

function untilNow({ Timeline = [], ...document }: World): World {
  const now = document.Now === undefined ? Number.POSITIVE_INFINITY : Date.parse(document.Now);
  const memory = newMemory(document.Snapshot);
  let world: World = withBgpRoutes({ ...document, Traffic: [] });
  for (const { At, Changes } of [...Timeline].sort((a, b) => Date.parse(a.At) - Date.parse(b.At))) {
    if (Date.parse(At) > now) break;
    const changed = applyChanges(world, Changes, At, memory);
    invariant(!('error' in changed), 'the timeline of a proven world can be carried out');
    world = changed.world;
  }
  return world;
}
