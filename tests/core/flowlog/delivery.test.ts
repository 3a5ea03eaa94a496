/** Where records go and when: streams, objects, Firehose, Parquet; lost stretches; late packets. */
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { logEvents } from '@/lib/core/flowlog/delivery/cloudwatch';
import { firehoseText } from '@/lib/core/flowlog/delivery/firehose';
import { parquetFile } from '@/lib/core/flowlog/delivery/parquet';
import { logFiles, logFileText } from '@/lib/core/flowlog/delivery/s3';
import { DEFAULT_FIELDS } from '@/lib/core/flowlog/fields';
import type { WrittenRecord } from '@/lib/core/flowlog/record';
import { logsOf } from '@/lib/core/flowlog/scope';
import { type WriteOptions, writeFlowLog } from '@/lib/core/flowlog/write';
import { simulate } from '@/lib/core/simulate/simulate';
import type { World } from '@/lib/core/simulate/world';
import { C, pair, parsed, S, START } from '../../support/pair';

const MINUTE = 60_000;

function withLog(row: object): World {
  const world = pair();
  const log = { FlowLogId: 'fl-1', ResourceId: 'vpc-1', MaxAggregationInterval: 60, ...row };
  return { ...world, Snapshot: { ...world.Snapshot, FlowLogs: [log as never] } };
}

function recordsOf(world: World, more: Partial<WriteOptions> = {}): readonly WrittenRecord[] {
  const ready = parsed(world);
  const options = { from: START, to: START + 7 * MINUTE, ...more };
  return writeFlowLog(ready.network, simulate(ready).crossings, options);
}

describe('delivery', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html: about 5 minutes to CloudWatch Logs, about 10 to S3.
  it.each([
    ['cloud-watch-logs', 5],
    ['s3', 10],
  ] as const)('to %s takes about %i minutes after the window', (LogDestinationType, minutes) => {
    const [first] = recordsOf(withLog({ LogDestinationType }));
    expect(first?.windowEnd).toBe(START + MINUTE);
    expect(first?.deliveredAt).toBe(START + MINUTE + minutes * MINUTE);
  });

  it('never comes while the destination refuses', () => {
    const records = recordsOf(
      withLog({ DeliverLogsStatus: 'FAILED', DeliverLogsErrorMessage: 'Access error' }),
    );
    expect(records.length).toBeGreaterThan(0);
    for (const { deliveredAt } of records) expect(deliveredAt).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('CloudWatch Logs', () => {
  it('has a stream for each interface, stamped with the start of the record', () => {
    const records = recordsOf(withLog({ TrafficType: 'ACCEPT' }));
    const events = logEvents(records, 'ACCEPT');
    expect(new Set(events.map(({ logStreamName }) => logStreamName))).toEqual(
      new Set([`${C}-accept`, `${S}-accept`]),
    );
    for (const [i, { timestamp, ingestionTime, message }] of events.entries()) {
      expect(timestamp).toBe((records[i]?.record.start ?? 0) * 1000);
      expect(ingestionTime).toBeGreaterThan((records[i]?.record.end ?? 0) * 1000);
      expect(message).toBe(records[i]?.line);
    }
  });
});

describe('Amazon S3', () => {
  const files = (options: object) => {
    const world = withLog({
      LogDestinationType: 's3',
      LogDestination: 'arn:aws:s3:::logs-of-us/network/',
      DestinationOptions: options,
    });
    const { network } = parsed(world);
    const [log] = logsOf(network, undefined);
    if (!log) throw new Error('the log is active');
    const { destination, fields } = log;
    const place = { ownerId: '111122223333', region: 'eu-central-1', flowLogId: 'fl-1', destination, fields };
    return logFiles(recordsOf(world), place);
  };

  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html
  it.each([
    [{}, 'network/AWSLogs/111122223333/vpcflowlogs/eu-central-1/2026/03/02/'],
    [{ PerHourPartition: true }, 'network/AWSLogs/111122223333/vpcflowlogs/eu-central-1/2026/03/02/10/'],
    [
      { HiveCompatiblePartitions: true, PerHourPartition: true },
      'network/AWSLogs/aws-account-id=111122223333/aws-service=vpcflowlogs/aws-region=eu-central-1/year=2026/month=03/day=02/hour=10/',
    ],
  ])('keeps objects under %j', (options, folder) => {
    const made = files(options);
    expect(made.map(({ bucket }) => bucket)).toEqual(['logs-of-us', 'logs-of-us']);
    for (const { key } of made) {
      expect(key.slice(0, folder.length)).toBe(folder);
      expect(key.slice(folder.length)).toMatch(
        /^111122223333_vpcflowlogs_eu-central-1_fl-1_20260302T100[05]Z_[0-9a-f]{8}\.log\.gz$/,
      );
    }
  });

  it('puts the records that end in five minutes into one file, under a header line', () => {
    const [first, second] = files({});
    if (!first || !second) throw new Error('two files');
    const [header, ...lines] = logFileText(first, DEFAULT_FIELDS).trimEnd().split('\n');
    expect(header).toBe(DEFAULT_FIELDS.join(' '));
    expect(lines).toEqual(first.records.map(({ line }) => line));
    expect(lines.length).toBeGreaterThan(4);
    for (const { record } of first.records) expect(record.end * 1000).toBeLessThan(START + 5 * MINUTE);
    for (const { record } of second.records)
      expect(record.end * 1000).toBeGreaterThanOrEqual(START + 5 * MINUTE);
  });
});

describe('Parquet', () => {
  it('reads back as it was written, - as nothing', async () => {
    const records = recordsOf(pair());
    const rows = await parquetReadObjects({ file: parquetFile(records, DEFAULT_FIELDS) });
    expect(rows).toHaveLength(records.length);
    for (const [i, row] of rows.entries()) {
      const record = records[i]?.record;
      const back = Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name.replaceAll('_', '-'),
          typeof value === 'bigint' ? Number(value) : (value ?? null),
        ]),
      );
      expect(back).toEqual(Object.fromEntries(DEFAULT_FIELDS.map((name) => [name, record?.[name]])));
    }
  });
});

