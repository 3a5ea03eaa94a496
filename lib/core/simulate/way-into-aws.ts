/** From the premises into AWS: where each connection ends there, what it offers, and which one the router of the premises takes. */
import type { Address } from '../net/address';
import { type Cidr, contains, containsCidr } from '../net/cidr';
import { evaluateTransitGatewayRouteTable } from '../rules/transit-gateway';
import type { Network } from '../vpc/network';
import type { TransitGateway, TransitGatewayAttachment } from '../vpc/transit-gateway';
import type { VpnGateway } from '../vpc/vpn';
import type { Link, Premises } from './premises';

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
