/**
 * Which packets take which connection to the premises.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
import type { Cidr } from '../../net/cidr';
import type { PacketSet } from '../../net/packet-set';
import type { Ground } from '../ground';
import type { Link } from './links';

/** Every connection behind a virtual private gateway, directly or by a Direct Connect gateway. */
export function linksBehind({ links, network }: Ground, vpnGatewayId: string): readonly Link[] {
  return links.filter(
    (link) =>
      link.vpnGatewayId === vpnGatewayId ||
      network.directConnectGateways
        .get(link.directConnectGatewayId ?? '')
        ?.associations.some(({ gatewayId }) => gatewayId === vpnGatewayId),
  );
}

export interface LinkShare {
  readonly link: Link;
  readonly packets: PacketSet;
}

/**
 * Which packets take which connection: of those that are up the one that knows the longest prefix, Direct Connect before
 * a static VPN route before a VPN route learned by BGP. Where all that know an address are down, the first of them stands
 * for why.
 */
export function shareOut(
  ground: Ground,
  links: readonly Link[],
  packets: PacketSet,
  to: 'source' | 'destination',
): readonly LinkShare[] {
  let left = packets;
  const shares: LinkShare[] = [];
  for (const isUp of [true, false]) {
    for (const { link, block } of ranked(links.filter((one) => one.isUp === isUp))) {
      const taken = block ? left.intersect(ground.within(to, [block])) : left;
      if (taken.isEmpty) continue;
      shares.push({ link, packets: taken });
      left = left.subtract(taken);
    }
  }
  return shares;
}

function ranked(
  links: readonly Link[],
): readonly { readonly link: Link; readonly block: Cidr | undefined }[] {
  return links
    .flatMap((link): { link: Link; block: Cidr | undefined }[] =>
      link.staticRoutes ? link.staticRoutes.map((block) => ({ link, block })) : [{ link, block: undefined }],
    )
    .sort((a, b) => (b.block?.length ?? 0) - (a.block?.length ?? 0) || rank(a.link) - rank(b.link));
}

function rank({ kind, staticRoutes }: Link): number {
  if (kind === 'virtual-interface') return 0;
  return staticRoutes ? 1 : 2;
}
