/**
 * What joins a VPC or a transit gateway to the premises: virtual private gateways, VPN connections, Direct Connect.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html
 */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { Cidr } from '../net/cidr';
import { byId } from './index-by';
import { cidr, nameOf, type Report } from './report';
import type { Vpc } from './vpc';

export interface VpnGateway {
  readonly id: string;
  readonly name?: string;
  /** The VPC of its attachment, where it has one. */
  readonly vpcId?: string;
}

export interface VpnConnection {
  readonly id: string;
  readonly name?: string;
  readonly customerGatewayId?: string;
  /** The AWS end: a virtual private gateway or a transit gateway. */
  readonly vpnGatewayId?: string;
  readonly transitGatewayId?: string;
  /** Available, with at least one tunnel up; tunnels are up unless the document says otherwise. */
  readonly isUp: boolean;
  /** Blocks that somebody wrote; undefined where BGP brings them. */
  readonly staticRoutes?: readonly Cidr[];
}

export interface VirtualInterface {
  readonly id: string;
  readonly name?: string;
  readonly type: 'private' | 'transit' | 'public';
  readonly isUp: boolean;
  readonly vpnGatewayId?: string;
  readonly directConnectGatewayId?: string;
}

export interface DirectConnectGateway {
  readonly id: string;
  readonly name?: string;
  readonly associations: readonly {
    /** A virtual private gateway or a transit gateway. */
    readonly gatewayId: string;
    /** What the premises are told of, and may send to; empty: everything behind that gateway. */
    readonly allowedPrefixes: readonly Cidr[];
  }[];
}

/** Everything of a document that leads to the premises, by id. */
export interface Hybrid {
  readonly vpnGateways: ReadonlyMap<string, VpnGateway>;
  readonly vpnConnections: ReadonlyMap<string, VpnConnection>;
  readonly customerGatewayIds: ReadonlySet<string>;
  readonly directConnectGateways: ReadonlyMap<string, DirectConnectGateway>;
  readonly virtualInterfaces: ReadonlyMap<string, VirtualInterface>;
}

export function parseHybrid(snapshot: Snapshot, vpcs: ReadonlyMap<string, Vpc>, report: Report): Hybrid {
  return {
    vpnGateways: byId(parseVpnGateways(snapshot, vpcs, report)),
    vpnConnections: byId(parseVpnConnections(snapshot, report)),
    customerGatewayIds: new Set((snapshot.CustomerGateways ?? []).map((row) => row.CustomerGatewayId)),
    directConnectGateways: byId(parseDirectConnectGateways(snapshot)),
    virtualInterfaces: byId(parseVirtualInterfaces(snapshot)),
  };
}

function parseVpnGateways(
  snapshot: Snapshot,
  vpcs: ReadonlyMap<string, Vpc>,
  report: Report,
): readonly VpnGateway[] {
  const taken = new Map<string, string>();
  return (snapshot.VpnGateways ?? []).map((row, index) => {
    const attached = row.VpcAttachments?.find(({ State }) => State === undefined || State === 'attached');
    const name = nameOf(row.Tags);
    if (attached) {
      const path = ['VpnGateways', index, 'VpcAttachments'];
      const other = taken.get(attached.VpcId);
      if (other)
        report.issue(
          path,
          `\`${attached.VpcId}\` has two virtual private gateways, \`${other}\` and \`${row.VpnGatewayId}\``,
        );
      if (!vpcs.has(attached.VpcId))
        report.issue(
          path,
          `\`${row.VpnGatewayId}\` is attached to \`${attached.VpcId}\`, which is not in the snapshot`,
        );
      taken.set(attached.VpcId, row.VpnGatewayId);
    }
    return {
      id: row.VpnGatewayId,
      ...(name !== undefined && { name }),
      ...(attached && { vpcId: attached.VpcId }),
    };
  });
}

function parseVpnConnections(snapshot: Snapshot, report: Report): readonly VpnConnection[] {
  const gateways = new Set((snapshot.VpnGateways ?? []).map((row) => row.VpnGatewayId));
  return (snapshot.VpnConnections ?? []).map((row, index) => {
    const { VpnGatewayId, TransitGatewayId, CustomerGatewayId, VgwTelemetry } = row;
    if (VpnGatewayId !== undefined && !gateways.has(VpnGatewayId))
      report.issue(
        ['VpnConnections', index, 'VpnGatewayId'],
        `\`${row.VpnConnectionId}\` ends at \`${VpnGatewayId}\`, which is not in the snapshot`,
      );
    const name = nameOf(row.Tags);
    const isStatic = row.Options?.StaticRoutesOnly ?? (row.Routes ?? []).length > 0;
    const staticRoutes = (row.Routes ?? [])
      .filter(({ State }) => State === undefined || State === 'available')
      .map(({ DestinationCidrBlock }) => cidr(DestinationCidrBlock));
    return {
      id: row.VpnConnectionId,
      ...(name !== undefined && { name }),
      ...(CustomerGatewayId !== undefined && { customerGatewayId: CustomerGatewayId }),
      ...(VpnGatewayId !== undefined && { vpnGatewayId: VpnGatewayId }),
      ...(TransitGatewayId !== undefined && { transitGatewayId: TransitGatewayId }),
      isUp:
        (row.State ?? 'available') === 'available' &&
        (!VgwTelemetry?.length || VgwTelemetry.some(({ Status }) => Status !== 'DOWN')),
      ...(isStatic && { staticRoutes }),
    };
  });
}

function parseDirectConnectGateways(snapshot: Snapshot): readonly DirectConnectGateway[] {
  return (snapshot.DirectConnectGateways ?? []).map((row) => ({
    id: row.directConnectGatewayId,
    ...(row.directConnectGatewayName !== undefined && { name: row.directConnectGatewayName }),
    associations: (row.directConnectGatewayAssociations ?? [])
      .filter(({ associationState }) => associationState === undefined || associationState === 'associated')
      .map(({ associatedGateway, allowedPrefixesToDirectConnectGateway }) => ({
        gatewayId: associatedGateway.id,
        allowedPrefixes: (allowedPrefixesToDirectConnectGateway ?? []).map((prefix) => cidr(prefix.cidr)),
      })),
  }));
}

function parseVirtualInterfaces(snapshot: Snapshot): readonly VirtualInterface[] {
  return (snapshot.VirtualInterfaces ?? []).map((row) => ({
    id: row.virtualInterfaceId,
    ...(row.virtualInterfaceName !== undefined && { name: row.virtualInterfaceName }),
    type: row.virtualInterfaceType ?? 'private',
    isUp:
      (row.virtualInterfaceState ?? 'available') === 'available' &&
      (!row.bgpPeers?.length || row.bgpPeers.some(({ bgpStatus }) => bgpStatus !== 'down')),
    ...(row.virtualGatewayId && { vpnGatewayId: row.virtualGatewayId }),
    ...(row.directConnectGatewayId && { directConnectGatewayId: row.directConnectGatewayId }),
  }));
}
