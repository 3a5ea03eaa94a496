/** Every belief about what is written: the record that it would have, beside the one that is there. */
import { describe, expect, it } from 'vitest';
import { AWS_LOG_LAWS, type LogLaws } from '@/lib/core/flowlog/log-laws';
import type { FieldName } from '@/lib/core/flowlog/record';
import { writeFlowLog } from '@/lib/core/flowlog/write';
import { LOG_BELIEFS } from '@/lib/core/scenario/beliefs/catalogue';
import { simulate } from '@/lib/core/simulate/simulate';
import type { World } from '@/lib/core/simulate/world';
import { behindNat, oneVpc } from '../../support/beliefs/networks';
import { worldOf } from '../../support/network/part';
import { START, traffic } from '../../support/network/play';
import { parsed } from '../../support/pair';

const FIELDS: readonly FieldName[] = ['interface-id', 'srcaddr', 'dstaddr', 'dstport', 'tcp-flags', 'action'];

/** What an interface wrote of the first packet that it saw. */
function first(world: World, asked: string, at: string, laws: LogLaws = AWS_LOG_LAWS): string {
  const ready = parsed(worldOf(world, traffic(asked)));
  const written = writeFlowLog(ready.network, simulate(ready).crossings, {
    from: START - 600_000,
    to: START + 1_200_000,
    fields: FIELDS,
    laws: { ...laws, writesNoData: false },
    interfaceIds: [at],
  });
  return written[0]?.line ?? 'no record';
}

const PUBLIC = oneVpc({
  servers: { web: '10.1.1.10 198.51.100.10 sg-web' },
  routes: { app: ['0.0.0.0/0 igw-a'] },
  igw: true,
});
const CLOSED = oneVpc({ groups: { 'sg-db': { in: [] } } });
const OPEN = oneVpc();

interface LogCase {
  readonly differs: readonly [world: World, asked: string, at: string, aws: string, believer: string];
  readonly agrees: readonly [world: World, asked: string, at: string];
}

const IN = 'web > db tcp 443';

const CASES: Readonly<Record<string, LogCase>> = {
  'records-show-public-addresses': {
    differs: [
      PUBLIC,
      '203.0.113.80 > 198.51.100.10 tcp 443',
      'eni-web',
      'eni-web 203.0.113.80 10.1.1.10 443 3 ACCEPT',
      'eni-web 203.0.113.80 198.51.100.10 443 3 ACCEPT',
    ],
    agrees: [OPEN, IN, 'eni-db'],
  },
  'records-show-the-far-target': {
    differs: [
      behindNat(),
      'web > 203.0.113.80 tcp 443',
      'eni-nat-x',
      'eni-nat-x 10.1.1.10 10.1.9.5 443 3 ACCEPT',
      'eni-nat-x 10.1.1.10 203.0.113.80 443 3 ACCEPT',
    ],
    agrees: [OPEN, IN, 'eni-db'],
  },
  'only-accepted-traffic-is-logged': {
    differs: [CLOSED, IN, 'eni-db', 'eni-db 10.1.1.10 10.1.2.10 443 2 REJECT', 'no record'],
    agrees: [OPEN, IN, 'eni-db'],
  },
  'action-says-what-became-of-it': {
    differs: [
      OPEN,
      'web > 203.0.113.80 tcp 443',
      'eni-web',
      'eni-web 10.1.1.10 203.0.113.80 443 2 ACCEPT',
      'eni-web 10.1.1.10 203.0.113.80 443 2 REJECT',
    ],
    agrees: [OPEN, IN, 'eni-db'],
  },
  'flags-are-those-of-the-first-packet': {
    differs: [
      OPEN,
      IN,
      'eni-db',
      'eni-db 10.1.1.10 10.1.2.10 443 3 ACCEPT',
      'eni-db 10.1.1.10 10.1.2.10 443 2 ACCEPT',
    ],
    agrees: [CLOSED, IN, 'eni-db'],
  },
};

const LAWS = Object.keys(AWS_LOG_LAWS) as (keyof LogLaws)[];

it('has a network for each belief', () => {
  expect(LOG_BELIEFS.map(({ id }) => id).toSorted()).toEqual(Object.keys(CASES).toSorted());
});

describe.each(LOG_BELIEFS)('$id', ({ id, logLaws, says, truth, rules }) => {
  const { differs, agrees } = CASES[id] as LogCase;

  it('contradicts what AWS documents, in one law', () => {
    for (const sentence of [says, truth]) expect(sentence).toMatch(/^[A-Z].{20,170}\.$/);
    expect(rules.map(({ standing }) => standing)).toEqual(rules.map(() => 'documented'));
    expect(LAWS.filter((law) => logLaws[law] !== AWS_LOG_LAWS[law])).toHaveLength(1);
  });

  it('would have another record', () => {
    const [world, asked, at, aws, believer] = differs;
    expect(first(world, asked, at)).toBe(aws);
    expect(first(world, asked, at, logLaws)).toBe(believer);
  });

  it('has the same one where it does not matter', () => {
    const [world, asked, at] = agrees;
    expect(first(world, asked, at)).not.toBe('no record');
    expect(first(world, asked, at, logLaws)).toBe(first(world, asked, at));
  });
});
