/** What joins a VPC to something else: internet gateways, NAT gateways, peering connections. */
import type { Ipv4 } from '../net/ipv4';
import type { NetworkInterface } from './network-interface';
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
