/** One draw of a question from a source of chance: the question, or why the draw is discarded. */
import type { Random } from '../../scenario/random';

export interface Drawn<Q> {
  readonly question: Q;
  /** The trap's belief goes wrong in it; otherwise what the believer says would be right. */
  readonly bites: boolean;
}

export type Drawer<Q> = (random: Random) => Drawn<Q> | string;
