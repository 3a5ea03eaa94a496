/** Two who have not talked agree: the product's lists and naive loops over the document; a known way and a walk. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { AWS_PACKET_LAWS } from '@/lib/core/rules/packet-laws';
import { type Probe, type ProbeRequest, type Prober, proberOf } from '@/lib/core/simulate/probe';
import { withBgpRoutes } from '@/lib/core/simulate/propagation';
import { simulate } from '@/lib/core/simulate/simulate';
import type { World } from '@/lib/core/simulate/world';
import { doubtingLaws } from '../support/naive/doubting-laws';
import { naiveTwoWay } from '../support/naive/two-way';
import { question as parseQuestion } from '../support/network/ask';
import { hub, hubQuestions } from '../support/networks/hub';
import { threeTier, threeTierQuestions } from '../support/networks/three-tier';
import { parsed } from '../support/pair';
import { randomWorld } from '../support/random-world';
import { question } from '../support/random-world/traffic';

/** The document's own rows, and those that BGP brings. */
const rowsOf = (world: World): Snapshot => withBgpRoutes(world).Snapshot;

describe('naive loops over the rows of the document', () => {
  test.prop([randomWorld], { numRuns: 150 })('decide every packet as the lists do', (world) => {
    simulate(
      parsed(world),
      doubtingLaws(rowsOf(world), () => undefined),
    );
  });

  it('have been asked about packets of every kind', () => {
    const judgements = new Map<string, number>();
    const count = (judgement: string) => judgements.set(judgement, (judgements.get(judgement) ?? 0) + 1);
    for (const world of fc.sample(randomWorld, { numRuns: 400, seed: 5 }))
      simulate(parsed(world), doubtingLaws(rowsOf(world), count));
    const few = [...judgements].filter(([, times]) => times < 3);
    expect(few).toEqual([]);
    expect([...judgements.keys()].sort()).toEqual([
      'network ACL: allow',
      'network ACL: deny',
      'network ACL: no entry',
      'route table: CreateRoute',
      'route table: CreateRouteTable',
      'route table: EnableVgwRoutePropagation',
      'route table: blackhole',
      'route table: forward',
      'route table: no-route',
      'route table: prefix list',
      'security group: cidr',
      'security group: no rule',
      'security group: prefix-list',
      'security group: security-group',
      'transit gateway route table: blackhole',
      'transit gateway route table: forward',
      'transit gateway route table: no-route',
      'transit gateway route table: prefix list',
      'transit gateway route table: propagated',
      'transit gateway route table: static',
    ]);
  });
});

/** The same laws in another object: a prober then knows no ways, and walks. */
const WALKING = { ...AWS_PACKET_LAWS };

function probers(world: World): { readonly knowing: Prober; readonly walking: Prober } {
  const ready = parsed(world);
  return { knowing: proberOf(ready), walking: proberOf(ready, WALKING) };
}

/** What an answer says: of a leg, its end and its steps. */
function told({ connection, forward, return: back, decidedBy, policy }: Probe): unknown {
  const leg = (one: Probe['forward']) => one && { disposition: one.disposition, hops: one.hops };
  return { connection, forward: leg(forward), back: leg(back), decidedBy, policy };
}

function expectSame({ knowing, walking }: ReturnType<typeof probers>, asked: ProbeRequest): Probe {
  const walked = walking.explain(asked);
  expect(told(knowing.explain(asked))).toEqual(told(walked));
  expect(knowing.verdict(asked)).toBe(walked.connection);
  expect(walking.verdict(asked)).toBe(walked.connection);
  return walked;
}

describe('a way that is known', () => {
  const questions = fc.array(question, { minLength: 8, maxLength: 8 });

  test.prop([randomWorld, questions], { numRuns: 150 })('gives the answers of a walk', (world, asked) => {
    const both = probers(world);
    for (const text of asked) expectSame(both, parseQuestion(text));
  });

  it.each([
    ['a network of three tiers', threeTier, threeTierQuestions(300)],
    ['a hub', hub(4, 20), hubQuestions(hub(4, 20), 300)],
  ])('gives the answers of a walk, and of naive loops, in %s', (_name, world, asked) => {
    const both = probers(world);
    const outcomes = new Set<string>();
    for (const one of asked) {
      const { connection } = expectSame(both, one);
      expect(naiveTwoWay(world.Snapshot, one)).toBe(connection === 'established');
      outcomes.add(connection);
    }
    expect(outcomes).toEqual(new Set(['established', 'timeout']));
  });
});
