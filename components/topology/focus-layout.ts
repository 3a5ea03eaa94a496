/** The drawing for a phone: the two ends, their subnets, and the gateway between, at the width of the screen. Pure. */
import type { Placed, Point } from './box';
import {
  type Drawing,
  type InterfaceNode,
  type Joint,
  type Named,
  type OutsideNode,
  type Role,
  type SubnetBox,
  subnetsOf,
  type VpcBox,
} from './drawing';
import { type GatewayMark, jointMark, outsideMark } from './gateway-mark';
import { widthOf } from './label';
import type { Layout } from './layout';
import { scaleOf } from './scale';
import type { PlacedSubnet, PlacedVpc } from './vpc-layout';

/** Narrow enough that on 320 pixels no word falls below 10.5. */
const WIDTH = 300;
const EDGE = 1;
const RADIUS = 13;
const NODE = { y: 46, height: 38, pitch: 48 } as const;
const VPC = { y: 11, height: 130 } as const;
const SUBNET = { y: 22, height: 114, side: 3 } as const;
/** Between two VPCs: room for the circle, and for the word under it. */
const GAP = 50;
/** Where the circle stands on the VPC's own border, what is in it keeps clear of the circle. */
const CLEAR = RADIUS + 4;
const SIDE = 3;
/** What differs is said on a subnet's lower border, clear of the last node. */
const FOR_DIFFERENCE = 11;

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

interface Inner {
  readonly subnet: PlacedSubnet;
  readonly nodes: readonly Placed<InterfaceNode>[];
}

/** The wanted interface, and at the target's side a neighbour above it. */
function subnetAt(subnet: SubnetBox, role: Role, x: number, width: number): Inner {
  const own = subnet.interfaces.filter((node) => node.role === role);
  const others = subnet.interfaces.filter((node) => node.role !== role);
  const shown = [...others.slice(0, role === 'target' ? 1 : 0), ...own];
  const more = [subnet, ...shown].some(({ difference }) => difference) ? FOR_DIFFERENCE : 0;
  const top = NODE.y + (shown.length === 1 ? NODE.pitch / 2 : 0);
  return {
    subnet: {
      of: inShort({ ...subnet, cidrs: [] }),
      x,
      y: SUBNET.y,
      width,
      height: SUBNET.height + more,
      isBlockBeside: false,
    },
    nodes: shown.map((node, i) => ({
      of: inShort({ ...node, addresses: node.addresses.slice(0, 1) }),
      x: x + SUBNET.side,
      y: top + i * NODE.pitch,
      width: width - 2 * SUBNET.side,
      height: NODE.height,
    })),
  };
}

function frame({ id, name }: VpcBox, x: number, width: number, inner: readonly Inner[]): PlacedVpc {
  const subnets = inner.map(({ subnet }) => subnet);
  const height = Math.max(...subnets.map((subnet) => subnet.height)) + VPC.height - SUBNET.height;
  return {
    of: { id, name, cidrs: [], difference: undefined },
    x,
    y: VPC.y,
    width,
    height,
    zones: [],
    subnets,
    nodes: inner.flatMap(({ nodes }) => nodes),
  };
}

function layoutOf(
  drawing: Drawing,
  vpcs: readonly PlacedVpc[],
  gateways: readonly GatewayMark[],
  wires: readonly (readonly Point[])[],
): Layout {
  const height = Math.max(...vpcs.map((vpc) => vpc.height));
  const level = vpcs.map((vpc) => ({
    ...vpc,
    height,
    subnets: vpc.subnets.map((subnet) => ({ ...subnet, height: height + SUBNET.height - VPC.height })),
  }));
  const tag = height > VPC.height ? 7 : EDGE;
  return {
    width: WIDTH,
    height: VPC.y + height + tag,
    scale: scaleOf(drawing),
    vpcs: level,
    gateways,
    wires,
  };
}

function holding(drawing: Drawing, role: Role): Place | undefined {
  return subnetsOf(drawing).find(({ subnet }) => subnet.interfaces.some((node) => node.role === role));
}

function middleOf({ y, height }: { readonly y: number; readonly height: number }): number {
  return y + height / 2 + 5;
}

function inShort<T extends Named>(named: T): T {
  const { difference } = named;
  return difference ? { ...named, difference: { ...difference, says: difference.short } } : named;
}
