/** The network of a world that is known to hold together. */
import { invariant } from '../../assert';
import { type ParsedWorld, parseWorld } from '../../simulate/parse-world';
import type { World } from '../../simulate/world';
import type { Network } from '../../vpc/network';

export function parsedWorld(world: World): ParsedWorld {
  const door = parseWorld(world);
  invariant(!('issues' in door), 'a proven world passes the door');
  return door.world;
}

export function networkIn(world: World): Network {
  return parsedWorld(world).network;
}
