/** Rows of a Snapshot as `describe-*` prints them: ids, names, VPCs and subnets. */
import type { Snapshot } from '../../ec2/schema/snapshot';
import type { Random } from '../random';

/** One row of a kind, as a Snapshot holds it. */
export type Row<K extends keyof Snapshot> = NonNullable<Snapshot[K]> extends readonly (infer R)[] ? R : never;

export const OWNER_ID = '111122223333';
export const REGION = 'eu-central-1';

export function newId(random: Random, prefix: string): string {
  return `${prefix}-0${random.hex(16)}`;
}

export const nameTag = (name: string) => [{ Key: 'Name', Value: name }];

export function vpcRow(id: string, name: string, cidr: string): Row<'Vpcs'> {
  return {
    VpcId: id,
    CidrBlock: cidr,
    CidrBlockAssociationSet: [
      {
        AssociationId: `vpc-cidr-assoc-${id.slice(4)}`,
        CidrBlock: cidr,
        CidrBlockState: { State: 'associated' },
      },
    ],
    State: 'available',
    OwnerId: OWNER_ID,
    IsDefault: false,
    InstanceTenancy: 'default',
    Tags: nameTag(name),
  };
}

export function subnetRow(
  id: string,
  vpcId: string,
  name: string,
  cidr: string,
  zone: 'a' | 'b',
): Row<'Subnets'> {
  return {
    SubnetId: id,
    VpcId: vpcId,
    CidrBlock: cidr,
    AvailabilityZone: `${REGION}${zone}`,
    AvailabilityZoneId: zone === 'a' ? 'euc1-az2' : 'euc1-az3',
    State: 'available',
    OwnerId: OWNER_ID,
    MapPublicIpOnLaunch: false,
    Tags: nameTag(name),
  };
}
