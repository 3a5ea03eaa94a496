/** Links to cases: `reflection-ssh~<text>`, with the generator's version beside it. */
import { randomFrom } from '@/lib/core/scenario/random';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';

export interface Slug {
  readonly trap: string;
  readonly seed: string;
}

/** A trap's id, a tilde, and 1 to 64 letters, digits, `.`, `_` or `-`. */
export function parseSlug(text: string): Slug | undefined {
  const match = /^([a-z][a-z0-9-]*)~([\w.-]{1,64})$/.exec(text);
  return match ? { trap: match[1] as string, seed: match[2] as string } : undefined;
}

export function caseHref({ trap, seed }: Slug): string {
  return `/case/${trap}~${seed}?v=${GENERATOR_VERSION}`;
}

/** Another VPC for the same trap: follows from the seed, so that a link to it needs no script and no die. */
export function nextSeed(trap: string, seed: string): string {
  return randomFrom(`${trap}~${seed}/next`).hex(8);
}
