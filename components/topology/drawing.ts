/** What is drawn: VPCs, zones, subnets and interfaces as a tree, and what joins them. Pure; knows no pixels. */
import { formatAddress } from '@/lib/core/net/address';
import { formatCidr } from '@/lib/core/net/cidr';
import type { DrawingDifference, DrawingView } from '@/lib/core/quiz/view';
import type { Network } from '@/lib/core/vpc/network';
import type { Subnet } from '@/lib/core/vpc/subnet';
import type { Vpc } from '@/lib/core/vpc/vpc';

export interface Drawing {
  /** The VPC that the case is about. */
  readonly main: VpcBox;
  /** VPCs joined to it by peering. */
  readonly peers: readonly { readonly vpc: VpcBox; readonly connection: Joint }[];
  readonly internetGateway: Joint | undefined;
  readonly outside: DrawingView['outside'];
}

/** What stands in a drawing under a name, and how it differs from what was designed. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly difference: DrawingDifference | undefined;
}

/** A gateway or a peering connection. */
export type Joint = Named;

export interface VpcBox {
  readonly id: string;
  readonly name: string;
  readonly cidr: string;
  readonly zones: readonly ZoneBox[];
  /** Row names in order, public ones first: the tier that subnets of several zones share. */
  readonly tiers: readonly string[];
}

export interface ZoneBox {
  readonly name: string;
  readonly subnets: readonly SubnetBox[];
}

export interface SubnetBox extends Named {
  readonly tier: string;
  readonly cidr: string;
  readonly isPublic: boolean;
  readonly interfaces: readonly InterfaceNode[];
}

export interface InterfaceNode extends Named {
  readonly address: string;
  readonly role: 'target' | 'client' | 'other';
}

/** What a box takes from the view besides the network itself. */
interface Marks {
  roleOf(id: string): InterfaceNode['role'];
  differenceOf(id: string): DrawingDifference | undefined;
}

export function drawingOf(view: DrawingView): Drawing {
  const { network, targetId, clientInterfaceId, outside, differences } = view;
  const target = network.networkInterfaces.get(targetId);
  const mainVpc = target?.subnet.vpc ?? [...network.vpcs.values()][0];
  if (!mainVpc) throw new Error('a drawing needs a VPC');
  const marks: Marks = {
    roleOf: (id) => (id === targetId ? 'target' : id === clientInterfaceId ? 'client' : 'other'),
    differenceOf: (id) => differences.find((difference) => difference.id === id),
  };
  const joint = (id: string, name: string): Joint => ({ id, name, difference: marks.differenceOf(id) });
  const peers = [...network.vpcPeeringConnections.values()].flatMap(({ id, requester, accepter }) => {
    const far = requester.vpcId === mainVpc.id ? accepter.vpc : requester.vpc;
    return far ? [{ vpc: vpcBox(network, far, marks), connection: joint(id, 'peering') }] : [];
  });
  return {
    main: vpcBox(network, mainVpc, marks),
    peers,
    internetGateway: view.internetGatewayId === undefined ? undefined : joint(view.internetGatewayId, 'igw'),
    outside,
  };
}

function vpcBox(network: Network, vpc: Vpc, marks: Marks): VpcBox {
  const boxes = [...network.subnets.values()]
    .filter((subnet) => subnet.vpc.id === vpc.id)
    .map((subnet) => ({ zone: subnet.availabilityZone, box: subnetBox(network, subnet, marks) }));
  const zones = [...new Set(boxes.map(({ zone }) => zone))].sort();
  const tiers = [...boxes]
    .sort((a, b) => Number(b.box.isPublic) - Number(a.box.isPublic))
    .map(({ box }) => box.tier);
  return {
    id: vpc.id,
    name: vpc.name ?? vpc.id,
    cidr: vpc.cidrs.map(formatCidr).join(' '),
    zones: zones.map((name) => ({
      name,
      subnets: boxes.filter(({ zone }) => zone === name).map(({ box }) => box),
    })),
    tiers: [...new Set(tiers)],
  };
}

function subnetBox(network: Network, subnet: Subnet, { roleOf, differenceOf }: Marks): SubnetBox {
  const name = subnet.name ?? subnet.id;
  const interfaces = [...network.networkInterfaces.values()].filter((eni) => eni.subnet.id === subnet.id);
  return {
    id: subnet.id,
    name,
    difference: differenceOf(subnet.id),
    tier: name.replace(/-[a-z0-9]$/, ''),
    cidr: subnet.cidrs.map(formatCidr).join(' '),
    isPublic: isPublic(subnet),
    interfaces: interfaces.map(({ id, name: own, primaryAddress }) => ({
      id,
      name: own ?? id,
      difference: differenceOf(id),
      address: formatAddress(primaryAddress),
      role: roleOf(id),
    })),
  };
}

/** A public subnet is one whose route table leads to an internet gateway. */
export function isPublic({ routeTable }: Subnet): boolean {
  return routeTable.routes.some(
    ({ target, state }) => target.kind === 'internet-gateway' && state === 'active',
  );
}
