/** The bytes of a file or of standard input, as they come: unpacked when they are gzip, UTF-8 when they were UTF-16. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { CliError } from './cli-error';
import { reasonOf } from './reason';

export type Bytes = AsyncIterable<Uint8Array>;

/** https://parquet.apache.org/docs/file-format/ */
const PARQUET = 'PAR1';

/** What of a gzip file was there is read; then this says why there is no more. */
export class BrokenGzip extends Error {
  /** Whether what came before is all there was of it, up to its last line. */
  readonly isWhole: boolean;

  constructor(message: string, isWhole: boolean) {
    super(message);
    this.isWhole = isWhole;
  }
}

/** Holds no more than a few chunks: the next one is read when it is asked for. */
export async function* readBytes(command: string, file: string): Bytes {
  const input: Bytes = file === '-' ? process.stdin : createReadStream(file);
  const cannot = (why: string): CliError =>
    new CliError(`flowtrap ${command}: \`${file}\` cannot be read: ${why}`);
  let isEmpty = true;
  try {
    const { head, all } = await peek(input);
    if (Buffer.from(head.subarray(0, 4)).toString('latin1') === PARQUET)
      throw cannot('it is a Parquet file, and only text is read: AWS Athena and DuckDB read it');
    for await (const chunk of inUtf8(unpacked(head, all))) {
      isEmpty = false;
      yield chunk;
    }
  } catch (error) {
    if (error instanceof CliError) throw error;
    if (error instanceof BrokenGzip) throw isEmpty ? cannot(error.message) : error;
    // What the system says has a code; what has none is our mistake.
    throw error instanceof Error && 'code' in error ? cannot(reasonOf(error)) : error;
  }
}

/** By its first bytes, not by its name: files are renamed, and standard input has none. RFC 1952, 2.3.1 */
async function* unpacked(head: Uint8Array, all: Bytes): Bytes {
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(all);
  else yield* all;
}

/**
 * Several members one after the other are one file, as `cat a.gz b.gz` makes them. Where data is broken, zlib throws away
 * what it has unpacked of the piece: so a scout goes ahead, and a piece that it stumbles over is taken byte by byte.
 */
async function* gunzipped(input: Bytes): Bytes {
  const scout = new Gunzip();
  const gunzip = new Gunzip();
  try {
    for await (const chunk of input) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        await scout.write(piece);
        scout.take();
        const step = scout.error ? 1 : piece.length;
        for (let from = 0; from < piece.length && !gunzip.isOver; from += step) {
          await gunzip.write(piece.subarray(from, from + step));
          yield* gunzip.take();
        }
        if (gunzip.isOver) break;
      }
      if (gunzip.isOver) break;
    }
    await gunzip.end();
    yield* gunzip.take();
    if (gunzip.error) throw brokenBy(gunzip.error);
  } finally {
    scout.close();
    gunzip.close();
  }
}

const PIECE = 4096;

class Gunzip {
  readonly #stream = createGunzip();
  #chunks: Uint8Array[] = [];
  #error: NodeJS.ErrnoException | undefined;
  #isOver = false;
  #settle = (): void => undefined;

  constructor() {
    const settle = (): void => {
      this.#isOver = true;
      this.#settle();
    };
    this.#stream
      .on('data', (chunk: Uint8Array) => this.#chunks.push(chunk))
      .on('error', (error) => {
        this.#error = error;
        settle();
      })
      .on('end', settle);
  }

  get error(): NodeJS.ErrnoException | undefined {
    return this.#error;
  }

  /** Broken, or behind the last member. */
  get isOver(): boolean {
    return this.#isOver;
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.#settled((done) => this.#stream.write(bytes, done));
  }

  end(): Promise<void> {
    // Its own callback comes before the last data do.
    return this.#settled(() => this.#stream.end());
  }

  /** What was unpacked since the last time. */
  take(): readonly Uint8Array[] {
    const chunks = this.#chunks;
    this.#chunks = [];
    return chunks;
  }

  close(): void {
    this.#stream.destroy();
  }

  #settled(start: (done: () => void) => void): Promise<void> {
    if (this.#isOver) return Promise.resolve();
    return new Promise((resolve) => {
      this.#settle = resolve;
      start(resolve);
    });
  }
}

/** zlib's own words, and no code, tell a wrong checksum and what is no member at all from data that cannot be unpacked. */
const BESIDE_THE_DATA =
  /^(?:incorrect (?:header|data|length) check|unknown |header crc mismatch|invalid window size)/;

function brokenBy(error: NodeJS.ErrnoException): Error {
  if (error.code === 'Z_BUF_ERROR') return new BrokenGzip('the gzip data ends too early', false);
  return error.code?.startsWith('Z_')
    ? new BrokenGzip('the gzip data is broken', BESIDE_THE_DATA.test(error.message))
    : error;
}

/** Windows PowerShell writes UTF-16 with a byte order mark when output is sent to a file. */
async function* inUtf8(input: Bytes): Bytes {
  const { head, all } = await peek(input);
  const mark = head.length < 2 ? undefined : Buffer.from(head.subarray(0, 2)).readUInt16BE();
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : undefined;
  if (!encoding) {
    yield* all;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of all) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** At least four bytes, where there are so many, and everything with these again in front. */
async function peek(input: Bytes): Promise<{ readonly head: Uint8Array; readonly all: Bytes }> {
  const chunks = input[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < 4) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* all(): Bytes {
    yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  return { head, all: all() };
}
