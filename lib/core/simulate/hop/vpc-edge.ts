/**
 * Where a packet enters a VPC by an internet or virtual private gateway: a route table of the gateway's own may lead it
 * through an appliance first. https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
import type { Packet } from '../../net/packet';
import { ROUTE_APPLIANCE_PUBLIC, ROUTE_GATEWAY_TABLE } from '../../rules/route-table';
import type { NetworkInterface } from '../../vpc/network-interface';
import type { Route, RouteTable } from '../../vpc/route-table';
import { type Ending, end, type Motion, note, type Walk } from '../motion';
import { rememberWayIn } from './way-in';

type AtEdge = Extract<Motion, { to: 'vpc-edge' }>;

export function enterVpcEdge(walk: Walk, { gatewayId, vpc, packet }: AtEdge): Motion | Ending {
  rememberWayIn(walk, { kind: kindOf(gatewayId), id: gatewayId }, packet);
  const table = walk.network.gatewayRouteTables.get(gatewayId);
  const inside: Motion = { to: 'vpc', vpc, packet, from: undefined };
  if (!table || table.vpcId !== vpc.id) return inside;
  const decision = walk.laws.routeTable(table, packet.destination);
  if (decision.outcome !== 'forward') {
    const by = decision.outcome === 'no-route' ? 'no-route' : decision.route;
    note(walk, table.id, { kind: 'route-table', allowed: false, by, rule: decision.rule, packet });
    return end(decision.outcome);
  }
  const { route } = decision;
  note(walk, table.id, { kind: 'route-table', allowed: true, by: route, rule: ROUTE_GATEWAY_TABLE, packet });
  return route.target.kind === 'local' ? inside : toAppliance(walk, { gatewayId, table, route, packet });
}

/** The appliance through which a gateway's table leads what is for an address of the VPC, if there is one. */
export function applianceBefore(
  { network, laws }: Walk,
  gatewayId: string,
  address: Packet['source'],
): NetworkInterface | undefined {
  const table = network.gatewayRouteTables.get(gatewayId);
  const decision = table && laws.routeTable(table, address);
  if (decision?.outcome !== 'forward' || decision.route.target.kind !== 'network-interface') return undefined;
  return network.networkInterfaces.get(decision.route.target.id);
}

function kindOf(gatewayId: string): 'internet-gateway' | 'vpn-gateway' {
  return gatewayId.startsWith('igw-') ? 'internet-gateway' : 'vpn-gateway';
}

interface Detour extends Pick<AtEdge, 'gatewayId' | 'packet'> {
  readonly table: RouteTable;
  readonly route: Route;
}

function toAppliance(walk: Walk, { gatewayId, table, route, packet }: Detour): Motion | Ending {
  const { target } = route;
  // What stands behind a Gateway Load Balancer endpoint is not modelled.
  if (target.kind !== 'network-interface') return end('exited');
  const networkInterface = walk.network.networkInterfaces.get(target.id);
  if (networkInterface && (kindOf(gatewayId) === 'vpn-gateway' || isPublicAppliance(networkInterface)))
    return { to: 'interface-in', networkInterface, packet, crossesBorder: true };
  const rule = ROUTE_APPLIANCE_PUBLIC;
  note(walk, table.id, { kind: 'route-table', allowed: false, by: route, rule, packet });
  return end('gateway-refused');
}

function isPublicAppliance({ privateAddresses, instance }: NetworkInterface): boolean {
  const isPublic = privateAddresses.some(({ publicAddress }) => publicAddress !== undefined);
  return isPublic && (instance === undefined || instance.state === 'running');
}
