/** What people wrongly believe of the rules of security groups. */
import type { Address } from '../../net/address';
import { contains, hostCidr } from '../../net/cidr';
import type { Packet } from '../../net/packet';
import {
  evaluateSecurityGroups,
  matchesPeer,
  SG_ALLOW_UNION,
  SG_NO_RULE,
  SG_TRACKED,
} from '../../rules/security-group';
import type { Direction } from '../../vpc/match';
import type { SecurityGroup, SecurityGroupPeer, SecurityGroupRule } from '../../vpc/security-group';
import { wrongLaw } from '../belief';

export const securityGroupsAreStateless = wrongLaw({
  id: 'security-groups-are-stateless',
  says: 'The answer to a request needs a rule of the security group in its own direction.',
  truth: 'Security groups are stateful: the answer to what they let pass goes through without any rule.',
  rules: [SG_TRACKED],
  traps: ['reply-needs-no-outbound-rule', 'accept-in-reject-out'],
  laws: () => ({ securityGroupsRemember: () => false }),
});

export const everyGroupMustAllow = wrongLaw({
  id: 'every-group-must-allow',
  says: 'Every security group on an interface has to allow a packet.',
  truth:
    'The rules of all security groups on an interface count as one list, and one rule that allows is enough.',
  rules: [SG_ALLOW_UNION],
  laws: (believed) => ({
    securityGroups(groups, direction, packet, members) {
      const decision = evaluateSecurityGroups(groups, direction, packet, members);
      if (!decision.allowed) return decision;
      const group = groups.find((one) => !evaluateSecurityGroups([one], direction, packet, members).allowed);
      return group ? { allowed: false, group, decidedBy: 'no-rule', rule: believed } : decision;
    },
  }),
});

export const narrowestRuleDecides = wrongLaw({
  id: 'narrowest-rule-decides',
  says: 'A security group rule for one address replaces the wider rules, so it can keep that address from other ports.',
  truth: 'Security groups know no deny: a rule only ever adds to what the other rules allow.',
  rules: [SG_ALLOW_UNION],
  traps: ['no-deny-in-security-groups'],
  laws: (believed) => ({
    securityGroups(groups, direction, packet, members) {
      const aws = evaluateSecurityGroups(groups, direction, packet, members);
      if (!aws.allowed) return aws;
      const address = farEnd(direction, packet);
      const closeness = (group: SecurityGroup, { peer }: SecurityGroupRule): number =>
        matchesPeer(group, peer, direction, address, members) ? prefixLength(peer, address) : -1;
      const closest = groups
        .flatMap((group) => group[direction].map((rule) => closeness(group, rule)))
        .reduce((most, length) => Math.max(most, length));
      const left = groups.map((group) => ({
        ...group,
        [direction]: group[direction].filter((rule) => closeness(group, rule) === closest),
      }));
      const decision = evaluateSecurityGroups(left, direction, packet, members);
      return decision.allowed ? decision : { ...decision, rule: believed };
    },
  }),
});

export const membersTrustEachOther = wrongLaw({
  id: 'members-trust-each-other',
  says: 'Instances in the same security group reach each other without a rule.',
  truth:
    'Members of a security group reach each other only where a rule allows it, as in a default security group.',
  rules: [SG_NO_RULE],
  laws: (believed) => ({
    securityGroups(groups, direction, packet, members) {
      const decision = evaluateSecurityGroups(groups, direction, packet, members);
      if (decision.allowed) return decision;
      for (const group of groups) {
        const { id, vpcId } = group;
        if (!members(id, vpcId, direction)?.has(farEnd(direction, packet))) continue;
        const peer = { kind: 'security-group', id } as const;
        const decidedBy = { protocol: 'all', ports: 'all', icmp: 'all', peer } as const;
        return { allowed: true, group, decidedBy, rule: believed };
      }
      return decision;
    },
  }),
});

/** How closely a rule that matches an address names it. */
function prefixLength(peer: SecurityGroupPeer, address: Address): number {
  switch (peer.kind) {
    case 'cidr':
      return peer.cidr.length;
    case 'prefix-list':
      return peer.cidrs.reduce(
        (most, cidr) => (contains(cidr, address) ? Math.max(most, cidr.length) : most),
        0,
      );
    case 'security-group':
      return hostCidr(address).length;
  }
}

function farEnd(direction: Direction, { source, destination }: Packet): Address {
  return direction === 'ingress' ? source : destination;
}
