/** Notation for rules: `entry('100 allow tcp 0.0.0.0/0 443')`, `rule('tcp 10.0.0.0/8 22')`, `rule('all sg-web')`. */
import { invariant } from '@/lib/core/assert';
import { parseCidr } from '@/lib/core/net/cidr';
import { parseProtocol } from '@/lib/core/net/protocol';
import type { PortMatch, ProtocolMatch } from '@/lib/core/vpc/match';
import type { NetworkAcl, NetworkAclEntry } from '@/lib/core/vpc/network-acl';
import type { SecurityGroup, SecurityGroupRule } from '@/lib/core/vpc/security-group';

function protocolOf(text: string): ProtocolMatch {
  const protocol = text === 'all' ? 'all' : parseProtocol(text);
  invariant(protocol !== undefined, `\`${text}\` is a protocol`);
  return protocol;
}

function portsOf(text: string | undefined): PortMatch {
  if (text === undefined) return 'all';
  const [from = '', to = from] = text.split('-');
  return { from: Number(from), to: Number(to) };
}

function cidrOf(text: string): NetworkAclEntry['cidr'] {
  const cidr = parseCidr(text);
  invariant(cidr, `\`${text}\` is a CIDR block`);
  return cidr;
}

export function entry(text: string): NetworkAclEntry {
  const [number = '', action = '', protocol = '', cidr = '', ports] = text.split(' ');
  return {
    ruleNumber: Number(number),
    ruleAction: action === 'allow' ? 'allow' : 'deny',
    protocol: protocolOf(protocol),
    cidr: cidrOf(cidr),
    ports: portsOf(ports),
    icmp: 'all',
  };
}

const STAR = [entry('32767 deny all 0.0.0.0/0'), entry('32768 deny all ::/0')];

export function acl(lists: {
  readonly ingress?: readonly string[];
  readonly egress?: readonly string[];
}): NetworkAcl {
  const list = (rows: readonly string[] = []): readonly NetworkAclEntry[] => [
    ...rows.map(entry).sort((a, b) => a.ruleNumber - b.ruleNumber),
    ...STAR,
  ];
  return {
    id: 'acl-1',
    vpcId: 'vpc-1',
    isDefault: false,
    ingress: list(lists.ingress),
    egress: list(lists.egress),
  };
}

export function rule(text: string): SecurityGroupRule {
  const [protocol = '', peer = '', ports] = text.split(' ');
  return {
    protocol: protocolOf(protocol),
    ports: portsOf(ports),
    icmp: 'all',
    peer: peer.startsWith('sg-')
      ? { kind: 'security-group', id: peer }
      : { kind: 'cidr', cidr: cidrOf(peer) },
  };
}

export function group(
  id: string,
  lists: { readonly ingress?: readonly string[]; readonly egress?: readonly string[] },
): SecurityGroup {
  return {
    id,
    name: id,
    vpcId: 'vpc-1',
    ingress: (lists.ingress ?? []).map(rule),
    egress: (lists.egress ?? []).map(rule),
  };
}
