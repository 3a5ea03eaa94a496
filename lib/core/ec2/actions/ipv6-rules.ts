/**
 * What a first IPv6 block of a VPC brings along: filters that nobody has changed let IPv6 pass as they do IPv4.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
import type { IpPermissionRow } from '../schema/security-group';
import type { Snapshot } from '../schema/snapshot';
import type { VpcRow } from '../schema/vpc';
import { blocksOf } from './local-route';
import { mapRows, rowsOf, withRows } from './rows';
import { familyEntries } from './vpc';

/** `before`: the VPC as it was. */
export function withIpv6Rules(snapshot: Snapshot, before: VpcRow): Snapshot {
  if (blocksOf(before).some((block) => block.includes(':'))) return snapshot;
  const withEntries = mapRows(snapshot, 'NetworkAcls', (acl) => {
    const entries = acl.Entries ?? [];
    if (acl.VpcId !== before.VpcId || !acl.IsDefault) return acl;
    const taken = new Set(entries.map(({ RuleNumber, Egress }) => `${RuleNumber} ${Egress}`));
    const added = [false, true]
      .flatMap((egress) => familyEntries(egress, 'IPv6'))
      .filter(({ RuleNumber, Egress }) => !taken.has(`${RuleNumber} ${Egress}`));
    return { ...acl, Entries: [...entries, ...added] };
  });
  const open = rowsOf(withEntries, 'SecurityGroups').filter(
    (group) => group.VpcId === before.VpcId && isOpen(group.IpPermissionsEgress),
  );
  const ids = new Set(open.map(({ GroupId }) => GroupId));
  const everything: IpPermissionRow = { IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] };
  const told = mapRows(withEntries, 'SecurityGroups', (group) =>
    ids.has(group.GroupId)
      ? { ...group, IpPermissionsEgress: [...(group.IpPermissionsEgress ?? []), everything] }
      : group,
  );
  if (!told.SecurityGroupRules) return told;
  // The list of single rules would now say something else: it is dropped for these groups.
  const others = rowsOf(told, 'SecurityGroupRules').filter(({ GroupId }) => !ids.has(GroupId));
  return withRows(told, 'SecurityGroupRules', others);
}

/** The one outbound rule that a new group has. */
function isOpen(rules: readonly IpPermissionRow[] = []): boolean {
  const [only] = rules;
  return (
    rules.length === 1 &&
    only?.IpProtocol === '-1' &&
    only.IpRanges?.length === 1 &&
    only.IpRanges[0]?.CidrIp === '0.0.0.0/0' &&
    !only.Ipv6Ranges?.length &&
    !only.UserIdGroupPairs?.length
  );
}
