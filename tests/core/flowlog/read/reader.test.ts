/** Files as one meets them: nothing of them is lost, and everything has the number of its line. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_FIELDS } from '@/lib/core/flowlog/fields';
import { LogReader } from '@/lib/core/flowlog/read/reader';
import { bytesOf, readAll, told } from '../../../support/log';

const line = (srcaddr: string): string =>
  `2 123456789010 eni-1235b8ca ${srcaddr} 10.0.0.9 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK`;
const A = line('10.0.0.1');
const B = line('10.0.0.2');
const HEADER = DEFAULT_FIELDS.join(' ');
const json = (message: unknown): string => JSON.stringify({ message });

const RECORDS = ['1 10.0.0.1', '2 10.0.0.2'];

const FILES: readonly (readonly [string, string, readonly string[]])[] = [
  ['nothing', '', []],
  ['one line without its end', A, ['1 10.0.0.1']],
  ['Windows line ends', `${A}\r\n${B}\r\n`, RECORDS],
  ['a byte order mark', `\ufeff${A}\n${B}`, RECORDS],
  ['blank lines', `\n  \n\r\n${A}\n\n\t\n${B}\n\n`, ['4 10.0.0.1', '7 10.0.0.2']],
  ['blanks around', `  ${A}  \n\t${B}\t\n`, RECORDS],
  ['a header', `${HEADER}\n${A}\n`, ['2 10.0.0.1']],
  ['a header with a byte order mark', `\ufeff${HEADER}\r\n${A}\r\n`, ['2 10.0.0.1']],
  [
    'another header in the middle, as of files put together',
    `${HEADER}\n${A}\nsrcaddr version\n10.0.0.7 2\n\ufeff${HEADER}\n${B}\n`,
    ['2 10.0.0.1', '4 10.0.0.7', '6 10.0.0.2'],
  ],
  [
    'a header that names what nobody knows',
    'srcaddr flow-colour version\n10.0.0.1 red 2\n10.0.0.2 - 2\n',
    ['2 10.0.0.1', '3 10.0.0.2'],
  ],
  [
    'a last line cut off',
    `${A}\n${B.slice(0, 60)}`,
    ['1 10.0.0.1', '2 the line has 9 fields, and the format 14'],
  ],
  [
    'rubbish between records',
    `${A}\n\u0000\u0001 \u0000\n<html>\n${B}\n`,
    [
      '1 10.0.0.1',
      '2 the line has 2 fields, and the format 14',
      '3 the line has 1 field, and the format 14',
      '4 10.0.0.2',
    ],
  ],
  [
    'a value that is none',
    `${A.replace(' 22 ', ' ssh ')}\n`,
    ['1 dstport: `ssh` is not a value of dstport, which is a number from 0 to 65535'],
  ],
  ['Firehose, a message per line', `${json(A)}\n${json(B)}\n`, RECORDS],
  [
    'Firehose, without line ends',
    json(A) + json(B) + json(A),
    ['1 10.0.0.1', '1.2 10.0.0.2', '1.3 10.0.0.1'],
  ],
  [
    'Firehose, with the line end in the message',
    json(`${A}\n`) + json(`${B}\n`),
    ['1 10.0.0.1', '1.2 10.0.0.2'],
  ],
  ['messages with escapes', `{"message":"${A.replace('2 ', '\\u0032\\t')}"}`, ['1 10.0.0.1']],
  [
    'several lines in one message',
    json(`${A}\nx\n${B}`),
    ['1 10.0.0.1', '1.2 the line has 1 field, and the format 14', '1.3 10.0.0.2'],
  ],
  [
    'filter-log-events, as the AWS CLI prints it',
    JSON.stringify(
      {
        events: [{ logStreamName: 'eni-1-all', timestamp: 1, message: A }, { message: B }],
        searchedLogStreams: [],
      },
      null,
      4,
    ),
    ['6 10.0.0.1', '9 10.0.0.2'],
  ],
  ["--query 'events[].message'", JSON.stringify([A, B], null, 4), ['2 10.0.0.1', '3 10.0.0.2']],
  ['JSON and lines in turn', `${A}\n${json(B)}\n${A}\n`, ['1 10.0.0.1', '2 10.0.0.2', '3 10.0.0.1']],
  ['JSON behind a byte order mark', `\ufeff ${json(A)}`, ['1 10.0.0.1']],
  ['JSON without a message', '{"a":[1,{"b":null}]}\n', ['1 the JSON has no `message`']],
  ['a message that is no text', '{"message":17}\n', ['1 the `message` is not text']],
  ['a message with a wrong escape', '{"message":"\\x"}\n', ['1 the `message` is not a JSON string']],
  [
    'JSON cut off in a message',
    `{"message":"2 1234\n${A}\n`,
    ['1 the JSON that begins in line 1 breaks off here', '2 10.0.0.1'],
  ],
  [
    'JSON that never ends',
    `{"events":[\n{"message":"${A}"},\n`,
    ['2 10.0.0.1', '3 the JSON that begins in line 1 does not end'],
  ],
  [
    'JSON that a record breaks',
    `{\n${A}\n${B}\n`,
    ['2 the JSON that begins in line 1 breaks off here', '2 10.0.0.1', '3 10.0.0.2'],
  ],
  [
    'JSON that a record breaks after a number that JSON might have had',
    `[\n${A}\n${B}\n`,
    ['2 the JSON that begins in line 1 breaks off here', '3 10.0.0.2'],
  ],
  [
    'what is not JSON behind JSON',
    `${json(A)} ,\n${B}\n`,
    ['1 10.0.0.1', '1 the line has 1 field, and the format 14', '2 10.0.0.2'],
  ],
  ['brackets that do not match', '{"a":1]\n', ['1 the JSON that begins in line 1 breaks off here']],
  ['JSON nested without end', '['.repeat(100_000), ['1 the JSON that begins in line 1 breaks off here']],
  [
    'the time of the event in front, as CloudWatch Logs exports it',
    `2026-11-23T10:15:00.000Z ${A}\n2026-11-23T10:15:00.000Z ${B}\n`,
    RECORDS,
  ],
  [
    'time and stream in front, as `aws logs tail` prints them',
    `2026-11-23T10:15:00.123456+00:00 eni-1235b8ca-all ${A}\n2026-11-23T10:15:00+00:00 ${B}\n`,
    RECORDS,
  ],
  [
    'the time in front, as `aws logs tail --format short` prints it',
    `2026-11-23T10:15:00 ${A}\n2026-11-23T10:15:01 ${B}\n`,
    RECORDS,
  ],
  [
    'colours, as `aws logs tail` gives them to a terminal',
    `\u001b[32m2026-11-23T10:15:00+00:00\u001b[0m \u001b[36meni-1235b8ca-all\u001b[0m ${A}\n\u001b[32m2026-11-23T10:15:00\u001b[0m ${B}\n`,
    RECORDS,
  ],
  [
    'a time that is none in front',
    `2026-13-41T10:15:00Z ${A}\n`,
    ['1 the line has 15 fields, and the format 14'],
  ],
  [
    'times over and over',
    `${'2026-11-23T10:15:00.000Z '.repeat(20_000)}${A}\n`,
    ['1 the line has 20013 fields, and the format 14'],
  ],
];

describe('a file', () => {
  it.each(FILES)('with %s', (_what, text, expected) => {
    expect(told(readAll(text))).toEqual(expected);
  });

  it('keeps unknown fields under their own names, as text', () => {
    expect(readAll('srcaddr flow-colour version\n10.0.0.1 00 2\n')).toEqual([
      { line: 2, record: { srcaddr: '10.0.0.1', 'flow-colour': '00', version: 2 } },
    ]);
  });

  it('is what its columns say, not what the number of its words suggests', () => {
    const columns = DEFAULT_FIELDS.toReversed();
    expect(told(readAll(`${A}\n`, columns))).toEqual([
      expect.stringContaining('1 log-status: `2` is not a value of log-status'),
    ]);
    expect(told(readAll(`${A.split(' ').toReversed().join(' ')}\n`, columns))).toEqual(['1 10.0.0.1']);
  });

  it('may have a time as its own first field, when nobody knows that field', () => {
    const [first] = readAll('event-time srcaddr version\n2026-11-23T10:15:00Z 10.0.0.1 2\n');
    expect(first).toMatchObject({ record: { 'event-time': '2026-11-23T10:15:00Z' } });
  });

  it('is not headed by a record that happens to have field names for values', () => {
    const columns = ['vpc-id', 'ecs-cluster-name'];
    expect(readAll('vpc-1 type\n', columns)).toEqual([
      { line: 1, record: { 'vpc-id': 'vpc-1', 'ecs-cluster-name': 'type' } },
    ]);
  });
});

describe('what CloudWatch Logs says of an event', () => {
  const events = (log: string, cuts: readonly number[] = []) =>
    readAll(log, undefined, cuts).map((line) => ('record' in line ? line.event : line.issue));
  const TIMES = '"timestamp":1418530010000,"ingestionTime":1418530100000';
  const SAID = { logStreamName: 'a stream', timestamp: 1418530010000, ingestionTime: 1418530100000 };
  const two = (first: string, second: string) =>
    `{"events":[{${first}},\n{${second}}],"searchedLogStreams":[{"logStreamName":"other"}]}`;

  it.each([
    ['in front of the message', `"logStreamName":"a stream",${TIMES},"message":"${A}"`],
    ['behind it', `"message":"${A}",${TIMES} , "logStreamName":"a stream"`],
    [
      'around it',
      `${TIMES},"message":"${A}","more":{"timestamp":7,"logStreamName":"x"},"logStreamName":"a stream"`,
    ],
  ])('is kept: %s', (_what, event) => {
    for (let cut = 1; cut < 40; cut++)
      expect(events(two(event, `"message":"${B}"`), [cut])).toEqual([SAID, undefined]);
  });

  it('stands once for all events of a subscription', () => {
    const data = `{"logStream":"all","logEvents":[{"message":"${A}","timestamp":5},{"message":"${B}"}]}`;
    expect(events(data)).toEqual([{ logStreamName: 'all', timestamp: 5 }, { logStreamName: 'all' }]);
  });

  it('belongs to every line of the message, and to nothing else', () => {
    const said = `{"message":"${A}\\n${B}","timestamp":5}${json(A)}`;
    expect(events(said)).toEqual([{ timestamp: 5 }, { timestamp: 5 }, undefined]);
  });

  it.each(['"5"', '-5', '1e99', 'null', '5.5', '"'])('is no time: %s', (value) => {
    expect(events(`{"message":"${A}","timestamp":${value}}`)[0]).toBeUndefined();
  });

  it('is not waited for where the document breaks off', () => {
    expect(events(`{"message":"${A}","timestamp":5`)).toEqual([
      undefined,
      'the JSON that begins in line 1 does not end',
    ]);
    expect(told(readAll(`{"message":"${A}",\n${B}\n`))).toEqual([
      '1 10.0.0.1',
      '2 the JSON that begins in line 1 breaks off here',
      '2 10.0.0.2',
    ]);
  });

  it('stands in front of the record, too', () => {
    expect(events(`2026-11-23T10:15:00.5+01:00 eni-1-all ${A}\n2026-11-23T10:15:00 ${B}\n`)).toEqual([
      { logStreamName: 'eni-1-all', timestamp: Date.UTC(2026, 10, 23, 9, 15, 0, 500) },
      { timestamp: Date.UTC(2026, 10, 23, 10, 15, 0) },
    ]);
  });
});

describe('a format that was chosen', () => {
  const chosen = (log: string) => {
    const reader = new LogReader(['vpc-id', 'srcaddr'], { isFixed: true });
    return told([...reader.read(bytesOf(log)), ...reader.end()]);
  };

  it('has its own header, and no other', () => {
    expect(chosen('vpc-id srcaddr\nvpc-1 10.0.0.1\nsrcaddr bytes\nvpc-2 10.0.0.2\n')).toEqual([
      '2 10.0.0.1',
      expect.stringContaining('3 vpc-id: `srcaddr` is not a value of vpc-id'),
      '4 10.0.0.2',
    ]);
  });
});

describe('what is too long', () => {
  const MEGABYTE = 1024 * 1024;
  it.each([
    ['a line', 'x'.repeat(MEGABYTE + 1), '1 the line is longer than 1048576 bytes'],
    ['a record', `${A}${' '.repeat(MEGABYTE)}\u0000`, '1 the line is longer than 1048576 bytes'],
    ['a message', json('x'.repeat(MEGABYTE + 1)), '1 the `message` is longer than 1048576 bytes'],
  ])('%s is one issue, and the next line is read', (_what, text, issue) => {
    for (const cuts of [[], [65_536]]) {
      expect(told(readAll(`${text}\n${A}\n`, undefined, cuts))).toEqual([issue, '2 10.0.0.1']);
    }
  });

  it('is not held', () => {
    const reader = new LogReader();
    const chunk = bytesOf('x'.repeat(MEGABYTE));
    const before = process.memoryUsage().arrayBuffers;
    const issues = Array.from({ length: 200 }, () => reader.read(chunk)).flat();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * MEGABYTE);
    expect(told(issues)).toEqual(['1 the line is longer than 1048576 bytes']);
  });

  it('is not many messages in one line', () => {
    const message = bytesOf(json(A));
    const reader = new LogReader();
    const count = Array.from({ length: 20_000 }, () => reader.read(message).length).reduce(
      (a, b) => a + b,
      0,
    );
    expect(count).toBe(20_000);
  });
});

describe('an input that breaks off', () => {
  it('has an issue in the line that it breaks, and no record of what is there of it', () => {
    const reader = new LogReader();
    expect(told(reader.read(bytesOf(`${A}\n${B}`)))).toEqual(['1 10.0.0.1']);
    expect(told(reader.breakOff('it ends here'))).toEqual(['2 it ends here']);
  });
});
