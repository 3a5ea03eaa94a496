/** One way for a design to fail: where it can bite on an intent's path, how it is brought about, and what mends it. */
import type { Change, TrafficDocument, World } from '../simulate/world';
import type { IntentPath } from './intent-path';
import type { FaultLayer } from './layer';
import type { LogLine } from './log-view';
import type { Random } from './random';
import type { SymptomKind } from './symptom-kind';

export interface Fault {
  /** Its slug in the catalogue of faults. */
  readonly id: string;
  readonly layer: FaultLayer;
  readonly symptom: SymptomKind;
  /** Tasks of AWS's exams that ask for it: `SOA-C03 5.3.1`. */
  readonly tasks: readonly string[];
  /** One sentence for the catalogue's page. */
  readonly says: string;
  /** Everywhere on this path; none: the path cannot fail in this way. */
  sites(path: IntentPath): readonly Site[];
}

export interface Site {
  /** The component that is broken: an id, or a name that stands outside of AWS. */
  readonly at: string;
  /** Interfaces besides those on the way at which the log is read for it. */
  readonly alsoAt?: readonly string[];
  /** The broken world; pure, and it passes the door. */
  inject(random: Random): World;
  /** What mends it; may also be tried on a world in which this fault was not injected. */
  repair(world: World): readonly Change[];
  /** The calls by which the healthy world becomes the broken one, where it may have happened while somebody watched. */
  readonly begins?: readonly Change[];
  /** It only is this fault where it happened while somebody watched. */
  readonly isWatched?: true;
  /** A call that somebody made and AWS refused: that nothing came of it is the fault. */
  readonly refused?: readonly Change[];
  /** What is tried in every world, where that is not the intent itself. */
  readonly tries?: Attempt;
  /** What is different about it while it is broken. */
  readonly attempt?: Attempt;
  /** And once it is mended. */
  attemptAfter?(mended: World): Attempt;
  /** More traffic without which the story would not be one; played in every proof. */
  extras?(startsAt: number): readonly TrafficDocument[];
  /**
   * Faults of the log: whether it shows what one looks for; left out: any record of the attempts.
   * False alarms: whether it shows what raises the alarm.
   */
  shows?(lines: readonly LogLine[]): boolean;
  /** Milliseconds after the stretch at which somebody looks, where that is too early. */
  readonly looksAfter?: number;
}

export type Attempt = Partial<Omit<TrafficDocument, 'At' | 'Repeat'>>;
