/** What can be looked at in the cases of every fault: it gives nothing away, opens, and shows what is broken to whoever looks there. */
import { describe, expect, it } from 'vitest';
import { cheapestEvidence } from '@/lib/core/quiz/evidence/cheapest';
import { comparisonOfQuestion } from '@/lib/core/quiz/evidence/comparison-of';
import type { Exhibit } from '@/lib/core/quiz/evidence/exhibit';
import { evidenceCost, exhibitOf, offersOf, openEvidence } from '@/lib/core/quiz/evidence/open';
import { sceneOf } from '@/lib/core/quiz/evidence/scene';
import { sceneOfQuestion } from '@/lib/core/quiz/evidence/scene-of';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import type { FaultCase } from '@/lib/core/scenario/fault-case';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { generateFault } from '@/lib/core/scenario/generate-fault';
import { readableLines } from '@/lib/core/scenario/log-view';
import { OUR_READING } from '@/lib/core/scenario/readings';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { rotatingSeeds, SEED_BASE } from '../../../support/rotating-seed';

const [SEED = ''] = rotatingSeeds(1);
const CASES = FAULTS.map((fault) => ({ id: fault.id, made: generateFault(fault, SEED).made }));
const byId = (id: string): FaultCase => CASES.find((one) => one.id === id)?.made as FaultCase;
const isPage = (id: string): boolean => !/^(flow-log-query|connection-test|reachability-analyzer):/.test(id);

describe.each(CASES)(`$id, seed of ${SEED_BASE}`, ({ made }) => {
  const scene = sceneOf(made);
  const offers = offersOf(scene);
  const pages = offers.filter(({ id }) => isPage(id));

  it('offers the same as an account in which nothing is broken', () => {
    const healthy = sceneOf({ ...made, world: made.healthy });
    expect(offers.length).toBeGreaterThan(10);
    expect(offers).toEqual(offersOf(healthy));
    expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
  });

  it('shows every broken setting on some page', () => {
    const healthy = sceneOf({ ...made, world: { ...made.healthy, Timeline: [] } });
    const before = JSON.stringify(healthy.now().snapshot);
    const after = JSON.stringify(scene.now().snapshot);
    const differing = pages.filter(
      ({ id }) => JSON.stringify(openEvidence(healthy, id)) !== JSON.stringify(openEvidence(scene, id)),
    );
    expect(differing.length > 0).toBe(before !== after);
  });

  it('tells nothing of hosts and names no fault', () => {
    expect(pages.length).toBeGreaterThan(5);
    const text = JSON.stringify([offers, pages.map((one) => exhibitOf(scene, one))]);
    expect(text).not.toMatch(/"(?:Listeners|Firewall|Hosts|Forwarding)"/);
    expect(text).not.toContain(`"${made.fault.id}"`);
  });
});

