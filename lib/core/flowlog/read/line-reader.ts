/**
 * What becomes of each line: a record, an issue, or what the lines after it are. Counts lines, and the messages in a
 * line that has several.
 */
import { fieldNamed } from '../fields';
import type { ParsedRecord } from '../record';
import { type Columns, parseHeader } from './columns';
import { LINE_END } from './cursor';
import type { LineEvent } from './line-event';
import { RecordParser } from './record-parser';
import { stampAt } from './stamp';
import { utf8Text } from './utf8';

interface Place {
  /** A line of the input, counted from 1. */
  readonly line: number;
  /** Which record of the line, from the second on: Firehose writes many messages into one, and a message may have several lines. */
  readonly message?: number;
}

export type ReadRecord = Place & {
  readonly record: ParsedRecord;
  /** What CloudWatch Logs says of it, where the input says it. */
  readonly event?: LineEvent;
};

export type ReadLine = ReadRecord | (Place & { readonly issue: string; readonly field?: string });

export interface FormatOptions {
  /** Whether the format was chosen: no other header line is one then. */
  readonly isFixed?: boolean;
}

/** Bytes; the most that one log event has, https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_InputLogEvent.html */
export const LONGEST_LINE = 1024 * 1024;

export class LineReader {
  #parser: RecordParser;
  /** Of an unknown first column nobody can say that it is not a time. */
  #mayBeStamped: boolean;
  #read: ReadLine[] = [];
  #line = 1;
  #messages = 0;
  readonly #isFixed: boolean;
  /** Where in `#read` the records begin whose event is not told yet. */
  #awaitsFrom: number | undefined;

  constructor(columns: Columns, { isFixed = false }: FormatOptions = {}) {
    this.#isFixed = isFixed;
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

  /** What follows is another record of the same line. */
  nextMessage(): void {
    this.#messages++;
  }

  /** What is read from now on belongs to one event, of which more may be told behind its message. */
  awaitEvent(): void {
    this.#awaitsFrom = this.#read.length;
  }

  /** All that there is about the event; what came in its message waits no longer. */
  endEvent(event?: LineEvent): void {
    const from = this.#awaitsFrom ?? this.#read.length;
    this.#awaitsFrom = undefined;
    if (!event) return;
    for (let i = from; i < this.#read.length; i++) {
      const line = this.#read[i];
      if (line && 'record' in line) this.#read[i] = { ...line, event: { ...line.event, ...event } };
    }
  }

  /** What was read since the last time. */
  take(): readonly ReadLine[] {
    const read = this.#read;
    if (this.#awaitsFrom === undefined) {
      this.#read = [];
      return read;
    }
    this.#read = read.splice(this.#awaitsFrom);
    this.#awaitsFrom = 0;
    return read;
  }

  /** The line or message that begins there, without blanks in front of it. Returns where it ends. */
  read(bytes: Uint8Array, lineStart: number): number {
    if (bytes[lineStart] === LINE_END) return lineStart;
    const stamp = this.#mayBeStamped ? stampAt(bytes, lineStart) : undefined;
    const from = lineStart + (stamp?.length ?? 0);
    const header = this.#headerAt(bytes, from);
    const record = header ? undefined : this.#parser.parse(bytes, from);
    const end = record ? this.#parser.end : bytes.indexOf(LINE_END, from);
    if (end - lineStart > LONGEST_LINE) this.refuseLength();
    else if (header) this.#switchTo(header);
    else if (!record) this.#refuse(utf8Text(bytes, from, end));
    else if (stamp) this.#read.push({ ...this.#place(), record, event: stamp.event });
    else if (this.#messages > 1) this.#read.push({ line: this.#line, message: this.#messages, record });
    else this.#read.push({ line: this.#line, record });
    return end;
  }

  #headerAt(bytes: Uint8Array, from: number): Columns | undefined {
    const header = parseHeader(bytes, from);
    return header && this.#isFixed && header.join() !== this.columns.join() ? undefined : header;
  }

  #place(): Place {
    return { line: this.#line, ...(this.#messages > 1 && { message: this.#messages }) };
  }

  refuseLength(): void {
    this.complain(`the line is longer than ${LONGEST_LINE} bytes`);
  }

  complain(issue: string, field?: string): void {
    this.#read.push({ ...this.#place(), issue, ...(field !== undefined && { field }) });
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
