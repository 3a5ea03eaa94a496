/** Predicted records against written ones: paired as well as they can be, field by field. */
import { describe, expect, it } from 'vitest';
import type { FieldName, FlowLogRecord } from '@/lib/core/flowlog/record';
import { recordCredit } from '@/lib/core/quiz/score/record-credit';

const ASKED: readonly FieldName[] = ['srcaddr', 'dstaddr', 'action', 'flow-direction'];
const written = [
  { srcaddr: '10.0.0.1', dstaddr: '10.0.0.2', action: 'ACCEPT', 'flow-direction': 'ingress' },
  { srcaddr: '10.0.0.2', dstaddr: '10.0.0.1', action: 'REJECT', 'flow-direction': 'egress' },
] as unknown as readonly FlowLogRecord[];
const [request, answer] = written as [FlowLogRecord, FlowLogRecord];

describe('the credit of predicted records', () => {
  it('is whole when all are right, in whatever order', () => {
    expect(recordCredit(written, [answer, request], ASKED)).toMatchObject({ credit: 1, extra: [] });
  });

  it('is counted by fields', () => {
    const almost = { ...answer, action: 'ACCEPT' as const };
    const { credit, matches } = recordCredit(written, [request, almost], ASKED);
    expect(credit).toBe((1 + 0.75) / 2);
    expect(matches[1]?.rightFields).toEqual(['srcaddr', 'dstaddr', 'flow-direction']);
  });

  it('loses a record for each that was never written', () => {
    expect(recordCredit(written, [request], ASKED).credit).toBe(0.5);
    const { credit, extra } = recordCredit(written, [request, answer, request], ASKED);
    expect(credit).toBe(0.5);
    expect(extra).toEqual([2]);
    expect(recordCredit(written, [], ASKED)).toMatchObject({ credit: 0, extra: [] });
  });

  it('where nothing is written is whole for whoever predicts nothing', () => {
    expect(recordCredit([], [], ASKED).credit).toBe(1);
    expect(recordCredit([], [request], ASKED).credit).toBe(0);
  });

  it('gives the best pair first', () => {
    const half = { srcaddr: '10.0.0.1', dstaddr: '10.0.0.9' };
    const { matches } = recordCredit([request], [half, request], ASKED);
    expect(matches[0]?.predicted).toBe(1);
  });
});
