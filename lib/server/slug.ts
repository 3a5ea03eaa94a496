/** Links to cases: `reflection-ssh~<text>`, with the generator's version beside it. */
import { randomFrom } from '@/lib/core/scenario/random';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';

export interface Slug {
  readonly trap: string;
  readonly seed: string;
}

/** A trap's id, a tilde (which some programs write `%7E`), and 1 to 64 letters, digits, `.`, `_` or `-`. */
export function parseSlug(text: string): Slug | undefined {
  const match = /^([a-z][a-z0-9-]*)(?:~|%7[Ee])([\w.-]{1,64})$/.exec(text);
  const [, trap, seed] = match ?? [];
  return trap !== undefined && seed !== undefined ? { trap, seed } : undefined;
}

export function caseHref({ trap, seed }: Slug): string {
  return `/case/${trap}~${seed}?v=${GENERATOR_VERSION}`;
}

/** Another VPC for the same trap: follows from the seed, so that a link to it needs no script and no die. */
export function nextSeed(trap: string, seed: string): string {
  return randomFrom(`${trap}~${seed}/next`).hex(8);
}
