/** A case of one fault: a design, the place where it is broken, the worlds before, during and after, and what is tried in them. */
import type { Stretch } from '../flowlog/write';
import type { World } from '../simulate/world';
import type { Fault, Site } from './fault';
import type { IntentPath } from './intent-path';

export interface FaultCase {
  readonly fault: Fault;
  readonly seed: string;
  readonly path: IntentPath;
  readonly site: Site;
  /** The stretch of the log that is shown, in milliseconds since 1970. */
  readonly stretch: Stretch;
  /** The three worlds of a proof, in which nobody talks but who tries. */
  readonly healthy: World;
  readonly broken: World;
  /** The broken world with its repair made, tried again. */
  dressedAfter(mended: World): World;
  /** Where a log is read of what happened after its repair, that is later. */
  readonly stretchAfter: Stretch;
  /** The healthy world in which it breaks at a moment, where it does so while somebody watches. */
  readonly watched: { readonly world: World; readonly moment: number } | undefined;
  /** What is shown: the broken world, or the one that breaks, with all that goes on in it. */
  readonly world: World;
}
