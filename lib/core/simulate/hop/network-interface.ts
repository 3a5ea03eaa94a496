/** At an interface: the source/destination check, the security groups, the subnet's network ACL, and the record. */
import { contains } from '../../net/cidr';
import type { Packet } from '../../net/packet';
import { isRouterAddress, NEVER_LOGGED } from '../../rules/exempt';
import {
  ADDRESS_NOT_OWNED,
  ENI_DELIVERS,
  ENI_FORWARDS,
  ENI_SOURCE_DEST_CHECK,
  ownsAddress,
} from '../../rules/network-interface';
import { ROUTE_SAME_SUBNET } from '../../rules/route-table';
import type { Direction } from '../../vpc/match';
import type { NetworkInterface } from '../../vpc/network-interface';
import { type Ending, end, type Motion, note, placeOf, type Walk, type WrittenCrossing } from '../motion';
import type { Crossing } from '../trace';
import { trackAlways } from './always-tracked';
import { forward, isForwarder } from './appliance';
import { passesNetworkAcl, passesSecurityGroups } from './filters';

type Out = Extract<Motion, { to: 'interface-out' }>;
type In = Extract<Motion, { to: 'interface-in' }>;

/** From the host or gateway outwards: security groups, then the border of the subnet. */
export function leaveInterface(walk: Walk, { networkInterface, packet }: Out): Motion | Ending {
  const { subnet, id } = networkInterface;
  const direction = 'egress';
  const isExempt = walk.laws.isExempt(subnet, packet);
  if (isExempt && !walk.laws.filtersJudgeExempt()) {
    note(walk, id, { kind: 'network-interface', direction, allowed: true, rule: NEVER_LOGGED, packet });
    return end('exited', { packet, receiver: 'exempt-service' });
  }
  if (isRouterAddress(subnet, packet.destination)) {
    note(walk, id, { kind: 'network-interface', direction, allowed: true, rule: NEVER_LOGGED, packet });
    return end('exited');
  }
  const mayStart =
    ownsAddress(networkInterface, packet.source) || !walk.laws.checksSourceDest(networkInterface);
  const rule = ENI_SOURCE_DEST_CHECK;
  note(walk, id, { kind: 'network-interface', direction, allowed: mayStart, rule, packet });
  if (!mayStart) return end('source-dest-check');
  if (!passesSecurityGroups(walk, networkInterface, direction, packet)) {
    cross(walk, networkInterface, direction, packet, 'REJECT');
    return end('denied-out');
  }
  const stays = subnet.cidrs.some((cidr) => contains(cidr, packet.destination));
  if (
    (!stays || walk.laws.networkAclJudgesInsideSubnet()) &&
    !passesNetworkAcl(walk, subnet, direction, packet)
  ) {
    cross(walk, networkInterface, direction, packet, 'REJECT');
    return end('denied-out');
  }
  cross(walk, networkInterface, direction, packet, 'ACCEPT');
  if (isExempt) return end('exited', { packet, receiver: 'exempt-service' });
  return stays
    ? stayInSubnet(walk, networkInterface, packet)
    : { to: 'router', place: placeOf(subnet), packet };
}

/** Inside one subnet no router and no network ACL stands between two interfaces. */
function stayInSubnet(walk: Walk, { subnet }: NetworkInterface, packet: Packet): Motion | Ending {
  if (walk.leftBy) walk.leftBy.trafficPath = 1;
  const neighbour = walk.network.privateAddresses.get(subnet.vpc.id)?.get(packet.destination);
  note(walk, subnet.id, {
    kind: 'subnet',
    allowed: neighbour !== undefined,
    rule: neighbour ? ROUTE_SAME_SUBNET : ADDRESS_NOT_OWNED,
    packet,
  });
  if (!neighbour) return end('not-owned');
  const crossesBorder = walk.laws.networkAclJudgesInsideSubnet();
  return { to: 'interface-in', networkInterface: neighbour, packet, crossesBorder };
}

/** From the network inwards: the border of the subnet, then the security groups. */
export function enterInterface(walk: Walk, { networkInterface, packet, crossesBorder }: In): Motion | Ending {
  const direction = 'ingress';
  const { id, subnet } = networkInterface;
  const refused =
    (crossesBorder && !passesNetworkAcl(walk, subnet, direction, packet)) ||
    !passesSecurityGroups(walk, networkInterface, direction, packet);
  if (refused) {
    cross(walk, networkInterface, direction, packet, 'REJECT');
    return end('denied-in');
  }
  const owns = ownsAddress(networkInterface, packet.destination);
  if (!owns && walk.laws.checksSourceDest(networkInterface)) {
    const rule = ENI_SOURCE_DEST_CHECK;
    note(walk, id, { kind: 'network-interface', direction, allowed: false, rule, packet });
    return end('source-dest-check');
  }
  cross(walk, networkInterface, direction, packet, 'ACCEPT');
  if (walk.endpoints.has(id)) trackAlways(walk);
  const rule = owns ? ENI_DELIVERS : ENI_FORWARDS;
  note(walk, id, { kind: 'network-interface', direction, allowed: true, rule, packet });
  if (!owns || isForwarder(walk, networkInterface)) {
    const onward = forward(walk, networkInterface, packet, owns);
    if (onward) return onward;
  }
  return end('delivered', {
    packet,
    receiver: { kind: 'interface', networkInterfaceId: id, address: packet.destination },
  });
}

export function cross(
  walk: Walk,
  networkInterface: NetworkInterface,
  direction: Direction,
  packet: Packet,
  action: Crossing['action'],
): WrittenCrossing {
  const before = direction === 'ingress' ? walk.leftBy : undefined;
  const crossing: WrittenCrossing = {
    at: walk.now,
    networkInterface,
    direction,
    packet,
    action,
    trafficPath: undefined,
    unrouted: false,
    rejectReason: undefined,
    inferred: NONE,
    nextHop: before?.networkInterface,
  };
  if (before) before.nextHop = networkInterface;
  walk.crossings.push(crossing);
  walk.leftBy = direction === 'egress' ? crossing : undefined;
  return crossing;
}

const NONE: Crossing['inferred'] = [];
