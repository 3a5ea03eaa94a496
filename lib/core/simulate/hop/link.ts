/** On a VPN connection or a virtual interface, between AWS and the premises. */
import type { Packet } from '../../net/packet';
import { TGW_NOT_ATTACHED } from '../../rules/transit-gateway';
import { DX_ALLOWED_PREFIX, DX_CARRIES, VPN_CARRIES } from '../../rules/vpn-gateway';
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
  const { allowed, rule } = walk.laws.enterByVpnGateway(vpc, packet.destination);
  note(walk, gateway.id, { kind: 'vpn-gateway', direction: 'ingress', packet, rule, allowed });
  if (!vpc || !allowed) return end('gateway-refused');
  return { to: 'vpc-edge', gatewayId: gateway.id, vpc, packet };
}

function passes(walk: Walk, link: Link, direction: 'ingress' | 'egress', packet: Packet): boolean {
  const refusal = walk.laws.linkRefusal(link, packet.destination);
  const carries = link.kind === 'vpn-connection' ? VPN_CARRIES : DX_CARRIES;
  note(walk, link.id, { ...stepOf(link, direction, packet), allowed: !refusal, rule: refusal ?? carries });
  return !refusal;
}

function stepOf({ kind }: Link, direction: 'ingress' | 'egress', packet: Packet) {
  return { kind, direction, packet } as const;
}
