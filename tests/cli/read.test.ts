/** The command on files and pipes: what it prints, what it says beside, how it ends, and how little it holds. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { truncateSync, writeFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_FIELDS } from '@/lib/core/flowlog/fields';
import { emptyFolder, file, flowtrap } from '../support/command';

const COMMAND = fileURLToPath(new URL('../../lib/cli/flowtrap.mjs', import.meta.url));
const line = (n: number): string =>
  `2 123456789010 eni-1235b8ca 10.${n >> 16}.${(n >> 8) & 255}.${n & 255} 10.0.0.9 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK`;
const lines = (count: number): string => Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');
const HEADER = `${DEFAULT_FIELDS.join(' ')}\n`;

function binary(content: Uint8Array): string {
  const name = file('');
  writeFileSync(name, content);
  return name;
}

const read = async (content: Uint8Array | string, ...options: readonly string[]) => {
  const { code, stdout, stderr } = await flowtrap([
    'read',
    typeof content === 'string' ? file(content) : binary(content),
    ...options,
  ]);
  const printed = stdout.split('\n').filter(Boolean);
  return { code, stderr, printed: printed.map((text) => JSON.parse(text)) };
};

describe('flowtrap read', () => {
  it('prints one JSON object per record, with its line', async () => {
    const { code, printed, stderr } = await read(`${HEADER}\n${line(1)}\n`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(printed).toEqual([
      {
        line: 3,
        record: {
          version: 2,
          'account-id': '123456789010',
          'interface-id': 'eni-1235b8ca',
          srcaddr: '10.0.0.1',
          dstaddr: '10.0.0.9',
          srcport: 20641,
          dstport: 22,
          protocol: 6,
          packets: 20,
          bytes: 4249,
          start: 1418530010,
          end: 1418530070,
          action: 'ACCEPT',
          'log-status': 'OK',
        },
      },
    ]);
  });

  it('prints issues among the records, counts them beside, and ends well', async () => {
    const { code, printed, stderr } = await read(
      `rubbish\n${line(1)}\n${line(2).replace(' 22 ', ' ssh ')}\n`,
    );
    expect(printed).toMatchObject([
      { line: 1, issue: 'the line has 1 field, and the format 14' },
      { line: 2, record: { srcaddr: '10.0.0.1' } },
      { line: 3, issue: expect.stringContaining('`ssh`'), field: 'dstport' },
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^flowtrap read: 2 issues in `.*`\n$/);
  });

  it('reads standard input', async () => {
    const { code, stdout } = await flowtrap(['read', '-'], lines(3));
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(3);
  });

  it('reads nothing from nothing', async () => {
    expect(await read('')).toEqual({ code: 0, stderr: '', printed: [] });
  });

  it('reads the format it is given, and says which fields it does not know', async () => {
    const { printed, stderr } = await read('red 10.0.0.1\n', '--format', '${flow-colour} ${srcaddr}');
    expect(printed).toEqual([{ line: 1, record: { 'flow-colour': 'red', srcaddr: '10.0.0.1' } }]);
    expect(stderr).toContain('note: `flow-colour` is no field of versions 2 to 11');
  });

  it('keeps the format it is given, whatever a line looks like', async () => {
    const { printed } = await read(`srcaddr action\n10.0.0.1 -\n${HEADER}`, '--format', 'srcaddr action');
    expect(printed).toMatchObject([
      { line: 2, record: { srcaddr: '10.0.0.1', action: null } },
      { line: 3, issue: expect.stringContaining('the line has 14 fields, and the format 2') },
    ]);
  });

  it('reads a format from a header as it stands', async () => {
    const { printed } = await read('10.0.0.1 -\n', '--format', 'srcaddr action');
    expect(printed).toEqual([{ line: 1, record: { srcaddr: '10.0.0.1', action: null } }]);
  });

  it.each([
    ['little endian', Buffer.from(`\ufeff${lines(2)}`, 'utf16le')],
    ['big endian', Buffer.from(`\ufeff${lines(2)}`, 'utf16le').swap16()],
  ])('reads UTF-16 as PowerShell writes it, %s', async (_what, content) => {
    const { printed, stderr } = await read(content);
    expect(printed).toMatchObject([{ record: { srcaddr: '10.0.0.0' } }, { record: { srcaddr: '10.0.0.1' } }]);
    expect(stderr).toBe('');
  });
});

/** All that can be unpacked of it: as much as fits into ever smaller buffers before the damage. */
function inflated(broken: Uint8Array): string {
  let [good, bad] = [0, broken.length];
  let text = '';
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      text = gunzipSync(broken.subarray(0, middle), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return text;
}

describe('gzip', () => {
  const packed = gzipSync(lines(20_000));

  it('is known by its first bytes, whatever the file is called', async () => {
    const { code, printed } = await read(packed);
    expect(code).toBe(0);
    expect(printed).toHaveLength(20_000);
    expect(printed.at(-1)).toMatchObject({ line: 20_000, record: { srcaddr: '10.0.78.31' } });
  });

  it('may have several members, a header in each', async () => {
    const member = gzipSync(HEADER + lines(2));
    const { printed, stderr } = await read(Buffer.concat([member, member]));
    expect(printed.map((one) => one.line)).toEqual([2, 3, 5, 6]);
    expect(stderr).toBe('');
  });

  it.each([0.3, 0.6, 0.9])('that is cut off at %d of its length is read as far as it goes', async (share) => {
    const { code, printed } = await read(packed.subarray(0, packed.length * share));
    const last = printed.at(-1);
    expect(code).toBe(0);
    expect(printed.length).toBeGreaterThan(20_000 * share * 0.8);
    expect(last).toEqual({ line: printed.length, issue: 'the gzip data ends too early' });
    expect(printed.slice(0, -1).every((one, i) => one.line === i + 1 && 'record' in one)).toBe(true);
  });

  it('with something else behind it is an issue, too', async () => {
    const { code, printed } = await read(Buffer.concat([packed, Buffer.from('something else')]));
    expect(code).toBe(0);
    expect(printed).toHaveLength(20_001);
    expect(printed.at(-1)).toEqual({ line: 20_001, issue: 'the gzip data is broken' });
  });

  it.each([
    ['a wrong checksum', -8, 'the gzip data is broken'],
    ['a wrong length', -4, 'the gzip data is broken'],
  ])('gives every record, also the one without a line end: %s', async (_what, place, issue) => {
    const wrong = Buffer.from(gzipSync(lines(300).trimEnd()));
    const at = wrong.length + place;
    wrong.writeUInt8(wrong.readUInt8(at) ^ 1, at);
    const { code, printed } = await read(Buffer.concat([gzipSync(lines(2)), wrong]));
    expect(code).toBe(0);
    expect(printed).toHaveLength(303);
    expect(printed.at(-2)).toMatchObject({ line: 302, record: { srcaddr: '10.0.1.43' } });
    expect(printed.at(-1)).toEqual({ line: 303, issue });
  });

  it('may end in zeros, as tapes leave them', async () => {
    const { code, printed, stderr } = await read(Buffer.concat([packed, Buffer.alloc(100_000)]));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(printed).toHaveLength(20_000);
  });

  it('that is broken in the middle is an issue where it broke', async () => {
    const broken = Buffer.from(packed);
    broken.fill(0xff, packed.length / 2, packed.length / 2 + 200);
    const { code, printed } = await read(broken);
    expect(code).toBe(0);
    const whole = inflated(broken);
    expect(printed.length).toBeGreaterThan(5000);
    expect(printed.length - 1).toBe(whole.split('\n').length - 1);
    expect(printed.at(-1)).toEqual({ line: printed.length, issue: 'the gzip data is broken' });
  });
});

describe('what cannot be read', () => {
  it.each([
    ['no file', () => ['read'], 'which file'],
    ['a missing file', () => ['read', '/no/such/file'], 'there is no such file'],
    ['a folder', () => ['read', emptyFolder], 'it is a folder'],
    [
      'gzip without data',
      () => ['read', binary(gzipSync('x').subarray(0, 8))],
      'the gzip data ends too early',
    ],
    [
      'gzip that is none',
      () => ['read', binary(Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5]))],
      'the gzip data is broken',
    ],
    ['a Parquet file', () => ['read', binary(Buffer.from('PAR1\u0015\u0004PAR1'))], 'it is a Parquet file'],
    ['an empty format', () => ['read', '-', '--format', ''], 'the format names no field'],
    ['a format of nothing known', () => ['read', '-', '--format', 'a b'], 'no field of versions 2 to 11'],
    ['a format that is none', () => ['read', '-', '--format', '$srcaddr'], '`$srcaddr`'],
    ['a field twice', () => ['read', '-', '--format', '${start} start'], 'twice'],
    ['an unknown option', () => ['read', '-', '--nope'], '--nope'],
  ])('%s', async (_what, args, reason) => {
    const { code, stdout, stderr } = await flowtrap(args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('    at ');
  });
});

