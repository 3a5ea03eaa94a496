/** A healthy design that looks like somebody's account: the network, what must work in it, and what must not. */
import type { TrafficDocument, World } from '../simulate/world';
import type { Intent } from './intent';
import type { Random } from './random';

export interface Blueprint {
  readonly id: string;
  /** "a public web tier" */
  readonly says: string;
  /** `startsAt`: the beginning of the stretch that is shown, in milliseconds since 1970. */
  draw(random: Random, startsAt: number): HealthyDesign;
}

export interface HealthyDesign {
  readonly blueprint: string;
  /** The beginning of the stretch that is shown, in milliseconds since 1970. */
  readonly startsAt: number;
  /** Without traffic: what is played is a scenario's choice. */
  readonly world: World;
  /** All of it passes. */
  readonly intents: readonly Intent[];
  /** None of it does. */
  readonly forbidden: readonly Intent[];
  /** The neighbours' own traffic: a log has to be read before anything is found in it. */
  readonly background: readonly TrafficDocument[];
  /** Harmless oddities in it, where any were added. */
  readonly decoys?: number;
}
