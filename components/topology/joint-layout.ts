/** What joins VPCs: peering connections and transit gateways, in the gutter between two columns or the gap between two rows. Pure. */
import type { Point } from './box';
import type { Drawing, Joint } from './drawing';
import { elbow, type GatewayMark, jointMark, outsideMark, RADIUS } from './gateway-mark';
import { vpcTab } from './labels';
import { type Placement, standsBetween } from './outside-layout';
import type { PlacedVpc } from './vpc-layout';

/** From one circle to the next, with the two lines under it. */
const PITCH = 80;
/** How close to a corner of a VPC a wire may end. */
const CORNER = 24;
/** Where the two lines under a circle end. */
const UNDER_WORDS = RADIUS + 36;
/** From the VPCs at the left to the line that their wires share. */
const LANE = 10;

/** `vpcs`: the one in question first; `gutterX`: the middle of the gutter left of it. */
export function placeJoints(drawing: Drawing, vpcs: readonly PlacedVpc[], gutterX: number): Placement {
  const gateways: GatewayMark[] = [];
  const wires: (readonly Point[])[] = [];
  const [main, ...left] = vpcs;
  if (!main) return { gateways, wires };
  let free = 0;
  for (const joint of drawing.joints.filter(({ vpcIds }) => vpcIds.length > 1)) {
    const sides = left.filter(({ of }) => joint.vpcIds.includes(of.id));
    const [first, second] = sides;
    const endsAtMain = joint.vpcIds.includes(main.of.id);
    if (!endsAtMain && first && second && areNeighbours(left, first, second)) {
      const y = (first.y + first.height + second.y) / 2;
      const mark = jointMark(joint, { x: rightOfTab(second), y }, 'beside');
      gateways.push(mark);
      wires.push(...downThrough(first, mark, second));
      continue;
    }
    if (!first) continue;
    const y = Math.max(free, centre(joint, sides, main));
    const mark = jointMark(joint, { x: gutterX, y }, 'below');
    gateways.push(mark);
    free = y + PITCH;
    const lane = Math.max(...left.map((vpc) => vpc.x + vpc.width)) + LANE;
    for (const side of sides) wires.push(fromLeft(side, mark, lane));
    if (endsAtMain)
      wires.push(elbow({ x: gutterX + RADIUS, y }, { x: main.x, y: within(main, y) }, main.x - LANE));
    for (const node of drawing.outside.filter(({ id }) => joint.outsideIds.includes(id))) {
      if (!standsBetween(drawing, node.id)) continue;
      gateways.push(outsideMark(node, { x: gutterX, y: free }));
      wires.push([
        { x: gutterX, y: free - PITCH + UNDER_WORDS },
        { x: gutterX, y: free - RADIUS },
      ]);
      free += PITCH;
    }
  }
  return { gateways, wires };
}

/** Level with the one VPC that it joins to the main one, or with the middle of several. */
function centre({ kind }: Joint, sides: readonly PlacedVpc[], main: PlacedVpc): number {
  const middles = sides.map(({ y, height }) => y + height / 2);
  const mean = middles.reduce((sum, y) => sum + y, 0) / middles.length;
  return kind === 'peering' && sides.length === 1 ? mean : within(main, mean);
}

function fromLeft(side: PlacedVpc, mark: GatewayMark, lane: number): readonly Point[] {
  const y = side.y + side.height / 2;
  const from = { x: side.x + side.width, y: Math.abs(y - mark.y) < side.height / 2 - CORNER ? mark.y : y };
  return elbow(from, { x: mark.x - RADIUS, y: mark.y }, lane);
}

function within({ y, height }: PlacedVpc, wanted: number): number {
  return Math.min(Math.max(wanted, y + CORNER), y + height - CORNER);
}

/** Clear of the name on the border of the lower one. */
function rightOfTab(vpc: PlacedVpc): number {
  const tab = vpcTab(vpc);
  return Math.min(vpc.x + vpc.width - CORNER, Math.max(vpc.x + vpc.width * 0.78, tab.x + tab.width + 10));
}

function areNeighbours(stack: readonly PlacedVpc[], a: PlacedVpc, b: PlacedVpc): boolean {
  return stack.indexOf(b) - stack.indexOf(a) === 1;
}

function downThrough(
  upper: PlacedVpc,
  { x, y, radius }: GatewayMark,
  lower: PlacedVpc,
): readonly (readonly Point[])[] {
  return [
    [
      { x, y: upper.y + upper.height },
      { x, y: y - radius },
    ],
    [
      { x, y: y + radius },
      { x, y: lower.y },
    ],
  ];
}
