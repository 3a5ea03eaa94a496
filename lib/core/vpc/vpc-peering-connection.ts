/** VPC peering connections: two VPCs, and whether they are joined. https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html */
import type { Snapshot } from '../ec2/schema/snapshot';
import { nameOf, type Report } from './report';
import type { Vpc } from './vpc';

export interface VpcPeeringConnection {
  readonly id: string;
  readonly name?: string;
  /** `active`, `pending-acceptance`, `deleted`, `rejected`, `expired` … (VpcPeeringConnectionStateReason.Code). */
  readonly status: string;
  readonly requester: PeeredVpc;
  readonly accepter: PeeredVpc;
  /** Its two VPCs are in different Regions. */
  readonly isInterRegion: boolean;
}

/** A side of a peering; `vpc` is missing where it belongs to an owner or Region that the document does not show. */
export interface PeeredVpc {
  readonly vpcId: string;
  readonly vpc?: Vpc;
  readonly region: string;
}

export function parsePeeringConnections(
  snapshot: Snapshot,
  vpcs: ReadonlyMap<string, Vpc>,
  region: string,
  report: Report,
): readonly VpcPeeringConnection[] {
  return (snapshot.VpcPeeringConnections ?? []).map((row, index) => {
    const side = (key: 'RequesterVpcInfo' | 'AccepterVpcInfo'): PeeredVpc => {
      const { VpcId, Region } = row[key];
      const vpc = vpcs.get(VpcId);
      if (!vpc) {
        report.notice(
          ['VpcPeeringConnections', index, key, 'VpcId'],
          `\`${VpcId}\` is not in the snapshot: what lies behind \`${row.VpcPeeringConnectionId}\` is unknown`,
        );
      }
      return { vpcId: VpcId, ...(vpc && { vpc }), region: vpc?.region ?? Region ?? region };
    };
    const name = nameOf(row.Tags);
    const requester = side('RequesterVpcInfo');
    const accepter = side('AccepterVpcInfo');
    return {
      id: row.VpcPeeringConnectionId,
      ...(name !== undefined && { name }),
      status: row.Status?.Code ?? 'active',
      requester,
      accepter,
      isInterRegion: requester.region !== accepter.region,
    };
  });
}
