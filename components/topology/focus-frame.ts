/** The pieces of the drawing for a phone: a VPC of fixed height, with a subnet or two in it and a node or two in those. Pure. */
import type { Placed, Point } from './box';
import type { Drawing, InterfaceNode, Named, Role, SubnetBox, VpcBox } from './drawing';
import type { GatewayMark } from './gateway-mark';
import type { Layout } from './layout';
import { scaleOf } from './scale';
import type { PlacedSubnet, PlacedVpc } from './vpc-layout';

/** Narrow enough that on 320 pixels no word falls below 10.5. */
export const WIDTH = 300;
export const EDGE = 1;
export const RADIUS = 13;
const NODE = { y: 46, height: 38, pitch: 48 } as const;
const VPC = { y: 11, height: 130 } as const;
export const SUBNET = { y: 22, height: 114, side: 3 } as const;
/** Between two VPCs: room for the circle, and for the word under it. */
export const GAP = 50;
/** Where the circle stands on the VPC's own border, what is in it keeps clear of the circle. */
export const CLEAR = RADIUS + 4;
export const SIDE = 3;
/** What differs is said on a subnet's lower border, clear of the last node. */
const FOR_DIFFERENCE = 11;

export interface Inner {
  readonly subnet: PlacedSubnet;
  readonly nodes: readonly Placed<InterfaceNode>[];
}

/** The wanted interface, and at the target's side a neighbour above it. */
export function subnetAt(subnet: SubnetBox, role: Role, x: number, width: number): Inner {
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

export function frame({ id, name }: VpcBox, x: number, width: number, inner: readonly Inner[]): PlacedVpc {
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

export function layoutOf(
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

export function inShort<T extends Named>(named: T): T {
  const { difference } = named;
  return difference ? { ...named, difference: { ...difference, says: difference.short } } : named;
}