/** `LOG_MEGABYTES=1024 npx vitest run tests/cli/read.test.ts -t hold` reads a gigabyte. */
const LOG_MEGABYTES = Number(process.env.LOG_MEGABYTES ?? 48);
const MEGABYTE = 1024 * 1024;
const REPORT = "process.on('exit', () => console.error('rss', process.resourceUsage().maxRSS))";

/** Feeds standard input as fast as it is taken, over and over the same piece. */
async function feed(piece: Uint8Array, take: (output: Readable) => Promise<void>) {
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${REPORT}`, COMMAND, 'read', '-']);
  let told = '';
  child.stderr.on('data', (text) => {
    told += text;
  });
  const closed = once(child, 'close');
  child.stdin.on('error', () => undefined);
  const drained = () => once(child.stdin, 'drain').catch(() => undefined);
  const feeding = (async () => {
    for (let fed = 0; fed < LOG_MEGABYTES * MEGABYTE && child.stdin.writable; fed += piece.length) {
      if (!child.stdin.write(piece)) await Promise.race([drained(), closed]);
    }
    child.stdin.end();
  })();
  await take(child.stdout);
  await feeding;
  const [code] = await closed;
  return { code, stderr: told, megabytes: Number(/rss (\d+)/.exec(told)?.[1]) / 1024 };
}

const everything = async (output: Readable): Promise<void> => {
  for await (const _ of output);
};
/** Takes a little, then lets others run: whatever piles up meanwhile piles up in the command. */
const slowly = async (output: Readable): Promise<void> => {
  for await (const _ of output) await new Promise((resolve) => setTimeout(resolve, 1));
};

describe('a log larger than memory', () => {
  const messages = lines(5000)
    .trimEnd()
    .split('\n')
    .map((message) => JSON.stringify({ message }));
  it.each([
    ['lines', Buffer.from(lines(5000)), everything],
    ['lines for a slow reader', Buffer.from(lines(5000)), slowly],
    ['messages in a single line', Buffer.from(messages.join('')), everything],
    ['a line without end', Buffer.alloc(MEGABYTE, 'x'), everything],
  ])('is not held: %s', { timeout: 300_000 }, async (_what, piece, take) => {
    const { code, megabytes } = await feed(piece, take);
    expect(code).toBe(0);
    // What Node itself needs is half of it; the output alone would be twice the input.
    expect(megabytes).toBeLessThan(160);
    expect(megabytes).toBeGreaterThan(20);
  });

  it('is left alone when nobody wants more of it', async () => {
    const { code, stderr } = await feed(Buffer.from(lines(5000)), async (output) => {
      await once(output, 'data');
      output.destroy();
    });
    expect(code).toBe(0);
    expect(stderr.replace(/rss \d+\n/, '')).toBe('');
  });

  it('is not refused for its size', async () => {
    const name = file('');
    truncateSync(name, 200 * MEGABYTE);
    const { code, stdout } = await flowtrap(['read', name]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: '{"line":1,"issue":"the line is longer than 1048576 bytes"}\n',
    });
  });
});
