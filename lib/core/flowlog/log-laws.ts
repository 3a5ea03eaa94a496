/** What is written down, as a replaceable value: other readings of what AWS leaves open are logs one can write. */
import type { Crossing } from '../simulate/trace';

export interface LogLaws {
  /** Whether a packet at an interface becomes part of a record at all. */
  readonly writes: (crossing: Crossing) => boolean;
}

export const AWS_LOG_LAWS: LogLaws = { writes: () => true };

/** Other readings of `flowlog.egress-unrouted`: no record at all. No key may depend on which one is true. */
export const ALTERNATIVE_LOG_LAWS: readonly LogLaws[] = [{ writes: ({ unrouted }) => !unrouted }];
