/** Through a transit gateway: into it by the attachment's subnet of one's own zone, along its route table, and out again. */
import { contains } from '../../net/cidr';
import type { Packet } from '../../net/packet';
import { spread } from '../../net/spread';
import { SG_REFERENCE_LOST } from '../../rules/group-members';
import {
  TGW_ACL_OWN_SUBNET,
  TGW_CARRIES,
  TGW_INTERFACE_RECORDS,
  TGW_NO_ASSOCIATION,
  TGW_NOT_ATTACHED,
} from '../../rules/transit-gateway';
import type { Direction } from '../../vpc/match';
import type {
  AttachmentZone,
  TransitGateway,
  TransitGatewayAttachment,
  VpcAttachment,
} from '../../vpc/transit-gateway';
import { eitherWay } from '../memory';
import { type Ending, end, type Motion, note, type Place, placeOf, type Walk } from '../motion';
import type { Crossing } from '../trace';
import { linkFrom } from '../way-to-premises';
import { passesNetworkAcl } from './filters';
import { cross } from './network-interface';
import { rememberWayIn } from './way-in';

type InGateway = Extract<Motion, { to: 'transit-gateway' }>;

export function routeToTransitGateway(walk: Walk, id: string, place: Place, packet: Packet): Motion | Ending {
  const gateway = walk.network.transitGateways.get(id);
  // A gateway that another account shares, and the document does not show.
  if (!gateway) return end('exited');
  const attachment = attachmentOf(gateway, place.vpc.id);
  const entry = walk.laws.enterTransitGateway(gateway, attachment, place.zone);
  const { allowed, rule } = entry;
  note(walk, attachment?.id ?? id, { kind: 'transit-gateway', allowed, rule, packet });
  if (!entry.allowed || !attachment) return end('gateway-refused');
  // Also where the sender sits in that very subnet, and its own network ACL has been asked about the way out.
  if (!passesNetworkAcl(walk, entry.zone.subnet, 'ingress', packet)) {
    crossZone(walk, entry.zone, 'ingress', packet, 'REJECT');
    return end('denied-in');
  }
  crossZone(walk, entry.zone, 'ingress', packet, 'ACCEPT');
  return { to: 'transit-gateway', gateway, attachment, zone: place.zone, packet };
}

function attachmentOf({ attachments }: TransitGateway, vpcId: string): TransitGatewayAttachment | undefined {
  for (const attachment of attachments.values()) {
    if (attachment.resource.kind === 'vpc' && attachment.resource.vpcId === vpcId) return attachment;
  }
  return undefined;
}

export function crossTransitGateway(walk: Walk, motion: InGateway): Motion | Ending {
  const { gateway, attachment, packet } = motion;
  const routeTable = walk.laws.transitGatewayTableOf(gateway, attachment);
  const isUsable = gateway.isAvailable && attachment.isAvailable;
  if (!isUsable || !routeTable) {
    const rule = isUsable ? TGW_NO_ASSOCIATION : TGW_NOT_ATTACHED;
    note(walk, attachment.id, { kind: 'transit-gateway', allowed: false, rule, packet });
    return end('gateway-refused');
  }
  const decision = walk.laws.transitGatewayRouteTable(routeTable, packet.destination);
  const { rule, outcome } = decision;
  const by = outcome === 'no-route' ? 'no-route' : decision.route;
  const kind = 'transit-gateway-route-table';
  note(walk, routeTable.id, { kind, allowed: outcome === 'forward', by, rule, packet });
  if (outcome === 'no-route' || outcome === 'blackhole') return end(outcome);
  const { attachmentIds } = decision.route;
  const next = pick(attachmentIds.map((id) => gateway.attachments.get(id)).filter(isThere), packet);
  if (!next) {
    const component = attachmentIds[0] ?? routeTable.id;
    note(walk, component, { kind: 'transit-gateway', allowed: false, rule: TGW_NOT_ATTACHED, packet });
    return end('gateway-refused');
  }
  return leaveTransitGateway(walk, next, motion);
}

function isThere(attachment: TransitGatewayAttachment | undefined): attachment is TransitGatewayAttachment {
  return attachment?.isAvailable ?? false;
}

