/** Security groups: two unordered lists of allow rules. */
import type { IpPermissionRow, SecurityGroupRow, SecurityGroupRuleRow } from '../ec2/schema/security-group';
import type { Cidr } from '../net/cidr';
import { hasPorts, isIcmp, parseProtocol } from '../net/protocol';
import { type IcmpMatch, icmpMatch, type PortMatch, type ProtocolMatch } from './match';
import type { PrefixList } from './prefix-list';
import { cidr, type Report } from './report';

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly vpcId: string;
  readonly ingress: readonly SecurityGroupRule[];
  readonly egress: readonly SecurityGroupRule[];
}

export interface SecurityGroupRule {
  /** `sgr-…` where the document carries it. */
  readonly id?: string;
  readonly protocol: ProtocolMatch;
  readonly ports: PortMatch;
  readonly icmp: IcmpMatch;
  readonly peer: SecurityGroupPeer;
}

/** The far end that a rule names. A referenced group or list may be out of sight (deleted, or another account's): it matches nobody. */
export type SecurityGroupPeer =
  | { readonly kind: 'cidr'; readonly cidr: Cidr }
  | { readonly kind: 'security-group'; readonly id: string }
  /** Its blocks as the list says them; none where the list is out of sight. */
  | { readonly kind: 'prefix-list'; readonly id: string; readonly cidrs: readonly Cidr[] };

/** `rules`: the same rules one by one, where the document carries them; they bring the ids. */
export function parseSecurityGroup(
  row: SecurityGroupRow,
  index: number,
  rules: readonly SecurityGroupRuleRow[],
  prefixLists: ReadonlyMap<string, PrefixList>,
  report: Report,
): SecurityGroup {
  const list = (direction: 'ingress' | 'egress'): readonly SecurityGroupRule[] => {
    const egress = direction === 'egress';
    const key = egress ? 'IpPermissionsEgress' : 'IpPermissions';
    const permissions = row[key];
    const single = rules
      .filter(({ IsEgress }) => IsEgress === egress)
      .map((rule) => parseRule(rule, prefixLists, report));
    if (!permissions) return single;
    const merged = permissions.flatMap((permission, i) =>
      parsePermission(permission, prefixLists, ['SecurityGroups', index, key, i], report),
    );
    if (rules.length === 0) return merged;
    return agree(row.GroupId, ['SecurityGroups', index, key], merged, single, report);
  };
  return {
    id: row.GroupId,
    name: row.GroupName ?? row.GroupId,
    vpcId: row.VpcId,
    ingress: list('ingress'),
    egress: list('egress'),
  };
}

function parsePermission(
  row: IpPermissionRow,
  prefixLists: ReadonlyMap<string, PrefixList>,
  path: readonly (string | number)[],
  report: Report,
): readonly SecurityGroupRule[] {
  const filter = filterOf(row);
  if (filter.ports !== 'all' && filter.ports.from > filter.ports.to) {
    report.issue(path, `the range \`${filter.ports.from}-${filter.ports.to}\` ends before it begins`);
  }
  const peers: SecurityGroupPeer[] = [
    ...(row.IpRanges ?? []).map(({ CidrIp }): SecurityGroupPeer => ({ kind: 'cidr', cidr: cidr(CidrIp) })),
    ...(row.Ipv6Ranges ?? []).map(
      ({ CidrIpv6 }): SecurityGroupPeer => ({ kind: 'cidr', cidr: cidr(CidrIpv6) }),
    ),
    ...(row.UserIdGroupPairs ?? []).map(
      ({ GroupId }): SecurityGroupPeer => ({ kind: 'security-group', id: GroupId }),
    ),
    ...(row.PrefixListIds ?? []).map(
      ({ PrefixListId }): SecurityGroupPeer => prefixListPeer(PrefixListId, prefixLists, path, report),
    ),
  ];
  const { protocol, ports, icmp } = filter;
  return peers.map((peer) => ({ protocol, ports, icmp, peer }));
}

function parseRule(
  row: SecurityGroupRuleRow,
  prefixLists: ReadonlyMap<string, PrefixList>,
  report: Report,
): SecurityGroupRule {
  const block = row.CidrIpv4 ?? row.CidrIpv6;
  const group = row.ReferencedGroupInfo?.GroupId;
  const peer: SecurityGroupPeer =
    block !== undefined
      ? { kind: 'cidr', cidr: cidr(block) }
      : group !== undefined
        ? { kind: 'security-group', id: group }
        : prefixListPeer(row.PrefixListId ?? '', prefixLists, ['SecurityGroupRules'], report);
  return { id: row.SecurityGroupRuleId, ...filterOf(row), peer };
}

function prefixListPeer(
  id: string,
  prefixLists: ReadonlyMap<string, PrefixList>,
  path: readonly (string | number)[],
  report: Report,
): SecurityGroupPeer {
  const list = prefixLists.get(id);
  if (!list) report.notice(path, `\`${id}\` is not in the snapshot: the rule matches nobody`);
  return { kind: 'prefix-list', id, cidrs: list?.cidrs ?? [] };
}

function filterOf(
  row: Pick<IpPermissionRow, 'IpProtocol' | 'FromPort' | 'ToPort'>,
): Omit<SecurityGroupRule, 'id' | 'peer'> {
  const { FromPort, ToPort } = row;
  const protocol = row.IpProtocol === '-1' ? 'all' : (parseProtocol(row.IpProtocol) ?? 'all');
  const ports =
    protocol !== 'all' && hasPorts(protocol) && FromPort !== undefined && FromPort >= 0
      ? { from: FromPort, to: ToPort ?? FromPort }
      : 'all';
  return {
    protocol,
    ports,
    icmp: protocol !== 'all' && isIcmp(protocol) ? icmpMatch(FromPort, ToPort) : 'all',
  };
}

/** Both shapes stand: they must say the same, and the single rules bring the ids. */
function agree(
  groupId: string,
  path: readonly (string | number)[],
  merged: readonly SecurityGroupRule[],
  single: readonly SecurityGroupRule[],
  report: Report,
): readonly SecurityGroupRule[] {
  const keys = new Set(merged.map(ruleKey));
  const same =
    keys.size === new Set(single.map(ruleKey)).size && single.every((rule) => keys.has(ruleKey(rule)));
  if (!same) report.issue(path, `the rules of \`${groupId}\` differ from those in \`SecurityGroupRules\``);
  return same ? single : merged;
}

function ruleKey({ id: _id, ...rule }: SecurityGroupRule): string {
  return JSON.stringify(rule, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
