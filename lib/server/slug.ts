/** Links to cases: `reflection-ssh~<text>`, `nacl-out-reply~<text>`, `level-3~<text>`, with the generator's version beside it. */
import { randomFrom } from '@/lib/core/scenario/random';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';

export interface Slug {
  /** Of a trap, a fault or a level. */
  readonly id: string;
  readonly seed: string;
}

/** An id, a tilde (which some programs write `%7E`), and 1 to 64 letters, digits, `.`, `_` or `-`. */
export function parseSlug(text: string): Slug | undefined {
  const match = /^([a-z][a-z0-9-]*)(?:~|%7[Ee])([\w.-]{1,64})$/.exec(text);
  const [, id, seed] = match ?? [];
  return id !== undefined && seed !== undefined ? { id, seed } : undefined;
}

export function caseHref({ id, seed }: Slug): string {
  return `/case/${id}~${seed}?v=${GENERATOR_VERSION}`;
}

/** The same case, to be repaired. */
export function labHref({ id, seed }: Slug): string {
  return `/lab/${id}~${seed}?v=${GENERATOR_VERSION}`;
}

/** The same case, its log to be predicted. */
export function predictHref({ id, seed }: Slug): string {
  return `/predict/${id}~${seed}?v=${GENERATOR_VERSION}`;
}

/** Another VPC for the same trap, fault or level: follows from the seed, so that a link to it needs no script and no die. */
export function nextSeed({ id, seed }: Slug): string {
  return randomFrom(`${id}~${seed}/next`).hex(8);
}
