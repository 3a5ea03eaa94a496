/**
 * Security groups: allow rules only, the union of all groups on the interface, and a memory of what they let pass.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
import type { Address } from '../net/address';
import { contains } from '../net/cidr';
import type { Packet } from '../net/packet';
import type { Direction } from '../vpc/match';
import type { SecurityGroup, SecurityGroupPeer, SecurityGroupRule } from '../vpc/security-group';
import { filterMismatch } from './filter';
import type { GroupMembers } from './group-members';
import type { Rule } from './rule';

const PAGE = 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html';
const TRACKING =
  'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html';

export const SG_ALLOW_UNION: Rule = {
  id: 'sg.allow-union',
  says: 'A packet passes when any rule of any security group on the interface allows it; there are no deny rules.',
  standing: 'documented',
  source: PAGE,
};

export const SG_NO_RULE: Rule = {
  id: 'sg.no-rule',
  says: 'A packet that no rule of any security group on the interface allows is refused.',
  standing: 'documented',
  source: PAGE,
};

export const SG_TRACKED: Rule = {
  id: 'sg.tracked',
  says: 'Security groups are stateful: the answer of a tracked connection passes whatever the rules of its direction say.',
  standing: 'documented',
  source: TRACKING,
};

export const SG_RELATED: Rule = {
  id: 'sg.related',
  says: 'An ICMP error about a tracked connection passes as part of it.',
  standing: 'inferred',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html',
};

/** They are stateful: what they let pass once lets the answer pass too. */
export function isStateful(): boolean {
  return true;
}

export type SecurityGroupDecision =
  | {
      readonly allowed: true;
      readonly group: SecurityGroup;
      readonly decidedBy: SecurityGroupRule;
      readonly rule: Rule;
    }
  | {
      readonly allowed: false;
      /** Where one group alone is held to stand in the way; AWS names none. */
      readonly group?: SecurityGroup;
      readonly decidedBy: 'no-rule';
      readonly rule: Rule;
    };

const REFUSED: SecurityGroupDecision = { allowed: false, decidedBy: 'no-rule', rule: SG_NO_RULE };

export function evaluateSecurityGroups(
  groups: readonly SecurityGroup[],
  direction: Direction,
  packet: Packet,
  members: GroupMembers,
): SecurityGroupDecision {
  const farEnd = direction === 'ingress' ? packet.source : packet.destination;
  for (const group of groups) {
    for (const rule of group[direction]) {
      if (filterMismatch(rule, packet) || !matchesPeer(group, rule.peer, direction, farEnd, members))
        continue;
      return { allowed: true, group, decidedBy: rule, rule: SG_ALLOW_UNION };
    }
  }
  return REFUSED;
}

/** A reference to a group means the private addresses of its members, so traffic over public addresses never matches. */
export function matchesPeer(
  { vpcId }: SecurityGroup,
  peer: SecurityGroupPeer,
  direction: Direction,
  farEnd: Address,
  members: GroupMembers,
): boolean {
  switch (peer.kind) {
    case 'cidr':
      return contains(peer.cidr, farEnd);
    case 'security-group':
      return members(peer.id, vpcId, direction)?.has(farEnd) ?? false;
    case 'prefix-list':
      return peer.cidrs.some((cidr) => contains(cidr, farEnd));
  }
}
