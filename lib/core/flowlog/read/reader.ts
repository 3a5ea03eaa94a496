/**
 * From the bytes of a log, as they come, to records: every line becomes a record or an issue with its number, and only
 * blank lines and header lines become nothing. A header line says what the lines after it are, until the next one.
 */
import { DEFAULT_FIELDS } from '../fields';
import type { Columns } from './columns';
import { isBlank, LINE_END } from './cursor';
import { JsonMessages } from './json-messages';
import type { LineEvent } from './line-event';
import { type FormatOptions, LineReader, LONGEST_LINE, type ReadLine } from './line-reader';
import { Pieces } from './pieces';

const BRACE = 123;
const BRACKET = 91;

/** Takes chunks in order, then `end` or `breakOff`; each call returns what it completed. */
export class LogReader {
  readonly #lines: LineReader;
  /** The beginning of a line whose end has not come yet. */
  readonly #held = new Pieces();
  /** Enough was said about the line: its rest is not looked at. */
  #isSkipping = false;
  #json: JsonMessages | undefined;
  #jsonLine = 0;

  /** `columns`: what the lines are before the first header line. */
  constructor(columns: Columns = DEFAULT_FIELDS, options?: FormatOptions) {
    this.#lines = new LineReader(columns, options);
  }

  /** What the lines are now. */
  get columns(): Columns {
    return this.#lines.columns;
  }

  /** A chunk may begin and end anywhere. */
  read(chunk: Uint8Array): readonly ReadLine[] {
    this.#consume(chunk);
    return this.#lines.take();
  }

  /** The input ends, and with it the line. */
  end(): readonly ReadLine[] {
    // From its beginning once more: its byte order mark may have come in two pieces, with JSON behind it.
    this.#consume(this.#held.take());
    this.#lines.endEvent();
    if (this.#json) this.#lines.complain(`the JSON that begins in line ${this.#jsonLine} does not end`);
    else this.#consume(this.#held.take(LINE_END));
    return this.#lines.take();
  }

  /**
   * The input cannot be read on. What has come of the line is not to be trusted, but where the input `isWhole`: it was all
   * there, and what is wrong came behind it.
   */
  breakOff(issue: string, isWhole = false): readonly ReadLine[] {
    if (isWhole && this.#held.length > 0) this.#consume(this.#held.take(LINE_END));
    this.#lines.endEvent();
    this.#lines.complain(issue);
    return this.#lines.take();
  }

  #consume(chunk: Uint8Array): void {
    const lastEnd = chunk.lastIndexOf(LINE_END);
    let at = 0;
    while (at < chunk.length) {
      if (this.#json) at = this.#readJson(chunk, at, this.#json);
      else if (this.#held.length > 0 || this.#isSkipping) at = this.#readRest(chunk, at);
      else at = this.#readLine(chunk, at, lastEnd);
    }
  }

  /** From a line's beginning to its end or the chunk's, or to where JSON begins. */
  #readLine(chunk: Uint8Array, lineStart: number, lastEnd: number): number {
    const from = skipMargin(chunk, lineStart);
    if (chunk[from] === BRACE || chunk[from] === BRACKET) {
      this.#openJson();
      return from;
    }
    if (from > lastEnd) {
      this.#hold(chunk, from, chunk.length);
      return chunk.length;
    }
    const end = this.#lines.read(chunk, from);
    this.#lines.nextLine();
    return end + 1;
  }

  /** On from a beginning that is held; once it is whole, the line is read as a chunk of its own. */
  #readRest(chunk: Uint8Array, from: number): number {
    const end = chunk.indexOf(LINE_END, from);
    const to = end < 0 ? chunk.length : end;
    if (!this.#isSkipping) this.#hold(chunk, from, to);
    if (end < 0) return to;
    if (this.#isSkipping) {
      this.#isSkipping = false;
      this.#lines.nextLine();
    } else this.#consume(this.#held.take(LINE_END));
    return to + 1;
  }

  #hold(chunk: Uint8Array, from: number, to: number): void {
    if (this.#held.length + to - from <= LONGEST_LINE) this.#held.add(chunk, from, to);
    else {
      this.#lines.refuseLength();
      this.#held.drop();
      this.#isSkipping = true;
    }
  }

  #openJson(): void {
    const lines = this.#lines;
    this.#jsonLine = lines.line;
    const listener = {
      message: (bytes: Uint8Array) => {
        lines.awaitEvent();
        for (let at = 0; at < bytes.length; at++) {
          const from = skipMargin(bytes, at);
          if (bytes[from] !== LINE_END) lines.nextMessage();
          at = lines.read(bytes, from);
        }
      },
      event: (event: LineEvent | undefined) => lines.endEvent(event),
      issue: (issue: string) => {
        lines.nextMessage();
        lines.complain(issue);
      },
      newLine: () => lines.nextLine(),
    };
    this.#json = new JsonMessages(listener, LONGEST_LINE);
  }

  #readJson(chunk: Uint8Array, from: number, json: JsonMessages): number {
    const at = json.read(chunk, from);
    if (json.state === 'open') return at;
    this.#json = undefined;
    this.#lines.endEvent();
    if (json.state === 'closed') return at;
    this.#lines.complain(`the JSON that begins in line ${this.#jsonLine} breaks off here`);
    // A line that begins with what breaks the JSON has nothing to do with it.
    this.#isSkipping = !json.isLineStart;
    return at;
  }
}

/** Blanks, and the byte order marks that some programs put in front of a file. */
function skipMargin(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    if (isBlank(bytes[at])) at++;
    else if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
    else return at;
  }
}
