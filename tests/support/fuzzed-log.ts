/** Good lines and broken ones, fast: a line is written, and then bytes of it are changed, cut out and put in. */
import type { Random } from '@/lib/core/scenario/random';

export interface FuzzedLog {
  readonly bytes: Uint8Array;
  /** The numbers of the lines that are not blank, of which each is a record or an issue. */
  readonly expected: readonly number[];
}

const LINE_END = 10;
const BLANKS: readonly number[] = [9, 13, 32];
/** What breaks readers: control characters, halves of UTF-8, signs that stand between things. */
const NASTY = [0, 9, 13, 32, 34, 37, 44, 45, 46, 58, 92, 127, 0xbb, 0xbf, 0xc3, 0xef, 0xff];

export function fuzzedLog(random: Random, count: number): FuzzedLog {
  const log: number[] = [];
  const expected: number[] = [];
  for (let line = 1; line <= count; line++) {
    const bytes = [...goodLine(random)].map((char) => char.charCodeAt(0));
    // Every other line stays good.
    if (random.chance()) for (let i = random.integer(1, 4); i > 0; i--) spoil(random, bytes);
    if (isCounted(bytes)) expected.push(line);
    for (const byte of bytes) log.push(byte);
    log.push(LINE_END);
  }
  return { bytes: Uint8Array.from(log), expected };
}

function goodLine(random: Random): string {
  const octet = () => random.integer(0, 255);
  const start = random.integer(1_400_000_000, 1_800_000_000);
  const id = `2 ${random.integer(100_000, 999_999)}000000 eni-${random.integer(1, 99)}`;
  if (random.integer(0, 9) === 0) return `${id} - - - - - - - ${start} ${start + 60} - NODATA`;
  const flow = `10.0.${octet()}.${octet()} ${octet()}.${octet()}.0.1 ${octet()} ${octet()} 6`;
  return `${id} ${flow} ${octet()} ${octet()} ${start} ${start + octet()} ${random.pick(['ACCEPT', 'REJECT'])} OK`;
}

function spoil(random: Random, bytes: number[]): void {
  const at = random.integer(0, bytes.length);
  const byte = random.chance() ? random.pick(NASTY) : random.integer(11, 255);
  switch (random.integer(0, 4)) {
    case 0:
      bytes.splice(at, random.integer(0, 20));
      return;
    case 1:
      bytes.splice(at, 0, byte);
      return;
    case 2:
      bytes.splice(at, 0, ...Array.from({ length: random.integer(0, 40) }, () => byte));
      return;
    case 3:
      bytes.length = at;
      return;
    default:
      if (at < bytes.length) bytes[at] = byte;
  }
}

/** JSON may span lines, so that lines which begin as it does are left out here: other laws look at them. */
function isCounted(bytes: number[]): boolean {
  for (;;) {
    const at = bytes.findIndex((byte) => !BLANKS.includes(byte));
    if (at < 0) return false;
    if (bytes[at] === 0x7b || bytes[at] === 0x5b) bytes[at] = 0x21;
    else if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) bytes.splice(at, 3);
    else return true;
  }
}
