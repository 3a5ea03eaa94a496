/** At a route table: it names the next hop, or nobody. */
import { constantCidr, contains } from '../../net/cidr';
import { flowKey } from '../../net/packet';
import { NAT_RETURN_TO_SENDER } from '../../rules/nat-gateway';
import { ADDRESS_NOT_OWNED } from '../../rules/network-interface';
import { ROUTE_RESERVED } from '../../rules/route-table';
import type { NetworkInterface } from '../../vpc/network-interface';
import type { Route } from '../../vpc/route-table';
import type { VpcPeeringConnection } from '../../vpc/vpc-peering-connection';
import { type Ending, end, type Motion, note, type Walk } from '../motion';
import { wayBack } from './way-in';

type AtRouter = Extract<Motion, { to: 'router' }>;
type InVpc = Extract<Motion, { to: 'vpc' }>;

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
const RESERVED = ['169.254.168.0/22', 'fd00:ec2::/32'].map(constantCidr);

export function enterRouter(walk: Walk, { place, packet }: AtRouter): Motion | Ending {
  const { routeTable } = place;
  if (RESERVED.some((cidr) => contains(cidr, packet.destination))) {
    note(walk, routeTable.id, {
      kind: 'route-table',
      allowed: false,
      by: 'no-route',
      rule: ROUTE_RESERVED,
      packet,
    });
    return unrouted(walk, 'no-route');
  }
  const returned = returnToSender(walk, packet) ?? wayBack(walk, place, packet);
  if (returned) return returned;
  const decision = walk.laws.routeTable(routeTable, packet.destination);
  const { rule } = decision;
  if (decision.outcome === 'forward') {
    const { route } = decision;
    note(walk, routeTable.id, { kind: 'route-table', allowed: true, by: route, rule, packet });
    setTrafficPath(walk, route);
    return { to: 'target', route, place, packet };
  }
  const by = decision.outcome === 'no-route' ? 'no-route' : decision.route;
  note(walk, routeTable.id, { kind: 'route-table', allowed: false, by, rule, packet });
  return unrouted(walk, decision.outcome);
}

function unrouted(walk: Walk, disposition: 'no-route' | 'blackhole'): Ending {
  if (walk.leftBy) walk.leftBy.unrouted = true;
  return end(disposition);
}

/** The answer to what a NAT gateway sent over peering goes back to it, whatever the route table says. */
function returnToSender(walk: Walk, packet: AtRouter['packet']): Motion | undefined {
  const { memory, network } = walk;
  const waiting = memory.returnsToSender.size === 0 ? undefined : memory.returnsToSender.get(flowKey(packet));
  const networkInterface = network.networkInterfaces.get(waiting?.networkInterfaceId ?? '');
  const peering = network.vpcPeeringConnections.get(waiting?.vpcPeeringConnectionId ?? '');
  if (!networkInterface || peering?.status !== 'active') return undefined;
  const rule = NAT_RETURN_TO_SENDER;
  note(walk, peering.id, { kind: 'vpc-peering-connection', allowed: true, rule, packet });
  if (walk.leftBy) walk.leftBy.trafficPath = peeringPath(peering);
  return { to: 'interface-in', networkInterface, packet, crossesBorder: true };
}

/** The record of the interface that the packet has just left learns how it went on. */
function setTrafficPath(walk: Walk, route: Route): void {
  const { leftBy } = walk;
  if (leftBy) leftBy.trafficPath = trafficPath(walk, route, leftBy.networkInterface);
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html, `traffic-path` */
function trafficPath(
  { network }: Walk,
  { target }: Route,
  { instance }: NetworkInterface,
): number | undefined {
  const isNitro = !instance || instance.isNitro;
  switch (target.kind) {
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
      return isNitro ? 8 : 2;
    case 'vpc-endpoint':
      if (network.vpcEndpoints.get(target.id)?.type !== 'gateway') return 1;
      return isNitro ? 7 : 2;
    case 'vpc-peering-connection':
      return peeringPath(network.vpcPeeringConnections.get(target.id));
    case 'vpn-gateway':
      return 3;
    case 'not-modelled':
      return undefined;
    default:
      return 1;
  }
}

function peeringPath(peering: VpcPeeringConnection | undefined): number {
  return peering?.isInterRegion ? 5 : 4;
}

/** The local route delivers to whoever owns the address, wherever in the VPC that is. */
export function enterVpc(walk: Walk, { vpc, packet, from }: InVpc): Motion | Ending {
  const owner = walk.network.privateAddresses.get(vpc.id)?.get(packet.destination);
  if (!owner) {
    note(walk, vpc.id, { kind: 'vpc', allowed: false, rule: ADDRESS_NOT_OWNED, packet });
    return end('not-owned');
  }
  return { to: 'interface-in', networkInterface: owner, packet, crossesBorder: owner.subnet.id !== from?.id };
}
