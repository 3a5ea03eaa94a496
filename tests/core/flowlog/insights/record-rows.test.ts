import { describe, expect, it } from 'vitest';
import { DEFAULT_FIELDS, FIELDS } from '@/lib/core/flowlog/fields';
import { formatValue } from '@/lib/core/flowlog/insights/format-value';
import { recordRows, rowsOf } from '@/lib/core/flowlog/insights/record-rows';
import { ask, DEFAULT_ROWS, notices, records, result, TEN, timed } from '../../../support/flow-log';

const LINE = timed('2 012345678901 eni-1 10.0.0.4 203.0.113.5 50000 443 6 10 840 T T+50 ACCEPT OK');
const NODATA = timed('2 012345678901 eni-1 - - - - - - - T+60 T+120 - NODATA');
const LOG = records(`${LINE}\n${NODATA}`);

const first = (query: string) => ask(`${query} | sort @timestamp | limit 1`, DEFAULT_ROWS, LOG).rows[0];

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html
describe('the fields of a flow log', () => {
  it('have the names that AWS discovers', () => {
    expect([...DEFAULT_ROWS.names].sort()).toEqual(
      [
        ...[
          '@timestamp',
          '@ingestionTime',
          '@log',
          '@logStream',
          '@message',
          'accountId',
          'endTime',
          'interfaceId',
        ],
        ...[
          'logStatus',
          'startTime',
          'version',
          'action',
          'bytes',
          'dstAddr',
          'dstPort',
          'packets',
          'protocol',
        ],
        ...['srcAddr', 'srcPort'],
      ].sort(),
    );
  });

  it.each([
    ['srcAddr, srcaddr', ['10.0.0.4', '10.0.0.4']],
    ['dstPort, dstport', [443, 443]],
    ['accountId, `account-id`', ['012345678901', '012345678901']],
    ['startTime, start, endTime, end', [TEN, TEN, TEN + 50, TEN + 50]],
    ['logStatus, `log-status`', ['OK', 'OK']],
    ['@timestamp', [TEN * 1000]],
    ['@message', [LINE]],
    ['@logStream, logStream', ['eni-1-all', 'eni-1-all']],
    ['@log, @ingestionTime', [null, null]],
    ['SRCADDR', [null]],
  ])('%s', (names, values) => {
    expect(first(`fields ${names}`)).toEqual(values);
  });

  it('of custom formats answer to camel case and to their own names', () => {
    for (const { name } of FIELDS) {
      const rows = recordRows([name]);
      const offered = rows.names.at(-1) ?? '';
      expect(offered).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(rows.column(offered)).toBeDefined();
      expect(rows.column(name)).toBe(rows.column(offered));
    }
    expect(recordRows(['pkt-srcaddr', 'flow-direction', 'tcp-flags']).names.slice(-3)).toEqual([
      'pktSrcAddr',
      'flowDirection',
      'tcpFlags',
    ]);
  });

  it('no two fields answer to one name', () => {
    const all = recordRows(FIELDS.map(({ name }) => name));
    expect(new Set(all.names).size).toBe(all.names.length);
  });

  it('read as missing where the record has a dash', () => {
    const { rows } = ask('filter not ispresent(srcAddr) | fields srcAddr, bytes, action', DEFAULT_ROWS, LOG);
    expect(rows).toEqual([[null, null, null]]);
  });
});

describe('a row', () => {
  it('may hold its record anywhere, with the line as it came', () => {
    const rows = rowsOf<{ readonly line: string; readonly index: number }>(DEFAULT_FIELDS, {
      record: ({ index }) => LOG[index] ?? {},
      message: ({ line }) => line,
      logStream: () => 'stream',
      log: '012345678901:flow-logs',
      ingestionTime: () => (TEN + 90) * 1000,
    });
    const query = 'fields @message, @logStream, @log, @ingestionTime, srcAddr';
    expect(ask(query, rows, [{ line: `${LINE}\r`, index: 0 }]).rows).toEqual([
      [`${LINE}\r`, 'stream', '012345678901:flow-logs', (TEN + 90) * 1000, '10.0.0.4'],
    ]);
  });

  it('without a start has no time, and waits its turn', () => {
    const rows = recordRows(['srcaddr']);
    const log = records('10.0.0.5\n10.0.0.4', ['srcaddr']);
    expect(ask('fields @timestamp, srcAddr', rows, log).rows).toEqual([
      [null, '10.0.0.5'],
      [null, '10.0.0.4'],
    ]);
  });
});

describe('columns know what they hold', () => {
  it.each([
    ['fields @timestamp, srcAddr, bytes, bytes / 2', ['timestamp', 'text', 'number', 'number']],
    [
      'stats count(*), max(@timestamp), max(srcAddr), latest(bytes) by bin(1h)',
      ['timestamp', 'number', 'timestamp', 'text', 'number'],
    ],
    [
      'fields coalesce(@timestamp, @ingestionTime), coalesce(srcAddr, bytes), toMillis(@timestamp), fromMillis(1)',
      ['timestamp', 'text', 'number', 'timestamp'],
    ],
    ['stats max(@timestamp) as t by srcAddr | stats min(t) as first', ['timestamp']],
  ])('%s', (query, kinds) => {
    expect(result(query, DEFAULT_ROWS, LOG).columns.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each([
    [TEN * 1000 + 7, 'timestamp', '2026-11-23 10:00:00.007'],
    [10 ** 18, 'timestamp', '1000000000000000000'],
    [840, 'number', '840'],
    ['eni-1', 'text', 'eni-1'],
    [null, 'number', ''],
  ] as const)('%s as a %s is shown as %s', (value, kind, text) => {
    expect(formatValue(value, kind)).toBe(text);
  });
});

describe('notices', () => {
  it.each([
    ['fields srcAdr', ['no event of this log has a field `srcAdr`: did you mean `srcAddr`?']],
    ['fields SRCADDR', ['no event of this log has a field `SRCADDR`: did you mean `srcAddr`?']],
    ['filter vpcId = "vpc-1" and vpcId like "v"', ['no event of this log has a field `vpcId`']],
    [
      'stats count(*) by bin(300s)',
      ['AWS counts no further than 60 in `s`: `300s` is `60s`, so choose a larger unit'],
    ],
    ['fields bytes as vpcId | filter vpcId > 1 | stats sum(vpcId) by bin(5m)', []],
    ['parse @message "* *" as a, b | filter a = "2"', []],
    ['stats earliest(srcAddr) | display `earliest(srcAddr)`', []],
    ['limit 1', []],
  ])('%s', (query, expected) => {
    expect(notices(query, DEFAULT_ROWS)).toEqual(expected);
  });
});
