/**
 * The State of every route follows from its target: `blackhole` while that is gone, detached or not active.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
 */
import type { RouteRow, RouteTableRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import { rowsOf, withRows } from './rows';

/** Applied after every call that can make a target come or go. */
export function withRouteStates(snapshot: Snapshot): Snapshot {
  const tables = rowsOf(snapshot, 'RouteTables').map((table) => {
    const routes = (table.Routes ?? []).map((route) => {
      const State = stateOf(snapshot, table, route);
      return route.State === State ? route : { ...route, State };
    });
    return routes.every((route, i) => route === table.Routes?.[i]) ? table : { ...table, Routes: routes };
  });
  return withRows(snapshot, 'RouteTables', tables);
}

export function stateOf(
  snapshot: Snapshot,
  { VpcId }: RouteTableRow,
  route: RouteRow,
): NonNullable<RouteRow['State']> {
  const works = (found: boolean): 'active' | 'blackhole' => (found ? 'active' : 'blackhole');
  if (route.GatewayId?.startsWith('igw-')) {
    const gateway = rowsOf(snapshot, 'InternetGateways').find(
      (row) => row.InternetGatewayId === route.GatewayId,
    );
    return works(gateway?.Attachments?.some((attachment) => attachment.VpcId === VpcId) ?? false);
  }
  if (route.VpcPeeringConnectionId) {
    const pcx = rowsOf(snapshot, 'VpcPeeringConnections').find(
      (row) => row.VpcPeeringConnectionId === route.VpcPeeringConnectionId,
    );
    return works(pcx !== undefined && (pcx.Status?.Code ?? 'active') === 'active');
  }
  if (route.NatGatewayId) {
    const nat = rowsOf(snapshot, 'NatGateways').find((row) => row.NatGatewayId === route.NatGatewayId);
    return works(nat !== undefined && !['deleted', 'deleting', 'failed'].includes(nat.State ?? 'available'));
  }
  if (route.NetworkInterfaceId) {
    return works(
      rowsOf(snapshot, 'NetworkInterfaces').some(
        (row) => row.NetworkInterfaceId === route.NetworkInterfaceId,
      ),
    );
  }
  return route.State ?? 'active';
}
