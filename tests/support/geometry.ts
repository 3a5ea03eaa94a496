/** Boxes and lines of a drawing: what lies in what, what meets what. */
import type { Box, Point } from '@/components/topology/box';

/** A hair's breadth is no overlap: coordinates are sums of fractions. */
const HAIR = 0.01;

export function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - HAIR &&
    inner.y >= outer.y - HAIR &&
    inner.x + inner.width <= outer.x + outer.width + HAIR &&
    inner.y + inner.height <= outer.y + outer.height + HAIR
  );
}

export function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width - HAIR &&
    b.x < a.x + a.width - HAIR &&
    a.y < b.y + b.height - HAIR &&
    b.y < a.y + a.height - HAIR
  );
}

export function lineBox([from, to]: readonly [Point, Point]): Box {
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(from.x - to.x) || 1,
    height: Math.abs(from.y - to.y) || 1,
  };
}

export function circleBox({ x, y, radius }: Point & { readonly radius: number }): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

export function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
}
