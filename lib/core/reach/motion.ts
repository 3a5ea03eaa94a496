/** Between two hops: where packets are about to be judged next, or where they have arrived. */
import type { RouteTable, RouteTarget } from '../vpc/route-table';
import { type Subnet, zoneOf } from '../vpc/subnet';
import type { TransitGateway, TransitGatewayAttachment } from '../vpc/transit-gateway';
import type { Vpc } from '../vpc/vpc';
import type { VpcEndpoint } from '../vpc/vpc-endpoint';
import type { Link } from './ends/links';
import type { Station } from './ends/station';
import type { Way } from './way';

/** Where a route table is asked: in a subnet, or at a regional NAT gateway, which stands in none. */
export interface Place {
  readonly vpc: Vpc;
  readonly routeTable: RouteTable;
  readonly subnet: Subnet | undefined;
  /** Availability Zone. */
  readonly zone: string;
}

export type Motion =
  /** What a host or a gateway hands to its own interface. */
  | { readonly to: 'interface-out'; readonly station: Station }
  | { readonly to: 'interface-in'; readonly station: Station; readonly crossesBorder: boolean }
  | { readonly to: 'router'; readonly place: Place }
  | { readonly to: 'target'; readonly target: RouteTarget; readonly place: Place }
  /** Inside a VPC, on the way to whoever owns the destination; `via`: by the peering connection they came through. */
  | { readonly to: 'vpc'; readonly vpc: Vpc; readonly from: Subnet | undefined; readonly via?: string }
  /** At a gateway of a VPC, on the way in: its own route table may lead elsewhere first. */
  | { readonly to: 'vpc-edge'; readonly gatewayId: string; readonly vpc: Vpc }
  /** In a transit gateway, come in by an attachment. */
  | {
      readonly to: 'transit-gateway';
      readonly gateway: TransitGateway;
      readonly attachment: TransitGatewayAttachment;
      readonly zone: string;
    }
  /** On the way out of it by another; `from`: the one they came by. */
  | {
      readonly to: 'attachment';
      readonly gateway: TransitGateway;
      readonly attachment: TransitGatewayAttachment;
      readonly zone: string;
      readonly from: TransitGatewayAttachment | undefined;
    }
  /** On the internet side of an internet gateway; `gatewayId`: the one they left by; `into`: the VPC they are to enter. */
  | { readonly to: 'internet'; readonly gatewayId: string | undefined; readonly into?: Vpc }
  /** On a connection towards the premises, or towards AWS; `gatewayId`: the virtual private gateway they left by. */
  | { readonly to: 'premises'; readonly link: Link; readonly gatewayId: string | undefined }
  | { readonly to: 'aws'; readonly link: Link }
  | Arrival;

/** Where somebody has them. */
export type Arrival =
  | { readonly to: 'host'; readonly station: Station }
  | { readonly to: 'service'; readonly endpoint: VpcEndpoint }
  | { readonly to: 'outside' }
  | { readonly to: 'on-premises'; readonly link: Link }
  /** The resolver, instance metadata, the time service: beside every filter. */
  | { readonly to: 'exempt-service' }
  /** Beyond what the document shows. */
  | { readonly to: 'unseen'; readonly component: string };

export interface Onward {
  readonly way: Way;
  readonly motion: Motion;
}

export function placeOf(subnet: Subnet): Place {
  return { vpc: subnet.vpc, routeTable: subnet.routeTable, subnet, zone: zoneOf(subnet) };
}

export function isArrival(motion: Motion): motion is Arrival {
  return (
    motion.to === 'host' ||
    motion.to === 'service' ||
    motion.to === 'outside' ||
    motion.to === 'on-premises' ||
    motion.to === 'exempt-service' ||
    motion.to === 'unseen'
  );
}
