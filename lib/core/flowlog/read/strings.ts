/** Texts of records: a value that comes again is the same string again, so that a million records hold it once. */

/** A power of two. */
const SLOTS = 4096;
const LONGEST = 256;
const EMPTY = new Uint8Array();

/** Forgets: what falls on an occupied slot takes its place, so that it never grows. */
export class Strings {
  readonly #bytes = new Array<Uint8Array>(SLOTS).fill(EMPTY);
  readonly #texts = new Array<string>(SLOTS).fill('');

  /** ASCII bytes as text. */
  take(bytes: Uint8Array, from: number, to: number): string {
    const slot = slotOf(bytes, from, to);
    const known = this.#bytes[slot] ?? EMPTY;
    if (known.length === to - from && startsAt(bytes, from, known)) return this.#texts[slot] ?? '';
    const text = asciiText(bytes, from, to);
    if (text.length > LONGEST) return text;
    // A copy, since a view keeps the whole chunk in memory.
    this.#bytes[slot] = new Uint8Array(bytes.subarray(from, to));
    this.#texts[slot] = text;
    return text;
  }
}

/** Ids and addresses differ in their last characters; a look at all of them would cost more than it saves. */
function slotOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  for (let at = Math.max(from, to - 4); at < to; at++) hash = Math.imul(hash, 31) + (bytes[at] ?? 0);
  return (hash ^ (hash >>> 12)) & (SLOTS - 1);
}

export function startsAt(bytes: Uint8Array, at: number, start: Uint8Array): boolean {
  for (let i = 0; i < start.length; i++) if (start[i] !== bytes[at + i]) return false;
  return true;
}

/** As many arguments as every engine takes. */
const PIECE = 1024;

export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let start = from; start < to; start += PIECE) {
    const codes: number[] = [];
    for (let at = start; at < to && at < start + PIECE; at++) codes.push(bytes[at] ?? 0);
    text += String.fromCharCode(...codes);
  }
  return text;
}

export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