/** Attachments at equal cost share the flows, and both directions of one take the same. */
function pick(
  attachments: readonly TransitGatewayAttachment[],
  packet: Packet,
): TransitGatewayAttachment | undefined {
  if (attachments.length < 2) return attachments[0];
  return attachments[spread(eitherWay(packet)) % attachments.length];
}

function leaveTransitGateway(
  walk: Walk,
  next: TransitGatewayAttachment,
  { gateway, attachment, zone, packet }: InGateway,
): Motion | Ending {
  const { resource } = next;
  switch (resource.kind) {
    case 'vpc':
      if (!keepsGroups(gateway, attachment, resource)) walk.identityLost = SG_REFERENCE_LOST;
      return intoVpc(walk, next, resource, zone, packet);
    case 'vpn':
    case 'direct-connect-gateway': {
      const id = resource.kind === 'vpn' ? resource.vpnConnectionId : resource.directConnectGatewayId;
      const link = linkFrom(walk.hosts.premises, id, packet.destination);
      note(walk, next.id, { kind: 'transit-gateway', allowed: true, rule: TGW_CARRIES, packet });
      return link ? { to: 'premises', link, packet } : end('exited');
    }
    case 'peering': {
      const peer = walk.network.transitGateways.get(resource.transitGatewayId);
      const entrance = peer?.attachments.get(next.id);
      note(walk, next.id, { kind: 'transit-gateway', allowed: true, rule: TGW_CARRIES, packet });
      walk.identityLost = SG_REFERENCE_LOST;
      return peer && entrance
        ? { to: 'transit-gateway', gateway: peer, attachment: entrance, zone, packet }
        : end('exited');
    }
    case 'not-modelled':
      return end('exited');
  }
}

/** On for the gateway and for both attachments, it shows the receiver which groups the sender has. */
function keepsGroups(
  { securityGroupReferencing }: TransitGateway,
  { resource: from }: TransitGatewayAttachment,
  to: VpcAttachment,
): boolean {
  const isOn = from.kind === 'vpc' && from.securityGroupReferencing && to.securityGroupReferencing;
  return securityGroupReferencing && isOn;
}

/** Into a VPC by one of the attachment's subnets, whose own route table says where to go on. */
function intoVpc(
  walk: Walk,
  attachment: TransitGatewayAttachment,
  resource: VpcAttachment,
  from: string,
  packet: Packet,
): Motion | Ending {
  const { pinnedZones } = walk.memory;
  const pin = (): string => `${attachment.id} ${eitherWay(packet)}`;
  const choice = walk.laws.transitGatewayZone(
    resource,
    from,
    () => pinnedZones.get(pin()),
    () => spread(eitherWay(packet)),
  );
  const zone = choice && resource.zones.get(choice.zone);
  if (!choice || !zone) return end('exited');
  if (choice.pins) pinnedZones.set(pin(), choice.zone);
  note(walk, attachment.id, { kind: 'transit-gateway', allowed: true, rule: choice.rule, packet });
  rememberWayIn(walk, { kind: 'transit-gateway', id: attachment.transitGatewayId }, packet);
  const { subnet } = zone;
  const owner = walk.network.privateAddresses.get(subnet.vpc.id)?.get(packet.destination);
  if (owner && subnet.cidrs.some((cidr) => contains(cidr, packet.destination))) {
    note(walk, attachment.id, { kind: 'transit-gateway', allowed: true, rule: TGW_ACL_OWN_SUBNET, packet });
    crossZone(walk, zone, 'egress', packet, 'ACCEPT');
    return { to: 'interface-in', networkInterface: owner, packet, crossesBorder: false };
  }
  if (!passesNetworkAcl(walk, subnet, 'egress', packet)) {
    crossZone(walk, zone, 'egress', packet, 'REJECT');
    return end('denied-out');
  }
  crossZone(walk, zone, 'egress', packet, 'ACCEPT');
  return { to: 'router', place: placeOf(subnet), packet };
}

function crossZone(
  walk: Walk,
  { networkInterface }: AttachmentZone,
  direction: Direction,
  packet: Packet,
  action: Crossing['action'],
): void {
  walk.leftBy = undefined;
  if (!networkInterface) return;
  const crossing = cross(walk, networkInterface, direction, packet, action);
  if (action === 'REJECT') crossing.inferred = [TGW_INTERFACE_RECORDS];
}
