/**
 * From AWS to the premises: which of the connections behind a gateway carries a packet.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
import type { Address } from '../net/address';
import { contains } from '../net/cidr';
import type { Link, PremisesIndex } from './premises';

/**
 * The connection by which a gateway reaches an address: the one that knows the longest block and is up; where all are down,
 * the one that says why. `awsEndId`: a virtual private gateway, which forwards to known blocks only, or what is attached to a
 * transit gateway, whose own table has decided.
 */
export function linkFrom(
  { linksAt }: PremisesIndex,
  awsEndId: string,
  destination: Address,
): Link | undefined {
  const least = awsEndId.startsWith('vgw-') ? 0 : UNKNOWN;
  const [first, ...others] = (linksAt.get(awsEndId) ?? [])
    .map((link) => ({ link, length: knownPrefix(link, destination) }))
    .filter(({ length }) => length >= least)
    .sort((a, b) => b.length - a.length || rank(a.link) - rank(b.link))
    .map(({ link }) => link);
  return first?.isUp ? first : (others.find(({ isUp }) => isUp) ?? first);
}

/** Direct Connect before a static VPN route before one that BGP brought. */
function rank({ kind, staticRoutes }: Link): number {
  if (kind === 'virtual-interface') return 0;
  return staticRoutes ? 1 : 2;
}

const UNKNOWN = -1;

/** Length of the longest block that holds the address behind a connection; of what nobody has described, anything may. */
function knownPrefix({ staticRoutes, premises }: Link, destination: Address): number {
  const known = staticRoutes ?? premises.advertises;
  if (!known) return 0;
  return Math.max(
    UNKNOWN,
    ...known.filter((cidr) => contains(cidr, destination)).map(({ length }) => length),
  );
}
