/**
 * A place in bytes, and what reads one value there. Logs are read as the bytes that files are made of, in one pass:
 * a file has millions of lines, and making texts of them only to take these apart costs more than all the checks.
 */

export interface Cursor {
  /** Some line end stands behind the cursor, so that no loop over what may stand in a word need look for the end. */
  bytes: Uint8Array;
  at: number;
}

export type Value = string | number | null;

/** The value at the cursor, which is left behind it; `undefined` where there is none of this kind. */
export type Codec = (cursor: Cursor) => Value | undefined;

const TAB = 9;
export const LINE_END = 10;
const CARRIAGE_RETURN = 13;
const BLANK = 32;
const DASH = 45;

/** The first half of a Windows line end is a blank, too. */
export function isBlank(byte: number | undefined): boolean {
  return byte === BLANK || byte === TAB || byte === CARRIAGE_RETURN;
}

/** Runs of blanks count as one, since AWS's own pages print them. */
export function skipBlanks(cursor: Cursor): void {
  while (isBlank(cursor.bytes[cursor.at])) cursor.at++;
}

/** `-` stands for a field that does not apply. */
export function readDash(cursor: Cursor): null | undefined {
  if (cursor.bytes[cursor.at] !== DASH) return undefined;
  cursor.at++;
  return null;
}

/** Where the word that begins there ends. */
export function wordEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !isBlank(bytes[at]) && bytes[at] !== LINE_END) at++;
  return at;
}
