/**
 * Subnets for an attachment or an endpoint: of one VPC, and no two in one Availability Zone.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html (DuplicateSubnetsInSameZone)
 */
import type { Snapshot } from '../schema/snapshot';
import type { SubnetRow } from '../schema/vpc';
import { find, missing } from './find';
import { type Refusal, refuse } from './outcome';

/** `present`: subnets that it has already. */
export function readZoneSubnets(
  snapshot: Snapshot,
  vpcId: string,
  present: readonly string[],
  asked: readonly string[],
): { readonly subnets: readonly SubnetRow[] } | Refusal {
  const zones = new Set(
    present.map((id) => {
      const subnet = find(snapshot, 'Subnets', id);
      return subnet ? zoneOf(subnet) : '';
    }),
  );
  const subnets: SubnetRow[] = [];
  for (const id of asked) {
    const subnet = find(snapshot, 'Subnets', id);
    if (!subnet || subnet.VpcId !== vpcId) return missing('Subnets', id);
    const zone = zoneOf(subnet);
    if (zones.has(zone))
      return refuse('DuplicateSubnetsInSameZone', `Duplicate Subnets for same AZ '${zone}'`);
    zones.add(zone);
    subnets.push(subnet);
  }
  return { subnets };
}

/** A document without zones has one. */
function zoneOf({ AvailabilityZone, AvailabilityZoneId }: SubnetRow): string {
  return AvailabilityZoneId ?? AvailabilityZone ?? '';
}
