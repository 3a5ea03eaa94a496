/** Every design draws well: twenty seeds of each, as a whole and for a phone, from the ends of each of its intents. */
import { describe, expect, it } from 'vitest';
import { LEGIBLE } from '@/components/topology/camera';
import { focusLayout } from '@/components/topology/focus-layout';
import { LOOKS } from '@/components/topology/label';
import { layout } from '@/components/topology/layout';
import { BLUEPRINTS } from '@/lib/core/scenario/blueprints/catalogue';
import { withDecoys } from '@/lib/core/scenario/decoy';
import { randomFrom } from '@/lib/core/scenario/random';
import { drawingOfDesign } from '../../support/drawing-of-design';
import { expectLegible } from '../../support/layout-laws';

const SEEDS = 20;
const AT = Date.UTC(2026, 10, 20, 10);

/** Drawings of one blueprint, each with its seed and the intent whose ends it marks. */
function drawingsOf(blueprint: (typeof BLUEPRINTS)[number]) {
  return Array.from({ length: SEEDS }, (_, i) => `seed-${i}`).flatMap((seed) => {
    const random = randomFrom(seed);
    const design = withDecoys(blueprint.draw(random, AT), random.fork('decoys'));
    // Each seed marks another intent.
    const intent = design.intents[Number(seed.slice(5)) % design.intents.length];
    return intent ? [{ name: `${seed}, ${intent.says}`, drawing: drawingOfDesign(design, intent) }] : [];
  });
}

describe.each(BLUEPRINTS)('$id', (blueprint) => {
  const drawings = drawingsOf(blueprint);

  it('draws every network whole', () => {
    expect(drawings.length).toBe(SEEDS);
    for (const { name, drawing } of drawings) expectLegible(layout(drawing), name);
  });

  it('draws the two ends for a phone', () => {
    for (const { name, drawing } of drawings) {
      const placed = focusLayout(drawing);
      expectLegible(placed, name);
      expect(placed.height, name).toBeLessThanOrEqual(160);
    }
  });
});

describe('the smallest word', () => {
  it('is no smaller than 10.5 pixels where the camera begins', () => {
    for (const { size } of Object.values(LOOKS)) expect(size * LEGIBLE).toBeGreaterThanOrEqual(10);
    expect(LOOKS.address.size * LEGIBLE).toBeGreaterThanOrEqual(10.5);
  });
});
