/** One search under way: the ground it stands on, what it looks for, and what it may waive to get there. */
import type { Alike, Waived } from './blockers/alike';
import type { Itinerary, Node } from './blockers/itinerary';
import type { Obstacles } from './blockers/obstacle';
import type { Ground } from './ground';
import type { Motion } from './motion';
import type { Stop, Way } from './way';

export interface Search extends Ground {
  /** undefined: what is refused is gone. */
  readonly waiving: Waiving | undefined;
  /** Hears of every judgement, also of those that let nothing pass, and of the way it was made on. */
  readonly observe?: (stop: Stop, way: Way) => void;
  /** Where packets of a leg stop because somebody asked for just that; undefined: they go as far as they can. */
  readonly isGoal?: (motion: Motion, way: Way) => boolean;
  /** How many hops may still be looked at; a search that runs out of them says so. */
  readonly patience: Patience;
  /** Components that a path must not touch. */
  readonly shuns: ReadonlySet<string>;
}

export interface Patience {
  hops: number;
}

export interface Waiving extends Waived {
  readonly obstacles: Obstacles;
  readonly itinerary: Itinerary;
  readonly alike: Alike;
  /** Where packets are meant to go next, on this leg. */
  readonly aimOf: (way: Way) => Aim;
}

export interface Aim {
  readonly node: Node;
  /** The interface that must have them in the end, where the aim is one in a VPC. */
  readonly interfaceId: string | undefined;
}
