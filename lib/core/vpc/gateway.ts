/** What joins a VPC to something else: internet gateways, NAT gateways, peering connections. */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { Ipv4 } from '../net/ipv4';
import type { NetworkInterface } from './network-interface';
import { ipv4, nameOf, type Report } from './report';
import type { Vpc } from './vpc';

export interface InternetGateway {
  readonly id: string;
  readonly name?: string;
  /** The VPC of its attachment, where that is available. */
  readonly vpcId?: string;
}

export interface NatGateway {
  readonly id: string;
  readonly name?: string;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly state: 'pending' | 'failed' | 'available' | 'deleting' | 'deleted';
  readonly connectivityType: 'public' | 'private';
  /** Its own interface, whose private address it writes into packets; a failed gateway may have none. */
  readonly networkInterface?: NetworkInterface;
  readonly privateAddress?: Ipv4;
}

export interface VpcPeeringConnection {
  readonly id: string;
  readonly name?: string;
  /** `active`, `pending-acceptance`, `deleted`, `rejected`, `expired` … (VpcPeeringConnectionStateReason.Code). */
  readonly status: string;
  readonly requester: PeeredVpc;
  readonly accepter: PeeredVpc;
}

/** A side of a peering; `vpc` is missing where it belongs to an owner or Region that the document does not show. */
export interface PeeredVpc {
  readonly vpcId: string;
  readonly vpc?: Vpc;
}

export function parseNatGateways(
  snapshot: Snapshot,
  networkInterfaces: ReadonlyMap<string, NetworkInterface>,
  report: Report,
): readonly NatGateway[] {
  return (snapshot.NatGateways ?? []).map((row, index) => {
    const [own] = row.NatGatewayAddresses ?? [];
    const networkInterface = own?.NetworkInterfaceId
      ? networkInterfaces.get(own.NetworkInterfaceId)
      : undefined;
    const state = row.State ?? 'available';
    if (own?.NetworkInterfaceId && !networkInterface && state === 'available') {
      report.issue(
        ['NatGateways', index, 'NatGatewayAddresses', 0, 'NetworkInterfaceId'],
        `NAT gateway \`${row.NatGatewayId}\` works through \`${own.NetworkInterfaceId}\`, which is not in the snapshot`,
      );
    }
    const name = nameOf(row.Tags);
    const privateAddress = own?.PrivateIp ? ipv4(own.PrivateIp) : networkInterface?.primaryAddress;
    return {
      id: row.NatGatewayId,
      ...(name !== undefined && { name }),
      vpcId: row.VpcId,
      subnetId: row.SubnetId ?? '',
      state,
      connectivityType: row.ConnectivityType ?? 'public',
      ...(networkInterface && { networkInterface }),
      ...(privateAddress !== undefined && { privateAddress }),
    };
  });
}

export function parsePeeringConnections(
  snapshot: Snapshot,
  vpcs: ReadonlyMap<string, Vpc>,
  report: Report,
): readonly VpcPeeringConnection[] {
  return (snapshot.VpcPeeringConnections ?? []).map((row, index) => {
    const side = (key: 'RequesterVpcInfo' | 'AccepterVpcInfo'): PeeredVpc => {
      const { VpcId } = row[key];
      const vpc = vpcs.get(VpcId);
      if (!vpc) {
        report.notice(
          ['VpcPeeringConnections', index, key, 'VpcId'],
          `\`${VpcId}\` is not in the snapshot: what lies behind \`${row.VpcPeeringConnectionId}\` is unknown`,
        );
      }
      return { vpcId: VpcId, ...(vpc && { vpc }) };
    };
    const name = nameOf(row.Tags);
    return {
      id: row.VpcPeeringConnectionId,
      ...(name !== undefined && { name }),
      status: row.Status?.Code ?? 'active',
      requester: side('RequesterVpcInfo'),
      accepter: side('AccepterVpcInfo'),
    };
  });
}