describe('Firehose', () => {
  it('wraps each line and puts nothing between', () => {
    const records = recordsOf(pair()).slice(0, 2);
    const text = firehoseText(records);
    expect(JSON.parse(`[${text.replaceAll('}{', '},{')}]`)).toEqual(
      records.map(({ line }) => ({ message: line })),
    );
  });
});

describe('lost records', () => {
  it('leave SKIPDATA for the window, and nothing of what passed in it', () => {
    const lost = [{ networkInterfaceId: S, from: START, to: START + MINUTE }];
    const at = recordsOf(pair(), { lost }).filter(({ interfaceId }) => interfaceId === S);
    expect(at[0]?.line).toMatch(/^2 111122223333 eni-s - - - - - - - \d+ \d+ - SKIPDATA$/);
    expect(at.filter(({ record }) => record['log-status'] === 'SKIPDATA')).toHaveLength(1);
    expect(at.filter(({ record }) => record['log-status'] === 'OK')).toHaveLength(0);
    const other = recordsOf(pair(), { lost }).filter(({ interfaceId }) => interfaceId === C);
    expect(other.filter(({ record }) => record['log-status'] === 'OK')).toHaveLength(2);
  });
});

describe('late packets', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html: after the close there is no state to match.
  const late = (By: 'client' | 'server'): World => ({
    ...pair(),
    Traffic: (pair().Traffic ?? []).map((row) => ({ ...row, Late: { By, After: 5 } })),
  });
  const rejected = (world: World) =>
    recordsOf(world)
      .filter(({ record }) => record.action === 'REJECT')
      .map(({ interfaceId, record }) => [interfaceId, record['flow-direction'], record['tcp-flags']]);

  it('from the server are refused where it leaves or where it arrives, as its groups say', () => {
    expect(rejected(late('server'))).toEqual([[C, 'ingress', 1]]);
  });

  it('from the client match the inbound rule of the open port, and stay ACCEPT', () => {
    expect(rejected(late('client'))).toEqual([]);
  });
});
