/** From the network of a question to what is drawn of it. */
import { formatAddress } from '@/lib/core/net/address';
import { formatCidr } from '@/lib/core/net/cidr';
import type { DrawingView } from '@/lib/core/quiz/view';
import type { Network } from '@/lib/core/vpc/network';
import type { NetworkInterface } from '@/lib/core/vpc/network-interface';
import type { Subnet } from '@/lib/core/vpc/subnet';
import type { Vpc } from '@/lib/core/vpc/vpc';
import { aliasesOf } from './aliases-of';
import type { Drawing, InterfaceKind, InterfaceNode, SubnetBox, VpcBox } from './drawing';
import { type Marks, serviceOf } from './drawing-marks';
import { jointsOf } from './joints-of';

export function drawingOf(view: DrawingView): Drawing {
  const { network, differences } = view;
  const ends = [view.targetId, view.clientInterfaceId].flatMap(
    (id) => network.networkInterfaces.get(id ?? '')?.subnet.vpc ?? [],
  );
  const [first, ...rest] = [...new Set([...ends.slice(0, 1), ...network.vpcs.values()])];
  if (!first) throw new Error('a drawing needs a VPC');
  const marks: Marks = {
    network,
    homeOf: (id, vpcId) =>
      vpcId !== undefined ? [vpcId] : id === view.internetGatewayId || rest.length === 0 ? [first.id] : [],
    roleOf: (id) => (id === view.targetId ? 'target' : id === view.clientInterfaceId ? 'client' : 'other'),
    differenceOf: (id) => differences.find((difference) => difference.id === id),
  };
  return {
    vpcs: [vpcBox(marks, first), ...rest.map((vpc) => vpcBox(marks, vpc))],
    ...jointsOf(marks, view.outside),
    aliases: aliasesOf(network),
  };
}

function vpcBox(marks: Marks, vpc: Vpc): VpcBox {
  const boxes = [...marks.network.subnets.values()]
    .filter((subnet) => subnet.vpc.id === vpc.id)
    .map((subnet) => ({ zone: subnet.availabilityZone, box: subnetBox(marks, subnet) }));
  const zones = [...new Set(boxes.map(({ zone }) => zone))].sort();
  const tiers = [...boxes]
    .sort((a, b) => Number(b.box.isPublic) - Number(a.box.isPublic))
    .map(({ box }) => box.tier);
  return {
    id: vpc.id,
    name: vpc.name ?? vpc.id,
    difference: marks.differenceOf(vpc.id),
    cidrs: vpc.cidrs.map(formatCidr),
    zones: zones.map((name) => ({
      name,
      subnets: boxes.filter(({ zone }) => zone === name).map(({ box }) => box),
    })),
    tiers: [...new Set(tiers)],
  };
}

function subnetBox(marks: Marks, subnet: Subnet): SubnetBox {
  const name = subnet.name ?? subnet.id;
  const own = [...marks.network.networkInterfaces.values()].filter((eni) => eni.subnet.id === subnet.id);
  return {
    id: subnet.id,
    name,
    difference: marks.differenceOf(subnet.id),
    tier: name.replace(/-[a-z0-9]$/, ''),
    cidrs: subnet.cidrs.map(formatCidr),
    isPublic: isPublic(subnet),
    interfaces: own.map((eni) => interfaceNode(marks, eni)),
  };
}

const KINDS: Readonly<Record<string, InterfaceKind>> = {
  nat_gateway: 'nat-gateway',
  transit_gateway: 'transit-gateway',
  vpc_endpoint: 'endpoint',
  gateway_load_balancer_endpoint: 'endpoint',
  lambda: 'function',
  network_load_balancer: 'balancer',
  load_balancer: 'balancer',
};

function interfaceNode(marks: Marks, eni: NetworkInterface): InterfaceNode {
  const kind = KINDS[eni.interfaceType] ?? 'instance';
  return {
    id: eni.id,
    name: eni.name ?? nameByOwner(marks.network, eni, kind) ?? eni.instance?.name ?? eni.id,
    difference: marks.differenceOf(eni.id),
    kind,
    addresses: [eni.primaryAddress, ...eni.ipv6Addresses].map(formatAddress),
    role: marks.roleOf(eni.id),
  };
}

/** What a service made carries no name of its own. */
function nameByOwner(network: Network, { id }: NetworkInterface, kind: InterfaceKind): string | undefined {
  switch (kind) {
    case 'nat-gateway': {
      const owner = [...network.natGateways.values()].find((nat) => nat.networkInterface?.id === id);
      return owner?.name ?? 'NAT gateway';
    }
    case 'endpoint': {
      const owner = [...network.vpcEndpoints.values()].find((endpoint) =>
        endpoint.networkInterfaces.some((eni) => eni.id === id),
      );
      return owner && `${serviceOf(owner.serviceName)} endpoint`;
    }
    case 'transit-gateway':
      return 'transit gateway';
    default:
      return undefined;
  }
}

/** A public subnet is one whose route table leads to an internet gateway. */
export function isPublic({ routeTable }: Subnet): boolean {
  return routeTable.routes.some(
    ({ target, state }) => target.kind === 'internet-gateway' && state === 'active',
  );
}
