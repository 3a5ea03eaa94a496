/** What holds of every input, however broken: chunks do not matter, nothing is lost, nothing throws. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { logEvents } from '@/lib/core/flowlog/delivery/cloudwatch';
import { firehoseText } from '@/lib/core/flowlog/delivery/firehose';
import { logFiles, logFileText } from '@/lib/core/flowlog/delivery/s3';
import { DEFAULT_FIELDS, FIELDS, fieldNamed } from '@/lib/core/flowlog/fields';
import type { Columns } from '@/lib/core/flowlog/read/columns';
import { formatRecord } from '@/lib/core/flowlog/text';
import { writeFlowLog } from '@/lib/core/flowlog/write';
import { randomFrom } from '@/lib/core/scenario/random';
import { simulate } from '@/lib/core/simulate/simulate';
import { fuzzedLog } from '../support/fuzzed-log';
import { readAll } from '../support/log';
import { START } from '../support/network/play';
import { parsed } from '../support/pair';
import { randomWritten } from '../support/random-record';
import { randomWorld } from '../support/random-world';

const A = '2 123456789010 eni-1235b8ca 10.0.0.1 10.0.0.9 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK';
const piece = fc.oneof(
  fc.constantFrom(A, A.slice(0, 40), DEFAULT_FIELDS.join(' '), 'srcaddr version', '10.0.0.1 2'),
  fc.constantFrom(JSON.stringify({ message: A }), '{"message":"', '"}', '{', '}', '[', ']', '"', '\\', ','),
  fc.constantFrom('2026-11-23T10:15:00.000Z ', '\ufeff', '\u0000', ' ', '\t', '\r', 'ä', '-'),
  fc.constantFrom('\n', '\n', '\r\n'),
  fc.string({ maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });

describe('every log', () => {
  test.prop([text, cuts], { numRuns: 2000 })(
    'reads the same however it is cut into chunks',
    (log, lengths) => {
      expect(readAll(log, undefined, lengths)).toEqual(readAll(log));
    },
  );

  test.prop([fc.uint8Array({ maxLength: 300 }), cuts], { numRuns: 1000 })(
    'may be any bytes at all',
    (bytes, lengths) => {
      expect(readAll(bytes, undefined, lengths)).toEqual(readAll(bytes));
    },
  );

  test.prop(
    [
      fc.array(
        piece.filter((part) => !/[\n{[]/.test(part)),
        { maxLength: 30 },
      ),
    ],
    { numRuns: 1000 },
  )('without JSON has one record or issue for each line that is not blank and no header', (parts) => {
    const lines = readAll(parts.join('\n'));
    const headers = [DEFAULT_FIELDS.join(' '), 'srcaddr version'];
    const expected = parts.flatMap((part, i) =>
      part.replaceAll(/[ \t\r\ufeff]/g, '') === '' || headers.includes(part) ? [] : [i + 1],
    );
    expect(lines.map((line) => line.line)).toEqual(expected);
  });

  test.prop([fc.array(randomWritten, { minLength: 1, maxLength: 6 })], { numRuns: 200 })(
    'of records under their header lines is read back whole',
    (written) => {
      const sections = written.filter(
        ({ columns }) => columns.filter(fieldNamed).length * 2 > columns.length,
      );
      fc.pre(sections.length > 0);
      const log = sections.map(
        ({ columns, record }) => `${columns.join(' ')}\n${formatRecord(record, columns)}\n`,
      );
      const lines = readAll(log.join(''));
      expect(lines).toEqual(sections.map(({ record }, i) => ({ line: 2 * i + 2, record })));
    },
  );
});

describe('every simulated log', () => {
  const ALL = FIELDS.map(({ name }) => name);
  const STRETCH = { from: START, to: START + 15 * 60_000 };
  const destination = {
    type: 's3',
    name: 'logs',
    fileFormat: 'plain-text',
    hivePartitions: false,
    hourlyPartitions: false,
  } as const;
  const files = {
    ownerId: '111122223333',
    region: 'eu-central-1',
    flowLogId: 'fl-1',
    destination,
    fields: ALL,
  };

  test.prop([randomWorld], { numRuns: 40 })('is the same log by whatever way it is delivered', (world) => {
    const ready = parsed(world);
    const written = writeFlowLog(ready.network, simulate(ready).crossings, { ...STRETCH, fields: ALL });
    const records = written.map(({ record }) => record);
    const read = (log: string, columns?: Columns) =>
      readAll(log, columns).map((line) => ('record' in line ? line.record : line));
    const objects = logFiles(written, files);
    expect(objects.map((object) => logFileText(object, ALL)).flatMap((text) => read(text))).toEqual(
      objects.flatMap((object) => object.records.map(({ record }) => record)),
    );
    expect(read(firehoseText(written), ALL)).toEqual(records);
    const events = written.length > 0 ? JSON.stringify({ events: logEvents(written, 'ALL') }, null, 4) : '';
    expect(read(events, ALL)).toEqual(records);
  });
});

/** `FUZZED_LINES=1000000 npx vitest run tests/laws/reading.test.ts` takes a minute. */
const FUZZED_LINES = Number(process.env.FUZZED_LINES ?? 150_000);
const BATCH = 25_000;

describe(`${FUZZED_LINES} fuzzed lines`, () => {
  it('never throw, and none of them is lost', () => {
    const seeds = Array.from({ length: FUZZED_LINES / BATCH }, (_, i) => `fuzz ${i}`);
    expect(seeds.length).toBeGreaterThan(0);
    for (const seed of seeds) {
      const { bytes, expected } = fuzzedLog(randomFrom(seed), BATCH);
      const lines = readAll(bytes, undefined, [65_536]);
      const issues = lines.filter((line) => 'issue' in line);
      expect(
        lines.map((line) => line.line),
        `seed ${seed}`,
      ).toEqual(expected);
      expect(lines.length - issues.length).toBeGreaterThan(BATCH / 3);
      expect(issues.length).toBeGreaterThan(BATCH / 3);
      expect(new Set(issues.map((line) => line.field)).size, 'fields with issues').toBeGreaterThan(10);
    }
  }, 300_000);
});
