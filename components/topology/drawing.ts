/** What is drawn: VPCs, zones, subnets and interfaces as a tree, and what joins them. Pure; knows no pixels. */
import { formatAddress } from '@/lib/core/net/address';
import { formatCidr } from '@/lib/core/net/cidr';
import type { DrawingView } from '@/lib/core/quiz/view';
import type { Network } from '@/lib/core/vpc/network';
import type { Subnet } from '@/lib/core/vpc/subnet';
import type { Vpc } from '@/lib/core/vpc/vpc';

export interface Drawing {
  /** The VPC that the case is about. */
  readonly main: VpcBox;
  /** VPCs joined to it by peering. */
  readonly peers: readonly { readonly vpc: VpcBox; readonly connection: NamedId }[];
  readonly internetGateway: NamedId | undefined;
  readonly outside: DrawingView['outside'];
}

export interface NamedId {
  readonly id: string;
  readonly name: string;
}

export interface VpcBox extends NamedId {
  readonly cidr: string;
  readonly zones: readonly ZoneBox[];
  /** Row names in order, public ones first: the tier that subnets of several zones share. */
  readonly tiers: readonly string[];
}

export interface ZoneBox {
  readonly name: string;
  readonly subnets: readonly SubnetBox[];
}

export interface SubnetBox extends NamedId {
  readonly tier: string;
  readonly cidr: string;
  readonly isPublic: boolean;
  readonly interfaces: readonly InterfaceNode[];
}

export interface InterfaceNode extends NamedId {
  readonly address: string;
  readonly publicAddress: string | undefined;
  readonly role: 'target' | 'client' | 'other';
}

export function drawingOf({ designed, targetId, clientInterfaceId, outside }: DrawingView): Drawing {
  const target = designed.networkInterfaces.get(targetId);
  const mainVpc = target?.subnet.vpc ?? [...designed.vpcs.values()][0];
  if (!mainVpc) throw new Error('a drawing needs a VPC');
  const roleOf = (id: string): InterfaceNode['role'] =>
    id === targetId ? 'target' : id === clientInterfaceId ? 'client' : 'other';
  const peers = [...designed.vpcPeeringConnections.values()].flatMap(({ id, name, requester, accepter }) => {
    const far = requester.vpcId === mainVpc.id ? accepter.vpc : requester.vpc;
    return far ? [{ vpc: vpcBox(designed, far, roleOf), connection: { id, name: name ?? id } }] : [];
  });
  const gateway = mainVpc.internetGatewayId;
  return {
    main: vpcBox(designed, mainVpc, roleOf),
    peers,
    internetGateway: gateway === undefined ? undefined : { id: gateway, name: 'internet gateway' },
    outside,
  };
}

function vpcBox(network: Network, vpc: Vpc, roleOf: (id: string) => InterfaceNode['role']): VpcBox {
  const subnets = [...network.subnets.values()].filter((subnet) => subnet.vpc.id === vpc.id);
  const boxes = subnets.map((subnet) => ({
    zone: subnet.availabilityZone,
    box: subnetBox(network, subnet, roleOf),
  }));
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

function subnetBox(
  network: Network,
  subnet: Subnet,
  roleOf: (id: string) => InterfaceNode['role'],
): SubnetBox {
  const name = subnet.name ?? subnet.id;
  const interfaces = [...network.networkInterfaces.values()].filter((eni) => eni.subnet.id === subnet.id);
  return {
    id: subnet.id,
    name,
    tier: name.replace(/-[a-z0-9]$/, ''),
    cidr: subnet.cidrs.map(formatCidr).join(' '),
    isPublic: isPublic(subnet),
    interfaces: interfaces.map(({ id, name: own, primaryAddress, privateAddresses }) => {
      const paired = privateAddresses.find(({ publicAddress }) => publicAddress !== undefined)?.publicAddress;
      return {
        id,
        name: own ?? id,
        address: formatAddress(primaryAddress),
        publicAddress: paired === undefined ? undefined : formatAddress(paired),
        role: roleOf(id),
      };
    }),
  };
}

/** A public subnet is one whose route table leads to an internet gateway. */
export function isPublic({ routeTable }: Subnet): boolean {
  return routeTable.routes.some(({ target }) => target.kind === 'internet-gateway');
}
