/** Security groups as `describe-security-groups` prints them: a new one lets everything out. */
import { type Draft, nameTag, OWNER_ID, type Row } from './draft';
import { ANYWHERE } from './network-acl';

export type PermissionRow = NonNullable<Row<'SecurityGroups'>['IpPermissions']>[number];

/** `peer`: a block of either family, a group or a prefix list. */
export function permission(
  protocol: 'tcp' | 'udp' | 'icmp' | '-1',
  port: number | undefined,
  peer: string,
): PermissionRow {
  const ports = protocol === 'icmp' ? { FromPort: -1, ToPort: -1 } : { FromPort: port, ToPort: port };
  return {
    IpProtocol: protocol,
    ...(protocol !== '-1' && ports),
    IpRanges: isGroupOrList(peer) || peer.includes(':') ? [] : [{ CidrIp: peer }],
    Ipv6Ranges: peer.includes(':') ? [{ CidrIpv6: peer }] : [],
    PrefixListIds: peer.startsWith('pl-') ? [{ PrefixListId: peer }] : [],
    UserIdGroupPairs: peer.startsWith('sg-') ? [{ GroupId: peer, UserId: OWNER_ID }] : [],
  };
}

export const tcpFrom = (port: number, peer: string): PermissionRow => permission('tcp', port, peer);

export function addSecurityGroup(
  draft: Draft,
  { id: VpcId, ipv6 }: { readonly id: string; readonly ipv6: string | undefined },
  name: string,
  ingress: readonly PermissionRow[],
  egress: readonly PermissionRow[] = everything(ipv6),
): string {
  const id = draft.id('sg');
  draft.add('SecurityGroups', {
    GroupId: id,
    GroupName: name,
    Description: `${name} of this VPC`,
    VpcId,
    OwnerId: OWNER_ID,
    IpPermissions: [...ingress],
    IpPermissionsEgress: [...egress],
    Tags: nameTag(name),
  });
  return id;
}

/** More rules for a group that was added before: two groups may name each other. */
export function admit(draft: Draft, groupId: string, ...ingress: readonly PermissionRow[]): void {
  const group = draft.rows('SecurityGroups').find(({ GroupId }) => GroupId === groupId);
  if (!group) return;
  draft.replace('SecurityGroups', group, {
    ...group,
    IpPermissions: [...(group.IpPermissions ?? []), ...ingress],
  });
}

function everything(ipv6: string | undefined): readonly PermissionRow[] {
  return [permission('-1', undefined, ANYWHERE), ...(ipv6 ? [permission('-1', undefined, '::/0')] : [])];
}

function isGroupOrList(peer: string): boolean {
  return peer.startsWith('sg-') || peer.startsWith('pl-');
}
