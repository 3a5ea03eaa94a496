/** Whether a missing record is evidence: scope, filter, age, delay, errors, losses, and what is never logged. */
import { describe, expect, it } from 'vitest';
import { type AbsenceQuestion, absenceOf } from '@/lib/core/flowlog/absence';
import { tcp, udp } from '../../support/packet';
import { C, pair, parsed, START } from '../../support/pair';

const MINUTE = 60_000;
const LOG = {
  FlowLogId: 'fl-1',
  ResourceId: 'vpc-1',
  TrafficType: 'ALL',
  MaxAggregationInterval: 60,
  CreationTime: new Date(START - 60 * MINUTE).toISOString(),
};

function ask(logs: readonly object[], more: Partial<AbsenceQuestion> = {}) {
  const world = pair();
  const { network } = parsed({
    ...world,
    Snapshot: { ...world.Snapshot, FlowLogs: logs as never },
  });
  const networkInterface = network.networkInterfaces.get(C);
  if (!networkInterface) throw new Error('the client is there');
  const question: AbsenceQuestion = {
    networkInterface,
    packet: tcp('10.0.2.20:40000 > 10.0.1.10:22'),
    direction: 'ingress',
    action: 'REJECT',
    at: START + 10_000,
    now: START + 60 * MINUTE,
    ...more,
  };
  return absenceOf(network, question);
}

const because = (...args: Parameters<typeof ask>) => {
  const answer = ask(...args);
  return answer.isEvidence ? answer.flowLogId : answer.because.id;
};

describe('absence', () => {
  it.each([
    ['a log of everything, long after', [LOG], {}, 'fl-1'],
    ['no log at all', [], {}, 'flowlog.scope'],
    ['a log of another subnet', [{ ...LOG, ResourceId: 'subnet-s' }], {}, 'flowlog.scope'],
    ['a log of accepted traffic', [{ ...LOG, TrafficType: 'ACCEPT' }], {}, 'flowlog.filter'],
    [
      'a log made later',
      [{ ...LOG, CreationTime: new Date(START + MINUTE).toISOString() }],
      {},
      'flowlog.created-later',
    ],
    ['a deleted log', [{ ...LOG, FlowLogStatus: 'DELETED' }], {}, 'flowlog.scope'],
    [
      'a role that may not write',
      [{ ...LOG, DeliverLogsErrorMessage: 'Access error' }],
      {},
      'flowlog.access-error',
    ],
    ['throttled delivery', [{ ...LOG, DeliverLogsErrorMessage: 'Rate limited' }], {}, 'flowlog.rate-limited'],
    ['a look too early', [LOG], { now: START + 3 * MINUTE }, 'flowlog.delivery-delay'],
    [
      'records that AWS lost',
      [LOG],
      { lost: [{ networkInterfaceId: C, from: START, to: START + MINUTE }] },
      'flowlog.skipdata',
    ],
    [
      'a query to the Amazon resolver',
      [LOG],
      { packet: udp('10.0.1.10:40000 > 10.0.0.2:53'), direction: 'egress', action: 'ACCEPT' },
      'flowlog.never-logged',
    ],
    [
      'one log that could and one that could not',
      [{ ...LOG, TrafficType: 'ACCEPT', FlowLogId: 'fl-0' }, LOG],
      {},
      'fl-1',
    ],
  ] as const)('after %s: %s', (_what, logs, more, expected) => {
    expect(because(logs, more as Partial<AbsenceQuestion>)).toBe(expected);
  });

  it('becomes evidence when the window has ended and was delivered, not a moment before', () => {
    const answer = ask([LOG], { now: START });
    expect(answer).toMatchObject({ isEvidence: false, readableFrom: START + MINUTE + 5 * MINUTE });
    expect(because([LOG], { now: START + 6 * MINUTE - 1 })).toBe('flowlog.delivery-delay');
    expect(because([LOG], { now: START + 6 * MINUTE })).toBe('fl-1');
  });

  it('takes longer for ten-minute windows and for S3', () => {
    const slow = { ...LOG, MaxAggregationInterval: 600, LogDestinationType: 's3' };
    const world = ask([slow], { now: START });
    // The client is a Nitro instance: its window is a minute, whatever the log says.
    expect(world).toMatchObject({ readableFrom: START + MINUTE + 10 * MINUTE });
  });
});
