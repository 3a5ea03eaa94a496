/**
 * The State of every route follows from its target: `blackhole` while that is gone, detached or cannot forward.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html
 */
import type { RouteRow, RouteTableRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import { find } from './find';
import { mapRows, rowsOf } from './rows';

/** Applied after every call that can make a target come or go. */
export function withRouteStates(snapshot: Snapshot): Snapshot {
  return mapRows(snapshot, 'RouteTables', (table) => {
    const routes = (table.Routes ?? []).map((route) => {
      const State = stateOf(snapshot, table, route);
      return route.State === State ? route : { ...route, State };
    });
    return routes.every((route, i) => route === table.Routes?.[i]) ? table : { ...table, Routes: routes };
  });
}

export function stateOf(
  snapshot: Snapshot,
  { VpcId }: RouteTableRow,
  route: RouteRow,
): NonNullable<RouteRow['State']> {
  // A route server's route that was not taken over has a state of its own.
  if (route.State === 'filtered') return 'filtered';
  const works = workingTarget(snapshot, VpcId, route);
  if (works === undefined) return route.State ?? 'active';
  return works ? 'active' : 'blackhole';
}

/** undefined: a target of which the document does not tell. */
function workingTarget(snapshot: Snapshot, vpcId: string, route: RouteRow): boolean | undefined {
  const { GatewayId } = route;
  const here = (own: { readonly VpcId: string }): boolean => own.VpcId === vpcId;
  if (GatewayId?.startsWith('igw-'))
    return find(snapshot, 'InternetGateways', GatewayId)?.Attachments?.some(here) ?? false;
  if (GatewayId?.startsWith('vgw-'))
    return find(snapshot, 'VpnGateways', GatewayId)?.VpcAttachments?.some(here) ?? false;
  if (GatewayId?.startsWith('vpce-')) {
    const endpoint = find(snapshot, 'VpcEndpoints', GatewayId);
    return endpoint !== undefined && (endpoint.State ?? 'available').toLowerCase() === 'available';
  }
  if (route.EgressOnlyInternetGatewayId)
    return (
      find(snapshot, 'EgressOnlyInternetGateways', route.EgressOnlyInternetGatewayId)?.Attachments?.some(
        here,
      ) ?? false
    );
  if (route.VpcPeeringConnectionId) {
    const pcx = find(snapshot, 'VpcPeeringConnections', route.VpcPeeringConnectionId);
    return pcx !== undefined && (pcx.Status?.Code ?? 'active') === 'active';
  }
  if (route.NatGatewayId) {
    const nat = find(snapshot, 'NatGateways', route.NatGatewayId);
    return nat !== undefined && !['deleted', 'deleting', 'failed'].includes(nat.State ?? 'available');
  }
  if (route.TransitGatewayId) return isAttachedVpc(snapshot, route.TransitGatewayId, vpcId);
  if (route.NetworkInterfaceId) return isForwarding(snapshot, route.NetworkInterfaceId);
  return undefined;
}

/** A route to a transit gateway works through the attachment of the table's own VPC. */
export function isAttachedVpc(snapshot: Snapshot, transitGatewayId: string, vpcId: string): boolean {
  const isLive = (State: string | undefined): boolean =>
    State === undefined || State === 'available' || State === 'modifying';
  return (
    rowsOf(snapshot, 'TransitGatewayVpcAttachments').some(
      (row) => row.TransitGatewayId === transitGatewayId && row.VpcId === vpcId && isLive(row.State),
    ) ||
    rowsOf(snapshot, 'TransitGatewayAttachments').some(
      (row) =>
        row.TransitGatewayId === transitGatewayId &&
        row.ResourceType === 'vpc' &&
        row.ResourceId === vpcId &&
        isLive(row.State),
    )
  );
}

/** Interfaces that nothing holds forward nothing, nor does an instance that does not run. */
function isForwarding(snapshot: Snapshot, id: string): boolean {
  const row = find(snapshot, 'NetworkInterfaces', id);
  if (!row || row.Status === 'available') return false;
  const { InstanceId } = row.Attachment ?? {};
  const state = InstanceId === undefined ? undefined : find(snapshot, 'Instances', InstanceId)?.State?.Name;
  return state === undefined || state === 'running' || state === 'pending';
}
