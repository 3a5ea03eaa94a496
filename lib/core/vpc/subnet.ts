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
  readonly sublocation?: Sublocation;
  /** The explicitly associated table, else the VPC's main table. */
  readonly routeTable: RouteTable;
  /** The associated ACL, else the VPC's default ACL. */
  readonly networkAcl: NetworkAcl;
}

/** A place outside the Region's own zones. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html */
export interface Sublocation {
  readonly type: 'wavelength' | 'outpost' | 'localzone';
  readonly id: string;
}

/** `us-east-1-wl1-bos-wlz-1` is a Wavelength Zone, `us-west-2-lax-1a` a Local Zone, `us-east-1a` neither. */
export function sublocationOf(
  zoneName: string,
  zoneId: string,
  outpostArn: string | undefined,
): Sublocation | undefined {
  if (outpostArn) return { type: 'outpost', id: outpostArn.split('/').at(-1) ?? outpostArn };
  if (/-wl\d/.test(zoneName)) return { type: 'wavelength', id: zoneId || zoneName };
  return /^[a-z]+(?:-[a-z]+)+-\d-[a-z]+-\d[a-z]$/.test(zoneName)
    ? { type: 'localzone', id: zoneId || zoneName }
    : undefined;
}

/** What names the zone of a subnet; a document without zones has one. */
export function zoneOf({ availabilityZone, availabilityZoneId }: Subnet): string {
  return availabilityZoneId || availabilityZone;
}
