/** One immutable story from a seed: a healthy design, the fault that broke it, and the complaint. */
import type { World } from '../simulate/world';
import type { Broken } from './broken';
import type { Fault } from './fault';
import type { SshDesign } from './ssh-design';
import type { Ticket } from './ticket';

/** Raised whenever the same seed would give another case; a link carries it. */
export const GENERATOR_VERSION = 4;

export interface Scenario {
  readonly trap: string;
  readonly seed: string;
  readonly design: SshDesign;
  readonly fault: Fault;
  /** The broken world, Now set to the moment at which somebody reads the log. */
  readonly world: World;
  readonly broken: Broken;
  readonly ticket: Ticket;
  /** The stretch of the log that is shown, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}
