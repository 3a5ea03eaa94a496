/** Predictions held against the simulator: right, nearly right, believed, and what nobody can know. */
import { describe, expect, it } from 'vitest';
import { gradePrediction } from '@/lib/core/quiz/kinds/predict-records';
import type { PredictedRecord } from '@/lib/core/quiz/score/record-credit';
import type { World } from '@/lib/core/simulate/world';
import { oneVpc } from '../../../support/beliefs/networks';
import { worldOf } from '../../../support/network/part';
import { START, traffic } from '../../../support/network/play';
import { parsed } from '../../../support/pair';

const STRETCH = { from: START - 60_000, to: START + 900_000 };
const SOURCE_PORT = 40000;

function grade(world: World, predicted: readonly PredictedRecord[]) {
  const asked = traffic('web > db tcp 443', { SourcePort: SOURCE_PORT });
  return gradePrediction(parsed(worldOf(world, asked)), STRETCH, predicted);
}

const WEB = '10.1.1.10';
const DB = '10.1.2.10';
const record = (
  at: 'eni-web' | 'eni-db',
  way: 'request' | 'answer',
  action: 'ACCEPT' | 'REJECT',
): PredictedRecord => ({
  'interface-id': at,
  srcaddr: way === 'request' ? WEB : DB,
  dstaddr: way === 'request' ? DB : WEB,
  srcport: way === 'request' ? SOURCE_PORT : 443,
  dstport: way === 'request' ? 443 : SOURCE_PORT,
  protocol: 6,
  action,
});

const ALL = (['eni-web', 'eni-db'] as const).flatMap((at) =>
  (['request', 'answer'] as const).map((way) => record(at, way, 'ACCEPT')),
);

describe('a prediction', () => {
  it('of all four records of a connection is whole', () => {
    expect(grade(oneVpc(), ALL)).toMatchObject({ credit: 1, extra: [], believed: [], open: [] });
  });

  it('of an action that is wrong loses that field, and names who would believe it', () => {
    const closed = oneVpc({ groups: { 'sg-db': { in: [] } } });
    const { credit } = grade(closed, [
      record('eni-web', 'request', 'ACCEPT'),
      record('eni-db', 'request', 'REJECT'),
    ]);
    expect(credit).toBe(1);
    const silent = grade(closed, [record('eni-web', 'request', 'ACCEPT')]);
    expect(silent.credit).toBe(0.5);
    const open = grade(closed, [
      record('eni-web', 'request', 'ACCEPT'),
      record('eni-db', 'request', 'ACCEPT'),
    ]);
    expect(open.credit).toBeCloseTo((1 + 6 / 7) / 2);
    expect(open.believed[0]?.record).toMatchObject({ 'interface-id': 'eni-db', action: 'ACCEPT' });
  });

  it('does not count what AWS leaves open, either way', () => {
    const unrouted = worldOf(oneVpc(), traffic('web > 203.0.113.80 tcp 443', { SourcePort: SOURCE_PORT }));
    const sent: PredictedRecord = { ...record('eni-web', 'request', 'ACCEPT'), dstaddr: '203.0.113.80' };
    const world = parsed(unrouted);
    expect(gradePrediction(world, STRETCH, [sent])).toMatchObject({ credit: 1, open: [sent], written: [] });
    expect(gradePrediction(world, STRETCH, [])).toMatchObject({ credit: 1, open: [] });
    const refused: PredictedRecord = { ...sent, action: 'REJECT' };
    const verdict = gradePrediction(world, STRETCH, [refused]);
    expect(verdict.credit).toBe(0);
    expect(verdict.believed[0]?.beliefs.map(({ id }) => id)).toContain('action-says-what-became-of-it');
  });
});
