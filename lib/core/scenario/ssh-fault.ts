/** One way for a design to fail, named by its slug in the catalogue of faults. */
import type { Change, World } from '../simulate/world';
import type { Design } from './design';
import type { Layer } from './layer';
import type { Random } from './random';

export interface Fault {
  readonly id: string;
  readonly layer: Layer;
  /** Whether this design can fail in this way at all. */
  applies(design: Design): boolean;
  /** The broken world; pure, and it passes the door. */
  inject(design: Design, random: Random): World;
  /** What mends it; may also be tried on a world in which this fault was not injected. */
  repair(world: World, design: Design): readonly Change[];
  /** What is dialled in the mended world, where the address that was dialled before leads nowhere in any world. */
  dialledAfter?(mended: World, design: Design): string | undefined;
}
