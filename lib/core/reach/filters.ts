/**
 * What network ACLs and security groups let pass, as sets of packets. Both ways of a connection are told in the
 * coordinates of the packet that opens it: a filter on the way back holds the openers whose answers it lets pass, so
 * that the sets of both ways meet without a swap.
 */
import type { Values } from '../net/interval';
import type { HeaderValues } from '../net/packet-box';
import type { PacketSet } from '../net/packet-set';
import type { PacketSpace } from '../net/packet-space';
import { hasPorts, ICMP, isIcmp, TCP, UDP } from '../net/protocol';
import { firstMatch } from '../net/rule-list';
import type { Filter } from '../rules/filter';
import type { GroupMembers } from '../rules/group-members';
import type { Direction, IcmpMatch } from '../vpc/match';
import type { NetworkAcl, NetworkAclEntry } from '../vpc/network-acl';
import type { SecurityGroup, SecurityGroupRule } from '../vpc/security-group';

/** Which list of a filter is read, and whether it meets the packet that opens a connection or the answer to it. */
export interface FilterSide {
  readonly direction: Direction;
  readonly leg: 'forward' | 'return';
}

export interface FilterSet<Rule> {
  readonly allowed: PacketSet;
  readonly rules: readonly RuleSet<Rule>[];
}

export interface RuleSet<Rule> {
  readonly rule: Rule;
  /** The packets that this rule decides. */
  readonly effective: PacketSet;
}

/** The lowest number decides, so a rule in the shadow of lower ones decides nothing. */
export function networkAclSet(
  space: PacketSpace,
  acl: NetworkAcl,
  side: FilterSide,
): FilterSet<NetworkAclEntry> {
  const entries = acl[side.direction];
  const { allowed, effective } = firstMatch(
    space,
    entries.map((entry) => ({
      allow: entry.ruleAction === 'allow',
      set: matching(space, entry, entry.cidr, side),
    })),
  );
  return { allowed, rules: pairs(entries, effective) };
}

export interface GroupRule {
  readonly group: SecurityGroup;
  readonly rule: SecurityGroupRule;
}

/**
 * Rules of security groups have no order: each decides all that it matches, and several may decide the same. For an
 * interface that has groups; one without is not filtered at all.
 */
export function securityGroupSet(
  space: PacketSpace,
  groups: readonly SecurityGroup[],
  side: FilterSide,
  members: GroupMembers,
): FilterSet<GroupRule> {
  const rules = groups.flatMap((group) => group[side.direction].map((rule) => ({ group, rule })));
  const effective = rules.map(({ group, rule }) =>
    matching(space, rule, peerAddresses(group, rule, side.direction, members), side),
  );
  return { allowed: space.union(effective), rules: pairs(rules, effective) };
}

/** Whether any rule names a group, so that it matters whose groups are in sight. */
export function namesGroups(groups: readonly SecurityGroup[], direction: Direction): boolean {
  return groups.some((group) => group[direction].some(({ peer }) => peer.kind === 'security-group'));
}

/** What a host answers at all: nobody asks for the way back of any other packet. */
export function answered(space: PacketSpace): PacketSet {
  return space.box({ protocol: [TCP, UDP] }).union(space.box({ protocol: ICMP, icmpType: ECHO_REQUEST }));
}

function pairs<Rule>(rules: readonly Rule[], effective: readonly PacketSet[]): readonly RuleSet<Rule>[] {
  return effective.map((set, index) => ({ rule: rules[index] as Rule, effective: set }));
}

function peerAddresses(
  { vpcId }: SecurityGroup,
  { peer }: SecurityGroupRule,
  direction: Direction,
  members: GroupMembers,
): Values {
  switch (peer.kind) {
    case 'cidr':
      return peer.cidr;
    case 'security-group':
      return members(peer.id, vpcId, direction) ?? [];
    case 'prefix-list':
      return peer.cidrs;
  }
}

function matching(
  space: PacketSpace,
  { protocol, ports, icmp }: Filter,
  farEnd: Values,
  { direction, leg }: FilterSide,
): PacketSet {
  // The far end of an answer is where the opener came from when it leaves, and where it went when it comes in.
  const isSource = (direction === 'ingress') === (leg === 'forward');
  const [source, destination] = isSource ? [farEnd, undefined] : [undefined, farEnd];
  if (protocol === 'all') return space.box({ source, destination });
  if (hasPorts(protocol) && ports !== 'all') {
    const [sourcePort, destinationPort] = leg === 'forward' ? [undefined, ports] : [ports, undefined];
    return space.box({ protocol, source, destination, sourcePort, destinationPort });
  }
  if (isIcmp(protocol) && icmp !== 'all') {
    const messages = icmpValues(icmp, leg);
    return space.union(messages.map((values) => space.box({ protocol, source, destination, ...values })));
  }
  return space.box({ protocol, source, destination });
}

/** RFC 792. Other messages are not answered; on the way back they stand for themselves. */
const ECHO_REQUEST = 8;
const ECHO_REPLY = 0;

function icmpValues(
  { type, code }: Exclude<IcmpMatch, 'all'>,
  leg: FilterSide['leg'],
): readonly HeaderValues[] {
  const itself: HeaderValues = code === 'all' ? { icmpType: type } : { icmpType: type, icmpCode: code };
  if (leg === 'forward') return [itself];
  // A reply has code 0 whatever the request said, and no answer is a request.
  if (type === ECHO_REQUEST) return [];
  const passesReply = type === ECHO_REPLY && (code === 'all' || code === 0);
  return passesReply ? [itself, { icmpType: ECHO_REQUEST }] : [itself];
}
