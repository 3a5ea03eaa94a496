/**
 * Route propagation: what a virtual private gateway knows stands in every route table that lets it.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-configure-routing.html
 */
import { type Cidr, formatCidr } from '../../net/cidr';
import type { RouteRow, RouteTableRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import type { VpnConnectionRow } from '../schema/vpn';
import { documentBlock } from './block';
import { find } from './find';
import { mapRows, rowsOf } from './rows';

const PROPAGATED = 'EnableVgwRoutePropagation';

/** The propagated rows of every table as the gateways of `after` make them; rows that stay keep their place. */
export function withVgwRoutes(before: Snapshot, after: Snapshot): Snapshot {
  return mapRows(after, 'RouteTables', (table) => {
    const own = (table.Routes ?? []).filter(isPropagated);
    if (!table.PropagatingVgws?.length && own.length === 0) return table;
    const wanted = wantedRoutes(before, after, table);
    const kept = own.filter((route) => wanted.has(keyOf(route)));
    const stand = new Set(kept.map(keyOf));
    const added = [...wanted].filter(([key]) => !stand.has(key)).map(([, route]) => route);
    if (added.length === 0 && kept.length === own.length) return table;
    const Routes = (table.Routes ?? []).filter((route) => !isPropagated(route) || stand.has(keyOf(route)));
    return { ...table, Routes: [...Routes, ...added] };
  });
}

function isPropagated({ Origin }: RouteRow): boolean {
  return Origin === PROPAGATED;
}

function keyOf({ DestinationCidrBlock, DestinationIpv6CidrBlock, GatewayId }: RouteRow): string {
  return `${DestinationCidrBlock ?? DestinationIpv6CidrBlock ?? ''} ${GatewayId ?? ''}`;
}

function wantedRoutes(
  before: Snapshot,
  after: Snapshot,
  table: RouteTableRow,
): ReadonlyMap<string, RouteRow> {
  const wanted = new Map<string, RouteRow>();
  for (const { GatewayId } of table.PropagatingVgws ?? []) {
    const isHere = find(after, 'VpnGateways', GatewayId)?.VpcAttachments?.some(
      ({ VpcId }) => VpcId === table.VpcId,
    );
    if (!isHere) continue;
    for (const block of knownBlocks(before, after, GatewayId)) {
      const text = formatCidr(block);
      const route: RouteRow = {
        [text.includes(':') ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock']: text,
        GatewayId,
        Origin: PROPAGATED,
        State: 'active',
      };
      wanted.set(keyOf(route), route);
    }
  }
  return wanted;
}

/** Static routes of its connections, and what it has learned, as far as any table of the document shows it. */
function knownBlocks(before: Snapshot, after: Snapshot, gatewayId: string): readonly Cidr[] {
  const written = staticBlocks(after, gatewayId);
  if (!speaksBgp(after, gatewayId)) return written;
  const old = new Set(staticBlocks(before, gatewayId).map(formatCidr));
  const learned = rowsOf(before, 'RouteTables')
    .flatMap(({ Routes = [] }) => Routes)
    .filter((route) => isPropagated(route) && route.GatewayId === gatewayId)
    .flatMap((route) => route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? [])
    .map(documentBlock)
    .filter((block) => !old.has(formatCidr(block)));
  return [...written, ...learned];
}

function staticBlocks(snapshot: Snapshot, gatewayId: string): readonly Cidr[] {
  return rowsOf(snapshot, 'VpnConnections')
    .filter(({ VpnGatewayId }) => VpnGatewayId === gatewayId)
    .flatMap(staticBlocksOf);
}

/** The routes that somebody wrote for a connection without BGP. */
export function staticBlocksOf({ Routes = [], State = 'available' }: VpnConnectionRow): readonly Cidr[] {
  if (State !== 'available') return [];
  return Routes.filter(({ State: state = 'available' }) => state === 'available').map(
    ({ DestinationCidrBlock }) => documentBlock(DestinationCidrBlock),
  );
}

export function isStatic({ Options, Routes = [] }: VpnConnectionRow): boolean {
  return Options?.StaticRoutesOnly ?? Routes.length > 0;
}

/** By a connection with dynamic routing, or by Direct Connect. */
function speaksBgp(snapshot: Snapshot, gatewayId: string): boolean {
  return (
    rowsOf(snapshot, 'VpnConnections').some((row) => row.VpnGatewayId === gatewayId && !isStatic(row)) ||
    rowsOf(snapshot, 'VirtualInterfaces').some(({ virtualGatewayId }) => virtualGatewayId === gatewayId) ||
    rowsOf(snapshot, 'DirectConnectGateways').some((row) =>
      row.directConnectGatewayAssociations?.some(
        ({ associatedGateway }) => associatedGateway.id === gatewayId,
      ),
    )
  );
}
