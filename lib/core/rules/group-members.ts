/**
 * Who is meant by a reference to a security group: the private addresses of its members, where the referring group can see
 * it at all. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing
 */
import type { Address } from '../net/address';
import type { Direction } from '../vpc/match';
import type { Network } from '../vpc/network';
import type { TransitGateway, VpcAttachment } from '../vpc/transit-gateway';
import type { Rule } from './rule';

export const SG_REFERENCE: Rule = {
  id: 'sg.reference',
  says: 'A reference to a security group means the private addresses of its members, in the same VPC, over peering within a Region, or inbound over a transit gateway that supports it.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
};

export const SG_REFERENCE_LOST: Rule = {
  id: 'sg.reference-lost',
  says: 'Behind an appliance, another Region or a second transit gateway a reference to a security group matches nobody: only addresses still do.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
};

/** What an appliance, another Region or a second transit gateway hands on no longer shows its sender's groups. */
export function losesGroups(): boolean {
  return true;
}

/** The addresses that a rule of a group in `fromVpcId` means by `referenced`; `undefined` where it can see none. */
export type GroupMembers = (
  referenced: string,
  fromVpcId: string,
  direction: Direction,
) => ReadonlySet<Address> | undefined;

export function groupMembers(network: Network): GroupMembers {
  const addresses = addressesOf(network);
  const peered = peeredVpcs(network);
  const transit = referencingGateways(network);
  return (referenced, fromVpcId, direction) => {
    const vpcId = network.securityGroups.get(referenced)?.vpcId;
    if (vpcId === undefined) return undefined;
    const isInSight =
      vpcId === fromVpcId ||
      peered.get(fromVpcId)?.has(vpcId) ||
      (direction === 'ingress' && shareOne(transit.get(fromVpcId), transit.get(vpcId)));
    return isInSight ? addresses.get(referenced) : undefined;
  };
}

function addressesOf({ networkInterfaces }: Network): ReadonlyMap<string, ReadonlySet<Address>> {
  const byGroup = new Map<string, Set<Address>>();
  for (const { securityGroups, privateAddresses, ipv6Addresses } of networkInterfaces.values()) {
    for (const { id } of securityGroups) {
      const addresses = byGroup.get(id) ?? new Set<Address>();
      for (const { address } of privateAddresses) addresses.add(address);
      for (const address of ipv6Addresses) addresses.add(address);
      byGroup.set(id, addresses);
    }
  }
  return byGroup;
}

type Sight = ReadonlyMap<string, ReadonlySet<string>>;

/** https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html: within a Region only. */
function peeredVpcs({ vpcPeeringConnections }: Network): Sight {
  const sight = new Map<string, Set<string>>();
  for (const { status, isInterRegion, requester, accepter } of vpcPeeringConnections.values()) {
    if (status === 'active' && !isInterRegion) join(sight, requester.vpcId, accepter.vpcId);
  }
  return sight;
}

/**
 * VPC id -> the transit gateways that show its groups: on for the gateway and for the attachment.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
function referencingGateways({ transitGateways }: Network): ReadonlyMap<string, readonly string[]> {
  const byVpc = new Map<string, string[]>();
  for (const gateway of transitGateways.values()) {
    if (!gateway.securityGroupReferencing) continue;
    for (const vpcId of referencingVpcs(gateway)) byVpc.set(vpcId, [...(byVpc.get(vpcId) ?? []), gateway.id]);
  }
  return byVpc;
}

function shareOne(some: readonly string[] = [], others: readonly string[] = []): boolean {
  return some.some((one) => others.includes(one));
}

function referencingVpcs({ attachments }: TransitGateway): readonly string[] {
  return [...attachments.values()]
    .filter(({ isAvailable }) => isAvailable)
    .map(({ resource }) => resource)
    .filter((resource): resource is VpcAttachment => resource.kind === 'vpc')
    .filter(({ securityGroupReferencing }) => securityGroupReferencing)
    .map(({ vpcId }) => vpcId);
}

function join(sight: Map<string, Set<string>>, one: string, other: string): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const seen = sight.get(from) ?? new Set<string>();
    seen.add(to);
    sight.set(from, seen);
  }
}
