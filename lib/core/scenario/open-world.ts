/** The door for worlds that the engine makes: a document is never changed, so it is parsed once. */
import { invariant } from '../assert';
import { type ParsedWorld, parseWorld, type WorldDoor } from '../simulate/parse-world';
import type { World } from '../simulate/world';

const DOORS = new WeakMap<World, WorldDoor>();

/** undefined: it does not hold together, as after changes that were meant for another world. */
export function tryWorld(document: World): ParsedWorld | undefined {
  const door = doorOf(document);
  return 'issues' in door ? undefined : door.world;
}

/** A world that holds together, or we are wrong. */
export function openWorld(document: World): ParsedWorld {
  const door = doorOf(document);
  invariant(
    !('issues' in door),
    `a generated world passes the door: ${'issues' in door ? JSON.stringify(door.issues[0]) : ''}`,
  );
  return door.world;
}

function doorOf(document: World): WorldDoor {
  const known = DOORS.get(document);
  if (known) return known;
  const door = parseWorld(document);
  DOORS.set(document, door);
  return door;
}
