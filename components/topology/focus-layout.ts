/** The drawing for a phone: the two ends, their subnets, and the gateway between, at the width of the screen. */
import type { Placed, Point } from './box';
import type { Drawing, InterfaceNode, Named, SubnetBox, VpcBox } from './drawing';
import { acrossFrom, between, type GatewayMark, gatewayAt, jointAt } from './gateway-mark';
import { widthOf } from './label';
import type { Layout } from './layout';
import type { PlacedVpc } from './vpc-layout';

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

interface Place {
  readonly vpc: VpcBox;
  readonly subnet: SubnetBox;
}

export function focusLayout(drawing: Drawing): Layout {
  const right = holding(drawing, 'target');
  if (!right) throw new Error('a drawing has a target');
  const left = holding(drawing, 'client');
  return left ? acrossPeering(drawing, left, right) : fromOutside(drawing, right);
}

function acrossPeering(drawing: Drawing, left: Place, right: Place): Layout {
  const client = left.subnet.interfaces.find(({ role }) => role === 'client');
  const address = widthOf({ text: client?.address ?? '', look: 'address' }) + 14 + 2 * (SUBNET.side + SIDE);
  const name = widthOf({ text: left.vpc.name, look: 'name' }) + 34;
  const wide = Math.max(address, name);
  const first = place(left, 'client', EDGE, wide, SIDE);
  const second = place(right, 'target', EDGE + wide + GAP, WIDTH - 2 * EDGE - wide - GAP, SIDE);
  const connection = drawing.peers.find(({ vpc }) => vpc.id === left.vpc.id)?.connection;
  const at: Point = { x: EDGE + wide + GAP / 2, y: middleOf(second) };
  const mark = connection
    ? jointAt('peering', at, inShort(connection), '', RADIUS)
    : gatewayAt('peering', at, 'peering', '', RADIUS);
  return layoutOf([first, second], [mark], acrossFrom(first, mark, second));
}

function fromOutside({ outside, internetGateway }: Drawing, right: Place): Layout {
  const client = outside.find(({ isClient }) => isClient);
  const x = 130;
  const vpc = place(right, 'target', x, WIDTH - EDGE - x, CLEAR);
  const y = middleOf(vpc);
  const office = gatewayAt('office', { x: 50, y }, client?.name ?? 'internet', client?.address, RADIUS);
  const gateway =
    internetGateway && jointAt('internet-gateway', { x, y }, inShort(internetGateway), '', RADIUS);
  if (!gateway) return layoutOf([vpc], [], []);
  // Under the circle its words would run into the address of the office.
  return layoutOf([vpc], [office, { ...gateway, wordsAbove: true }], [between(office, gateway)]);
}

/** What differs is said on a subnet's lower border, clear of the last node. */
const FOR_DIFFERENCE = 11;

function layoutOf(
  vpcs: readonly PlacedVpc[],
  gateways: readonly GatewayMark[],
  wires: Layout['wires'],
): Layout {
  const height = Math.max(...vpcs.map((vpc) => vpc.height));
  const level = vpcs.map((vpc) => ({
    ...vpc,
    height,
    subnets: vpc.subnets.map((subnet) => ({ ...subnet, height: subnet.height + height - vpc.height })),
  }));
  const tag = height > VPC.height ? 7 : EDGE;
  return { width: WIDTH, height: VPC.y + height + tag, vpcs: level, gateways, wires };
}

/** A VPC with one subnet in it: the wanted interface, and at the target's side a neighbour above it. */
function place(
  { vpc, subnet }: Place,
  role: 'target' | 'client',
  x: number,
  width: number,
  side: number,
): PlacedVpc {
  const neighbours = subnet.interfaces.filter((node) => node.role !== role);
  const own = subnet.interfaces.filter((node) => node.role === role);
  const shown = [...neighbours.slice(0, role === 'target' ? 1 : 0), ...own];
  const more = [subnet, ...shown].some(({ difference }) => difference) ? FOR_DIFFERENCE : 0;
  const box = { x: x + side, y: SUBNET.y, width: width - side - SIDE, height: SUBNET.height + more };
  const top = NODE.y + (shown.length === 1 ? NODE.pitch / 2 : 0);
  const nodes = shown.map(
    (node, i): Placed<InterfaceNode> => ({
      of: inShort(node),
      x: box.x + SUBNET.side,
      y: top + i * NODE.pitch,
      width: box.width - 2 * SUBNET.side,
      height: NODE.height,
    }),
  );
  return {
    of: { id: vpc.id, name: vpc.name, cidr: '' },
    x,
    y: VPC.y,
    width,
    height: VPC.height + more,
    zones: [],
    subnets: [{ of: inShort({ ...subnet, cidr: '' }), ...box }],
    nodes,
  };
}

function holding({ main, peers }: Drawing, role: InterfaceNode['role']): Place | undefined {
  return [main, ...peers.map(({ vpc }) => vpc)]
    .flatMap((vpc) => vpc.zones.flatMap(({ subnets }) => subnets.map((subnet) => ({ vpc, subnet }))))
    .find(({ subnet }) => subnet.interfaces.some((node) => node.role === role));
}

function middleOf({ y, height }: { readonly y: number; readonly height: number }): number {
  return y + height / 2 + 5;
}

function inShort<T extends Named>(named: T): T {
  const { difference } = named;
  return difference ? { ...named, difference: { ...difference, says: difference.short } } : named;
}
