/** Every fault, wherever it can bite in every design: the intent fails, and the fault's own repair alone mends it. */
import { describe, expect, it } from 'vitest';
import { parseProtocol } from '@/lib/core/net/protocol';
import { BLUEPRINTS } from '@/lib/core/scenario/blueprints/catalogue';
import { type IntentPath, pathOf } from '@/lib/core/scenario/intent-path';
import { randomFrom } from '@/lib/core/scenario/random';
import { PATH_FAULTS } from '@/lib/core/scenario/sites/catalogue';
import { applyChanges } from '@/lib/core/simulate/change';
import { parseWorld } from '@/lib/core/simulate/parse-world';
import { probe } from '@/lib/core/simulate/probe';
import type { World } from '@/lib/core/simulate/world';

const START = Date.UTC(2026, 2, 2, 10, 0, 0);

function connection(world: World, { intent: { from, to, protocol, port } }: IntentPath): string {
  const door = parseWorld(world);
  if ('issues' in door) return `refused at the door: ${JSON.stringify(door.issues[0])}`;
  const number = parseProtocol(protocol) ?? 0;
  return probe(door.world, { from, to, protocol: number, port, sourcePort: undefined, icmp: undefined })
    .connection;
}

const paths = BLUEPRINTS.flatMap((blueprint) => {
  const design = blueprint.draw(randomFrom(`${blueprint.id}~sites`), START);
  return design.intents.map((intent) => pathOf(design, intent));
});

describe.each(PATH_FAULTS.map((fault) => [fault.id, fault] as const))('%s', (id, fault) => {
  const sites = paths.flatMap((path) => fault.sites(path).map((site) => ({ path, site })));

  it('bites somewhere', () => {
    expect(sites.length).toBeGreaterThan(0);
  });

  it('fails its intent, and is mended by its own repair alone', () => {
    for (const { path, site } of sites) {
      const where = `${path.design.blueprint}: ${path.intent.says} at ${site.at}`;
      const broken = site.inject(randomFrom(`${id}~${where}`));
      expect(`${where}: ${connection(broken, path)}`).toMatch(/: (timeout|refused)$/);
      const repaired = applyChanges(broken, site.repair(broken));
      expect('error' in repaired ? `${where}: ${repaired.error.Message}` : '').toBe('');
      if ('world' in repaired)
        expect(`${where}: ${connection(repaired.world, path)}`).toMatch(/: established$/);
    }
  });
});
