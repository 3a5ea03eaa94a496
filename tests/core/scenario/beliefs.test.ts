/** Every belief on networks where it goes wrong and on one where it does not: AWS's answer, and the believer's. */
import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { stepSentence } from '@/lib/core/explain/step';
import { AWS_PACKET_LAWS, type PacketLaws } from '@/lib/core/rules/packet-laws';
import type { Rule } from '@/lib/core/rules/rule';
import { PACKET_BELIEFS } from '@/lib/core/scenario/beliefs/catalogue';
import { type Probe, probe } from '@/lib/core/simulate/probe';
import { simulate } from '@/lib/core/simulate/simulate';
import type { Step } from '@/lib/core/simulate/trace';
import { answer, connectionOf } from '../../support/beliefs/answer';
import { BETWEEN_VPCS_CASES } from '../../support/beliefs/between-vpcs';
import type { BeliefCase, BeliefCases } from '../../support/beliefs/case';
import { FILTER_CASES } from '../../support/beliefs/filters';
import { GATEWAY_CASES } from '../../support/beliefs/gateways';
import { oneVpc } from '../../support/beliefs/networks';
import { ROUTE_CASES } from '../../support/beliefs/routes';
import { SECURITY_GROUP_CASES } from '../../support/beliefs/security-groups';
import { ask, question } from '../../support/network/ask';
import { parsed } from '../../support/pair';
import { randomWorld } from '../../support/random-world';

const CASES: BeliefCases = {
  ...FILTER_CASES,
  ...SECURITY_GROUP_CASES,
  ...ROUTE_CASES,
  ...GATEWAY_CASES,
  ...BETWEEN_VPCS_CASES,
};

const NO_CASE: BeliefCase = { replaces: [], differs: [], agrees: [oneVpc(), '', ''] };
const caseOf = (id: string): BeliefCase => CASES[id] ?? NO_CASE;

const LAWS = Object.keys(AWS_PACKET_LAWS) as (keyof PacketLaws)[];

/** Laws that no belief replaces, and why none needs to. */
const NO_BELIEF: Partial<Record<keyof PacketLaws, string>> = {
  isExempt: 'who thinks that the reserved services are filtered does not doubt which services they are',
  enterByInternetGateway: "AWS's own text leaves it open: its other reading is in ALTERNATIVE_PACKET_LAWS",
  egressOnlyRefusal:
    'CreateRoute points only IPv6 routes at an egress-only gateway, so nobody meets its refusal',
  natConnections: 'how many connections a NAT gateway carries is a number to look up, not a thing to believe',
  endpointPolicy: 'it judges the request that a service gets, not a packet',
  leaveByVpnGateway: 'what it refuses, no gateway and no router has a way for',
  enterByVpnGateway: 'nobody takes the far end of a VPN for the way into another VPC',
  linkRefusal: 'that a tunnel which is down carries nothing is nobody’s mistake',
};

/** The 31 exam traps, by their ids. */
const TRAPS = new Set(
  `reflection-ssh silence-is-not-denial reply-needs-no-outbound-rule accept-in-reject-out no-deny-in-security-groups
  ephemeral-ports lowest-number-wins record-names-no-judge private-address-in-the-log nat-rewrites-addresses
  flow-log-is-immutable resolver-is-never-logged nodata-skipdata logs-are-late delivery-errors no-group-before-traffic
  filter-hides-half analyzer-sends-nothing one-blocker-of-several tracked-sessions-live-on accept-proves-one-way
  reference-matches-private-only tcp-flags-are-ored nat-in-a-private-subnet quietly-on-the-main-table
  public-address-and-gateway refused-or-timed-out metadata-or-payload which-analyzer skipdata-or-throttling
  acl-only-at-the-edge`.split(/\s+/),
);

const declared = Object.values(
  import.meta.glob<Record<string, unknown>>('/lib/core/rules/*.ts', { eager: true }),
).flatMap((exported) => Object.values(exported) as Rule[]);

function stepsOf({ forward, return: back }: Probe): readonly (readonly [component: string, step: Step])[] {
  return [forward, back].flatMap((leg) =>
    (leg?.hops ?? []).flatMap(({ component, steps }) => steps.map((step) => [component, step] as const)),
  );
}

