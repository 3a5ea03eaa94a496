/** The complaint as a person would write it: what they saw, what they believe, never the cause. */
import type { Prose } from '../explain/prose';

export interface Ticket {
  /** `OPS-2217` */
  readonly number: string;
  /** A role, not a name: "developer, platform team". */
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly title: string;
  readonly before: Prose;
  /** What the terminal said, line by line. */
  readonly transcript: readonly string[];
  readonly after: Prose;
  /** The whole ticket in one breath, for a phone. */
  readonly brief: Prose;
}
