/**
 * The far side of VPNs and Direct Connect: which connections end at which premises, and what each of them can carry.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
import type { Address } from '../net/address';
import { type Cidr, contains, containsCidr } from '../net/cidr';
import { isPublic } from '../net/special';
import { evaluateTransitGatewayRouteTable } from '../rules/transit-gateway';
import type { Network } from '../vpc/network';
import type { TransitGateway, TransitGatewayAttachment } from '../vpc/transit-gateway';
import type { VpnGateway } from '../vpc/vpn';

export interface Premises {
  readonly name: string;
  /** Connections in the order in which its own router prefers them. */
  readonly links: readonly Link[];
  /** What it tells AWS of by BGP; undefined: whatever AWS routes there. */
  readonly advertises: readonly Cidr[] | undefined;
  /** What its router sends into AWS; undefined: whatever AWS offers. */
  readonly routes: readonly Cidr[] | undefined;
}

/** One VPN connection or virtual interface. */
export interface Link {
  readonly id: string;
  readonly kind: 'vpn-connection' | 'virtual-interface';
  readonly isUp: boolean;
  readonly premises: Pick<Premises, 'name' | 'advertises'>;
  readonly customerGatewayId: string | undefined;
  /** The gateway at its AWS end. */
  readonly vpnGatewayId: string | undefined;
  readonly transitGatewayId: string | undefined;
  readonly directConnectGatewayId: string | undefined;
  /** Virtual private gateways behind its Direct Connect gateway. */
  readonly associatedGatewayIds: readonly string[];
  readonly staticRoutes: readonly Cidr[] | undefined;
}

/** The connection by which a gateway at the AWS end reaches an address; where all are down, the one that says why. */
export function linkFrom(
  premises: readonly Premises[],
  kind: 'vpn-gateway' | 'vpn' | 'direct-connect-gateway',
  id: string,
  destination: Address,
): Link | undefined {
  const links = linksOf(premises, kind, id, destination);
  return links.find(({ isUp }) => isUp) ?? links[0];
}

/** The preferred one first. */
function linksOf(
  premises: readonly Premises[],
  kind: 'vpn-gateway' | 'vpn' | 'direct-connect-gateway',
  id: string,
  destination: Address,
): readonly Link[] {
  const all = premises.flatMap(({ links }) => links);
  if (kind === 'vpn') return all.filter((link) => link.id === id);
  if (kind === 'direct-connect-gateway') return all.filter((link) => link.directConnectGatewayId === id);
  return all
    .filter((link) => link.vpnGatewayId === id || link.associatedGatewayIds.includes(id))
    .map((link) => ({ link, length: knownPrefix(link, destination) }))
    .filter(({ length }) => length >= 0)
    .sort((a, b) => b.length - a.length || rank(a.link) - rank(b.link))
    .map(({ link }) => link);
}

/** Direct Connect before a static VPN route before one that BGP brought. */
function rank({ kind, staticRoutes }: Link): number {
  if (kind === 'virtual-interface') return 0;
  return staticRoutes ? 1 : 2;
}

/** Length of the longest block that the gateway knows behind a connection; -1: none holds the address. */
function knownPrefix({ staticRoutes, premises }: Link, destination: Address): number {
  const known = staticRoutes ?? premises.advertises;
  if (!known) return 0;
  return Math.max(-1, ...known.filter((cidr) => contains(cidr, destination)).map(({ length }) => length));
}

export type AwsEnd =
  | { readonly kind: 'vpn-gateway'; readonly gateway: VpnGateway }
  | {
      readonly kind: 'transit-gateway';
      readonly gateway: TransitGateway;
      readonly attachment: TransitGatewayAttachment;
    };

/** Where a packet from the premises enters AWS; `undefined`: nothing behind this connection is offered for it. */
export function awsEndFor(network: Network, link: Link, destination: Address): AwsEnd | undefined {
  if (link.vpnGatewayId !== undefined) return vpnGatewayEnd(network, link.vpnGatewayId);
  if (link.transitGatewayId !== undefined)
    return transitGatewayEnd(
      network,
      link.transitGatewayId,
      ({ resource }) => resource.kind === 'vpn' && resource.vpnConnectionId === link.id,
    );
  const gateway = network.directConnectGateways.get(link.directConnectGatewayId ?? '');
  const ends = (gateway?.associations ?? []).flatMap(({ gatewayId, allowedPrefixes }) => {
    const end = gatewayId.startsWith('vgw-')
      ? vpnGatewayEnd(network, gatewayId)
      : transitGatewayEnd(
          network,
          gatewayId,
          ({ resource }) =>
            resource.kind === 'direct-connect-gateway' && resource.directConnectGatewayId === gateway?.id,
        );
    return end && isAllowed(network, end, allowedPrefixes, destination) ? [end] : [];
  });
  return ends.find((end) => offers(network, end, destination)) ?? ends[0];
}

