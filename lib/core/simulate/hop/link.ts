/** On a VPN connection or a virtual interface, between AWS and the premises. */

import { contains } from '../../net/cidr';
import type { Packet } from '../../net/packet';
import { DX_ALLOWED_PREFIX, DX_DOWN, VGW_OWN_ADDRESS, VPN_CARRIES, VPN_DOWN } from '../../rules/vpn-gateway';
import { type Ending, end, type Motion, note, type Walk } from '../motion';
import type { Link } from '../premises';
import { awsEndFor } from '../premises';

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
    note(walk, link.id, { ...stepOf(link, 'ingress', packet), allowed: false, rule: DX_ALLOWED_PREFIX });
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
  const step = { kind: 'vpn-gateway', direction: 'ingress', packet, rule: VGW_OWN_ADDRESS } as const;
  note(walk, gateway.id, { ...step, allowed: isOwn });
  if (!vpc || !isOwn) return end('gateway-refused');
  return { to: 'vpc-edge', gatewayId: gateway.id, vpc, packet };
}

function passes(walk: Walk, link: Link, direction: 'ingress' | 'egress', packet: Packet): boolean {
  const down = link.kind === 'vpn-connection' ? VPN_DOWN : DX_DOWN;
  const rule = link.isUp ? VPN_CARRIES : down;
  note(walk, link.id, { ...stepOf(link, direction, packet), allowed: link.isUp, rule });
  return link.isUp;
}

function stepOf({ kind }: Link, direction: 'ingress' | 'egress', packet: Packet) {
  return { kind, direction, packet } as const;
}
