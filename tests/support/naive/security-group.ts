/** Security groups once more, naively: a packet passes when anything in any permission of any group fits it. */
import type { IpPermissionRow, SecurityGroupRow } from '@/lib/core/ec2/schema/security-group';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { holds, isSame, type NaiveAddress } from './block';
import { fitsIcmp, fitsPorts, fitsProtocol, type NaivePacket } from './packet';
import { naivePrefixList } from './prefix-list';

/** Who is meant by a reference to a group, from a group of `fromVpcId`. */
export type NaiveMembers = (groupId: string, fromVpcId: string) => readonly NaiveAddress[];

/** The first group that lets the packet pass; `undefined` when none does. */
export function naiveSecurityGroups(
  snapshot: Snapshot,
  groups: readonly SecurityGroupRow[],
  egress: boolean,
  packet: NaivePacket,
  members: NaiveMembers,
): SecurityGroupRow | undefined {
  const farEnd = egress ? packet.destination : packet.source;
  for (const group of groups) {
    for (const row of permissionsOf(snapshot, group, egress)) {
      const { IpProtocol, FromPort, ToPort } = row;
      if (!fitsProtocol(IpProtocol, packet)) continue;
      if (!fitsPorts(IpProtocol, FromPort, ToPort, packet)) continue;
      if (!fitsIcmp(IpProtocol, FromPort, ToPort, packet)) continue;
      for (const { CidrIp } of row.IpRanges ?? []) if (holds(CidrIp, farEnd)) return group;
      for (const { CidrIpv6 } of row.Ipv6Ranges ?? []) if (holds(CidrIpv6, farEnd)) return group;
      for (const { PrefixListId } of row.PrefixListIds ?? [])
        for (const block of naivePrefixList(snapshot, PrefixListId)) if (holds(block, farEnd)) return group;
      for (const { GroupId } of row.UserIdGroupPairs ?? [])
        for (const member of members(GroupId, group.VpcId)) if (isSame(member, farEnd)) return group;
    }
  }
  return undefined;
}

/** They stand in the group, or one by one under a key of their own. */
function permissionsOf(
  { SecurityGroupRules = [] }: Snapshot,
  { GroupId, IpPermissions, IpPermissionsEgress }: SecurityGroupRow,
  egress: boolean,
): readonly IpPermissionRow[] {
  const own = egress ? IpPermissionsEgress : IpPermissions;
  if (own) return own;
  return SecurityGroupRules.filter((rule) => rule.GroupId === GroupId && rule.IsEgress === egress).map(
    ({ IpProtocol, FromPort, ToPort, CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupInfo }) => ({
      IpProtocol,
      FromPort,
      ToPort,
      IpRanges: CidrIpv4 === undefined ? [] : [{ CidrIp: CidrIpv4 }],
      Ipv6Ranges: CidrIpv6 === undefined ? [] : [{ CidrIpv6 }],
      PrefixListIds: PrefixListId === undefined ? [] : [{ PrefixListId }],
      UserIdGroupPairs: ReferencedGroupInfo ? [ReferencedGroupInfo] : [],
    }),
  );
}
