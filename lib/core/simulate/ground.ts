/** Prepares a Network for walking: group members and gateway interfaces are looked up once, not per packet. */
import type { Address } from '../net/address';
import type { PacketLaws } from '../rules/packet-laws';
import type { GroupMembers } from '../rules/security-group';
import type { Network } from '../vpc/network';
import { Connections } from './connections';
import type { Hosts } from './host';
import type { Ground } from './motion';
import { NatSessions } from './nat-sessions';

export function groundOf(network: Network, hosts: Hosts, laws: PacketLaws): Ground {
  return {
    ...mapOf(network),
    laws,
    hosts,
    connections: new Connections(),
    natSessions: new NatSessions(),
  };
}

/** The same memory over a changed map: what was tracked before a Change is still tracked after it. */
export function regroundOn(network: Network, hosts: Hosts, before: Ground): Ground {
  return { ...before, ...mapOf(network), hosts };
}

function mapOf(network: Network): Pick<Ground, 'network' | 'members' | 'natGateways'> {
  const natGateways = new Map(
    [...network.natGateways.values()].flatMap((gateway) =>
      gateway.networkInterface ? [[gateway.networkInterface.id, gateway] as const] : [],
    ),
  );
  return { network, members: membersOf(network), natGateways };
}

function membersOf(network: Network): GroupMembers {
  const addressesOf = new Map<string, Set<Address>>();
  for (const { securityGroups, privateAddresses, ipv6Addresses } of network.networkInterfaces.values()) {
    for (const { id } of securityGroups) {
      const addresses = addressesOf.get(id) ?? new Set<Address>();
      for (const { address } of privateAddresses) addresses.add(address);
      for (const address of ipv6Addresses) addresses.add(address);
      addressesOf.set(id, addresses);
    }
  }
  const peered = new Set(
    [...network.vpcPeeringConnections.values()]
      .filter(({ status }) => status === 'active')
      .flatMap(({ requester, accepter }) => [
        `${requester.vpcId} ${accepter.vpcId}`,
        `${accepter.vpcId} ${requester.vpcId}`,
      ]),
  );
  return (referenced, fromVpcId) => {
    const vpcId = network.securityGroups.get(referenced)?.vpcId;
    const isInSight = vpcId === fromVpcId || peered.has(`${fromVpcId} ${vpcId}`);
    return isInSight ? addressesOf.get(referenced) : undefined;
  };
}