/**
 * Towards a virtual private gateway the list is a filter over whole blocks of the VPC, towards a transit gateway it is what
 * the premises are told. https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html
 */
function isAllowed({ vpcs }: Network, end: AwsEnd, allowed: readonly Cidr[], destination: Address): boolean {
  if (allowed.length === 0) return true;
  if (end.kind === 'transit-gateway') return allowed.some((prefix) => contains(prefix, destination));
  const blocks = vpcs.get(end.gateway.vpcId ?? '')?.cidrs ?? [];
  const block = blocks.find((one) => contains(one, destination));
  return block !== undefined && allowed.some((prefix) => containsCidr(prefix, block));
}

function vpnGatewayEnd({ vpnGateways }: Network, id: string): AwsEnd | undefined {
  const gateway = vpnGateways.get(id);
  return gateway && { kind: 'vpn-gateway', gateway };
}

function transitGatewayEnd(
  { transitGateways }: Network,
  id: string,
  isOurs: (attachment: TransitGatewayAttachment) => boolean,
): AwsEnd | undefined {
  const gateway = transitGateways.get(id);
  const attachment = gateway && [...gateway.attachments.values()].find(isOurs);
  return gateway && attachment && { kind: 'transit-gateway', gateway, attachment };
}

/** Whether the AWS end tells the premises of this address at all. */
function offers({ vpcs }: Network, end: AwsEnd, destination: Address): boolean {
  if (end.kind === 'vpn-gateway') {
    const vpc = vpcs.get(end.gateway.vpcId ?? '');
    return vpc?.cidrs.some((cidr) => contains(cidr, destination)) ?? false;
  }
  const { routeTable } = end.attachment;
  return (
    routeTable !== undefined &&
    evaluateTransitGatewayRouteTable(routeTable, destination).outcome === 'forward'
  );
}

/**
 * The connection by which the premises send to an address: one that is up and offers it, else one that tells why not. A
 * router without routes of its own sends what AWS offers, and nothing else.
 */
export function linkTowards(
  network: Network,
  { links, routes }: Premises,
  destination: Address,
): Link | undefined {
  if (routes && !routes.some((cidr) => contains(cidr, destination))) return undefined;
  const offered = links.filter((link) => {
    const end = awsEndFor(network, link, destination);
    return end !== undefined && offers(network, end, destination);
  });
  const candidates = [...offered, ...(routes ? links : [])];
  return offered.find(({ isUp }) => isUp) ?? candidates.find(({ isUp }) => isUp) ?? candidates[0];
}

/** The premises on which an address lives that nobody in the document owns: where a connection's routes hold it. */
export function premisesOwning(
  network: Network,
  premises: readonly Premises[],
  address: Address,
): Premises | undefined {
  return premises.find(({ links }) =>
    links.some((link) => {
      const known = link.staticRoutes ?? link.premises.advertises;
      const blocks = known ?? routedTo(network, link);
      return blocks.some((cidr) => contains(cidr, address) && (cidr.length > 0 || !isPublic(address)));
    }),
  );
}

/** What AWS routes to a connection of which nobody says what lies behind. */
function routedTo({ routeTables, transitGateways }: Network, link: Link): readonly Cidr[] {
  const vpnGatewayIds = [link.vpnGatewayId, ...link.associatedGatewayIds];
  const byVpnGateway = [...routeTables.values()]
    .flatMap(({ routes }) => routes)
    .filter(({ target }) => target.kind === 'vpn-gateway' && vpnGatewayIds.includes(target.id));
  const gateway = transitGateways.get(link.transitGatewayId ?? '');
  const attachmentIds = [...(gateway?.attachments.values() ?? [])]
    .filter(({ resource }) => resource.kind === 'vpn' && resource.vpnConnectionId === link.id)
    .map(({ id }) => id);
  const byTransitGateway = [...(gateway?.routeTables.values() ?? [])]
    .flatMap(({ routes }) => routes)
    .filter((route) => route.attachmentIds.some((id) => attachmentIds.includes(id)));
  return [...byVpnGateway, ...byTransitGateway].map(({ destination }) => destination);
}
