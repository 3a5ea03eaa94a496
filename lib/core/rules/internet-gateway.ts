/**
 * Internet gateways: one-to-one translation between a private IPv4 address and the public one paired with it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
import { isIpv4 } from '../net/address';
import { contains } from '../net/cidr';
import type { Ipv4 } from '../net/ipv4';
import type { Packet } from '../net/packet';
import { isRfc1918, isRfc6598 } from '../net/special';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Vpc } from '../vpc/vpc';
import type { Rule } from './rule';

const PAGE = 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html';
const CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html';

export const IGW_TRANSLATES: Rule = {
  id: 'igw.translates',
  says: 'An internet gateway swaps a private IPv4 address and the public address paired with it, one to one.',
  standing: 'documented',
  source: PAGE,
};

export const IGW_NOT_ATTACHED: Rule = {
  id: 'igw.not-attached',
  says: 'Without an attached internet gateway nothing passes between the VPC and the internet.',
  standing: 'documented',
  source: PAGE,
};

export const IGW_NEEDS_PUBLIC_SOURCE: Rule = {
  id: 'igw.needs-public-source',
  says: 'A packet leaves through an internet gateway only if its private source address is paired with a public one.',
  standing: 'documented',
  source: CODES,
};

export const IGW_PRIVATE_DESTINATION: Rule = {
  id: 'igw.private-destination',
  says: 'An internet gateway refuses packets to private (RFC 1918) and shared (RFC 6598) addresses.',
  standing: 'documented',
  source: CODES,
};

export const IGW_PRIVATE_SOURCE: Rule = {
  id: 'igw.private-source',
  says: 'An internet gateway refuses packets that come in from private (RFC 1918) and shared (RFC 6598) addresses.',
  standing: 'documented',
  source: CODES,
};

export const IGW_DELIVERS_INBOUND: Rule = {
  id: 'igw.delivers-inbound',
  says: "An attached internet gateway delivers to a public address without asking the subnet's route table, which steers only what leaves.",
  standing: 'inferred',
  source: 'https://docs.aws.amazon.com/vpc/latest/reachability/getting-started-cli.html',
};

/** The other reading of `igw.delivers-inbound`; a world is run under both, and no key may differ. */
export const IGW_NEEDS_ROUTE_INBOUND: Rule = {
  ...IGW_DELIVERS_INBOUND,
  id: 'igw.needs-route-inbound',
  says: 'An internet gateway delivers only into a subnet whose route table has a route to it.',
};

export type GatewayDecision =
  | { readonly allowed: true; readonly packet: Packet; readonly rule: Rule }
  | { readonly allowed: false; readonly rule: Rule };

/** From the VPC to the internet. */
export function leaveByInternetGateway(network: Network, vpc: Vpc, packet: Packet): GatewayDecision {
  if (isRfc1918(packet.destination) || isRfc6598(packet.destination)) {
    return { allowed: false, rule: IGW_PRIVATE_DESTINATION };
  }
  const { source } = packet;
  if (!isIpv4(source)) {
    const owned = vpc.cidrs.some((cidr) => contains(cidr, source));
    return owned
      ? { allowed: true, packet, rule: IGW_TRANSLATES }
      : { allowed: false, rule: IGW_NEEDS_PUBLIC_SOURCE };
  }
  const owner = network.privateAddresses.get(vpc.id)?.get(source);
  const publicAddress = owner?.privateAddresses.find(({ address }) => address === source)?.publicAddress;
  if (!owner && isOfRegionalNat(network, vpc, source)) return { allowed: true, packet, rule: IGW_TRANSLATES };
  if (publicAddress === undefined) return { allowed: false, rule: IGW_NEEDS_PUBLIC_SOURCE };
  return { allowed: true, packet: { ...packet, source: publicAddress }, rule: IGW_TRANSLATES };
}

/** What a regional NAT gateway sends has its public address already. */
function isOfRegionalNat({ natGateways }: Network, { id }: Vpc, source: Ipv4): boolean {
  return [...natGateways.values()].some(
    ({ regional, vpcId, addresses }) => regional && vpcId === id && addresses.includes(source),
  );
}

/** From the internet to an interface that owns the destination address. */
export function enterByInternetGateway(owner: NetworkInterface, packet: Packet): GatewayDecision {
  if (owner.subnet.vpc.internetGatewayId === undefined) return { allowed: false, rule: IGW_NOT_ATTACHED };
  if (isRfc1918(packet.source) || isRfc6598(packet.source)) {
    return { allowed: false, rule: IGW_PRIVATE_SOURCE };
  }
  const paired = owner.privateAddresses.find(({ publicAddress }) => publicAddress === packet.destination);
  const destination = paired?.address ?? packet.destination;
  // IGW_DELIVERS_INBOUND only matters, and is only named, where the subnet has no route to the gateway.
  const rule = routesToInternetGateway(owner) ? IGW_TRANSLATES : IGW_DELIVERS_INBOUND;
  return { allowed: true, packet: { ...packet, destination }, rule };
}

/** The stricter reading: what enters needs the route that its answer will need. */
export function enterByInternetGatewayWithRoute(owner: NetworkInterface, packet: Packet): GatewayDecision {
  const decision = enterByInternetGateway(owner, packet);
  if (!decision.allowed || routesToInternetGateway(owner)) return decision;
  return { allowed: false, rule: IGW_NEEDS_ROUTE_INBOUND };
}

function routesToInternetGateway({ subnet }: NetworkInterface): boolean {
  return subnet.routeTable.routes.some(
    ({ target, state }) => target.kind === 'internet-gateway' && state === 'active',
  );
}