describe('a scene', () => {
  const made = byId('nacl-out-reply');
  const scene = sceneOf(made);

  it('counts what was opened once, and what does not exist not at all', () => {
    const [page, test, run] = ['network-acl', 'connection-test', 'reachability-analyzer'].map(
      (kind) => offersOf(scene).find((one) => one.kind === kind)?.id ?? '',
    ) as [string, string, string];
    expect(evidenceCost(scene, [])).toBe(0);
    expect(evidenceCost(scene, [page, page, test, page, run, 'network-acl:acl-none'])).toBe(1 + 2 + 3);
  });

  it.each(['', 'route-table', 'route-table:', 'route-table:rtb-0', 'vpc:acl-0', 'ticket'])(
    'opens nothing by %o',
    (id) => {
      expect(openEvidence(scene, id)).toBeUndefined();
    },
  );

  it('says of what is gone what AWS says', () => {
    const gone = sceneOf(byId('if-endpoint-missing'));
    const missing = offersOf(gone)
      .map((one) => exhibitOf(gone, one))
      .filter((one) => one.kind === 'missing');
    expect(missing.map(({ code }) => code)).toContain('InvalidVpcEndpointId.NotFound');
  });

  it('offers what nobody designed once it has been named', () => {
    const made = byId('nacl-custom-deny-all');
    const scene = sceneOf(made);
    const vpcs = offersOf(scene).filter(({ kind }) => kind === 'vpc');
    const more = offersOf(
      scene,
      vpcs.map(({ id }) => id),
    ).filter(({ id }) => !offersOf(scene).some((one) => one.id === id));
    expect(more.map(({ kind }) => kind)).toEqual(['network-acl']);
    expect(openEvidence(scene, more[0]?.id ?? '')).toMatchObject({ kind: 'page' });
  });

  it('shows the log as it can be read, in the format of each flow log', () => {
    const { world, capture } = scene.played();
    const queries = offersOf(scene).filter(({ kind }) => kind === 'flow-log-query');
    expect(queries.length).toBeGreaterThan(1);
    let lines = 0;
    for (const { component, id } of queries) {
      const shown = openEvidence(scene, id) as Extract<Exhibit, { kind: 'log' }>;
      const expected = readableLines(
        world,
        capture,
        { ...made.stretch, interfaceIds: [component] },
        OUR_READING.logLaws,
      );
      expect(shown.streams.flatMap(({ records }) => records.map(({ line }) => line)).sort()).toEqual(
        expected.map(({ line }) => line).sort(),
      );
      for (const { fields, records } of shown.streams)
        for (const { line } of records) expect(line.split(' ')).toHaveLength(fields.length);
      lines += expected.length;
    }
    expect(lines).toBeGreaterThan(20);
  });

  it('words a test as its tool does, and tells how long it took', () => {
    const tests = FAULTS.filter(({ layer }) => layer === 'host' || layer === 'security-group').flatMap(
      ({ id }) => {
        const open = sceneOf(byId(id));
        return offersOf(open)
          .filter(({ kind }) => kind === 'connection-test')
          .map((one) => exhibitOf(open, one) as Extract<Exhibit, { kind: 'test' }>);
      },
    );
    const said = { established: /succeeded!$/, refused: /Connection refused$/, timeout: /timed out/ };
    for (const [outcome, words] of Object.entries(said)) {
      const such = tests.filter((one) => one.outcome === outcome && one.command.startsWith('nc '));
      expect(such.length, outcome).toBeGreaterThan(0);
      for (const { printed, seconds } of such) {
        expect(printed.join('\n')).toMatch(words);
        expect(seconds).toBe(outcome === 'timeout' ? 5 : 0);
      }
    }
  });

  it('runs the analyzer, and leads over the components that it names', () => {
    const runs = ['nacl-out-reply', 'igw-route-missing', 'service-stopped', 'sg-in-missing'].map((id) => {
      const open = sceneOf(byId(id));
      const run = offersOf(open).find(({ kind }) => kind === 'reachability-analyzer');
      return run && (exhibitOf(open, run) as Extract<Exhibit, { kind: 'analysis' }>);
    });
    const made = runs.filter((run) => run?.analysis !== undefined);
    expect(made.length).toBeGreaterThan(2);
    for (const run of made) {
      expect(run?.steps.length).toBeGreaterThan(0);
      expect(run?.steps.every(({ leg }) => (leg === 'blocked') !== run.analysis?.NetworkPathFound)).toBe(
        true,
      );
    }
  });
});

describe.each(TRAPS)(`$id, seed of ${SEED_BASE}`, (trap) => {
  const { question } = generateQuestion(trap, SEED, trap.asks);
  const scene = sceneOfQuestion(question);

  it('opens everything that it offers, and charges nothing for what lies on the table', () => {
    const isAboutLooking = ['what-becomes-of-it', 'fill-in', 'which-tool'].includes(question.kind);
    expect(scene === undefined).toBe(isAboutLooking);
    if (!scene) return;
    const offers = offersOf(scene);
    expect(new Set(offers.map(({ kind }) => kind)).size).toBeGreaterThan(5);
    expect(offers.every((one) => exhibitOf(scene, one) !== undefined)).toBe(true);
    const free = offers.filter(({ price }) => price === 0).map(({ id }) => id);
    expect(free.sort()).toEqual(scene.shown.filter((id) => offers.some((one) => one.id === id)).sort());
    expect(evidenceCost(scene, free)).toBe(0);
  });

  it('is compared with what else it might be', () => {
    const comparison = comparisonOfQuestion(question);
    if (comparison) expect(cheapestEvidence(comparison).cost).toBeLessThanOrEqual(3);
    else
      expect(['missing-record', 'what-keeps-out', 'what-becomes-of-it', 'fill-in', 'which-tool']).toContain(
        question.kind,
      );
  });
});
