/**
 * From the bytes of a log, as they come, to records: every line becomes a record or an issue with its number, and only
 * blank lines and header lines become nothing. A header line says what the lines after it are, until the next one.
 */
import { DEFAULT_FIELDS, fieldNamed } from '../fields';
import type { ParsedRecord } from '../record';
import { type Columns, parseHeader } from './columns';
import { isBlank, LINE_END } from './cursor';
import { JsonMessages } from './json-messages';
import { Pieces } from './pieces';
import { RecordParser } from './record-parser';
import { stampLength } from './stamp';
import { utf8Text } from './utf8';

interface Place {
  /** A line of the input, counted from 1. */
  readonly line: number;
  /** Which message of the line, from the second on: Firehose writes many of them into one. */
  readonly message?: number;
}

export type ReadLine = Place &
  ({ readonly record: ParsedRecord } | { readonly issue: string; readonly field?: string });

/** Bytes; the most that one log event has, https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_InputLogEvent.html */
const LONGEST_LINE = 1024 * 1024;

const TOO_LONG = `the line is longer than ${LONGEST_LINE} bytes`;

const BRACE = 123;
const BRACKET = 91;

/** Takes chunks in order, then `end` or `breakOff`; each call returns what it completed. */
export class LogReader {
  #parser: RecordParser;
  /** Of an unknown first column nobody can say that it is not a time. */
  #mayBeStamped: boolean;
  #read: ReadLine[] = [];
  #line = 1;
  #messages = 0;
  /** The beginning of a line whose end has not come yet. */
  readonly #held = new Pieces();
  /** Enough was said about the line: its rest is not looked at. */
  #isSkipping = false;
  #json: JsonMessages | undefined;
  #jsonLine = 0;

  /** `columns`: what the lines are before the first header line. */
  constructor(columns: Columns = DEFAULT_FIELDS) {
    this.#parser = new RecordParser(columns);
    this.#mayBeStamped = isKnown(columns[0]);
  }

  /** What the lines are now. */
  get columns(): Columns {
    return this.#parser.columns;
  }

  /** A chunk may begin and end anywhere. */
  read(chunk: Uint8Array): readonly ReadLine[] {
    this.#read = [];
    this.#consume(chunk);
    return this.#read;
  }

  /** The input ends, and with it the line. */
  end(): readonly ReadLine[] {
    this.#read = [];
    const last = this.#line;
    if (this.#held.length > 0) this.#consume(this.#held.take(LINE_END));
    if (this.#json) {
      // A line end that was ours is not counted.
      this.#line = last;
      this.#complain(`the JSON that begins in line ${this.#jsonLine} does not end`);
    }
    return this.#read;
  }

  /** The input cannot be read on: what has come of the line is not to be trusted. */
  breakOff(issue: string): readonly ReadLine[] {
    this.#read = [];
    this.#complain(issue);
    return this.#read;
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
    const end = this.#take(chunk, from);
    this.#nextLine();
    return end + 1;
  }

  /** On from a beginning that is held; once it is whole, the line is read as a chunk of its own. */
  #readRest(chunk: Uint8Array, from: number): number {
    const end = chunk.indexOf(LINE_END, from);
    const to = end < 0 ? chunk.length : end;
    if (!this.#isSkipping) this.#hold(chunk, from, to);
    if (end < 0) return to;
    if (this.#isSkipping) this.#nextLine();
    else this.#consume(this.#held.take(LINE_END));
    return to + 1;
  }

  #hold(chunk: Uint8Array, from: number, to: number): void {
    if (this.#held.length + to - from <= LONGEST_LINE) this.#held.add(chunk, from, to);
    else {
      this.#complain(TOO_LONG);
      this.#skip();
    }
  }

  #skip(): void {
    this.#held.drop();
    this.#isSkipping = true;
  }

  #nextLine(): void {
    this.#line++;
    this.#messages = 0;
    this.#isSkipping = false;
  }

  #openJson(): void {
    this.#jsonLine = this.#line;
    const listener = {
      message: (bytes: Uint8Array) => {
        this.#messages++;
        for (let at = 0; at < bytes.length; at++) at = this.#take(bytes, skipMargin(bytes, at));
      },
      issue: (issue: string) => {
        this.#messages++;
        this.#complain(issue);
      },
      newLine: () => this.#nextLine(),
    };
    this.#json = new JsonMessages(listener, LONGEST_LINE);
  }

  #readJson(chunk: Uint8Array, from: number, json: JsonMessages): number {
    const at = json.read(chunk, from);
    if (json.state === 'open') return at;
    this.#json = undefined;
    if (json.state === 'closed') return at;
    this.#complain(`the JSON that begins in line ${this.#jsonLine} breaks off here`);
    // A line that begins with what breaks the JSON has nothing to do with it.
    if (!json.isLineStart) this.#skip();
    return at;
  }

  /** One line or one message, without what stands in front of it. Returns where it ends. */
  #take(bytes: Uint8Array, lineStart: number): number {
    if (bytes[lineStart] === LINE_END) return lineStart;
    const from = lineStart + (this.#mayBeStamped ? stampLength(bytes, lineStart) : 0);
    const header = parseHeader(bytes, from);
    const record = header ? undefined : this.#parser.parse(bytes, from);
    const end = record ? this.#parser.end : bytes.indexOf(LINE_END, from);
    if (end - lineStart > LONGEST_LINE) this.#complain(TOO_LONG);
    else if (header) this.#switchTo(header);
    else if (!record) this.#refuse(utf8Text(bytes, from, end));
    else if (this.#messages > 1) this.#read.push({ line: this.#line, message: this.#messages, record });
    else this.#read.push({ line: this.#line, record });
    return end;
  }

  #switchTo(columns: Columns): void {
    if (columns.join() === this.columns.join()) return;
    this.#parser = new RecordParser(columns);
    this.#mayBeStamped = isKnown(columns[0]);
  }

  #refuse(line: string): void {
    const { issue, field } = this.#parser.complain(line);
    this.#complain(issue, field);
  }

  #complain(issue: string, field?: string): void {
    this.#read.push({
      line: this.#line,
      ...(this.#messages > 1 && { message: this.#messages }),
      issue,
      ...(field !== undefined && { field }),
    });
  }
}

function isKnown(column: string | undefined): boolean {
  return column !== undefined && fieldNamed(column) !== undefined;
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
