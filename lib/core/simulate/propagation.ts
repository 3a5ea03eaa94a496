/**
 * Routes that BGP brings: what the premises advertise over a connection that is up stands in every route table that takes
 * it over. https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-vgw
 */
import type { RouteRow, RouteTableRow } from '../ec2/schema/route-table';
import type { Snapshot } from '../ec2/schema/snapshot';
import type { TransitGatewayRouteRow, TransitGatewayRouteTableRow } from '../ec2/schema/transit-gateway';
import type { VpnConnectionRow } from '../ec2/schema/vpn';
import { parseCidr } from '../net/cidr';
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
        RouteTables: Snapshot.RouteTables.map((table) => withVpnGatewayRoutes(table, sources, Snapshot)),
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
  // What is no block is the door's to complain of.
  const told = Advertises.filter((block) => parseCidr(block) !== undefined);
  const attachmentOf = (resourceId: string): Source['attachment'] => {
    const row = snapshot.TransitGatewayAttachments?.find((one) => one.ResourceId === resourceId);
    return row && { id: row.TransitGatewayAttachmentId, type: row.ResourceType, resourceId };
  };
  const vpns = (snapshot.VpnConnections ?? [])
    .filter((row) => Connections.includes(row.VpnConnectionId) && !isStatic(row))
    .map((row): Source => {
      const isUp =
        (row.State ?? 'available') === 'available' &&
        (!row.VgwTelemetry?.length || row.VgwTelemetry.some(({ Status }) => Status !== 'DOWN'));
      return {
        vpnGatewayIds: row.VpnGatewayId === undefined ? [] : [row.VpnGatewayId],
        attachment: attachmentOf(row.VpnConnectionId),
        blocks: isUp ? told : [],
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
        blocks: isUp ? told : [],
      };
    });
  return [...vpns, ...direct];
}

function isStatic({ Options, Routes = [] }: VpnConnectionRow): boolean {
  return Options?.StaticRoutesOnly ?? Routes.length > 0;
}

/** Gateway id and block of every static VPN route: these are propagated too, and are the business of API calls. */
function staticBlocks({ VpnConnections = [] }: Snapshot): ReadonlySet<string> {
  return new Set(
    VpnConnections.flatMap(({ VpnGatewayId, Routes = [] }) =>
      Routes.map(({ DestinationCidrBlock }) => `${VpnGatewayId} ${DestinationCidrBlock}`),
    ),
  );
}

function withVpnGatewayRoutes(
  table: RouteTableRow,
  sources: readonly Source[],
  snapshot: Snapshot,
): RouteTableRow {
  const gatewayIds = (table.PropagatingVgws ?? []).map(({ GatewayId }) => GatewayId);
  if (gatewayIds.length === 0) return table;
  const written = staticBlocks(snapshot);
  const ours = gatewayIds.filter((id) => sources.some(({ vpnGatewayIds }) => vpnGatewayIds.includes(id)));
  const kept = (table.Routes ?? []).filter(
    ({ Origin, GatewayId = '', ...row }) =>
      Origin !== 'EnableVgwRoutePropagation' ||
      !ours.includes(GatewayId) ||
      written.has(`${GatewayId} ${row.DestinationCidrBlock ?? row.DestinationIpv6CidrBlock}`),
  );
  const attached = ours.filter((id) => isAttached(snapshot, id, table.VpcId));
  const brought = attached.flatMap((GatewayId) => {
    const blocks = sources
      .filter(({ vpnGatewayIds }) => vpnGatewayIds.includes(GatewayId))
      .flatMap((source) => source.blocks)
      .filter((block) => !written.has(`${GatewayId} ${block}`));
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

function isAttached({ VpnGateways = [] }: Snapshot, id: string, vpcId: string): boolean {
  const gateway = VpnGateways.find(({ VpnGatewayId }) => VpnGatewayId === id);
  return (
    gateway?.VpcAttachments?.some(
      ({ VpcId, State = 'attached' }) => VpcId === vpcId && State === 'attached',
    ) ?? false
  );
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
