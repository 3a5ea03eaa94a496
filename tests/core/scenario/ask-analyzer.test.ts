/** Healthy means proven twice: the analyzer finds a path for what passes, and none for what nobody may do. */
import { describe, expect, it } from 'vitest';
import { askAnalyzer } from '@/lib/core/scenario/ask-analyzer';
import { BLUEPRINTS } from '@/lib/core/scenario/blueprints/catalogue';
import { randomFrom } from '@/lib/core/scenario/random';
import { parsed } from '../../support/pair';

const START = Date.UTC(2026, 2, 2, 10);

describe.each(BLUEPRINTS.map((blueprint) => [blueprint.id, blueprint] as const))('%s', (id, blueprint) => {
  const design = blueprint.draw(randomFrom(`${id}~analyzer`), START);
  const world = parsed(design.world);

  it.each(design.intents.map((intent) => [intent.says, intent] as const))('%s', (_says, intent) => {
    const asked = askAnalyzer(world, intent, 'complete');
    if ('cannot' in asked) {
      // IPv6, and what answers beside every filter.
      expect(intent.to).toMatch(/:|^169\.254\./);
      return;
    }
    const { NetworkPathFound, Explanations } = asked.analysis;
    // What an instance does with the addresses of others is its own business, of which no API tells.
    const isTranslated = id === 'nat-instance' && intent.server === 'package-mirror' && intent.from !== 'nat';
    expect({ NetworkPathFound, Explanations }).toMatchObject({ NetworkPathFound: !isTranslated });
  });

  it.each(design.forbidden.map((intent) => [intent.says, intent] as const))('not: %s', (_says, intent) => {
    const asked = askAnalyzer(world, intent, 'complete');
    if ('analysis' in asked) expect(asked.analysis.NetworkPathFound).toBe(false);
  });
});
