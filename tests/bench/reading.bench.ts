/**
 * Lines read and written per second, with every field checked, beside what anybody would write in a minute and checks
 * nothing: a line split at its blanks and named, a record's values joined. The bare ones get their text ready-made; ours
 * reads the bytes of a file.
 */
import { invariant } from '@/lib/core/assert';
import { DEFAULT_FIELDS, FIELDS } from '@/lib/core/flowlog/fields';
import { LogReader } from '@/lib/core/flowlog/read/reader';
import type { ParsedRecord } from '@/lib/core/flowlog/record';
import { formatRecord, parseRecord } from '@/lib/core/flowlog/text';
import { randomFrom } from '@/lib/core/scenario/random';

const random = randomFrom('bench');
/** Few enough to be done before the system gives the processor to somebody else. */
const COUNT = 1000;
const ids = Array.from({ length: 50 }, () => `eni-0${random.hex(16)}`);
const octet = (): number => random.integer(0, 255);

const made = Array.from({ length: COUNT }, (_, i) => {
  const start = 1_795_428_000 + i;
  const head = `2 111122223333 ${random.pick(ids)}`;
  if (i % 50 === 0) return `${head} - - - - - - - ${start} ${start + 60} - NODATA`;
  const addresses = [
    `10.0.${random.integer(0, 3)}.${octet()}`,
    `${octet()}.${octet()}.${octet()}.${octet()}`,
  ];
  const [from, to] = random.shuffle(addresses);
  const port = random.pick([22, 53, 80, 443, 3389]);
  const counts = `${random.integer(1, 900)} ${random.integer(40, 900_000)}`;
  const action = random.integer(0, 9) === 0 ? 'REJECT' : 'ACCEPT';
  return `${head} ${from} ${to} ${random.integer(1024, 65535)} ${port} 6 ${counts} ${start} ${start + 55} ${action} OK`;
});
const bytes = new TextEncoder().encode(`${made.join('\n')}\n`);
/** As a file's text comes apart: the engine keeps such lines as views. */
const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');

/** Pieces as large as a file stream's. */
const CHUNK = 65_536;
const starts = Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, i) => i * CHUNK);
const chunks = starts.map((start) => bytes.slice(start, start + CHUNK));
const texts = chunks.map((chunk) => new TextDecoder().decode(chunk));

function split(line: string): object {
  const words = line.split(' ');
  return {
    version: words[0],
    'account-id': words[1],
    'interface-id': words[2],
    srcaddr: words[3],
    dstaddr: words[4],
    srcport: words[5],
    dstport: words[6],
    protocol: words[7],
    packets: words[8],
    bytes: words[9],
    start: words[10],
    end: words[11],
    action: words[12],
    'log-status': words[13],
  };
}

/** The same for a format that is an argument, as it is to `parseRecord`. */
function splitInto(names: readonly string[], line: string): object {
  const words = line.split(' ');
  const record: Record<string, string | undefined> = {};
  for (let i = 0; i < names.length; i++) record[names[i] ?? ''] = words[i];
  return record;
}

function bareRead(): number {
  let count = 0;
  let held = '';
  for (const piece of texts) {
    const whole = (held + piece).split('\n');
    held = whole.pop() ?? '';
    count += whole.map(split).length;
  }
  return count;
}

/** Files have more lines than this: what a reader sets up once is not measured. */
const reader = new LogReader();

function ourRead(): number {
  let count = 0;
  for (const chunk of chunks) count += reader.read(chunk).length;
  return count;
}
invariant(bareRead() === COUNT && ourRead() === COUNT, 'both read every line');

const records = lines.map((line) => {
  const door = parseRecord(line, DEFAULT_FIELDS);
  invariant('record' in door, `\`${line}\` is a record`);
  return door.record;
});

function join(record: ParsedRecord): string {
  return [
    record.version,
    record['account-id'],
    record['interface-id'],
    record.srcaddr ?? '-',
    record.dstaddr ?? '-',
    record.srcport ?? '-',
    record.dstport ?? '-',
    record.protocol ?? '-',
    record.packets ?? '-',
    record.bytes ?? '-',
    record.start,
    record.end,
    record.action ?? '-',
    record['log-status'],
  ].join(' ');
}
invariant(records.map(join).join('\n') === lines.join('\n'), 'what is joined is what was read');

const ALL = FIELDS.map(({ name }) => name);
const long = records.map((record) => formatRecord({ ...record, version: 11 }, ALL));

/** Group -> contender -> what is measured; the first contender is the one that the others are compared with. */
export const groups: Readonly<Record<string, Readonly<Record<string, () => unknown>>>> = {
  'a log of 1,000 lines, default format': {
    'bare split into an object': bareRead,
    'ours, every field checked': ourRead,
  },
  '1,000 single lines, default format': {
    'bare split into a named object': () => lines.map((line) => splitInto(DEFAULT_FIELDS, line)),
    'ours, every field checked': () => lines.map((line) => parseRecord(line, DEFAULT_FIELDS)),
  },
  '1,000 single lines, all 54 fields': {
    'bare split into a named object': () => long.map((line) => splitInto(ALL, line)),
    'ours, every field checked': () => long.map((line) => parseRecord(line, ALL)),
  },
  '1,000 records written, default format': {
    'bare join': () => records.map(join),
    ours: () => records.map((record) => formatRecord(record, DEFAULT_FIELDS)),
  },
};
