/** Block Public Access, before an internet gateway. https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html */
import { blockPublicAccessRefusal } from '../../rules/block-public-access';
import type { BlockPublicAccess } from '../../vpc/block-public-access';
import type { Direction } from '../../vpc/match';
import type { Repair } from '../blockers/repair';
import type { Place } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { judge } from './judge';

/** Where traffic crosses the border of a VPC; undefined `subnet`: at a regional NAT gateway. */
export type Border = Pick<Place, 'vpc' | 'subnet'>;

/** `isEgressOnly`: of a connection that a NAT gateway opened outwards. */
export function passBlockPublicAccess(
  search: Search,
  way: Way,
  gatewayId: string,
  direction: Direction,
  { vpc, subnet }: Border,
  isEgressOnly: boolean,
): Way | undefined {
  const traffic = { direction, vpc, subnet, isEgressOnly };
  if (!blockPublicAccessRefusal(search.network.blockPublicAccess, traffic)) return way;
  const resource = subnet?.id ?? vpc.id;
  return judge(search, way, {
    component: vpc.id,
    kind: 'block-public-access',
    direction,
    checks: [
      {
        accepts: search.space.nothing,
        obstacle: () => ({
          key: `bpa ${resource}`,
          code: 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
          facts: { InternetGateway: gatewayId, Vpc: vpc.id, ...(subnet && { Subnet: subnet.id }) },
          repair: excluded(search.network.blockPublicAccess, resource),
        }),
      },
    ],
  });
}

/** Both ways; what is excluded one way already has its exclusion widened. */
function excluded({ exclusionIds }: BlockPublicAccess, resource: string): Repair {
  const ExclusionId = exclusionIds.get(resource);
  const both = { Service: 'ec2', InternetGatewayExclusionMode: 'allow-bidirectional' } as const;
  if (ExclusionId !== undefined)
    return [{ ...both, Action: 'ModifyVpcBlockPublicAccessExclusion', ExclusionId }];
  const named = resource.startsWith('vpc-') ? { VpcId: resource } : { SubnetId: resource };
  return [{ ...both, Action: 'CreateVpcBlockPublicAccessExclusion', ...named }];
}
