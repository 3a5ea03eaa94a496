/** On a VPN connection or a virtual interface, between AWS and the premises. */
import { isIpv4 } from '../../net/address';
import { contains } from '../../net/cidr';
import type { Packet } from '../../net/packet';
import type { Rule } from '../../rules/rule';
import { TGW_NOT_ATTACHED } from '../../rules/transit-gateway';
import {
  DX_ALLOWED_PREFIX,
  DX_CARRIES,
  DX_DOWN,
  VGW_NOT_ATTACHED,
  VGW_OWN_ADDRESS,
  VPN_CARRIES,
  VPN_DOWN,
  VPN_IPV4_ONLY,
} from '../../rules/vpn-gateway';
import { type Ending, end, type Motion, note, type Walk } from '../motion';
import type { Link } from '../premises';
import { awsEndFor } from '../way-into-aws';

/** How long a packet takes between a Region and the premises, in milliseconds. */
const LATENCY = 8;

export function arriveAtPremises(walk: Walk, link: Link, packet: Packet): Motion | Ending {
  if (!passes(walk, link, 'egress', packet)) return end('gateway-refused');
  walk.now += LATENCY;
  walk.leftBy = undefined;
  const receiver = { kind: 'premises', premises: link.premises.name, address: packet.destination } as const;
  return end('delivered', { packet, receiver });
}

export function arriveAtAws(walk: Walk, link: Link, packet: Packet): Motion | Ending {
  if (!passes(walk, link, 'ingress', packet)) return end('gateway-refused');
  walk.now += LATENCY;
  walk.leftBy = undefined;
  const { network } = walk;
  const awsEnd = awsEndFor(network, link, packet.destination);
  if (!awsEnd) {
    const rule = link.directConnectGatewayId === undefined ? TGW_NOT_ATTACHED : DX_ALLOWED_PREFIX;
    note(walk, link.id, { ...stepOf(link, 'ingress', packet), allowed: false, rule });
    return end('gateway-refused');
  }
  if (awsEnd.kind === 'transit-gateway')
    return {
      to: 'transit-gateway',
      gateway: awsEnd.gateway,
      attachment: awsEnd.attachment,
      zone: '',
      packet,
    };
  const { gateway } = awsEnd;
  const vpc = gateway.vpcId === undefined ? undefined : network.vpcs.get(gateway.vpcId);
  const isOwn = vpc?.cidrs.some((cidr) => contains(cidr, packet.destination)) ?? false;
  const rule = vpc ? VGW_OWN_ADDRESS : VGW_NOT_ATTACHED;
  note(walk, gateway.id, { kind: 'vpn-gateway', direction: 'ingress', packet, rule, allowed: isOwn });
  if (!vpc || !isOwn) return end('gateway-refused');
  return { to: 'vpc-edge', gatewayId: gateway.id, vpc, packet };
}

function passes(walk: Walk, link: Link, direction: 'ingress' | 'egress', packet: Packet): boolean {
  const refusal = linkRefusal(link, packet);
  const carries = link.kind === 'vpn-connection' ? VPN_CARRIES : DX_CARRIES;
  note(walk, link.id, { ...stepOf(link, direction, packet), allowed: !refusal, rule: refusal ?? carries });
  return !refusal;
}

/** https://docs.aws.amazon.com/vpn/latest/s2svpn/ipv4-ipv6.html: a virtual private gateway has no IPv6 over VPN, a transit gateway has. */
function linkRefusal({ kind, isUp, vpnGatewayId }: Link, { destination }: Packet): Rule | undefined {
  if (!isUp) return kind === 'vpn-connection' ? VPN_DOWN : DX_DOWN;
  const isIpv4Only = kind === 'vpn-connection' && vpnGatewayId !== undefined;
  return isIpv4Only && !isIpv4(destination) ? VPN_IPV4_ONLY : undefined;
}

function stepOf({ kind }: Link, direction: 'ingress' | 'egress', packet: Packet) {
  return { kind, direction, packet } as const;
}
