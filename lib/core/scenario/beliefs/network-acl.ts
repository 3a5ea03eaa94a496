/** What people wrongly believe of network ACLs. */
import { hasPorts } from '../../net/protocol';
import {
  evaluateNetworkAcl,
  isDefaultEntry,
  mismatchOf,
  NACL_DEFAULT_DENY,
  NACL_EPHEMERAL_PORTS,
  NACL_FIRST_MATCH,
  NACL_STATELESS,
  NACL_SUBNET_BORDER,
  type NetworkAclDecision,
} from '../../rules/network-acl';
import type { PacketLaws } from '../../rules/packet-laws';
import type { Rule } from '../../rules/rule';
import type { NetworkAclEntry } from '../../vpc/network-acl';
import { wrongLaw } from '../belief';

export const networkAclsAreStateful = wrongLaw({
  id: 'network-acls-are-stateful',
  says: 'A network ACL lets the answer pass to whatever it has let through.',
  truth: 'A network ACL remembers nothing: the answer needs a rule of its own the other way.',
  rules: [NACL_STATELESS],
  traps: ['ephemeral-ports', 'accept-in-reject-out'],
  laws: () => ({ networkAclRemembers: () => true }),
});

export const repliesUseTheServicePort = wrongLaw({
  id: 'replies-use-the-service-port',
  says: "A rule of a network ACL names the service's port, for requests and answers alike.",
  truth: "An answer goes to the client's ephemeral port, and that is the port which a rule must cover.",
  rules: [NACL_EPHEMERAL_PORTS],
  traps: ['ephemeral-ports', 'accept-in-reject-out'],
  laws: (believed) => ({
    networkAcl(acl, direction, packet) {
      if (!hasPorts(packet.protocol)) return evaluateNetworkAcl(acl, direction, packet);
      // A service listens on a lower port than any client uses.
      const destinationPort = Math.min(packet.sourcePort, packet.destinationPort);
      const { decidedBy } = evaluateNetworkAcl(acl, direction, { ...packet, destinationPort });
      return decided(decidedBy, evaluateNetworkAcl(acl, direction, packet), believed);
    },
  }),
});

export const anyDenyWins = wrongLaw({
  id: 'any-deny-wins',
  says: 'One deny that matches, anywhere in a network ACL, is enough to stop a packet.',
  truth: 'The lowest rule number that matches decides, and whatever stands behind it is never read.',
  rules: [NACL_FIRST_MATCH],
  traps: ['lowest-number-wins'],
  laws: (believed) => ({
    networkAcl: choosing((matching) => matching.find(({ ruleAction }) => ruleAction === 'deny'), believed),
  }),
});

export const highestNumberWins = wrongLaw({
  id: 'highest-number-wins',
  says: 'A network ACL is read to its end, and a later rule overrides an earlier one.',
  truth: 'A network ACL is read from the lowest number upwards, and the first rule that matches decides.',
  rules: [NACL_FIRST_MATCH],
  traps: ['lowest-number-wins'],
  laws: (believed) => ({ networkAcl: choosing((matching) => matching.at(-1), believed) }),
});

export const noMatchIsAllowed = wrongLaw({
  id: 'no-match-is-allowed',
  says: 'What no rule of a network ACL speaks of may pass.',
  truth: 'What no numbered rule matches meets the rule *, which denies it.',
  rules: [NACL_DEFAULT_DENY],
  laws: (believed) => ({
    networkAcl(acl, direction, packet) {
      const decision = evaluateNetworkAcl(acl, direction, packet);
      const { decidedBy } = decision;
      if (!isDefaultEntry(decidedBy)) return decision;
      return { allowed: true, decidedBy: { ...decidedBy, ruleAction: 'allow' }, rule: believed };
    },
  }),
});

export const aclActsInsideTheSubnet = wrongLaw({
  id: 'acl-acts-inside-the-subnet',
  says: 'A network ACL also stands between two instances of one subnet.',
  truth: 'A network ACL judges only what enters or leaves its subnet.',
  rules: [NACL_SUBNET_BORDER],
  traps: ['acl-only-at-the-edge'],
  laws: () => ({ networkAclJudgesInsideSubnet: () => true }),
});

/** Another choice among the numbered entries that match. */
function choosing(
  choose: (matching: readonly NetworkAclEntry[]) => NetworkAclEntry | undefined,
  believed: Rule,
): PacketLaws['networkAcl'] {
  return (acl, direction, packet) => {
    const matching = acl[direction].filter(
      (entry) => !isDefaultEntry(entry) && !mismatchOf(entry, direction, packet),
    );
    return decided(choose(matching), evaluateNetworkAcl(acl, direction, packet), believed);
  };
}

/** AWS's own decision where it is by the same entry, or where the belief knows none. */
function decided(
  entry: NetworkAclEntry | undefined,
  aws: NetworkAclDecision,
  believed: Rule,
): NetworkAclDecision {
  if (!entry || entry === aws.decidedBy) return aws;
  return { allowed: entry.ruleAction === 'allow', decidedBy: entry, rule: believed };
}
