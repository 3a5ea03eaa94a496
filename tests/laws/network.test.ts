/** What holds in every network, of whatever components; a failing one is printed with the seed that makes it again. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { probeJson } from '@/lib/core/explain/probe-json';
import { plain } from '@/lib/core/explain/prose';
import { stepSentence } from '@/lib/core/explain/step';
import { writeFlowLog } from '@/lib/core/flowlog/write';
import { ALTERNATIVE_PACKET_LAWS, AWS_PACKET_LAWS } from '@/lib/core/rules/packet-laws';
import { proberOf } from '@/lib/core/simulate/probe';
import { simulate } from '@/lib/core/simulate/simulate';
import { question as parseQuestion } from '../support/network/ask';
import { START } from '../support/network/play';
import { question, randomNetwork } from '../support/network/random';
import { parsed } from '../support/pair';

const DISPOSITIONS = new Set(
  'delivered exited denied-in denied-out no-route blackhole not-owned gateway-refused source-dest-check no-session host-dropped host-rejected not-listening loop'.split(
    ' ',
  ),
);
/** Long enough for every retransmission. */
const MINUTES = 5 * 60_000;
const OUTCOMES = new Set('established replied refused timeout not-answered never-sent'.split(' '));

describe('every network', () => {
  test.prop([randomNetwork, question], { numRuns: 120 })(
    'answers every question, and says by which rule',
    (world, asked) => {
      for (const laws of [AWS_PACKET_LAWS, ...ALTERNATIVE_PACKET_LAWS]) {
        const prober = proberOf(parsed(world), laws);
        const answer = prober.explain(parseQuestion(asked));
        expect(OUTCOMES).toContain(answer.connection);
        expect(prober.verdict(parseQuestion(asked))).toBe(answer.connection);
        if (answer.connection === 'never-sent') continue;
        expect(answer.decidedBy?.step.rule.source).toMatch(/^https:\/\//);
        for (const leg of [answer.forward, answer.return]) {
          if (!leg) continue;
          expect(DISPOSITIONS).toContain(leg.disposition);
          const steps = leg.hops.flatMap((hop) => hop.steps);
          expect(steps.slice(0, -1).every(({ allowed }) => allowed)).toBe(true);
        }
        expect(() => JSON.stringify(probeJson(answer))).not.toThrow();
      }
    },
  );

  test.prop([randomNetwork], { numRuns: 50 })(
    'plays every call to an outcome, and writes what passed each interface',
    (world) => {
      const ready = parsed(world);
      const { results, crossings } = simulate(ready);
      expect(results).toHaveLength(world.Traffic?.length ?? 0);
      for (const { outcome } of results) expect(OUTCOMES).toContain(outcome);
      const records = writeFlowLog(ready.network, crossings, { from: START, to: START + MINUTES });
      const busy = records.filter(({ record }) => record['log-status'] === 'OK');
      expect(busy.reduce((sum, { record }) => sum + (record.packets ?? 0), 0)).toBe(
        crossings.filter(({ at }) => at < START + MINUTES).length,
      );
    },
  );

  test.prop([randomNetwork], { numRuns: 30 })('plays the same way twice', (world) => {
    const once = simulate(parsed(world));
    const again = simulate(parsed(world));
    expect(again.results.map(({ outcome }) => outcome)).toEqual(once.results.map(({ outcome }) => outcome));
    expect(again.crossings.map(({ at, packet }) => [at, packet])).toEqual(
      once.crossings.map(({ at, packet }) => [at, packet]),
    );
  });

  test.prop([randomNetwork, question], { numRuns: 120 })(
    'tells every step in one sentence',
    (world, asked) => {
      const answer = proberOf(parsed(world)).explain(parseQuestion(asked));
      for (const { component, steps } of [answer.forward, answer.return].flatMap((leg) => leg?.hops ?? [])) {
        for (const step of steps) {
          const sentence = plain(stepSentence(component, step));
          expect(sentence).toMatch(/^\S.{8,320}\.$/);
          expect(sentence).not.toMatch(/undefined|NaN|\[object|\.\./);
          if (!step.allowed) expect(sentence).not.toMatch(/ answers\.| carries it| receives the packet/);
        }
      }
    },
  );
});

describe('random networks', () => {
  it('are odd enough to meet nearly every component and end', () => {
    const ends = new Set<string>();
    const kinds = new Set<string>();
    for (const [world, asked] of fc.sample(fc.tuple(randomNetwork, question), { numRuns: 500, seed: 11 })) {
      const answer = proberOf(parsed(world)).explain(parseQuestion(asked));
      ends.add(answer.connection);
      for (const leg of [answer.forward, answer.return]) {
        if (leg) ends.add(leg.disposition);
        for (const { kind } of leg?.hops.flatMap((hop) => hop.steps) ?? []) kinds.add(kind);
      }
    }
    expect([...ends]).toEqual(
      expect.arrayContaining(
        [...DISPOSITIONS, ...OUTCOMES].filter((end) => !['source-dest-check', 'exited'].includes(end)),
      ),
    );
    expect([...kinds]).toEqual(
      expect.arrayContaining(
        'security-group network-acl route-table internet-gateway nat-gateway egress-only-internet-gateway vpc-peering-connection transit-gateway transit-gateway-route-table vpn-gateway vpn-connection virtual-interface premises vpc-endpoint block-public-access loop host'.split(
          ' ',
        ),
      ),
    );
  });
});
