/**
 * What becomes of each line: a record, an issue, or what the lines after it are. Counts lines, and the messages in a
 * line that has several.
 */
import { fieldNamed } from '../fields';
import type { ParsedRecord } from '../record';
import { type Columns, parseHeader } from './columns';
import { LINE_END } from './cursor';
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
export const LONGEST_LINE = 1024 * 1024;

export class LineReader {
  #parser: RecordParser;
  /** Of an unknown first column nobody can say that it is not a time. */
  #mayBeStamped: boolean;
  #read: ReadLine[] = [];
  #line = 1;
  #messages = 0;

  constructor(columns: Columns) {
    this.#parser = new RecordParser(columns);
    this.#mayBeStamped = isKnown(columns[0]);
  }

  /** What the lines are now. */
  get columns(): Columns {
    return this.#parser.columns;
  }

  get line(): number {
    return this.#line;
  }

  nextLine(): void {
    this.#line++;
    this.#messages = 0;
  }

  /** What follows is another message of the same line. */
  nextMessage(): void {
    this.#messages++;
  }

  /** What was read since the last time. */
  take(): readonly ReadLine[] {
    const read = this.#read;
    this.#read = [];
    return read;
  }

  /** The line or message that begins there, without blanks in front of it. Returns where it ends. */
  read(bytes: Uint8Array, lineStart: number): number {
    if (bytes[lineStart] === LINE_END) return lineStart;
    const from = lineStart + (this.#mayBeStamped ? stampLength(bytes, lineStart) : 0);
    const header = parseHeader(bytes, from);
    const record = header ? undefined : this.#parser.parse(bytes, from);
    const end = record ? this.#parser.end : bytes.indexOf(LINE_END, from);
    if (end - lineStart > LONGEST_LINE) this.refuseLength();
    else if (header) this.#switchTo(header);
    else if (!record) this.#refuse(utf8Text(bytes, from, end));
    else if (this.#messages > 1) this.#read.push({ line: this.#line, message: this.#messages, record });
    else this.#read.push({ line: this.#line, record });
    return end;
  }

  refuseLength(): void {
    this.complain(`the line is longer than ${LONGEST_LINE} bytes`);
  }

  complain(issue: string, field?: string): void {
    this.#read.push({
      line: this.#line,
      ...(this.#messages > 1 && { message: this.#messages }),
      issue,
      ...(field !== undefined && { field }),
    });
  }

  #switchTo(columns: Columns): void {
    if (columns.join() === this.columns.join()) return;
    this.#parser = new RecordParser(columns);
    this.#mayBeStamped = isKnown(columns[0]);
  }

  #refuse(line: string): void {
    const { issue, field } = this.#parser.complain(line);
    this.complain(issue, field);
  }
}

function isKnown(column: string | undefined): boolean {
  return column !== undefined && fieldNamed(column) !== undefined;
}
