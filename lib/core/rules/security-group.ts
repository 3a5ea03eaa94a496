/**
 * Security groups: allow rules only, the union of all groups on the interface, and a memory of what they let pass.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
import type { Address } from '../net/address';
import { type Cidr, contains } from '../net/cidr';
import type { Packet } from '../net/packet';
import type { Direction } from '../vpc/match';
import type { SecurityGroup, SecurityGroupPeer, SecurityGroupRule } from '../vpc/security-group';
import { FilterIndex } from './filter-index';
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

export type SecurityGroupDecision = Allowed | Refused;

interface Allowed {
  readonly allowed: true;
  readonly group: SecurityGroup;
  readonly decidedBy: SecurityGroupRule;
  readonly rule: Rule;
}

interface Refused {
  readonly allowed: false;
  /** Where one group alone is held to stand in the way; AWS names none. */
  readonly group?: SecurityGroup;
  readonly decidedBy: 'no-rule';
  readonly rule: Rule;
}

const REFUSED: Refused = { allowed: false, decidedBy: 'no-rule', rule: SG_NO_RULE };

export function evaluateSecurityGroups(
  groups: readonly SecurityGroup[],
  direction: Direction,
  packet: Packet,
  members: GroupMembers,
): SecurityGroupDecision {
  for (const group of groups) {
    const known = LAID_OUT.get(group) ?? layOut(group);
    const decision = evaluateRules(
      direction === 'ingress' ? known.ingress : known.egress,
      direction,
      packet,
      members,
    );
    if (decision.allowed) return decision;
  }
  return REFUSED;
}

/** One direction of some security groups, laid out for packets. */
export interface LaidOutRules {
  readonly index: FilterIndex;
  /** One for each row of the index. */
  readonly decisions: readonly Allowed[];
  /** The group that a row refers to, where it refers to one. */
  readonly referenced: readonly (string | undefined)[];
}

export function evaluateRules(
  { index, decisions, referenced }: LaidOutRules,
  direction: Direction,
  packet: Packet,
  members: GroupMembers,
): SecurityGroupDecision {
  const farEnd = direction === 'ingress' ? packet.source : packet.destination;
  for (let at = index.next(packet, farEnd, 0); at >= 0; at = index.next(packet, farEnd, at + 1)) {
    const decision = decisions[at] as Allowed;
    const id = referenced[at];
    if (id === undefined || members(id, decision.group.vpcId, direction)?.has(farEnd)) return decision;
  }
  return REFUSED;
}

/** Security groups never change, so each is laid out once. */
const LAID_OUT = new WeakMap<SecurityGroup, Readonly<Record<Direction, LaidOutRules>>>();

function layOut(group: SecurityGroup): Readonly<Record<Direction, LaidOutRules>> {
  const both = { ingress: layOutRules([group], 'ingress'), egress: layOutRules([group], 'egress') };
  LAID_OUT.set(group, both);
  return both;
}

/** A prefix list is as many rows as it has blocks. */
export function layOutRules(groups: readonly SecurityGroup[], direction: Direction): LaidOutRules {
  const rows = groups.flatMap((group) =>
    group[direction].flatMap((rule) => blocksOf(rule.peer).map((cidr) => ({ group, rule, cidr }))),
  );
  return {
    index: new FilterIndex(rows.map(({ rule, cidr }) => ({ filter: rule, cidr }))),
    decisions: rows.map(({ group, rule }) => ({
      allowed: true,
      group,
      decidedBy: rule,
      rule: SG_ALLOW_UNION,
    })),
    referenced: rows.map(({ rule: { peer } }) => (peer.kind === 'security-group' ? peer.id : undefined)),
  };
}

function blocksOf(peer: SecurityGroupPeer): readonly (Cidr | 'any')[] {
  switch (peer.kind) {
    case 'cidr':
      return [peer.cidr];
    case 'security-group':
      return ['any'];
    case 'prefix-list':
      return peer.cidrs;
  }
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
