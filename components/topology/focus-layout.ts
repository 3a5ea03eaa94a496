import {
  type Drawing,
  type Joint,
  type OutsideNode,
  type Role,
  type SubnetBox,
  subnetsOf,
  type VpcBox,
} from './drawing';
import {
  CLEAR,
  EDGE,
  frame,
  GAP,
  inShort,
  layoutOf,
  RADIUS,
  SIDE,
  SUBNET,
  subnetAt,
  WIDTH,
} from './focus-frame';
import { type GatewayMark, jointMark, outsideMark } from './gateway-mark';
import { widthOf } from './label';
import type { Layout } from './layout';

interface Place {
  readonly vpc: VpcBox;
  readonly subnet: SubnetBox;
}

export function focusLayout(drawing: Drawing): Layout {
  const [client, target] = [holding(drawing, 'client'), holding(drawing, 'target')];
  if (client && target) {
    if (client.vpc.id !== target.vpc.id) return acrossVpcs(drawing, client, target);
    return client.subnet.id === target.subnet.id
      ? oneSubnet(drawing, target)
      : twoSubnets(drawing, client, target);
  }
  const inside = target ?? client ?? subnetsOf(drawing)[0];
  if (!inside) throw new Error('a drawing has a subnet');
  return fromOutside(drawing, inside);
}

function acrossVpcs(drawing: Drawing, left: Place, right: Place): Layout {
  const wide = Math.max(narrowest(left, 'client'), widthOf({ text: left.vpc.name, look: 'name' }) + 42);
  const first = frame(left.vpc, EDGE, wide, [subnetAt(left.subnet, 'client', EDGE + SIDE, wide - 2 * SIDE)]);
  const x = EDGE + wide + GAP;
  const width = WIDTH - EDGE - x;
  const second = frame(right.vpc, x, width, [subnetAt(right.subnet, 'target', x + SIDE, width - 2 * SIDE)]);
  const y = middleOf(second);
  const joint = drawing.joints.find(
    ({ vpcIds }) => vpcIds.includes(left.vpc.id) && vpcIds.includes(right.vpc.id),
  );
  if (!joint) return layoutOf(drawing, [first, second], [], []);
  const mark = small(jointMark(inShort(joint), { x: x - GAP / 2, y }, 'below', ''));
  return layoutOf(
    drawing,
    [first, second],
    [mark],
    [
      [
        { x: first.x + first.width, y },
        { x: mark.x - RADIUS, y },
      ],
      [
        { x: mark.x + RADIUS, y },
        { x, y },
      ],
    ],
  );
}

/** The narrowest that still prints the address of the one that connects. */
function narrowest({ subnet }: Place, role: Role): number {
  const node = subnet.interfaces.find((one) => one.role === role);
  const address = widthOf({ text: node?.addresses[0] ?? '', look: 'address' });
  return Math.min(WIDTH / 2 - GAP / 2, address + 14 + 2 * (SUBNET.side + SIDE));
}

function twoSubnets(drawing: Drawing, left: Place, right: Place): Layout {
  const gap = 6;
  const width = (WIDTH - 2 * EDGE - 2 * SIDE - gap) / 2;
  const x = EDGE + SIDE;
  const subnets = [
    subnetAt(left.subnet, 'client', x, width),
    subnetAt(right.subnet, 'target', x + width + gap, width),
  ];
  return layoutOf(drawing, [frame(right.vpc, EDGE, WIDTH - 2 * EDGE, subnets)], [], []);
}

function oneSubnet(drawing: Drawing, { vpc, subnet }: Place): Layout {
  const ends = subnet.interfaces.filter(({ role }) => role !== 'other');
  const shown = { ...subnet, interfaces: [...ends].sort((a) => (a.role === 'target' ? 1 : -1)) };
  const box = subnetAt(shown, 'target', EDGE + SIDE, WIDTH - 2 * EDGE - 2 * SIDE);
  return layoutOf(drawing, [frame(vpc, EDGE, WIDTH - 2 * EDGE, [box])], [], []);
}

/** One end outside; who connects stands left, who is meant stands right. */
function fromOutside(drawing: Drawing, inside: Place): Layout {
  const far = drawing.outside.find(({ role }) => role !== 'other') ?? anywhere(drawing);
  if (!far) return oneSubnet(drawing, inside);
  // The words of the outside stand under its circle, and need their room.
  const half = Math.max(50, Math.ceil(wordsWidth(far) / 2) + 3);
  const width = WIDTH - EDGE - 2 * half - 30;
  const isLeft = far.role === 'server';
  const x = isLeft ? EDGE : WIDTH - EDGE - width;
  const side = isLeft ? SIDE : CLEAR;
  const box = subnetAt(inside.subnet, 'target', x + side, width - CLEAR - SIDE);
  const vpc = frame(inside.vpc, x, width, [box]);
  const y = middleOf(vpc);
  const outside = small(outsideMark(far, { x: isLeft ? WIDTH - half : half, y }));
  const door = gatewayTo(drawing, inside.vpc, far);
  if (!door) return layoutOf(drawing, [vpc], [outside], []);
  const at = { x: isLeft ? x + width : x, y };
  // Under the circle its words would run into the address outside.
  const mark = small(jointMark(inShort(door), at, isLeft ? 'above-right' : 'above-left', ''));
  const [left, right] = isLeft ? [mark, outside] : [outside, mark];
  return layoutOf(
    drawing,
    [vpc],
    [outside, mark],
    [
      [
        { x: left.x + RADIUS, y },
        { x: right.x - RADIUS, y },
      ],
    ],
  );
}

function wordsWidth({ name, address }: OutsideNode): number {
  return Math.max(widthOf({ text: name, look: 'name' }), widthOf({ text: address, look: 'address' }));
}

function anywhere({ outside }: Drawing): OutsideNode | undefined {
  return outside.find(({ behind }) => behind === undefined);
}

function gatewayTo(
  { joints }: Drawing,
  { id }: VpcBox,
  { id: outsideId, behind }: OutsideNode,
): Joint | undefined {
  const leading = joints.filter(({ outsideIds }) => outsideIds.includes(behind ?? outsideId));
  return leading.find(({ vpcIds }) => vpcIds.includes(id)) ?? leading[0];
}

function small(mark: GatewayMark): GatewayMark {
  return { ...mark, radius: RADIUS };
}

function holding(drawing: Drawing, role: Role): Place | undefined {
  return subnetsOf(drawing).find(({ subnet }) => subnet.interfaces.some((node) => node.role === role));
}

function middleOf({ y, height }: { readonly y: number; readonly height: number }): number {
  return y + height / 2 + 5;
}
