/** The first trap, over many seeds: every case is proven, the key is balanced, and no cue outside the evidence gives it away. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { ask } from '@/lib/core/quiz/kinds/which-layer';
import { generate } from '@/lib/core/scenario/generate';
import { LAYERS } from '@/lib/core/scenario/layer';
import { isProven, rightLayers } from '@/lib/core/scenario/prove';
import { LOG_LAWS, OUR_READING, PACKET_LAWS } from '@/lib/core/scenario/readings';
import { REFLECTION_FAULTS as FAULTS } from '@/lib/core/scenario/traps/reflection-ssh';
import { layerView } from '../../support/layer-view';

const SEEDS = Array.from({ length: 120 }, (_, i) => `seed-${i}`);
const cases = SEEDS.map((seed) => {
  const question = ask(generate(seed));
  return {
    seed,
    question,
    scenario: question.scenario,
    key: rightLayers(question.scenario.broken, OUR_READING),
  };
});

describe('reflection-ssh', () => {
  it('covers every fault of the catalogue, and at least ten', () => {
    const seen = new Set(cases.map(({ scenario }) => scenario.fault.id));
    expect(seen.size).toBe(FAULTS.length);
    expect(FAULTS.length).toBeGreaterThanOrEqual(10);
  });

  it('balances the key over the seeds', () => {
    for (const layer of LAYERS) {
      const share = cases.filter(({ key }) => key.includes(layer)).length / cases.length;
      expect(share, `share of cases in which ${layer} is right`).toBeGreaterThan(0.15);
      expect(share, `share of cases in which ${layer} is right`).toBeLessThan(0.35);
    }
  });

  it.each(cases)(
    '$seed: healthy works, broken fails, the key alone mends, under every reading',
    ({ scenario, key }) => {
      expect(isProven(scenario.broken)).toBe(true);
      expect(key).toContain(scenario.fault.layer);
    },
  );

  it.each(cases.slice(0, 12))(
    '$seed: one key, whichever way each open question is read',
    ({ scenario, key }) => {
      for (const packetLaws of PACKET_LAWS) {
        for (const logLaws of LOG_LAWS)
          expect(rightLayers(scenario.broken, { packetLaws, logLaws })).toEqual(key);
      }
    },
  );

  it('leaves the log silent only where the fault lies upstream, and each of these faults somewhere', () => {
    const silent = cases.filter(({ question }) => question.evidence.signature === 'silent');
    expect(new Set(silent.map(({ scenario }) => scenario.fault.id))).toEqual(
      new Set([
        'no-public-ip',
        'eip-released',
        'igw-missing',
        'pcx-route-missing',
        'route-blackhole',
        'pcx-not-accepted',
      ]),
    );
    for (const { key } of silent) expect(key).toEqual(['upstream']);
  });

  it.each([
    ['sg-in-missing', 'rejected-in', ['security-group', 'network-acl']],
    ['sg-wrong-source', 'rejected-in', ['security-group', 'network-acl']],
    ['nacl-in-missing', 'rejected-in', ['security-group', 'network-acl']],
    ['nacl-order', 'rejected-in', ['security-group', 'network-acl']],
    ['nacl-out-reply', 'answer-rejected', []],
    ['listen-localhost', 'refused', []],
    ['host-firewall', 'unanswered', ['route-table']],
    ['igw-route-missing', 'unanswered', ['route-table']],
    ['pcx-return-route', 'unanswered', ['route-table']],
  ] as const)('%s shows as %s, and the exhibit adds what the log cannot tell', (fault, signature, kinds) => {
    const found = cases.filter(({ scenario }) => scenario.fault.id === fault);
    expect(found.length).toBeGreaterThan(0);
    for (const { question } of found) {
      expect(question.evidence.signature).toBe(signature);
      expect([...new Set(layerView(question).shown.configuration.map(({ kind }) => kind))]).toEqual(kinds);
    }
  });

  it('shows the neighbour at work in every case, with its NODATA beside the target', () => {
    for (const { question } of cases.slice(0, 30)) {
      const [target, neighbour] = layerView(question).shown.log?.interfaces ?? [];
      const busy = neighbour?.records.filter(({ record }) => record['log-status'] === 'OK') ?? [];
      expect(busy.length).toBeGreaterThan(30);
      expect(target?.records.length).toBeGreaterThan(0);
    }
  });

  it('gives nothing away in the view: no rule behind a record, no fault, no key', () => {
    for (const { question } of cases.slice(0, 30)) {
      const view = layerView(question);
      const { network: _network, ...drawing } = view.drawing ?? { network: undefined };
      const text = JSON.stringify({ ...view, drawing });
      for (const { id } of FAULTS) expect(text).not.toContain(`"${id}"`);
      for (const { records } of view.shown.log?.interfaces ?? []) {
        for (const { inferred } of records) expect(inferred).toEqual([]);
      }
    }
  });

  it('writes every ticket in the same words: only names, addresses and what the terminal said differ', () => {
    const shapes = new Set(
      cases.map(({ scenario: { ticket } }) =>
        [ticket.title, plain(ticket.before), plain(ticket.after)]
          .join(' ')
          .replace(/\d+(\.\d+)*(\/\d+)?|[\d:]+|\b[a-z]+-\d\b/g, '·')
          .replace(/in (app|edge)-[ab]/, 'in ·')
          .replace(/the [a-z]+ VPC/, 'the · VPC'),
      ),
    );
    // One for a desktop in a peered VPC, one for an office on the internet.
    expect(shapes.size).toBe(2);
  });

  it('dials a public address only where the target has, or had, one', () => {
    for (const { question, scenario } of cases) {
      const { dialled } = question.evidence;
      const { peering, publicAddress, targetAddress } = scenario.design.parts;
      const isPrivate = peering !== undefined || scenario.fault.id === 'no-public-ip';
      expect(dialled).toBe(isPrivate ? targetAddress : publicAddress);
      expect(scenario.ticket.transcript[0]).toBe(`$ ssh ec2-user@${dialled}`);
    }
  });

  it('has a flow log that covers the whole VPC, writes everything, and is old and delivered', () => {
    for (const { scenario } of cases) {
      const [log] = scenario.world.Snapshot.FlowLogs ?? [];
      expect(log).toMatchObject({
        ResourceId: scenario.design.parts.vpcId,
        TrafficType: 'ALL',
        FlowLogStatus: 'ACTIVE',
      });
      expect(Date.parse(log?.CreationTime ?? '')).toBeLessThan(scenario.from - 86_400_000);
      expect(Date.parse(scenario.world.Now ?? '')).toBeGreaterThanOrEqual(scenario.to + 5 * 60_000);
    }
  });
});

describe('generate', () => {
  it('gives the same bytes for the same seed', () => {
    const bytes = (seed: string): string => JSON.stringify([generate(seed).world, generate(seed).ticket]);
    for (const seed of SEEDS.slice(0, 5)) expect(bytes(seed)).toBe(bytes(seed));
    expect(bytes('seed-1')).not.toBe(bytes('seed-2'));
  });
});
