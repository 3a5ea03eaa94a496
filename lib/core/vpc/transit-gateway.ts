/**
 * Transit gateways: what is attached to each, and the tables by which it routes between attachments.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
import type { Cidr } from '../net/cidr';
import type { NetworkInterface } from './network-interface';
import type { Subnet } from './subnet';
import type { Vpc } from './vpc';

export interface TransitGateway {
  readonly id: string;
  readonly name?: string;
  readonly isAvailable: boolean;
  /** Whether a security group rule may refer to a group of another attached VPC. */
  readonly securityGroupReferencing: boolean;
  readonly attachments: ReadonlyMap<string, TransitGatewayAttachment>;
  readonly routeTables: ReadonlyMap<string, TransitGatewayRouteTable>;
}

export interface TransitGatewayAttachment {
  readonly id: string;
  readonly name?: string;
  readonly transitGatewayId: string;
  readonly isAvailable: boolean;
  /** The table that judges what enters here; undefined: associated with none. */
  readonly routeTable?: TransitGatewayRouteTable;
  readonly resource: AttachedResource;
}

export type AttachedResource =
  | VpcAttachment
  | { readonly kind: 'vpn'; readonly vpnConnectionId: string }
  | { readonly kind: 'direct-connect-gateway'; readonly directConnectGatewayId: string }
  /** The other gateway may belong to an owner or Region that the document does not show. */
  | { readonly kind: 'peering'; readonly transitGatewayId: string }
  | { readonly kind: 'not-modelled'; readonly resourceType: string };

export interface VpcAttachment {
  readonly kind: 'vpc';
  readonly vpcId: string;
  /** Missing where the VPC belongs to an owner that the document does not show. */
  readonly vpc?: Vpc;
  /** Availability Zone -> the attachment's subnet there. */
  readonly zones: ReadonlyMap<string, AttachmentZone>;
  readonly applianceMode: boolean;
  readonly securityGroupReferencing: boolean;
}

export interface AttachmentZone {
  readonly subnet: Subnet;
  /** The gateway's own interface; a document may leave it out, and then nothing is logged there. */
  readonly networkInterface?: NetworkInterface;
}

export interface TransitGatewayRouteTable {
  readonly id: string;
  readonly name?: string;
  readonly transitGatewayId: string;
  readonly routes: readonly TransitGatewayRoute[];
}

export interface TransitGatewayRoute {
  readonly destination: Cidr;
  /** The prefix list that stands in the row; `destination` is one of its entries. */
  readonly prefixListId?: string;
  readonly type: 'static' | 'propagated';
  /** Discards on purpose, or because its attachment is gone. */
  readonly isBlackhole: boolean;
  /** Several share equal-cost paths; none where the row is a blackhole. */
  readonly attachmentIds: readonly string[];
  /** What kind of attachment it leads to: `vpc`, `vpn`, `peering` … */
  readonly resourceType: string;
}
