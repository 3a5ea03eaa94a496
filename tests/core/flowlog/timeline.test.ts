/** Flow logs that come and go while traffic flows, and interfaces that come after them. */
import { describe, expect, it } from 'vitest';
import { LOG_CUT_OFF, LOG_MOMENT } from '@/lib/core/flowlog/rules';
import { type WriteOptions, writeFlowLog } from '@/lib/core/flowlog/write';
import { simulate } from '@/lib/core/simulate/simulate';
import type { Change } from '@/lib/core/simulate/world';
import { C, pair, parsed, S, START } from '../../support/pair';

const MINUTE = 60_000;
const time = (at: number): string => new Date(START + at).toISOString();

const CREATE: Change = {
  Service: 'ec2',
  Action: 'CreateFlowLogs',
  As: 'log',
  ResourceIds: ['vpc-1'],
  ResourceType: 'VPC',
  TrafficType: 'ALL',
  LogDestinationType: 's3',
  LogDestination: 'arn:aws:s3:::flow-logs-of-ours',
  MaxAggregationInterval: 60,
};

/** One attempt a minute for ten minutes; who recorded which of them, as `interface minute`. */
function recorded(timeline: readonly { readonly at: number; readonly changes: readonly Change[] }[]) {
  const world = parsed({
    ...pair(),
    Traffic: Array.from({ length: 10 }, (_, minute) => ({
      From: C,
      To: '10.0.2.20',
      Protocol: 'tcp',
      Port: 443,
      At: time(minute * MINUTE + 10_000),
    })),
    Timeline: timeline.map(({ at, changes }) => ({ At: time(at), Changes: [...changes] })),
  });
  const written = writeFlowLog(world.network, simulate(world).crossings, {
    from: START,
    to: START + 10 * MINUTE,
    timeline: world.timeline,
  });
  return {
    logs: [...new Set(written.map(({ flowLogId }) => flowLogId))],
    minutes: written
      .filter(({ interfaceId, record }) => interfaceId === S && record.dstport === 443)
      .map(({ record }) => Math.floor(((record.start ?? 0) * 1000 - START) / MINUTE)),
  };
}

describe('a flow log in time', () => {
  it('records nothing from before it was made', () => {
    const { minutes, logs } = recorded([{ at: 4 * MINUTE, changes: [CREATE] }]);
    expect(minutes).toEqual([4, 5, 6, 7, 8, 9]);
    expect(logs).toEqual(['fl-00000000000000001']);
  });

  it('records nothing from after it was deleted', () => {
    const { minutes } = recorded([
      { at: 2 * MINUTE, changes: [CREATE] },
      {
        at: 7 * MINUTE,
        changes: [{ Service: 'ec2', Action: 'DeleteFlowLogs', FlowLogIds: ['fl-00000000000000001'] }],
      },
    ]);
    expect(minutes).toEqual([2, 3, 4, 5, 6]);
  });

  it('is replaced where it should record something else: no call changes one', () => {
    const { minutes, logs } = recorded([
      { at: 0, changes: [{ ...CREATE, TrafficType: 'REJECT' }] },
      {
        at: 5 * MINUTE,
        changes: [{ Service: 'ec2', Action: 'DeleteFlowLogs', FlowLogIds: ['fl-00000000000000001'] }, CREATE],
      },
    ]);
    expect(minutes).toEqual([5, 6, 7, 8, 9]);
    expect(logs).toHaveLength(1);
  });

  it('is named by what an earlier row of the timeline put down, and its id is not made again', () => {
    const { minutes, logs } = recorded([
      { at: 2 * MINUTE, changes: [CREATE] },
      {
        at: 5 * MINUTE,
        changes: [{ Service: 'ec2', Action: 'DeleteFlowLogs', FlowLogIds: [{ Ref: 'log' }] }],
      },
      { at: 7 * MINUTE, changes: [CREATE] },
    ]);
    expect(minutes).toEqual([2, 3, 4, 7, 8, 9]);
    expect(logs).toEqual(['fl-00000000000000001', 'fl-00000000000000002']);
  });

  it('covers an interface that is made while it records', () => {
    const world = parsed({
      ...pair(),
      Timeline: [
        { At: time(0), Changes: [CREATE] },
        {
          At: time(3 * MINUTE),
          Changes: [{ Service: 'ec2', Action: 'CreateNetworkInterface', SubnetId: 'subnet-c' }],
        },
      ],
    });
    const written = writeFlowLog(world.network, [], {
      from: START,
      to: START + 5 * MINUTE,
      timeline: world.timeline,
    });
    const own = written.filter(({ interfaceId }) => interfaceId !== C && interfaceId !== S);
    expect(own.map(({ record }) => ((record.start ?? 0) * 1000 - START) / MINUTE)).toEqual([3, 4]);
  });
});

