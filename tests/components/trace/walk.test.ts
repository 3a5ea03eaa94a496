/** A packet's walk over every design: each step has its place, and no piece of the way crosses a node that is not its own. */
import { describe, expect, it } from 'vitest';
import { drawingOf } from '@/components/topology/drawing-of';
import { layout } from '@/components/topology/layout';
import { anchorsOf, drawnSteps } from '@/components/trace/anchor';
import { pathBetween, roundedPath } from '@/components/trace/path';
import { stampsOf } from '@/components/trace/stamp';
import { designOf } from '@/lib/core/quiz/drawing-view';
import type { StepView } from '@/lib/core/quiz/view';
import { BLUEPRINTS } from '@/lib/core/scenario/blueprints/catalogue';
import { type IntentPath, pathOf } from '@/lib/core/scenario/intent-path';
import { randomFrom } from '@/lib/core/scenario/random';
import { lineBox, overlap } from '../../support/geometry';

const SEEDS = ['one', 'two', 'three'];
const AT = Date.UTC(2026, 10, 20, 10);

function stepsOf({ legs }: IntentPath): readonly StepView[] {
  return (['forward', 'return'] as const).flatMap((leg) =>
    legs[leg].flatMap(({ component, steps }) =>
      steps.map(
        ({ kind, allowed, rule }): StepView => ({ leg, component, kind, allowed, sentence: [], rule }),
      ),
    ),
  );
}

describe.each(BLUEPRINTS)('$id', (blueprint) => {
  const walks = SEEDS.flatMap((seed) => {
    const design = blueprint.draw(randomFrom(seed), AT);
    return design.intents.map((intent) => {
      const path = pathOf(design, intent);
      const drawing = drawingOf(designOf(path));
      return {
        name: `${seed}: ${intent.says}`,
        placed: layout(drawing),
        steps: drawnSteps(drawing, stepsOf(path)),
      };
    });
  });

  it('gives every step its place on the sheet', () => {
    expect(walks.length).toBeGreaterThan(3);
    for (const { name, placed, steps } of walks) {
      const anchors = anchorsOf(placed, steps);
      expect(anchors.length, name).toBe(steps.length);
      for (const { x, y, step } of anchors) {
        expect(x >= 0 && x <= placed.width && y >= 0 && y <= placed.height, `${name}: ${step.kind}`).toBe(
          true,
        );
      }
    }
  });

  it('leads in straight pieces across no other node', () => {
    for (const { name, placed, steps } of walks) {
      const anchors = anchorsOf(placed, steps);
      for (const [i, to] of anchors.entries()) {
        const from = anchors[i - 1];
        if (!from) continue;
        const own = [from, to].map(({ inside }) => inside?.interfaceId);
        const others = placed.vpcs.flatMap(({ nodes }) => nodes).filter(({ of }) => !own.includes(of.id));
        const points = pathBetween(from, to);
        for (const [j, end] of points.entries()) {
          const start = points[j - 1];
          if (!start) continue;
          expect(
            start.x === end.x || start.y === end.y,
            `${name}: ${from.step.kind} to ${to.step.kind}`,
          ).toBe(true);
          for (const node of others)
            expect(
              overlap(lineBox([start, end]), node),
              `${name}: ${from.step.component} to ${to.step.component} across ${node.of.name}`,
            ).toBe(false);
        }
        expect(roundedPath(points)).toMatch(/^M[-\d.]+ /);
      }
    }
  });

  it('stamps what interfaces of the walk write: all accepted, in a healthy design', () => {
    for (const { name, placed, steps } of walks)
      for (const { action } of stampsOf(placed, steps)) expect(action, name).toBe('ACCEPT');
  });
});
