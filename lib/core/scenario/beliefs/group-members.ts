/** What people wrongly believe of rules that name a security group instead of addresses. */
import type { Address } from '../../net/address';
import { groupMembers, SG_REFERENCE, SG_REFERENCE_LOST } from '../../rules/group-members';
import type { Network } from '../../vpc/network';
import { wrongLaw } from '../belief';

export const referencesMatchPublicAddresses = wrongLaw({
  id: 'references-match-public-addresses',
  says: 'A rule that names a security group also matches what its members send by their public addresses.',
  truth: 'A reference to a security group means the private addresses of its members and no others.',
  rules: [SG_REFERENCE],
  traps: ['reference-matches-private-only'],
  laws: () => ({
    groupMembers(network) {
      const members = groupMembers(network);
      const publicAddresses = publicAddressesOf(network);
      return (referenced, fromVpcId, direction) => {
        const own = members(referenced, fromVpcId, direction);
        return own && new Set([...own, ...(publicAddresses.get(referenced) ?? [])]);
      };
    },
  }),
});

export const referencesReachEverywhere = wrongLaw({
  id: 'references-reach-everywhere',
  says: 'A rule that names a security group works wherever its members are and whatever lies between.',
  truth:
    'A reference matches in the same VPC, over peering inside one Region, or inbound over a transit gateway that supports it, and never behind an appliance.',
  rules: [SG_REFERENCE, SG_REFERENCE_LOST],
  laws: () => ({
    losesGroups: () => false,
    groupMembers(network) {
      const members = groupMembers(network);
      const vpcOf = (id: string): string => network.securityGroups.get(id)?.vpcId ?? '';
      return (referenced) => members(referenced, vpcOf(referenced), 'ingress');
    },
  }),
});

function publicAddressesOf({ networkInterfaces }: Network): ReadonlyMap<string, readonly Address[]> {
  const byGroup = new Map<string, Address[]>();
  for (const { securityGroups, privateAddresses } of networkInterfaces.values()) {
    const own = privateAddresses.flatMap(({ publicAddress }) => publicAddress ?? []);
    for (const { id } of securityGroups) byGroup.set(id, [...(byGroup.get(id) ?? []), ...own]);
  }
  return byGroup;
}
