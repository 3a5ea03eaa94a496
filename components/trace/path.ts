/** The way between two steps of a walk: horizontal and vertical pieces in gutters and gaps, across no node. Pure. */
import type { Point } from '../topology/box';
import type { GatewayMark } from '../topology/gateway-mark';
import type { PlacedVpc } from '../topology/vpc-layout';
import type { Anchor, Inside } from './anchor';

/** From a VPC's border to the line that leads along it, and how close to a corner a wire may end. */
const LANE = 12;
const CORNER = 24;

export function pathBetween(from: Anchor, to: Anchor): readonly Point[] {
  if (from.inside && to.inside)
    return from.inside.interfaceId === to.inside.interfaceId && from.y === to.y
      ? [from, to]
      : tidy([from, ...throughGutters(from, from.inside, to, to.inside), to]);
  if (from.inside && to.circle) return tidy([from, ...toCircle(from, from.inside, to.circle, to.y), to]);
  if (from.circle && to.inside)
    return tidy([from, ...[...toCircle(to, to.inside, from.circle, from.y)].reverse(), to]);
  return tidy([from, { x: to.x, y: from.y }, to]);
}

/** Out into the gutter, under the row of where it leads, and up the other gutter. */
function throughGutters(from: Point, a: Inside, to: Point, b: Inside): readonly Point[] {
  const under = b.belowY;
  return [
    { x: a.gutterX, y: from.y },
    ...(a.gutterX === b.gutterX
      ? []
      : [
          { x: a.gutterX, y: under },
          { x: b.gutterX, y: under },
        ]),
    { x: b.gutterX, y: to.y },
  ];
}

/** Along the VPC's border to where the circle's wire meets it. */
function toCircle(
  from: Point,
  { gutterX, belowY, vpc }: Inside,
  circle: GatewayMark,
  y: number,
): readonly Point[] {
  const out = { x: gutterX, y: from.y };
  if (circle.words === 'beside') return [out, ...overBorder(gutterX, vpc, circle)];
  const isLeft = circle.x <= vpc.x + 1;
  const laneX = isLeft ? vpc.x + LANE + 4 : vpc.x + vpc.width - LANE;
  const isOnBorder = circle.x === vpc.x || circle.x === vpc.x + vpc.width;
  const door = isOnBorder ? y : Math.min(Math.max(y, vpc.y + CORNER), vpc.y + vpc.height - CORNER);
  const beyond = isLeft ? vpc.x - LANE : vpc.x + vpc.width + LANE;
  return [
    out,
    ...(isLeft && gutterX - laneX < LANE
      ? []
      : [
          { x: gutterX, y: belowY },
          { x: laneX, y: belowY },
        ]),
    { x: isLeft && gutterX - laneX < LANE ? gutterX : laneX, y: door },
    ...(door === y
      ? []
      : [
          { x: beyond, y: door },
          { x: beyond, y },
        ]),
  ];
}

/** To a circle that stands under or over the VPC. */
function overBorder(gutterX: number, vpc: PlacedVpc, circle: GatewayMark): readonly Point[] {
  const y = circle.y > vpc.y ? vpc.y + vpc.height - 6 : vpc.y + 14;
  return [
    { x: gutterX, y },
    { x: circle.x, y },
  ];
}

/** Without points that stand where the one before them does. */
function tidy(points: readonly Point[]): readonly Point[] {
  return points
    .map(({ x, y }) => ({ x, y }))
    .filter((point, i, all) => i === 0 || point.x !== all[i - 1]?.x || point.y !== all[i - 1]?.y);
}

/** As an SVG path with rounded corners. */
export function roundedPath(points: readonly Point[], radius = 6): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${first.x} ${first.y}`];
  for (const [i, point] of rest.entries()) {
    const next = rest[i + 1];
    const before = i === 0 ? first : rest[i - 1];
    if (!next || !before) {
      parts.push(`L${point.x} ${point.y}`);
      continue;
    }
    const a = toward(point, before, radius);
    const b = toward(point, next, radius);
    parts.push(`L${a.x} ${a.y}`, `Q${point.x} ${point.y} ${b.x} ${b.y}`);
  }
  return parts.join('');
}

/** From a corner so far toward a neighbour, at most half of the way. */
function toward(corner: Point, neighbour: Point, radius: number): Point {
  const length = Math.hypot(neighbour.x - corner.x, neighbour.y - corner.y);
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length;
  return { x: corner.x + (neighbour.x - corner.x) * share, y: corner.y + (neighbour.y - corner.y) * share };
}
