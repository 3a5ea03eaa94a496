/** BGP sessions of the premises: over which connection each runs, and what it tells AWS of while it is up. */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { VirtualInterfaceRow, VpnConnectionRow } from '../ec2/schema/vpn';
import { parseCidr } from '../net/cidr';
import type { PremisesDocument } from './world';

export interface BgpSource {
  /** Virtual private gateways at the AWS end. */
  readonly vpnGatewayIds: readonly string[];
  /** What a transit gateway would have attached: the VPN connection, or the Direct Connect gateway. */
  readonly resourceId: string | undefined;
  /** Nothing while the session is down. */
  readonly blocks: readonly string[];
}

export function bgpSourcesOf(
  premises: readonly PremisesDocument[],
  snapshot: Snapshot,
): readonly BgpSource[] {
  const told = new Map(
    premises.flatMap(({ Connections, Advertises }) =>
      Connections.flatMap((id) => (Advertises ? [[id, Advertises.filter(isBlock)] as const] : [])),
    ),
  );
  const behindDirect = associatedGateways(snapshot);
  const overVpn = (snapshot.VpnConnections ?? []).flatMap((row) => {
    const blocks = told.get(row.VpnConnectionId);
    return blocks && !isStatic(row) ? [vpnSource(row, blocks)] : [];
  });
  const direct = (snapshot.VirtualInterfaces ?? []).flatMap((row) => {
    const blocks = told.get(row.virtualInterfaceId);
    const associated = behindDirect.get(row.directConnectGatewayId ?? '') ?? [];
    return blocks ? [directSource(row, associated, blocks)] : [];
  });
  return [...overVpn, ...direct];
}

/** What is no block is the door's to complain of. */
function isBlock(text: string): boolean {
  return parseCidr(text) !== undefined;
}

function isStatic({ Options, Routes = [] }: VpnConnectionRow): boolean {
  return Options?.StaticRoutesOnly ?? Routes.length > 0;
}

function vpnSource(row: VpnConnectionRow, blocks: readonly string[]): BgpSource {
  const { State = 'available', VgwTelemetry = [] } = row;
  const isUp =
    State === 'available' &&
    (VgwTelemetry.length === 0 || VgwTelemetry.some(({ Status }) => Status !== 'DOWN'));
  return {
    vpnGatewayIds: row.VpnGatewayId === undefined ? [] : [row.VpnGatewayId],
    resourceId: row.VpnConnectionId,
    blocks: isUp ? blocks : [],
  };
}

function directSource(
  row: VirtualInterfaceRow,
  associated: readonly string[],
  blocks: readonly string[],
): BgpSource {
  const { virtualInterfaceState = 'available', bgpPeers = [] } = row;
  const isUp =
    virtualInterfaceState === 'available' &&
    (bgpPeers.length === 0 || bgpPeers.some(({ bgpStatus }) => bgpStatus !== 'down'));
  return {
    vpnGatewayIds: row.virtualGatewayId === undefined ? associated : [row.virtualGatewayId, ...associated],
    resourceId: row.directConnectGatewayId,
    blocks: isUp ? blocks : [],
  };
}

/** Direct Connect gateway id -> the gateways behind it. */
function associatedGateways({
  DirectConnectGateways = [],
}: Snapshot): ReadonlyMap<string, readonly string[]> {
  return new Map(
    DirectConnectGateways.map(({ directConnectGatewayId, directConnectGatewayAssociations = [] }) => [
      directConnectGatewayId,
      directConnectGatewayAssociations.map(({ associatedGateway }) => associatedGateway.id),
    ]),
  );
}
