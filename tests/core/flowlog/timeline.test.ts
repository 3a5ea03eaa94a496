/** Flow logs that come and go while traffic flows, and interfaces that come after them. */
import { describe, expect, it } from 'vitest';
import { writeFlowLog } from '@/lib/core/flowlog/write';
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
