/** A place on an intent's path where a fault can bite, and what mends it there. */
import type { Change, World } from '../../simulate/world';
import type { IntentPath } from '../intent-path';
import type { Layer } from '../layer';
import type { Random } from '../random';

/** One way for a design to fail, named by its slug in the catalogue of faults. */
export interface PathFault {
  readonly id: string;
  readonly layer: Layer;
  /** Everywhere on this path; none: the path cannot fail in this way. */
  sites(path: IntentPath): readonly Site[];
}

export interface Site {
  /** The component that is broken: an id, or a host's name. */
  readonly at: string;
  /** The broken world; pure, and it passes the door. */
  inject(random: Random): World;
  /** What mends it; may also be tried on a world in which this fault was not injected. */
  repair(world: World): readonly Change[];
}
