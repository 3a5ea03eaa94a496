/** Network ACLs: two numbered lists, each closed by the `*` entry. */
import type { NetworkAclEntryRow, NetworkAclRow } from '../ec2/schema/network-acl';
import type { Cidr } from '../net/cidr';
import { parseProtocol } from '../net/protocol';
import { type IcmpMatch, icmpMatch, type PortMatch, type ProtocolMatch } from './match';
import { cidr, nameOf, type Report } from './report';

export interface NetworkAcl {
  readonly id: string;
  readonly name?: string;
  readonly vpcId: string;
  readonly isDefault: boolean;
  /** Sorted by rule number, ending in the `*` entries: 32767 for IPv4, 32768 for IPv6. */
  readonly ingress: readonly NetworkAclEntry[];
  readonly egress: readonly NetworkAclEntry[];
}

export interface NetworkAclEntry {
  /** 1-32766, and 32767 or 32768 for what the console shows as `*`. */
  readonly ruleNumber: number;
  readonly ruleAction: 'allow' | 'deny';
  readonly protocol: ProtocolMatch;
  /** The far end: the source of an ingress entry, the destination of an egress entry. */
  readonly cidr: Cidr;
  readonly ports: PortMatch;
  readonly icmp: IcmpMatch;
}

const star = (ruleNumber: number, block: string): NetworkAclEntry => ({
  ruleNumber,
  ruleAction: 'deny',
  protocol: 'all',
  cidr: cidr(block),
  ports: 'all',
  icmp: 'all',
});

/** What the console shows as `*`; documents without these entries mean the same. */
const STARS = [star(32767, '0.0.0.0/0'), star(32768, '::/0')];

export function parseNetworkAcl(row: NetworkAclRow, index: number, report: Report): NetworkAcl {
  const name = nameOf(row.Tags);
  return {
    id: row.NetworkAclId,
    ...(name !== undefined && { name }),
    vpcId: row.VpcId,
    isDefault: row.IsDefault ?? false,
    ingress: parseEntries(row, index, false, report),
    egress: parseEntries(row, index, true, report),
  };
}

function parseEntries(
  row: NetworkAclRow,
  index: number,
  egress: boolean,
  report: Report,
): readonly NetworkAclEntry[] {
  const entries: NetworkAclEntry[] = [];
  const numbers = new Set<number>();
  for (const [i, entry] of (row.Entries ?? []).entries()) {
    if (entry.Egress !== egress) continue;
    const path = ['NetworkAcls', index, 'Entries', i];
    if (numbers.has(entry.RuleNumber)) {
      report.issue(
        path,
        `network ACL \`${row.NetworkAclId}\` has two ${egress ? 'outbound' : 'inbound'} rules \`${entry.RuleNumber}\``,
      );
    }
    numbers.add(entry.RuleNumber);
    const parsed = parseEntry(entry, path, report);
    if (parsed && parsed.ruleNumber < 32767) entries.push(parsed);
  }
  return [...entries.sort((a, b) => a.ruleNumber - b.ruleNumber), ...STARS];
}

function parseEntry(
  row: NetworkAclEntryRow,
  path: readonly (string | number)[],
  report: Report,
): NetworkAclEntry | undefined {
  const block = row.CidrBlock ?? row.Ipv6CidrBlock;
  if (block === undefined) {
    report.issue(path, `rule \`${row.RuleNumber}\` names no block`);
    return undefined;
  }
  const { PortRange, IcmpTypeCode } = row;
  if (PortRange && PortRange.From > PortRange.To)
    report.issue(
      [...path, 'PortRange'],
      `the range \`${PortRange.From}-${PortRange.To}\` ends before it begins`,
    );
  return {
    ruleNumber: row.RuleNumber,
    ruleAction: row.RuleAction,
    protocol: row.Protocol === '-1' ? 'all' : (parseProtocol(row.Protocol) ?? 'all'),
    cidr: cidr(block),
    ports: PortRange && PortRange.From >= 0 ? { from: PortRange.From, to: PortRange.To } : 'all',
    icmp: icmpMatch(IcmpTypeCode?.Type, IcmpTypeCode?.Code),
  };
}
