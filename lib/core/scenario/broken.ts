/** The design of the SSH question, broken by one of the faults that may break it. */
import type { World } from '../simulate/world';
import type { Stretch } from './evidence';
import type { Fault, Site } from './fault';
import type { IntentPath } from './intent-path';
import type { Random } from './random';
import { type SshDesign, withTraffic } from './ssh-design';

/** A broken design before its ticket is written. */
export interface Broken {
  readonly design: SshDesign;
  readonly path: IntentPath;
  readonly fault: Fault;
  readonly site: Site;
  readonly world: World;
  readonly stretch: Stretch;
  /** Forked by a fault's id for what it draws. */
  readonly random: Random;
  /** Everything that the design might have been broken by. */
  readonly candidates: readonly Candidate[];
}

/** A fault, and the one place on the way of the intent where it bites. */
export interface Candidate {
  readonly fault: Fault;
  readonly site: Site;
}

export function brokenBy({ fault, site }: Candidate, design: SshDesign, random: Random): World {
  return withTraffic(site.inject(random.fork(fault.id)), design, site.attempt?.To);
}
