/** A subnet with the two things that every packet crossing its border meets. */
import type { Cidr } from '../net/cidr';
import type { NetworkAcl } from './network-acl';
import type { RouteTable } from './route-table';
import type { Vpc } from './vpc';

export interface Subnet {
  readonly id: string;
  readonly name?: string;
  readonly vpc: Vpc;
  readonly cidrs: readonly Cidr[];
  /** `eu-central-1a`; the id (`euc1-az2`) is the one that means the same zone in every account. */
  readonly availabilityZone: string;
  readonly availabilityZoneId: string;
  /** The explicitly associated table, else the VPC's main table. */
  readonly routeTable: RouteTable;
  /** The associated ACL, else the VPC's default ACL. */
  readonly networkAcl: NetworkAcl;
}

/** What names the zone of a subnet; a document without zones has one. */
export function zoneOf({ availabilityZone, availabilityZoneId }: Subnet): string {
  return availabilityZoneId || availabilityZone;
}
