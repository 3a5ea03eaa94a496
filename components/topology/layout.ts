/** Where everything stands: outside on the left, then the VPCs that the one in question is joined to, then that one. Pure. */
import type { Point } from './box';
import type { Drawing, Joint, VpcBox } from './drawing';
import { folded } from './fold';
import type { GatewayMark } from './gateway-mark';
import { placeJoints } from './joint-layout';
import { boxOf } from './label';
import { gatewayLabels } from './labels';
import { BORDER, borderJoints, outsideWidth, placeOutside } from './outside-layout';
import { type Scale, scaleOf } from './scale';
import { movedBy, type PlacedVpc, placeVpc } from './vpc-layout';

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly scale: Scale;
  readonly vpcs: readonly PlacedVpc[];
  readonly gateways: readonly GatewayMark[];
  /** Each a polyline of horizontal and vertical pieces that crosses no node. */
  readonly wires: readonly (readonly Point[])[];
}

const MARGIN = 4;
const TOP = MARGIN + 10;
/** Between columns: room for a circle and the words under it. */
const GUTTER = { border: 96, between: 138 } as const;
const STACK_GAP = { plain: 30, joined: 84 } as const;

export function layout(whole: Drawing): Layout {
  const drawing = folded(whole);
  const scale = scaleOf(drawing);
  const [first, ...others] = drawing.vpcs;
  const outside = outsideWidth(drawing);
  const left = stackOf(drawing, others, scale);
  const leftWidth = Math.max(0, ...left.map(({ width }) => width));
  const border = borderJoints(drawing, first.id).left;
  // Others stand right under the outside, unless gateways of their own lead there.
  const shares = others.every(({ id }) => borderJoints(drawing, id).left.length === 0);
  const leftX = MARGIN + (shares || outside === 0 ? 0 : outside + GUTTER.border);
  const beside = Math.max(left.length === 0 ? 0 : leftX - MARGIN + leftWidth, outside);
  const gutter = left.length > 0 ? GUTTER.between : outside > 0 ? GUTTER.border : 0;
  const main = movedBy(placeVpc(first, scale, leastHeight(drawing, first)), MARGIN + beside + gutter, TOP);
  const outsideX = MARGIN + (shares && left.length > 0 ? Math.max(outside, leftWidth) : outside) / 2;
  const above = left.length > 0 && (border.length > 0 || (shares && outside > 0));
  const sky = above
    ? main.y + BORDER.first + BORDER.pitch * (Math.max(1, border.length) - 1) + 66 + under(drawing)
    : TOP;
  const top = Math.max(sky, main.y + main.height - heightOf(left));
  const vpcs = [main, ...left.map((vpc) => movedBy(vpc, leftX, top))];
  const far = placeOutside(drawing, vpcs, outsideX, leftX === MARGIN ? main.x : leftX);
  const between = placeJoints(drawing, vpcs, MARGIN + beside + gutter / 2);
  return sheet({
    scale,
    vpcs: [...vpcs.slice(1), main],
    gateways: [...far.gateways, ...between.gateways],
    wires: [...far.wires, ...between.wires],
  });
}

/** Hosts stand under what they are behind. */
function under({ outside }: Drawing): number {
  return 74 * outside.filter(({ kind }) => kind === 'host').length;
}

function leastHeight(drawing: Drawing, { id }: VpcBox): number {
  const { left, right } = borderJoints(drawing, id);
  const most = Math.max(left.length, right.length);
  return most === 0 ? 0 : BORDER.first + most * BORDER.pitch - 10;
}

/** One under the other, from 0; where two neighbours are joined there is room between them. */
function stackOf(drawing: Drawing, vpcs: readonly VpcBox[], scale: Scale): readonly PlacedVpc[] {
  const placed = vpcs.map((vpc) => placeVpc(vpc, scale, leastHeight(drawing, vpc)));
  const width = Math.max(0, ...placed.map((vpc) => vpc.width));
  let y = 0;
  return placed.map((vpc, i) => {
    const here = movedBy(vpc, width - vpc.width, y);
    y += vpc.height + (joined(drawing, vpcs[i], vpcs[i + 1]) ? STACK_GAP.joined : STACK_GAP.plain);
    return here;
  });
}

function joined({ joints }: Drawing, a: VpcBox | undefined, b: VpcBox | undefined): Joint | undefined {
  if (!a || !b) return undefined;
  return joints.find(
    ({ kind, vpcIds }) => kind === 'peering' && vpcIds.includes(a.id) && vpcIds.includes(b.id),
  );
}

function heightOf(vpcs: readonly PlacedVpc[]): number {
  const last = vpcs.at(-1);
  return last ? last.y + last.height : 0;
}

/** As large as what stands on it; nothing lies left of or above its corner. */
function sheet(parts: Omit<Layout, 'width' | 'height'>): Layout {
  const words = parts.gateways.flatMap((mark) => gatewayLabels(mark).map(boxOf));
  const boxes = [...parts.vpcs, ...words];
  const circles = parts.gateways.map(({ x, y, radius }) => ({ right: x + radius, bottom: y + radius }));
  return {
    ...parts,
    width: Math.max(...boxes.map(({ x, width }) => x + width), ...circles.map(({ right }) => right)) + MARGIN,
    height:
      Math.max(...boxes.map(({ y, height }) => y + height), ...circles.map(({ bottom }) => bottom)) +
      MARGIN +
      8,
  };
}
