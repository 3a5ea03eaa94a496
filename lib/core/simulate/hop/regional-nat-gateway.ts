/**
 * A regional NAT gateway: no subnet, no interface, public addresses of its own in each zone, and a route table of its own.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
import type { Packet } from '../../net/packet';
import { IGW_NOT_ATTACHED } from '../../rules/internet-gateway';
import { NAT_REGIONAL_TRANSLATES, NAT_UNSOLICITED } from '../../rules/nat-gateway';
import type { Direction } from '../../vpc/match';
import type { NatGateway, RegionalNatGateway } from '../../vpc/nat-gateway';
import { isOpening } from '../host';
import { type Ending, end, type Motion, note, type Place, type Walk } from '../motion';
import { leaveByInternet } from './internet-gateway';
import { refuseTranslation, translatorOf } from './translation';

export function enterRegionalNat(
  walk: Walk,
  gateway: NatGateway,
  { zones, routeTable }: RegionalNatGateway,
  { vpc, zone }: Place,
  packet: Packet,
): Motion | Ending {
  crossNat(walk, gateway, 'ingress', packet);
  // Where it has not spread to a zone yet, another zone's addresses serve.
  const addresses = zones.get(zone) ?? gateway.addresses;
  const translator = { ...translatorOf(walk, gateway), addresses };
  const sent = walk.memory.natSessions.translate(translator, packet, walk.now, isOpening(packet));
  if ('refused' in sent) {
    const from = { kind: 'nat-gateway', natGatewayId: gateway.id, address: packet.destination } as const;
    return refuseTranslation(walk, gateway, packet, sent.refused, from);
  }
  const { packet: translated } = sent;
  const rule = NAT_REGIONAL_TRANSLATES;
  note(walk, gateway.id, { kind: 'nat-gateway', allowed: true, rule, packet, translated });
  crossNat(walk, gateway, 'egress', translated);
  if (routeTable)
    return { to: 'router', place: { vpc, routeTable, subnet: undefined, zone }, packet: translated };
  // AWS makes its table with a route to the VPC's internet gateway.
  if (vpc.internetGatewayId !== undefined)
    return leaveByInternet(walk, vpc.internetGatewayId, { vpc, subnet: undefined }, translated);
  note(walk, gateway.id, { kind: 'nat-gateway', allowed: false, rule: IGW_NOT_ATTACHED, packet });
  return end('gateway-refused');
}

/** What comes from the internet to one of its addresses: an answer, or nothing that anybody asked for. */
export function answerToRegionalNat(walk: Walk, gateway: NatGateway, packet: Packet): Motion | Ending {
  const vpc = walk.network.vpcs.get(gateway.vpcId);
  crossNat(walk, gateway, 'ingress', packet);
  const answer = walk.memory.natSessions.restore(translatorOf(walk, gateway), packet, walk.now);
  note(walk, gateway.id, {
    kind: 'nat-gateway',
    allowed: answer !== undefined,
    rule: answer ? NAT_REGIONAL_TRANSLATES : NAT_UNSOLICITED,
    packet,
    ...(answer && { translated: answer }),
  });
  if (!answer || !vpc) return end('no-session');
  crossNat(walk, gateway, 'egress', answer);
  return { to: 'vpc', vpc, packet: answer, from: undefined };
}

function crossNat(walk: Walk, natGateway: NatGateway, direction: Direction, packet: Packet): void {
  walk.natCrossings.push({
    at: walk.now,
    natGateway,
    direction,
    packet,
    action: 'ACCEPT',
    trafficPath: undefined,
    unrouted: false,
    rejectReason: undefined,
    inferred: [],
    nextHop: undefined,
  });
  walk.leftBy = undefined;
}
