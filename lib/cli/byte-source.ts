/** The bytes of a file or of standard input, as they come: unpacked when they are gzip, UTF-8 when they were UTF-16. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { CliError } from './cli-error';
import { reasonOf } from './reason';

export type Bytes = AsyncIterable<Uint8Array>;

/** What of a gzip file was there is read; then this says why there is no more. */
export class BrokenGzip extends Error {}

/** Holds no more than a few chunks: the next one is read when it is asked for. */
export async function* readBytes(command: string, file: string): Bytes {
  const input: Bytes = file === '-' ? process.stdin : createReadStream(file);
  const cannot = (why: string): CliError =>
    new CliError(`flowtrap ${command}: \`${file}\` cannot be read: ${why}`);
  let isEmpty = true;
  try {
    for await (const chunk of inUtf8(unpacked(input))) {
      isEmpty = false;
      yield chunk;
    }
  } catch (error) {
    if (error instanceof BrokenGzip) throw isEmpty ? cannot(error.message) : error;
    // What the system says has a code; what has none is our mistake.
    throw error instanceof Error && 'code' in error ? cannot(reasonOf(error)) : error;
  }
}

/** By its first bytes, not by its name: files are renamed, and standard input has none. RFC 1952, 2.3.1 */
async function* unpacked(input: Bytes): Bytes {
  const { head, all } = await peek(input);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(all);
  else yield* all;
}

/**
 * Several members one after the other are one file, as `cat a.gz b.gz` makes them. Where data is broken, not cut off,
 * zlib keeps the last 16 KB to itself that were still right.
 */
async function* gunzipped(input: Bytes): Bytes {
  const gunzip = createGunzip();
  const feed = async (): Promise<void> => {
    // One by one: what was written together with the end is lost if the end is missing.
    for await (const chunk of input) {
      if (gunzip.destroyed) return;
      await new Promise((resolve) => gunzip.write(chunk, resolve));
    }
    gunzip.end();
  };
  feed().catch((error: Error) => gunzip.destroy(error));
  try {
    yield* gunzip as Bytes;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'Z_BUF_ERROR') throw new BrokenGzip('the gzip data ends too early');
    if (String(code).startsWith('Z_')) throw new BrokenGzip('the gzip data is broken');
    throw error;
  } finally {
    gunzip.destroy();
  }
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

/** At least two bytes, where there are so many, and everything with these again in front. */
async function peek(input: Bytes): Promise<{ readonly head: Uint8Array; readonly all: Bytes }> {
  const chunks = input[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
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