describe('a log of 600 seconds', () => {
  const log = (row: object = {}) =>
    ({
      FlowLogId: 'fl-1',
      ResourceId: C,
      MaxAggregationInterval: 600,
      CreationTime: time(0),
      LogFormat: '${instance-id} ${start} ${end} ${log-status}',
      ...row,
    }) as const;

  /** Where the client's interface is from each minute on: on an instance of that type, or on none. */
  function moved(types: readonly (readonly [minute: number, type: string | undefined])[], row: object = {}) {
    const networks = types.map(([minute, type], i) => {
      const { Snapshot } = pair();
      const [own, ...others] = Snapshot.NetworkInterfaces ?? [];
      const { Attachment: _attachment, ...detached } = own ?? {};
      const on = { AttachmentId: 'eni-attach-c', InstanceId: `i-${i}`, DeviceIndex: 0, Status: 'attached' };
      const door = parsed({
        Snapshot: {
          ...Snapshot,
          Instances: [
            ...(Snapshot.Instances ?? []),
            ...(type === undefined ? [] : [{ InstanceId: `i-${i}`, InstanceType: type }]),
          ],
          NetworkInterfaces: [
            { ...detached, ...(type !== undefined && { Attachment: on }) } as never,
            ...others,
          ],
          FlowLogs: [log(row)],
        },
      });
      return { at: START + minute * MINUTE, network: door.network };
    });
    const [first, ...timeline] = networks;
    if (!first) throw new Error('a network to begin with');
    return { network: first.network, timeline };
  }

  function written(
    { network, timeline }: ReturnType<typeof moved>,
    options: Partial<WriteOptions> = {},
    attempts: readonly number[] = [],
  ) {
    const world = parsed({
      ...pair(),
      Traffic: attempts.map((minute) => ({
        From: C,
        To: '10.0.2.20',
        Protocol: 'icmp',
        At: time(minute * MINUTE),
      })),
    });
    const { crossings } = simulate({ ...world, network });
    const records = writeFlowLog(network, crossings, {
      from: START,
      to: START + 20 * MINUTE,
      timeline,
      ...options,
    });
    const minutes = (seconds: number): number => (seconds * 1000 - START) / MINUTE;
    return {
      records,
      told: records.map(({ record, windowEnd }) =>
        [
          record['instance-id'] ?? '-',
          record['log-status'],
          record['log-status'] === 'OK' ? minutes(windowEnd / 1000) : minutes(record.start),
          minutes(record.end),
        ].join(' '),
      ),
    };
  }

  it('describes an interface as it was in the window, not as it became', () => {
    const { told, records } = written(
      moved([
        [0, 't2.micro'],
        [10, undefined],
      ]),
      {},
      [5],
    );
    expect(told.filter((line) => line.startsWith('i-0'))).toEqual(['i-0 OK 10 5', 'i-0 OK 10 5']);
    expect(told.filter((line) => line.startsWith('-'))).toEqual(['- NODATA 10 20']);
    expect(records.flatMap(({ inferred }) => inferred)).not.toContain(LOG_MOMENT);
  });

  it('tells by the first packet where the window saw a change, and says that nobody knows', () => {
    const { told, records } = written(
      moved([
        [0, 't2.micro'],
        [7, undefined],
      ]),
      {},
      [5, 8],
    );
    expect(told).toEqual(['i-0 OK 10 8', 'i-0 OK 10 8', '- NODATA 10 20']);
    expect(records.map(({ inferred }) => inferred.includes(LOG_MOMENT))).toEqual([true, true, false]);
  });

  it('cuts its windows anew where the interface comes to a Nitro instance, and not those before', () => {
    const { told } = written(
      moved([
        [0, 't2.micro'],
        [7, 'm7g.large'],
        [9, 't2.micro'],
      ]),
    );
    expect(told).toEqual([
      'i-0 NODATA 0 7',
      'i-1 NODATA 7 8',
      'i-1 NODATA 8 9',
      'i-2 NODATA 9 10',
      'i-2 NODATA 10 20',
    ]);
  });

  it('writes what it had seen when it was deleted, and nothing else of that window', () => {
    const { network } = moved([[0, 't2.micro']]);
    const deleted = moved([[0, 't2.micro']], { FlowLogId: 'fl-2', ResourceId: S }).network;
    const gone = { network, timeline: [{ at: START + 7 * MINUTE, network: deleted }] };
    const { records, told } = written(gone, { interfaceIds: [C] }, [5, 8]);
    expect(told).toEqual(['i-0 OK 7 5', 'i-0 OK 7 5']);
    expect(records.every(({ inferred }) => inferred.includes(LOG_CUT_OFF))).toBe(true);
    expect(written(gone, { interfaceIds: [C] }).told).toEqual([]);
  });

  it('has written nothing yet of the window that is open, unless what is open is asked for', () => {
    const open = moved([[0, 't2.micro']]);
    const now = { to: START + 8 * MINUTE };
    expect(written(open, now, [5, 9]).told).toEqual([]);
    const { records, told } = written(open, { ...now, isPartial: true }, [5, 9]);
    expect(told).toEqual(['i-0 OK 10 5', 'i-0 OK 10 5']);
    for (const { deliveredAt } of records) expect(deliveredAt).toBeGreaterThan(now.to);
  });

  it('loses nothing of a window that began before the stretch', () => {
    const { told } = written(
      moved([[0, 't2.micro']], { CreationTime: time(-5 * MINUTE) }),
      { isPartial: true },
      [2],
    );
    expect(told).toEqual(['i-0 OK 5 2', 'i-0 OK 5 2', 'i-0 NODATA 5 15']);
  });
});
