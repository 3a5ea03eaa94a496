/** What a belief is tried on: networks on which it goes wrong, and one on which it does not. */
import type { PacketLaws } from '@/lib/core/rules/packet-laws';
import type { World } from '@/lib/core/simulate/world';

export interface BeliefCase {
  /** The laws that the belief replaces. */
  readonly replaces: readonly (keyof PacketLaws)[];
  /** Questions and answers in the notation of `answer`. */
  readonly differs: readonly (readonly [world: World, asked: string, aws: string, believer: string])[];
  readonly agrees: readonly [world: World, asked: string, both: string];
}

export type BeliefCases = Readonly<Record<string, BeliefCase>>;
