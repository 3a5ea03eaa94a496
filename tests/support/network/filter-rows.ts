/** Filters in few words: `100 allow tcp 10.0.0.0/8 443` for a network ACL, `tcp sg-web 443` for a security group. */
import { networkAclRow, securityGroupRow } from '@/lib/core/scenario/blueprints/filter-rows';
import type { Row } from '@/lib/core/scenario/blueprints/rows';
import { words } from './part';

type EntryRow = NonNullable<Row<'NetworkAcls'>['Entries']>[number];
type PermissionRow = NonNullable<Row<'SecurityGroups'>['IpPermissions']>[number];

/** Two lists; one that is left out is open to everybody. */
export interface Lists {
  readonly in?: readonly string[];
  readonly out?: readonly string[];
}

const OPEN_ACL = ['100 allow all 0.0.0.0/0', '110 allow all ::/0'];
const OPEN_GROUP = ['all 0.0.0.0/0', 'all ::/0'];

export function aclOf(
  id: string,
  vpcId: string,
  lists: Lists,
  subnetIds: readonly string[],
  isDefault = false,
): Row<'NetworkAcls'> {
  const entries = [
    ...(lists.in ?? OPEN_ACL).map((text) => entryRow(text, false)),
    ...(lists.out ?? OPEN_ACL).map((text) => entryRow(text, true)),
  ];
  return networkAclRow(id, vpcId, id, entries, subnetIds, isDefault);
}

/** `100 allow tcp 10.0.0.0/8 443`, `… 1024-65535`, `100 allow icmp 0.0.0.0/0 3/4`. */
function entryRow(text: string, Egress: boolean): EntryRow {
  const [number = '', action = '', protocol = '', block = '', range] = words(text);
  return {
    RuleNumber: Number(number),
    Egress,
    ...(block.includes(':') ? { Ipv6CidrBlock: block } : { CidrBlock: block }),
    Protocol: NUMBERS[protocol] ?? protocol,
    RuleAction: action === 'deny' ? 'deny' : 'allow',
    ...(range?.includes('/') && { IcmpTypeCode: icmpOf(range) }),
    ...(range && !range.includes('/') && { PortRange: portsOf(range) }),
  };
}

const NUMBERS: Readonly<Record<string, string>> = { all: '-1', icmp: '1', tcp: '6', udp: '17', icmpv6: '58' };

export function groupOf(id: string, vpcId: string, lists: Lists): Row<'SecurityGroups'> {
  return {
    ...securityGroupRow(id, vpcId, id, []),
    IpPermissions: (lists.in ?? OPEN_GROUP).map(permission),
    IpPermissionsEgress: (lists.out ?? OPEN_GROUP).map(permission),
  };
}

/** `tcp 10.0.0.0/8 443`, `all sg-web`, `tcp pl-office 22`, `icmp 0.0.0.0/0 3/4`. */
export function permission(text: string): PermissionRow {
  const [protocol = '', peer = '', range] = words(text);
  const icmp = range?.includes('/') ? icmpOf(range) : undefined;
  const ports = range && !icmp ? portsOf(range) : undefined;
  return {
    IpProtocol: protocol === 'all' ? '-1' : protocol,
    ...(ports && { FromPort: ports.From, ToPort: ports.To }),
    ...(icmp && { FromPort: icmp.Type, ToPort: icmp.Code }),
    ...(peer.startsWith('sg-') && { UserIdGroupPairs: [{ GroupId: peer }] }),
    ...(peer.startsWith('pl-') && { PrefixListIds: [{ PrefixListId: peer }] }),
    ...(peer.includes(':') && { Ipv6Ranges: [{ CidrIpv6: peer }] }),
    ...(/^[\d.]+\/\d+$/.test(peer) && { IpRanges: [{ CidrIp: peer }] }),
  };
}

function portsOf(range: string): { readonly From: number; readonly To: number } {
  const [from = '', to = from] = range.split('-');
  return { From: Number(from), To: Number(to) };
}

function icmpOf(range: string): { readonly Type: number; readonly Code: number } {
  const [type, code] = range.split('/');
  return { Type: Number(type), Code: Number(code) };
}
