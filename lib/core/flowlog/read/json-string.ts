/** A JSON string that comes in pieces, from behind its first quote to its second. */
import { LINE_END } from './cursor';
import { Pieces } from './pieces';
import { utf8Bytes, utf8Text } from './utf8';

const QUOTE = 34;
const BACKSLASH = 92;

export class JsonString {
  readonly #longest: number;
  readonly #pieces = new Pieces();
  #isEscaped = false;
  #hasEscapes = false;
  #state: 'open' | 'closed' | 'cut off' = 'open';
  #isTooLong = false;

  /** Of a string of more bytes than that nothing is kept. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** JSON has no line ends in strings: one of them means that the string was cut off. */
  get state(): 'open' | 'closed' | 'cut off' {
    return this.#state;
  }

  get isTooLong(): boolean {
    return this.#isTooLong;
  }

  /** Reads on, to the end of the bytes, behind the second quote, or to a line end. Returns where that is. */
  read(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === LINE_END) {
        this.#state = 'cut off';
        return at;
      }
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) {
        this.#isEscaped = true;
        this.#hasEscapes = true;
      } else if (byte === QUOTE) {
        this.#state = 'closed';
        this.#hold(bytes, from, at);
        return at + 1;
      }
    }
    this.#hold(bytes, from, bytes.length);
    return bytes.length;
  }

  #hold(bytes: Uint8Array, from: number, to: number): void {
    this.#isTooLong ||= this.#pieces.length + to - from > this.#longest;
    if (this.#isTooLong) this.#pieces.drop();
    else this.#pieces.add(bytes, from, to);
  }

  /** What the string stands for, and a line end behind it; `undefined` when an escape is none of JSON's. */
  take(): Uint8Array | undefined {
    const bytes = this.#pieces.take(LINE_END);
    if (!this.#hasEscapes) return bytes;
    try {
      const text: unknown = JSON.parse(`"${utf8Text(bytes, 0, bytes.length - 1)}"`);
      return utf8Bytes(`${text}\n`);
    } catch {
      return undefined;
    }
  }
}
