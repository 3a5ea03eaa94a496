/** What a run of proofs has to know before it begins. */
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';

export const VERSION = GENERATOR_VERSION;
export const TRAP_IDS: readonly string[] = TRAPS.map(({ id }) => id);
