/** Long ids in the middle of which nobody reads: `eni-0d5c…2064`. */

const LONG_ID = /^([a-z]+-[0-9a-f]{4})([0-9a-f]{9,})([0-9a-f]{4})$/;

export interface IdParts {
  readonly head: string;
  readonly middle: string;
  readonly tail: string;
}

/** `undefined` for everything that is short enough, or no id. */
export function idParts(text: string): IdParts | undefined {
  const [, head, middle, tail] = LONG_ID.exec(text) ?? [];
  return head && middle && tail ? { head, middle, tail } : undefined;
}

export function elided(text: string): string {
  const parts = idParts(text);
  return parts ? `${parts.head}…${parts.tail}` : text;
}