describe('the catalogue', () => {
  it('names each belief once, and each has its networks', () => {
    const ids = PACKET_BELIEFS.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(20);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(Object.keys(CASES).toSorted());
    expect(TRAPS.size).toBe(31);
  });

  it.each(PACKET_BELIEFS)('$id', ({ id, says, truth, rules, traps, laws }) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    for (const sentence of [says, truth]) expect(sentence).toMatch(/^[A-Z][^.]{20,170}\.$/);
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) {
      expect(declared).toContain(rule);
      expect(rule.standing).not.toBe('inferred');
    }
    expect(traps.filter((trap) => !TRAPS.has(trap))).toEqual([]);
    expect(LAWS.filter((law) => laws[law] !== AWS_PACKET_LAWS[law]).toSorted()).toEqual(
      caseOf(id).replaces.toSorted(),
    );
  });

  it('leaves no law of AWS without somebody who doubts it, or a reason', () => {
    const doubted = new Set(Object.values(CASES).flatMap(({ replaces }) => replaces));
    expect(LAWS.filter((law) => !doubted.has(law))).toEqual(Object.keys(NO_BELIEF));
  });
});

describe.each(PACKET_BELIEFS)('$id', ({ id, laws }) => {
  const { differs, agrees, replaces } = caseOf(id);

  it.each(differs.map(([world, asked, aws, believer]) => [asked, aws, believer, world] as const))(
    '%s is %s, and not %s',
    (asked, aws, believer, world) => {
      expect(believer).not.toBe(aws);
      expect(answer(world, asked, AWS_PACKET_LAWS)).toBe(aws);
      expect(answer(world, asked, laws)).toBe(believer);
    },
  );

  it('says what AWS says where it does not matter, and by the same rules', () => {
    const [world, asked, both] = agrees;
    expect(answer(world, asked, AWS_PACKET_LAWS)).toBe(both);
    expect(answer(world, asked, laws)).toBe(both);
    const standings = stepsOf(ask(world, connectionOf(asked), laws)).map(([, { rule }]) => rule.standing);
    expect(standings).toContain('documented');
    expect(standings).not.toContain('believed');
  });

  it.each(replaces)('does not replace %s in vain', (law) => {
    const without = { ...laws, [law]: AWS_PACKET_LAWS[law] };
    expect(differs.some(([world, asked, , believer]) => answer(world, asked, without) !== believer)).toBe(
      true,
    );
  });
});

describe('whatever somebody believes', () => {
  const asked = Object.values(CASES)
    .flatMap(({ differs, agrees }) => [...differs, agrees])
    .map(([world, text]) => ({ ready: parsed(world), request: question(connectionOf(text)) }));

  it.each(PACKET_BELIEFS)('is told step by step, and named where it decides: $id', ({ id, laws }) => {
    expect(asked.length).toBeGreaterThan(60);
    for (const { ready, request } of asked) {
      const steps = stepsOf(probe(ready, request, watched(laws, caseOf(id).replaces)));
      expect(steps.length).toBeGreaterThan(0);
      for (const [component, step] of steps) {
        expect(plain(stepSentence(component, step))).toMatch(/^(?!.*(undefined|NaN|\[object))\S.{5,260}\.$/);
        if (step.rule.standing === 'believed') expect(step.rule.id).toBe(`belief.${id}`);
      }
    }
  });

  test.prop([randomWorld], { numRuns: 40 })('ends every call of every world', (world) => {
    const ready = parsed(world);
    for (const { id, laws } of PACKET_BELIEFS) {
      const { results } = simulate(ready, watched(laws, caseOf(id).replaces));
      expect(results).toHaveLength(world.Traffic?.length ?? 0);
    }
  });
});

type Judge = (...asked: readonly unknown[]) => unknown;

/** The same laws, but a judge that names the belief must have decided otherwise than AWS's. */
function watched(laws: PacketLaws, replaced: readonly (keyof PacketLaws)[]): PacketLaws {
  const watch = (law: keyof PacketLaws): Judge => {
    const [wrong, aws] = [laws[law] as Judge, AWS_PACKET_LAWS[law] as Judge];
    return (...asked) => {
      const said = wrong(...asked);
      if (!namesBelief(said)) return said;
      expect({ ...said, rule: undefined }).not.toEqual({ ...(aws(...asked) as object), rule: undefined });
      return said;
    };
  };
  return { ...laws, ...Object.fromEntries(replaced.map((law) => [law, watch(law)])) };
}

/** A Decision by the belief's own rule, or a refusal, which is that rule. */
function namesBelief(said: unknown): said is object {
  if (typeof said !== 'object' || said === null) return false;
  const rule = 'rule' in said ? (said.rule as Rule) : (said as Rule);
  return rule.standing === 'believed';
}
