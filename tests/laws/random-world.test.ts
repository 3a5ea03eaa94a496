/** The laws look at something: random worlds hold every kind of component, and end in every way that the network knows. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '@/lib/core/rules/rule';
import { proberOf } from '@/lib/core/simulate/probe';
import { simulate } from '@/lib/core/simulate/simulate';
import type { Hop } from '@/lib/core/simulate/trace';
import { question as parseQuestion } from '../support/network/ask';
import { parsed } from '../support/pair';
import { randomWorld } from '../support/random-world';
import { question } from '../support/random-world/traffic';

const modules = import.meta.glob<Record<string, unknown>>('/lib/core/rules/*.ts', { eager: true });
const RULES = Object.values(modules)
  .flatMap((exported) => Object.values(exported))
  .filter((value): value is Rule => typeof value === 'object' && value !== null && 'standing' in value)
  .map(({ id }) => id);

/** Rules that decide no step of these worlds, by why they do not. */
const NEVER_A_STEP = {
  'it says how another one is meant':
    'sg.untracked sg.outlives-rule sg.idle sg.reference sg.reference-lost nacl.stateless nacl.subnet-border nacl.ephemeral-ports route.answer route.main-table nat.own-subnet',
  'it says why nothing is sent': 'host.unknown-name host.own-address host.firewall-keeps vpce.never-starts',
  'it is about records': 'tgw.interface-records bpa.egress-record',
  'it is about the request that a service gets': 'vpce.policy-allows vpce.policy-denies',
  'the door lets no route lead to a gateway that is not attached':
    'eigw.not-attached igw.not-attached vgw.not-attached',
  'it is the other reading of one that does': 'igw.needs-route-inbound',
  'it takes more connections than anybody plays here': 'nat.port-allocation',
  'no premises of these worlds speak IPv6': 'vpn.family',
};
const EXCUSED = Object.values(NEVER_A_STEP).flatMap((ids) => ids.split(' '));

class Tally extends Map<string, number> {
  count(what: string): void {
    this.set(what, (this.get(what) ?? 0) + 1);
  }
}

const kinds = new Tally();
const ends = new Tally();
const rules = new Tally();

interface Told {
  readonly disposition: string;
  readonly hops: readonly Hop[];
}

function count(leg: Told | undefined): void {
  if (!leg) return;
  ends.count(leg.disposition);
  for (const { kind, rule } of leg.hops.flatMap(({ steps }) => steps)) {
    kinds.count(kind);
    rules.count(rule.id);
  }
}

beforeAll(() => {
  const drawn = fc.tuple(randomWorld, fc.array(question, { minLength: 12, maxLength: 12 }));
  for (const [world, questions] of fc.sample(drawn, { numRuns: 500, seed: 7 })) {
    const ready = parsed(world);
    const prober = proberOf(ready);
    for (const result of simulate(ready).results) {
      ends.count(result.outcome);
      if (!('call' in result)) continue;
      count(result.forward);
      count(result.back);
    }
    for (const text of questions) {
      const { connection, forward, return: back } = prober.explain(parseQuestion(text));
      ends.count(connection);
      count(forward);
      count(back);
    }
  }
}, 120_000);

describe('random worlds', () => {
  it.each(
    'network-interface security-group network-acl route-table subnet internet-gateway nat-gateway egress-only-internet-gateway vpc-peering-connection transit-gateway transit-gateway-route-table vpn-gateway vpn-connection virtual-interface premises vpc-endpoint block-public-access vpc internet loop host'.split(
      ' ',
    ),
  )('send packets by a %s', (kind) => {
    expect(kinds.get(kind) ?? 0).toBeGreaterThan(9);
  });

  it.each(
    'delivered exited denied-in denied-out no-route blackhole not-owned gateway-refused source-dest-check no-session host-dropped host-rejected not-listening loop established replied refused timeout not-answered never-sent'.split(
      ' ',
    ),
  )('end in %s', (end) => {
    expect(ends.get(end) ?? 0).toBeGreaterThan(9);
  });

  it('have every rule decide somewhere that has no excuse', () => {
    expect(RULES.filter((id) => !rules.has(id)).sort()).toEqual([...EXCUSED].sort());
  });
});
