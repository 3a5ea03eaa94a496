/** From one line to a record, by a format that is known: compiled once, run for every line. */
import type { ParsedRecord } from '../record';
import { type Check, type Complaint, checksOf } from './agreement';
import { type BuildRecord, recordBuilder } from './build-record';
import { kindOf } from './codecs';
import type { Columns } from './columns';
import { type Codec, type Cursor, isBlank, LINE_END, skipBlanks, type Value } from './cursor';
import { misfit } from './misfit';
import { Strings } from './strings';
import { utf8Bytes } from './utf8';

export class RecordParser {
  readonly columns: Columns;
  readonly #codecs: readonly Codec[];
  readonly #isAlwaysThere: readonly boolean[];
  readonly #checks: readonly Check[];
  readonly #build: BuildRecord;
  /** Of the line that is being read. */
  readonly #cursor: Cursor = { bytes: new Uint8Array(), at: 0 };
  readonly #values: Value[];
  #scratch = new Uint8Array(1024);

  constructor(columns: Columns) {
    const strings = new Strings();
    const kinds = columns.map(kindOf);
    this.columns = columns;
    this.#codecs = kinds.map(({ codec }) => codec(strings));
    this.#isAlwaysThere = kinds.map(({ isAlwaysThere }) => isAlwaysThere ?? false);
    this.#checks = checksOf(columns);
    this.#build = recordBuilder(columns);
    this.#values = columns.map(() => null);
  }

  /** Where the line ends whose record was read last. */
  get end(): number {
    return this.#cursor.at;
  }

  /** The line that begins there, and that has its line end; `undefined` where it is no record. */
  parse(bytes: Uint8Array, from: number): ParsedRecord | undefined {
    if (!this.#readValues(bytes, from)) return undefined;
    const record = this.#build(this.#values);
    return this.#complaintAbout(record) ? undefined : record;
  }

  /** A line without its line end. */
  parseLine(line: string): ParsedRecord | undefined {
    const end = this.#write(line);
    const record = this.parse(this.#scratch, 0);
    return this.end === end ? record : undefined;
  }

  /** Why a line is no record. */
  complain(line: string): Complaint {
    const end = this.#write(line);
    const isWhole = this.#readValues(this.#scratch, 0) && this.end === end;
    const complaint = isWhole ? this.#complaintAbout(this.#build(this.#values)) : undefined;
    return complaint ?? misfit(this.columns, this.#codecs, line);
  }

  /** As bytes with a line end; returns where that is. A new array for each line would cost as much as parsing it. */
  #write(line: string): number {
    if (line.length >= this.#scratch.length) this.#scratch = new Uint8Array(line.length * 2);
    const bytes = this.#scratch;
    let bits = 0;
    for (let i = 0; i < line.length; i++) {
      const code = line.charCodeAt(i);
      bits |= code;
      bytes[i] = code;
    }
    bytes[line.length] = LINE_END;
    return bits < 0x80 ? line.length : this.#writeAll(utf8Bytes(line));
  }

  #writeAll(bytes: Uint8Array): number {
    if (bytes.length >= this.#scratch.length) this.#scratch = new Uint8Array(bytes.length * 2);
    this.#scratch.set(bytes);
    this.#scratch[bytes.length] = LINE_END;
    return bytes.length;
  }

  #readValues(bytes: Uint8Array, from: number): boolean {
    const cursor = this.#cursor;
    const codecs = this.#codecs;
    cursor.bytes = bytes;
    cursor.at = from;
    skipBlanks(cursor);
    for (let i = 0; i < codecs.length; i++) {
      const value = codecs[i]?.(cursor);
      if (value === undefined || (value === null && this.#isAlwaysThere[i])) return false;
      this.#values[i] = value;
      if (isBlank(bytes[cursor.at])) skipBlanks(cursor);
      else if (bytes[cursor.at] !== LINE_END) return false;
    }
    return bytes[cursor.at] === LINE_END;
  }

  #complaintAbout(record: ParsedRecord): Complaint | undefined {
    for (const check of this.#checks) {
      const complaint = check(record);
      if (complaint) return complaint;
    }
    return undefined;
  }
}
