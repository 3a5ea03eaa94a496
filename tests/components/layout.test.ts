/** The drawing's geometry: nothing overlaps, everything lies inside what holds it, and wires cross no node. */
import { describe, expect, it } from 'vitest';
import { drawingOf } from '@/components/topology/drawing';
import { focusLayout } from '@/components/topology/focus-layout';
import { type Box, layout, type Point } from '@/components/topology/layout';
import { ask, viewOf } from '@/lib/core/quiz/kinds/which-layer';
import { generate } from '@/lib/core/scenario/generate';

const SEEDS = Array.from({ length: 24 }, (_, i) => `drawing-${i}`);
const drawings = SEEDS.map((seed) => ({
  seed,
  drawing: drawingOf(viewOf(ask(generate('reflection-ssh', seed))).drawing),
}));

const inside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function crosses([from, to]: readonly [Point, Point], box: Box): boolean {
  return overlap(
    {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x) || 1,
      height: Math.abs(from.y - to.y) || 1,
    },
    box,
  );
}

function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
}

describe.each(drawings)('$seed', ({ drawing }) => {
  const placed = layout(drawing);

  it('keeps boxes apart and inside what holds them', () => {
    const nodes = placed.vpcs.flatMap((vpc) => vpc.nodes);
    expect(nodes.length).toBeGreaterThan(4);
    for (const [a, b] of pairs(nodes)) expect(overlap(a, b)).toBe(false);
    for (const [a, b] of pairs(placed.vpcs)) expect(overlap(a, b)).toBe(false);
    for (const vpc of placed.vpcs) {
      expect(inside(vpc, { x: 0, y: 0, width: placed.width, height: placed.height })).toBe(true);
      for (const [a, b] of pairs(vpc.subnets)) expect(overlap(a, b)).toBe(false);
      for (const subnet of vpc.subnets) expect(inside(subnet, vpc)).toBe(true);
      for (const node of vpc.nodes) expect(vpc.subnets.some((subnet) => inside(node, subnet))).toBe(true);
    }
  });

  it('runs wires straight, and across no node', () => {
    expect(placed.wires.length).toBeGreaterThan(0);
    const nodes = placed.vpcs.flatMap((vpc) => vpc.nodes);
    for (const wire of placed.wires) {
      for (const [i, to] of wire.slice(1).entries()) {
        const from = wire[i] as Point;
        expect(from.x === to.x || from.y === to.y).toBe(true);
        for (const node of nodes) expect(crosses([from, to], node)).toBe(false);
      }
    }
  });

  it('marks one target, and draws it on a phone too', () => {
    const targets = placed.vpcs.flatMap((vpc) => vpc.nodes).filter(({ of }) => of.role === 'target');
    expect(targets).toHaveLength(1);
    const small = focusLayout(drawing);
    expect(small.height).toBeLessThanOrEqual(160);
    expect(small.nodes.some(({ of }) => of.role === 'target')).toBe(true);
    for (const [a, b] of pairs(small.nodes)) expect(overlap(a, b)).toBe(false);
    for (const node of small.nodes) {
      expect(inside(node, { x: 0, y: 0, width: small.width, height: small.height })).toBe(true);
      for (const [from, to] of small.wires) if (from && to) expect(crosses([from, to], node)).toBe(false);
    }
  });
});
