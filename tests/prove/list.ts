/** What a run of proofs has to know before it begins. */

import { LEVELS } from '@/lib/core/scenario/level';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';

export const VERSION = GENERATOR_VERSION;
/** Traps and levels. */
export const IDS: readonly string[] = [
  ...TRAPS.map(({ id }) => id),
  ...LEVELS.map((level) => `level-${level}`),
];
