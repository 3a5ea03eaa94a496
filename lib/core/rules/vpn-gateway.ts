/**
 * Virtual private gateways, and which of the connections behind one carries a packet to the premises.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
import { type Address, isIpv4 } from '../net/address';
import { contains } from '../net/cidr';
import type { Vpc } from '../vpc/vpc';
import type { Rule } from './rule';

const PRIORITY = 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html';
const CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html';

export const VGW_CARRIES: Rule = {
  id: 'vgw.carries',
  says: 'A virtual private gateway forwards to the connection that brought the longest prefix: Direct Connect before a static VPN route before a VPN route learned by BGP.',
  standing: 'documented',
  source: PRIORITY,
};

export const VGW_NOT_ATTACHED: Rule = {
  id: 'vgw.not-attached',
  says: 'A virtual private gateway that is not attached to the VPC carries nothing.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/SetUpVPNConnections.html',
};

export const VGW_UNKNOWN_PREFIX: Rule = {
  id: 'vgw.unknown-prefix',
  says: 'A virtual private gateway forwards only to blocks that BGP, a static route or the VPC itself has told it of.',
  standing: 'documented',
  source: PRIORITY,
};

export const VGW_OWN_ADDRESS: Rule = {
  id: 'vgw.own-address',
  says: 'What comes in by a virtual private gateway is for private addresses of its own VPC: it is no way to the internet or to another VPC.',
  standing: 'documented',
  source: CODES,
};

export const VPN_DOWN: Rule = {
  id: 'vpn.down',
  says: 'A VPN connection carries traffic only while it is available and one of its tunnels is up.',
  standing: 'documented',
  source: CODES,
};

export const VPN_CARRIES: Rule = {
  id: 'vpn.carries',
  says: 'A VPN connection carries packets between the premises and the gateway at its AWS end.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html',
};

export const VPN_IPV4_ONLY: Rule = {
  id: 'vpn.family',
  says: 'A VPN connection on a virtual private gateway carries IPv4 only.',
  standing: 'documented',
  source: PRIORITY,
};

export const DX_CARRIES: Rule = {
  id: 'dx.carries',
  says: 'A virtual interface carries packets between the premises and the gateway at its AWS end.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/WorkingWithVirtualInterfaces.html',
};

export const DX_DOWN: Rule = {
  id: 'dx.down',
  says: 'A virtual interface carries traffic only while it is available and its BGP session is up.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/WorkingWithVirtualInterfaces.html',
};

export const DX_ALLOWED_PREFIX: Rule = {
  id: 'dx.allowed-prefix',
  says: 'The premises learn through a Direct Connect gateway only what its list of allowed prefixes holds: whole blocks of a VPC, or the prefixes themselves towards a transit gateway.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html',
};

export const PREMISES_NO_ROUTE: Rule = {
  id: 'premises.no-route',
  says: "The premises' own router sends a packet into AWS only if it has a route for it there.",
  standing: 'derived',
  source: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html',
};

/** Why a virtual private gateway does not take what a VPC sends to it. `knowsDestination`: by BGP, a static route or its VPC. */
export function leaveByVpnGateway(isAttached: boolean, knowsDestination: boolean): Rule | undefined {
  if (!isAttached) return VGW_NOT_ATTACHED;
  return knowsDestination ? undefined : VGW_UNKNOWN_PREFIX;
}

/** What it hands on to the VPC that it is attached to, and to no other. */
export function enterByVpnGateway(
  vpc: Pick<Vpc, 'cidrs'> | undefined,
  destination: Address,
): { readonly allowed: boolean; readonly rule: Rule } {
  if (!vpc) return { allowed: false, rule: VGW_NOT_ATTACHED };
  return { allowed: vpc.cidrs.some((cidr) => contains(cidr, destination)), rule: VGW_OWN_ADDRESS };
}

interface LinkState {
  readonly kind: 'vpn-connection' | 'virtual-interface';
  readonly isUp: boolean;
  readonly vpnGatewayId?: string | undefined;
}

/**
 * Why a connection to the premises carries nothing. https://docs.aws.amazon.com/vpn/latest/s2svpn/ipv4-ipv6.html: a virtual private
 * gateway has no IPv6 over VPN, a transit gateway has.
 */
export function linkRefusal({ kind, isUp, vpnGatewayId }: LinkState, destination: Address): Rule | undefined {
  if (!isUp) return kind === 'vpn-connection' ? VPN_DOWN : DX_DOWN;
  const isIpv4Only = kind === 'vpn-connection' && vpnGatewayId !== undefined;
  return isIpv4Only && !isIpv4(destination) ? VPN_IPV4_ONLY : undefined;
}
