/** At an interface: the source/destination check, the security groups, the subnet's network ACL, and the record. */

import { contains } from '../../net/cidr';
import { type Packet, RST } from '../../net/packet';
import { TCP } from '../../net/protocol';
import { isExempt, NEVER_LOGGED } from '../../rules/exempt';
import {
  ADDRESS_NOT_OWNED,
  ENI_DELIVERS,
  ENI_SOURCE_DEST_CHECK,
  ownsAddress,
} from '../../rules/network-interface';
import { ROUTE_SAME_SUBNET } from '../../rules/route-table';
import { SG_RELATED, SG_TRACKED } from '../../rules/security-group';
import type { Direction } from '../../vpc/match';
import type { NetworkInterface } from '../../vpc/network-interface';
import { type Ending, end, type Motion, note, type Walk } from '../motion';
import type { Crossing } from '../trace';

type Out = Extract<Motion, { to: 'interface-out' }>;
type In = Extract<Motion, { to: 'interface-in' }>;

/** From the host or gateway outwards: security groups, then the border of the subnet. */
export function leaveInterface(walk: Walk, { networkInterface, packet }: Out): Motion | Ending {
  const { subnet } = networkInterface;
  if (isExempt(subnet.vpc, packet)) {
    note(walk, networkInterface.id, {
      kind: 'network-interface',
      direction: 'egress',
      allowed: true,
      rule: NEVER_LOGGED,
      packet,
    });
    return end('exited', { packet, networkInterface: undefined, isExemptService: true });
  }
  const mayStart = !networkInterface.sourceDestCheck || ownsAddress(networkInterface, packet.source);
  note(walk, networkInterface.id, {
    kind: 'network-interface',
    direction: 'egress',
    allowed: mayStart,
    rule: ENI_SOURCE_DEST_CHECK,
    packet,
  });
  if (!mayStart) return end('source-dest-check');
  if (!passesSecurityGroups(walk, networkInterface, 'egress', packet)) {
    cross(walk, networkInterface, 'egress', packet, 'REJECT');
    return end('denied-out');
  }
  if (subnet.cidrs.some((cidr) => contains(cidr, packet.destination)))
    return stayInSubnet(walk, networkInterface, packet);
  if (!passesNetworkAcl(walk, networkInterface, 'egress', packet)) {
    cross(walk, networkInterface, 'egress', packet, 'REJECT');
    return end('denied-out');
  }
  cross(walk, networkInterface, 'egress', packet, 'ACCEPT');
  return { to: 'router', subnet, packet };
}

/** Inside one subnet no router and no network ACL stands between two interfaces. */
function stayInSubnet(walk: Walk, networkInterface: NetworkInterface, packet: Packet): Motion | Ending {
  const { subnet } = networkInterface;
  cross(walk, networkInterface, 'egress', packet, 'ACCEPT', { trafficPath: 1 });
  const neighbour = walk.network.privateAddresses.get(subnet.vpc.id)?.get(packet.destination);
  note(walk, subnet.id, {
    kind: 'subnet',
    allowed: neighbour !== undefined,
    rule: neighbour ? ROUTE_SAME_SUBNET : ADDRESS_NOT_OWNED,
    packet,
  });
  if (!neighbour) return end('not-owned');
  return { to: 'interface-in', networkInterface: neighbour, packet, crossesBorder: false };
}

/** From the network inwards: the border of the subnet, then the security groups. */
export function enterInterface(walk: Walk, { networkInterface, packet, crossesBorder }: In): Motion | Ending {
  const refused =
    (crossesBorder && !passesNetworkAcl(walk, networkInterface, 'ingress', packet)) ||
    !passesSecurityGroups(walk, networkInterface, 'ingress', packet);
  if (refused) {
    cross(walk, networkInterface, 'ingress', packet, 'REJECT');
    return end('denied-in');
  }
  if (networkInterface.sourceDestCheck && !ownsAddress(networkInterface, packet.destination)) {
    note(walk, networkInterface.id, {
      kind: 'network-interface',
      direction: 'ingress',
      allowed: false,
      rule: ENI_SOURCE_DEST_CHECK,
      packet,
    });
    return end('source-dest-check');
  }
  cross(walk, networkInterface, 'ingress', packet, 'ACCEPT');
  const isTransit = !ownsAddress(networkInterface, packet.destination);
  const rule = isTransit ? ENI_SOURCE_DEST_CHECK : ENI_DELIVERS;
  note(walk, networkInterface.id, {
    kind: 'network-interface',
    direction: 'ingress',
    allowed: true,
    rule,
    packet,
  });
  // An appliance sends on what is not meant for itself.
  if (isTransit) return { to: 'interface-out', networkInterface, packet };
  return end('delivered', { packet, networkInterface, isExemptService: false });
}

export function passesNetworkAcl(
  walk: Walk,
  { subnet }: NetworkInterface,
  direction: Direction,
  packet: Packet,
): boolean {
  const decision = walk.laws.networkAcl(subnet.networkAcl, direction, packet);
  note(walk, subnet.networkAcl.id, {
    kind: 'network-acl',
    direction,
    allowed: decision.allowed,
    by: decision.decidedBy,
    rule: decision.rule,
    packet,
  });
  return decision.allowed;
}

/** An interface without security groups (a NAT gateway's) has nothing that could refuse. */
function passesSecurityGroups(
  walk: Walk,
  networkInterface: NetworkInterface,
  direction: Direction,
  packet: Packet,
): boolean {
  const { id, securityGroups } = networkInterface;
  const [first] = securityGroups;
  if (!first) return true;
  const remembered = walk.connections.touch(id, packet, walk.now);
  if (remembered === 'tracked') {
    note(walk, first.id, {
      kind: 'security-group',
      direction,
      allowed: true,
      by: 'tracked-connection',
      rule: SG_TRACKED,
      packet,
    });
    return true;
  }
  if (walk.connections.isRelated(id, packet, walk.now)) {
    note(walk, first.id, {
      kind: 'security-group',
      direction,
      allowed: true,
      by: 'tracked-connection',
      rule: SG_RELATED,
      packet,
    });
    return true;
  }
  const decision = walk.laws.securityGroups(securityGroups, direction, packet, walk.members);
  const { rule } = decision;
  if (!decision.allowed) {
    note(walk, first.id, { kind: 'security-group', direction, allowed: false, by: 'no-rule', rule, packet });
    return false;
  }
  const { decidedBy, group } = decision;
  note(walk, group.id, { kind: 'security-group', direction, allowed: true, by: decidedBy, rule, packet });
  // A reset ends something; it never begins it.
  const begins = remembered === 'unknown' && (packet.protocol !== TCP || (packet.tcpFlags & RST) === 0);
  if (begins) {
    const tracked = walk.laws.opensTrackedConnection(securityGroups, direction, packet, decidedBy);
    walk.connections.open(id, packet, walk.now, tracked);
  }
  return true;
}

export function cross(
  walk: Walk,
  networkInterface: NetworkInterface,
  direction: Direction,
  packet: Packet,
  action: Crossing['action'],
  more: { readonly trafficPath?: number } = {},
): void {
  walk.crossings.push({
    at: walk.now,
    networkInterface,
    direction,
    packet,
    action,
    trafficPath: more.trafficPath,
    unrouted: false,
  });
}
