/**
 * Routes that BGP brings: what the premises advertise over a connection that is up stands in every route table that takes
 * it over. https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-vgw
 */
import type { RouteRow, RouteTableRow } from '../ec2/schema/route-table';
import type { Snapshot } from '../ec2/schema/snapshot';
import type { TransitGatewayRouteRow, TransitGatewayRouteTableRow } from '../ec2/schema/transit-gateway';
import type { PremisesDocument, World } from './world';

/** A world without described Premises keeps the propagated rows that its document has. */
export function withBgpRoutes(world: World): World {
  const { Premises = [], Snapshot } = world;
  const sources = Premises.flatMap((premises) => sourcesOf(premises, Snapshot));
  if (sources.length === 0) return world;
  return {
    ...world,
    Snapshot: {
      ...Snapshot,
      ...(Snapshot.RouteTables && {
        RouteTables: Snapshot.RouteTables.map((table) => withVpnGatewayRoutes(table, sources)),
      }),
      ...(Snapshot.TransitGatewayRouteTables && {
        TransitGatewayRouteTables: Snapshot.TransitGatewayRouteTables.map((table) =>
          withAttachmentRoutes(table, sources),
        ),
      }),
    },
  };
}

/** One BGP session, and what it brings to the gateway or attachment at its AWS end. */
interface Source {
  readonly vpnGatewayIds: readonly string[];
  readonly attachment:
    | { readonly id: string; readonly type: string; readonly resourceId: string }
    | undefined;
  /** Nothing while the session is down. */
  readonly blocks: readonly string[];
}

function sourcesOf({ Connections, Advertises }: PremisesDocument, snapshot: Snapshot): readonly Source[] {
  if (!Advertises) return [];
  const attachmentOf = (resourceId: string): Source['attachment'] => {
    const row = snapshot.TransitGatewayAttachments?.find((one) => one.ResourceId === resourceId);
    return row && { id: row.TransitGatewayAttachmentId, type: row.ResourceType, resourceId };
  };
  const vpns = (snapshot.VpnConnections ?? [])
    .filter((row) => Connections.includes(row.VpnConnectionId) && !row.Options?.StaticRoutesOnly)
    .map((row): Source => {
      const isUp =
        (row.State ?? 'available') === 'available' &&
        (!row.VgwTelemetry?.length || row.VgwTelemetry.some(({ Status }) => Status !== 'DOWN'));
      return {
        vpnGatewayIds: row.VpnGatewayId === undefined ? [] : [row.VpnGatewayId],
        attachment: attachmentOf(row.VpnConnectionId),
        blocks: isUp ? Advertises : [],
      };
    });
  const direct = (snapshot.VirtualInterfaces ?? [])
    .filter((row) => Connections.includes(row.virtualInterfaceId))
    .map((row): Source => {
      const gateway = snapshot.DirectConnectGateways?.find(
        (one) => one.directConnectGatewayId === row.directConnectGatewayId,
      );
      const associated = (gateway?.directConnectGatewayAssociations ?? []).map(
        ({ associatedGateway }) => associatedGateway.id,
      );
      const isUp =
        (row.virtualInterfaceState ?? 'available') === 'available' &&
        (!row.bgpPeers?.length || row.bgpPeers.some(({ bgpStatus }) => bgpStatus !== 'down'));
      return {
        vpnGatewayIds: [row.virtualGatewayId ?? '', ...associated],
        attachment: attachmentOf(row.directConnectGatewayId ?? ''),
        blocks: isUp ? Advertises : [],
      };
    });
  return [...vpns, ...direct];
}

function withVpnGatewayRoutes(table: RouteTableRow, sources: readonly Source[]): RouteTableRow {
  const gatewayIds = (table.PropagatingVgws ?? []).map(({ GatewayId }) => GatewayId);
  if (gatewayIds.length === 0) return table;
  // Static VPN routes are propagated too, and are the API calls' business: only rows of BGP sources are replaced.
  const ours = gatewayIds.filter((id) => sources.some(({ vpnGatewayIds }) => vpnGatewayIds.includes(id)));
  const kept = (table.Routes ?? []).filter(
    ({ Origin, GatewayId }) => Origin !== 'EnableVgwRoutePropagation' || !ours.includes(GatewayId ?? ''),
  );
  const brought = ours.flatMap((GatewayId) => {
    const blocks = sources
      .filter(({ vpnGatewayIds }) => vpnGatewayIds.includes(GatewayId))
      .flatMap((source) => source.blocks);
    return [...new Set(blocks)].map(
      (block): RouteRow => ({
        [block.includes(':') ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock']: block,
        GatewayId,
        Origin: 'EnableVgwRoutePropagation',
        State: 'active',
      }),
    );
  });
  return { ...table, Routes: [...kept, ...brought] };
}

function withAttachmentRoutes(
  table: TransitGatewayRouteTableRow,
  sources: readonly Source[],
): TransitGatewayRouteTableRow {
  const propagating = new Set(
    (table.Propagations ?? [])
      .filter(({ State }) => State === undefined || State === 'enabled')
      .map(({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId),
  );
  const ours = sources.filter(({ attachment }) => attachment && propagating.has(attachment.id));
  if (ours.length === 0) return table;
  const ids = ours.map(({ attachment }) => attachment?.id);
  const kept = (table.Routes ?? []).filter(
    ({ Type, TransitGatewayAttachments }) =>
      Type !== 'propagated' ||
      !TransitGatewayAttachments?.some(({ TransitGatewayAttachmentId }) =>
        ids.includes(TransitGatewayAttachmentId),
      ),
  );
  const brought = ours.flatMap(({ attachment, blocks }) =>
    blocks.map(
      (DestinationCidrBlock): TransitGatewayRouteRow => ({
        DestinationCidrBlock,
        TransitGatewayAttachments: attachment
          ? [
              {
                TransitGatewayAttachmentId: attachment.id,
                ResourceType: attachment.type,
                ResourceId: attachment.resourceId,
              },
            ]
          : [],
        Type: 'propagated',
        State: 'active',
      }),
    ),
  );
  return { ...table, Routes: [...kept, ...brought] };
}
