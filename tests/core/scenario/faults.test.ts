/** Every fault, on seeds that differ from commit to commit: proven by its own proof, and once more by single probes. */
import { describe, expect, it } from 'vitest';
import type { Fault } from '@/lib/core/scenario/fault';
import type { FaultCase } from '@/lib/core/scenario/fault-case';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { NOT_MODELLED, SIBLINGS } from '@/lib/core/scenario/faults/not-modelled';
import { generateFault } from '@/lib/core/scenario/generate-fault';
import { randomFrom } from '@/lib/core/scenario/random';
import { SYMPTOMS } from '@/lib/core/scenario/symptom-kind';
import { applyChanges } from '@/lib/core/simulate/change';
import { parseWorld } from '@/lib/core/simulate/parse-world';
import { probe } from '@/lib/core/simulate/probe';
import { simulate } from '@/lib/core/simulate/simulate';
import type { Change, World } from '@/lib/core/simulate/world';
import { CATALOGUE } from '../../support/fault-catalogue';
import { rotatingSeeds, SEED_BASE } from '../../support/rotating-seed';

const SEEDS = rotatingSeeds(8);

function opened(world: World) {
  const door = parseWorld(world);
  if ('issues' in door) throw new Error(JSON.stringify(door.issues));
  return door.world;
}

/** What a single attempt comes to; its first Traffic row says who dials what. */
function connection(world: World): string {
  const ready = opened({ ...world, Timeline: [] });
  const [row] = ready.traffic;
  if (!row) throw new Error('somebody tries');
  const { connection: outcome, policy, forward } = probe(ready, row);
  if (policy && !policy.allowed) return 'denied';
  // Where no answer is due, what counts is whether it gets there.
  if (outcome === 'not-answered') return forward?.disposition === 'delivered' ? 'replied' : 'timeout';
  return outcome;
}

function changed(world: World, changes: readonly Change[]): World {
  const after = applyChanges(world, changes);
  if ('error' in after) throw new Error(`${after.error.Code}: ${after.error.Message}`);
  return after.world;
}

const WORKS = ['established', 'replied'];

/** By a probe, which knows no time: a connection that breaks off opens like any other. */
function expected({ symptom }: Fault): readonly string[] {
  switch (symptom) {
    case 'timeout':
    case 'refused':
    case 'denied':
      return [symptom];
    case 'not-sent':
      return ['never-sent'];
    default:
      return WORKS;
  }
}

describe('the catalogue of faults', () => {
  it('has all 117, each built or left out for a reason', () => {
    expect(CATALOGUE.length).toBe(117);
    expect(new Set(CATALOGUE).size).toBe(117);
    const built = FAULTS.map(({ id }) => id);
    expect(new Set(built).size).toBe(built.length);
    expect([...built.filter((id) => !(id in SIBLINGS)), ...Object.keys(NOT_MODELLED)].toSorted()).toEqual(
      CATALOGUE.toSorted(),
    );
    expect(built.length).toBeGreaterThanOrEqual(70);
    expect(Object.keys(SIBLINGS).filter((id) => !built.includes(id))).toEqual([]);
    for (const reason of Object.values(NOT_MODELLED)) expect(reason).toMatch(/^[^.]{20,200}$/);
    for (const sibling of Object.values(SIBLINGS)) expect(CATALOGUE).toContain(sibling);
  });

  it.each(FAULTS)('$id is told', ({ says, tasks, symptom }) => {
    expect(says).toMatch(/^[A-Z][^.]{30,150}\.$/);
    expect(tasks.length).toBeGreaterThan(0);
    for (const task of tasks) expect(task).toMatch(/^(SOA-C03|ANS-C01|SCS-C03) \d(\.\d){0,2}$/);
    expect(new Set(tasks).size).toBe(tasks.length);
    expect(Object.keys(SYMPTOMS)).toContain(symptom);
  });

  it('shows in every way in which a fault can show', () => {
    expect(new Set(FAULTS.map(({ symptom }) => symptom))).toEqual(new Set(Object.keys(SYMPTOMS)));
  });
});

let cases = 0;
let discards = 0;

describe.each(FAULTS)(`$id, seeds of ${SEED_BASE}`, (fault) => {
  it.each(SEEDS)('%s', (seed) => {
    const { made, discarded } = generateFault(fault, seed);
    const { site, healthy, broken, world, watched, stretch } = made;
    cases += 1;
    discards += discarded.length;
    const isExposure = fault.symptom === 'exposed';
    if (isExposure) expect(WORKS).not.toContain(connection(healthy));
    else expect(WORKS).toContain(connection(healthy));
    expect(expected(fault)).toContain(connection(broken));
    const mended = made.dressedAfter(changed(broken, site.repair(broken)));
    if (isExposure) expect(WORKS).not.toContain(connection(mended));
    else expect(WORKS).toContain(connection(mended));
    // What mends it may be tried where nothing of the kind is broken, and breaks nothing there.
    const tried = made.dressedAfter(changed(healthy, site.repair(healthy)));
    expect(WORKS.includes(connection(tried))).toBe(!isExposure);
    if (watched) {
      expect(connection(changed(healthy, site.begins ?? []))).toBe(connection(broken));
      expect(watched.moment).toBeGreaterThan(stretch.from);
      expect(watched.moment).toBeLessThan(stretch.to);
    }
    lives(made, world);
  });
});

/** Somebody else is at work, too, and most of what they do goes well. */
function lives({ stretch }: FaultCase, world: World): void {
  const ready = opened(world);
  expect(ready.now).toBeGreaterThanOrEqual(stretch.to);
  const { results } = simulate(ready);
  const others = results.filter((result) => 'call' in result && result.call.traffic > 0);
  const well = others.filter(({ outcome }) => WORKS.includes(outcome));
  expect(others.length).toBeGreaterThan(20);
  expect(well.length).toBeGreaterThan(10);
}

describe('generateFault', () => {
  it('gives the same bytes for the same seed, and others for another', () => {
    for (const fault of FAULTS.slice(0, 12)) {
      const bytes = (seed: string): string => JSON.stringify(generateFault(fault, seed).made.world);
      expect(bytes('one')).toBe(bytes('one'));
      expect(bytes('one')).not.toBe(bytes('two'));
    }
  });

  it('draws no chance from anywhere but the seed', () => {
    expect(randomFrom('a').fork('b').hex(8)).toBe(randomFrom('a/b').hex(8));
  });

  it('discards few of its draws', () => {
    expect(cases).toBe(FAULTS.length * SEEDS.length);
    expect(discards / (cases + discards), `${discards} discarded for ${cases} cases`).toBeLessThan(0.1);
  });
});
