/** Healthy means proven: in every design, for many seeds, all that should pass passes and nothing that should not does. */
import { describe, expect, it } from 'vitest';
import { parseProtocol } from '@/lib/core/net/protocol';
import { BLUEPRINTS } from '@/lib/core/scenario/blueprints/catalogue';
import type { Intent } from '@/lib/core/scenario/intent';
import { randomFrom } from '@/lib/core/scenario/random';
import { type ParsedWorld, parseWorld } from '@/lib/core/simulate/parse-world';
import { type Probe, probe } from '@/lib/core/simulate/probe';
import type { World } from '@/lib/core/simulate/world';

const START = Date.UTC(2026, 2, 2, 10, 0, 0);
const SEEDS = Array.from({ length: 12 }, (_, i) => `healthy-${i}`);

function opened(world: World): ParsedWorld {
  const door = parseWorld(world);
  if ('issues' in door) throw new Error(JSON.stringify(door.issues));
  return door.world;
}

function ask(world: ParsedWorld, { from, to, protocol, port }: Intent): Probe {
  const number = parseProtocol(protocol) ?? 0;
  return probe(world, { from, to, protocol: number, port, sourcePort: undefined, icmp: undefined });
}

describe('blueprints', () => {
  it('are at least eight, each with an id of its own', () => {
    expect(BLUEPRINTS.length).toBeGreaterThanOrEqual(8);
    expect(new Set(BLUEPRINTS.map(({ id }) => id)).size).toBe(BLUEPRINTS.length);
  });

  describe.each(BLUEPRINTS.map((blueprint) => [blueprint.id, blueprint] as const))('%s', (id, blueprint) => {
    it.each(SEEDS)('%s', (seed) => {
      const design = blueprint.draw(randomFrom(`${id}~${seed}`), START);
      const world = opened({ ...design.world, Traffic: design.background });
      expect(design.intents.length).toBeGreaterThanOrEqual(4);
      expect(design.forbidden.length).toBeGreaterThanOrEqual(1);
      expect(new Set(design.intents.map((intent) => intent.id)).size).toBe(design.intents.length);
      for (const intent of design.intents) {
        const { connection, decidedBy } = ask(world, intent);
        expect({ intent: intent.says, connection, decidedBy: decidedBy?.step.rule.id }).toMatchObject({
          connection: 'established',
        });
      }
      for (const intent of design.forbidden)
        expect({ intent: intent.says, connection: ask(world, intent).connection }).not.toMatchObject({
          connection: 'established',
        });
    });

    it('gives the same bytes for the same seed', () => {
      const draw = () => JSON.stringify(blueprint.draw(randomFrom(`${id}~twice`), START));
      expect(draw()).toBe(draw());
    });
  });
});
