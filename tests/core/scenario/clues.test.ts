/** Who refused is told by reading the rules against the packet: no single oddity in them is a better guess than none. */
import { describe, expect, it } from 'vitest';
import { tablesOf } from '@/lib/core/quiz/configuration-table';
import type { ConfigurationTable } from '@/lib/core/quiz/view';
import { randomFrom } from '@/lib/core/scenario/random';
import { runIntent } from '@/lib/core/scenario/symptom';
import { drawReflectionSsh } from '@/lib/core/scenario/traps/reflection-ssh';

const REFUSED_IN = ['sg-in-missing', 'sg-wrong-source', 'nacl-in-missing', 'nacl-order'];
const SEEDS = Array.from({ length: 1200 }, (_, i) => `clue-${i}`);

/** The rules that the exhibit adds to a REJECT record: inbound, as the learner sees them. */
const exhibits = SEEDS.flatMap((seed) => {
  const { design, fault, world } = drawReflectionSsh(randomFrom(seed));
  if (!REFUSED_IN.includes(fault.id)) return [];
  const { network } = runIntent(world).world;
  const [group, acl] = (['security-group', 'network-acl'] as const).map(
    (kind) => tablesOf(network, kind, design.parts.targetInterfaceId)[0] as ConfigurationTable,
  );
  return group && acl ? [{ fault: fault.id, layer: fault.layer, group: group.rows, acl: acl.rows }] : [];
});

type Exhibit = (typeof exhibits)[number];

const numbers = ({ acl }: Exhibit): readonly number[] =>
  acl.map(([number]) => Number(number)).filter((number) => number > 0);
const numbered = ({ acl }: Exhibit) => acl.filter(([number]) => number !== '*');
const SSH = /^tcp 22(-\d+)?$/;

const countSsh = (one: Exhibit, action: string): number =>
  numbered(one).filter((row) => row.at(-1) === action && SSH.test(row[1] ?? '')).length;

const CLUES: readonly (readonly [string, (exhibit: Exhibit) => boolean])[] = [
  ['the security group has a rule for SSH', ({ group }) => group.some(([what]) => SSH.test(what ?? ''))],
  ['it has two', ({ group }) => group.filter(([what]) => SSH.test(what ?? '')).length === 2],
  ['it has one', ({ group }) => group.filter(([what]) => SSH.test(what ?? '')).length === 1],
  ['it has four', ({ group }) => group.filter(([what]) => SSH.test(what ?? '')).length === 4],
  ['it has a rule for port 2222', ({ group }) => group.some(([what]) => what === 'tcp 2222')],
  ['it has a rule for a port that is not SSH', ({ group }) => group.some(([what]) => !SSH.test(what ?? ''))],
  ['the network ACL has an odd rule number', (one) => numbers(one).some((number) => number % 10 !== 0)],
  ['it has a row that denies', (one) => numbered(one).some((row) => row.at(-1) === 'deny')],
  [
    'it has a row that denies SSH',
    (one) => numbered(one).some((row) => row.at(-1) === 'deny' && SSH.test(row[1] ?? '')),
  ],
  [
    'it has a row that denies before one that allows',
    (one) => numbered(one).findIndex((row) => row.at(-1) === 'deny') < numbered(one).length - 2,
  ],
  [
    'its numbers leave a gap of more than ten',
    (one) => numbers(one).some((number, i, all) => i > 0 && number - (all[i - 1] ?? 0) > 10),
  ],
  [
    'it has a row that allows SSH',
    (one) => numbered(one).some((row) => row.at(-1) === 'allow' && SSH.test(row[1] ?? '')),
  ],
  ['it allows SSH to nobody', (one) => countSsh(one, 'allow') === 0],
  ['it allows SSH to one range', (one) => countSsh(one, 'allow') === 1],
  ['it denies SSH to three or more ranges', (one) => countSsh(one, 'deny') > 2],
  ['it has more than seven rows', (one) => numbered(one).length > 7],
];

const most = (cases: readonly Exhibit[]): number =>
  Math.max(
    0,
    ...['security-group', 'network-acl'].map((layer) => cases.filter((one) => one.layer === layer).length),
  );

describe('rules beside a REJECT record', () => {
  it('come from every fault that refuses a request', () => {
    expect(new Set(exhibits.map(({ fault }) => fault))).toEqual(new Set(REFUSED_IN));
    expect(exhibits.length).toBeGreaterThan(300);
  });

  it.each(CLUES)('%s: worth no guess', (_clue, sees) => {
    const right = most(exhibits.filter(sees)) + most(exhibits.filter((one) => !sees(one)));
    expect(right / exhibits.length).toBeLessThanOrEqual(most(exhibits) / exhibits.length + 0.08);
  });
});
