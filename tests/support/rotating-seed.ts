/** Seeds that differ from commit to commit, so that in time many are tried: a failure is repeated by `SEED_BASE`, which it names. */
import { execFileSync } from 'node:child_process';
import { randomFrom } from '@/lib/core/scenario/random';

export const SEED_BASE = process.env.SEED_BASE ?? headCommit();

export function rotatingSeeds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${SEED_BASE}-${i}`);
}

/** One of so many shares of a list, another one for other commits. */
export function rotatingShare<T>(all: readonly T[], shares: number): readonly T[] {
  const turn = randomFrom(SEED_BASE).integer(0, shares - 1);
  return all.filter((_, i) => i % shares === turn);
}

/** Where there is no repository the seeds are the same each time. */
function headCommit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'fixed';
  }
}
