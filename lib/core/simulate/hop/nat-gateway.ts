/** A zonal NAT gateway, behind its interface: what starts inside is translated, what answers is restored, the rest is dropped. */
import { contains } from '../../net/cidr';
import type { Packet } from '../../net/packet';
import { isPublic } from '../../net/special';
import { NAT_TRANSLATES, NAT_UNSOLICITED } from '../../rules/nat-gateway';
import type { NatGateway } from '../../vpc/nat-gateway';
import type { NetworkInterface } from '../../vpc/network-interface';
import { isOpening } from '../host';
import { type Ending, end, type Motion, note, type Place, placeOf, type Walk } from '../motion';
import { trackAlways } from './always-tracked';
import { passesNetworkAcl } from './filters';
import { leaveByInternet } from './internet-gateway';
import { cross } from './network-interface';
import { enterRegionalNat } from './regional-nat-gateway';
import { refuseTranslation, translatorOf } from './translation';

export function routeToNatGateway(walk: Walk, id: string, place: Place, packet: Packet): Motion | Ending {
  const gateway = walk.network.natGateways.get(id);
  const refusal = walk.laws.natGatewayRefusal(gateway, place.vpc.id, packet);
  if (refusal || !gateway) {
    if (refusal) note(walk, id, { kind: 'nat-gateway', allowed: false, rule: refusal, packet });
    return end('gateway-refused');
  }
  trackAlways(walk);
  if (gateway.regional) return enterRegionalNat(walk, gateway, gateway.regional, place, packet);
  const { networkInterface } = gateway;
  // A document may show the gateway without its interface: what happens there is out of sight.
  if (!networkInterface) return end('exited');
  const crossesBorder = networkInterface.subnet.id !== place.subnet?.id;
  return { to: 'interface-in', networkInterface, packet, crossesBorder };
}

type In = Extract<Motion, { to: 'interface-in' }>;

/** Its interface receives for everybody, and has no security group; the network ACL of its subnet judges. */
export function enterNatGateway(
  walk: Walk,
  gateway: NatGateway,
  { networkInterface, packet, crossesBorder }: In,
): Motion | Ending {
  if (crossesBorder && !passesNetworkAcl(walk, networkInterface.subnet, 'ingress', packet)) {
    cross(walk, networkInterface, 'ingress', packet, 'REJECT');
    return end('denied-in');
  }
  cross(walk, networkInterface, 'ingress', packet, 'ACCEPT');
  const translator = translatorOf(walk, gateway);
  if (gateway.addresses.some((address) => address === packet.destination)) {
    const answer = walk.memory.natSessions.restore(translator, packet, walk.now);
    note(walk, gateway.id, {
      kind: 'nat-gateway',
      allowed: answer !== undefined,
      rule: answer ? NAT_TRANSLATES : NAT_UNSOLICITED,
      packet,
      ...(answer && { translated: answer }),
    });
    return answer ? leaveNatGateway(walk, networkInterface, answer) : end('no-session');
  }
  const sent = walk.memory.natSessions.translate(translator, packet, walk.now, isOpening(packet));
  if ('refused' in sent) {
    const { id: networkInterfaceId, primaryAddress: address } = networkInterface;
    const from = { kind: 'interface', networkInterfaceId, address } as const;
    return refuseTranslation(walk, gateway, packet, sent.refused, from);
  }
  const { packet: translated } = sent;
  note(walk, gateway.id, { kind: 'nat-gateway', allowed: true, rule: NAT_TRANSLATES, packet, translated });
  return leaveNatGateway(walk, networkInterface, translated);
}

/** Out of the gateway by its own interface, inside the subnet or to its router. */
export function leaveNatGateway(
  walk: Walk,
  networkInterface: NetworkInterface,
  packet: Packet,
): Motion | Ending {
  const { subnet } = networkInterface;
  const stays = subnet.cidrs.some((cidr) => contains(cidr, packet.destination));
  const owner = walk.network.privateAddresses.get(subnet.vpc.id)?.get(packet.destination);
  if (stays && owner) {
    cross(walk, networkInterface, 'egress', packet, 'ACCEPT');
    if (walk.leftBy) walk.leftBy.trafficPath = 1;
    return { to: 'interface-in', networkInterface: owner, packet, crossesBorder: false };
  }
  if (!passesNetworkAcl(walk, subnet, 'egress', packet)) {
    cross(walk, networkInterface, 'egress', packet, 'REJECT');
    return end('denied-out');
  }
  cross(walk, networkInterface, 'egress', packet, 'ACCEPT');
  const place = placeOf(subnet);
  const asksTable = walk.laws.natNeedsRouteOfItsSubnet() || !isPublic(packet.destination);
  const { internetGatewayId } = place.vpc;
  return asksTable || internetGatewayId === undefined
    ? { to: 'router', place, packet }
    : leaveByInternet(walk, internetGatewayId, place, packet);
}
