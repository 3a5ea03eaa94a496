/** `flowtrap query` as a process: tables and JSON lines out of logs as they are found. */

import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { file, flowtrap } from '../support/command';
import { TEN, timed } from '../support/flow-log';

const LOG = timed(`2 111122223333 eni-1 10.0.0.4 203.0.113.5 50000 443 6 10 840 T T+50 ACCEPT OK
2 111122223333 eni-1 203.0.113.5 10.0.0.4 443 50000 6 9 9000 T T+50 ACCEPT OK
2 111122223333 eni-1 198.51.100.9 10.0.0.4 40000 22 6 3 180 T+60 T+70 REJECT OK
2 111122223333 eni-1 - - - - - - - T+3600 T+3660 - NODATA
`);

describe('flowtrap query', () => {
  it('prints a table: numbers to the right', async () => {
    const query = 'stats sum(bytes) as total, count(*) by srcAddr | sort total desc';
    expect(await flowtrap(['query', file(LOG), query])).toEqual({
      code: 0,
      stderr: '',
      stdout: `srcAddr       total  count(*)
------------  -----  --------
203.0.113.5    9000         1
10.0.0.4        840         1
198.51.100.9    180         1
                            1
`,
    });
  });

  it('prints times as dates, in UTC', async () => {
    const { stdout } = await flowtrap(['query', file(LOG), 'stats count(*) by bin(1h) as hour | sort hour']);
    expect(stdout).toBe(`hour                     count(*)
-----------------------  --------
2026-11-23 10:00:00.000         3
2026-11-23 11:00:00.000         1
`);
  });

  it('prints JSON lines, a missing value as null', async () => {
    const query = 'fields @timestamp, srcAddr, bytes | sort @timestamp desc | limit 2';
    const { stdout } = await flowtrap(['query', file(LOG), query, '--json']);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { '@timestamp': '2026-11-23 11:00:00.000', srcAddr: null, bytes: null },
      { '@timestamp': '2026-11-23 10:01:00.000', srcAddr: '198.51.100.9', bytes: 180 },
    ]);
  });

  it('takes time and stream from CloudWatch Logs, where a file says them', async () => {
    const events = [0, 90, 600].map((seconds, i) => ({
      logStreamName: `stream-${i}`,
      timestamp: (TEN + seconds) * 1000,
      message: `10.0.0.${i} ACCEPT`,
      ingestionTime: (TEN + 900) * 1000,
    }));
    const format = ['--format', '${srcaddr} ${action}'];
    const ask = async (log: unknown, query: string) => {
      const { stdout } = await flowtrap(['query', file(log), query, '--json', ...format]);
      return stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    };
    expect(await ask({ events }, 'fields @timestamp, @logStream, @ingestionTime | limit 1')).toEqual([
      {
        '@timestamp': '2026-11-23 10:10:00.000',
        '@logStream': 'stream-2',
        '@ingestionTime': '2026-11-23 10:15:00.000',
      },
    ]);
    const perMinute = 'stats count(*) as n by bin(5m) as t | sort t';
    const tail = '2026-11-23T10:00:07 10.0.0.1 ACCEPT\n2026-11-23T10:10:07 10.0.0.1 ACCEPT\n';
    expect(await ask({ events }, perMinute)).toEqual([
      { t: '2026-11-23 10:00:00.000', n: 2 },
      { t: '2026-11-23 10:10:00.000', n: 1 },
    ]);
    expect(await ask(tail, perMinute)).toEqual([
      { t: '2026-11-23 10:00:00.000', n: 1 },
      { t: '2026-11-23 10:10:00.000', n: 1 },
    ]);
  });

  it('shows the line of each event when nothing else is asked for', async () => {
    const { stdout } = await flowtrap(['query', file(LOG), 'filter action = "REJECT"']);
    expect(stdout.split('\n')[2]).toBe(
      timed(
        '2026-11-23 10:01:00.000  2 111122223333 eni-1 198.51.100.9 10.0.0.4 40000 22 6 3 180 T+60 T+70 REJECT OK',
      ),
    );
  });

  it('reads standard input, and packed files', async () => {
    const query = 'stats count(*)';
    const packed = `${file('')}.gz`;
    writeFileSync(packed, gzipSync(LOG));
    const both = [await flowtrap(['query', '-', query], LOG), await flowtrap(['query', packed, query])];
    expect(both.map(({ stdout }) => stdout)).toEqual(Array(2).fill('count(*)\n--------\n       4\n'));
  });

  it('knows the fields of a header, and of --format', async () => {
    const query = 'stats sum(bytes) by flowDirection';
    const lines = '10.0.0.4 ingress 100\n10.0.0.4 egress 50\n';
    const expected =
      'flowDirection  sum(bytes)\n-------------  ----------\ningress               100\negress                 50\n';
    const headed = await flowtrap(['query', file(`srcaddr flow-direction bytes\n${lines}`), query]);
    expect(headed).toEqual({ code: 0, stderr: '', stdout: expected });
    const format = '${srcaddr} ${flow-direction} ${bytes}';
    expect((await flowtrap(['query', file(lines), query, '--format', format])).stdout).toBe(expected);
  });

  it('follows a header in the middle, and writes each line with its own columns', async () => {
    const log = 'srcaddr bytes\n10.0.0.4 100\nbytes srcaddr vpc-id\n50 10.0.0.5 vpc-1\n';
    const { stdout, stderr } = await flowtrap([
      'query',
      file(log),
      'fields srcAddr, vpcId, @message',
      '--json',
    ]);
    expect(stderr).toBe('');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { srcAddr: '10.0.0.4', vpcId: null, '@message': '10.0.0.4 100' },
      { srcAddr: '10.0.0.5', vpcId: 'vpc-1', '@message': '50 10.0.0.5 vpc-1' },
    ]);
  });

  it('stops reading when it has enough', async () => {
    const { stdout } = await flowtrap(['query', '-', 'fields srcPort | limit any 1', '--json'], LOG);
    expect(stdout).toBe('{"srcPort":50000}\n');
  });

  it('says what was no record, and which fields no record has', async () => {
    const { code, stderr } = await flowtrap([
      'query',
      file(`${LOG}rubbish\n`),
      'stats count(*) by srcAdr, vpcId',
    ]);
    expect(code).toBe(0);
    expect(
      stderr,
    ).toBe(`flowtrap query: note: no event of this log has a field \`srcAdr\`: did you mean \`srcAddr\`?
flowtrap query: note: no event of this log has a field \`vpcId\`
flowtrap query: 1 line is no record: flowtrap read says why
`);
  });

  it('prints the names of the columns when no row is left, and nothing of an empty log but that', async () => {
    const expected = { code: 0, stderr: '', stdout: 'srcAddr\n-------\n' };
    expect(await flowtrap(['query', file(LOG), 'fields srcAddr | filter bytes > 10000'])).toEqual(expected);
    expect(await flowtrap(['query', file(''), 'fields srcAddr'])).toEqual(expected);
    expect((await flowtrap(['query', file(''), 'fields srcAddr', '--json'])).stdout).toBe('');
  });

  it('marks what is wrong with a query', async () => {
    const query = 'fields srcAddr\n\t| filter action == "REJECT"\n| sort';
    expect(await flowtrap(['query', file(LOG), query])).toEqual({
      code: 2,
      stdout: '',
      stderr: `flowtrap query: 2 issues in the query
  line 2, column 18: \`==\` is no operator: equality is one \`=\`
    \t| filter action == "REJECT"
    \t                ^^
  line 3, column 7: the query ends too early: a field, a function, text in quotes, a number or \`not\` would fit
    | sort
          ^
`,
    });
  });

  it.each([
    ['no file', ['query'], 'which file'],
    ['no query', ['query', file(LOG)], 'which query'],
    [
      'a query without quotes',
      ['query', file(LOG), 'limit', '5'],
      'one query in quotes, and `5` stands outside',
    ],
    ['an unknown option', ['query', file(LOG), 'limit 5', '--nope'], '--nope'],
    [
      'a wrong format',
      ['query', file(LOG), 'limit 5', '--format', '${nope}'],
      'names no field of versions 2 to 11',
    ],
    ['a missing file', ['query', '/no/such/file', 'limit 5'], 'there is no such file'],
    ['an empty query', ['query', file(LOG), ''], 'the query ends too early'],
  ])('refuses %s', async (_what, args, reason) => {
    const { code, stdout, stderr } = await flowtrap(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });
});
