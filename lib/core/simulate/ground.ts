/** Prepares a Network for walking: group members and gateway interfaces are looked up once, not per packet. */
import { AWS_PACKET_LAWS, type PacketLaws } from '../rules/packet-laws';
import type { Network } from '../vpc/network';
import type { Hosts } from './host';
import { newMemory } from './memory';
import type { Ground } from './motion';

interface GroundOptions {
  readonly laws?: PacketLaws;
  /** Whether walks keep their steps; true when left out. */
  readonly keepsSteps?: boolean;
}

export function groundOf(
  network: Network,
  hosts: Hosts,
  { laws = AWS_PACKET_LAWS, keepsSteps = true }: GroundOptions = {},
): Ground {
  return groundWith(network, hosts, { laws, memory: newMemory(), keepsSteps });
}

/** The same memory over a changed map: what was tracked before a Change is still tracked after it. */
export function regroundOn(network: Network, hosts: Hosts, before: Ground): Ground {
  return groundWith(network, hosts, before);
}

type Kept = Pick<Ground, 'laws' | 'memory' | 'keepsSteps'>;

function groundWith(network: Network, hosts: Hosts, { laws, memory, keepsSteps }: Kept): Ground {
  const gateways = [...network.natGateways.values()];
  return {
    network,
    hosts,
    laws,
    memory,
    keepsSteps,
    members: laws.groupMembers(network),
    natGateways: new Map(
      gateways.flatMap((gateway) =>
        gateway.networkInterface ? [[gateway.networkInterface.id, gateway] as const] : [],
      ),
    ),
    regionalNatGateways: new Map(
      gateways
        .filter(({ regional }) => regional)
        .flatMap((gateway) => gateway.addresses.map((address) => [address, gateway] as const)),
    ),
    endpoints: new Map(
      [...network.vpcEndpoints.values()].flatMap((endpoint) =>
        endpoint.networkInterfaces.map(({ id }) => [id, endpoint] as const),
      ),
    ),
  };
}
