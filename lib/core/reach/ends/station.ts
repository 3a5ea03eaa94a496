/**
 * Where packets come out of the network, and go into it: network interfaces, taken together where nothing but their
 * addresses tells them apart, so that a fleet is walked once and not interface by interface.
 */
import type { Ipv4 } from '../../net/ipv4';
import type { NatGateway } from '../../vpc/nat-gateway';
import type { Network } from '../../vpc/network';
import type { NetworkInterface } from '../../vpc/network-interface';
import type { SecurityGroup } from '../../vpc/security-group';
import type { Subnet } from '../../vpc/subnet';
import type { VpcEndpoint } from '../../vpc/vpc-endpoint';

export interface Station {
  /** The id of its first interface. */
  readonly id: string;
  readonly interfaces: readonly NetworkInterface[];
  readonly subnet: Subnet;
  readonly securityGroups: readonly SecurityGroup[];
  readonly sourceDestCheck: boolean;
  /** What stops behind the interface, where something does: an instance that does not run. */
  readonly stopped: string | undefined;
  /** The private IPv4 addresses of all its interfaces. */
  readonly addresses: readonly Ipv4[];
  readonly natGateway: NatGateway | undefined;
  readonly endpoint: VpcEndpoint | undefined;
}

export interface Stations {
  readonly all: readonly Station[];
  readonly byInterface: ReadonlyMap<string, Station>;
  /** VPC id -> its stations' addresses in order. */
  readonly byAddress: ReadonlyMap<string, readonly OwnedAddress[]>;
}

export interface OwnedAddress {
  readonly address: Ipv4;
  readonly station: Station;
}

/** `apart`: interfaces that somebody asks about by name, or all. */
export function stationsOf(network: Network, apart: ReadonlySet<string> | 'all'): Stations {
  const natGateways = new Map(
    [...network.natGateways.values()].flatMap((gateway) =>
      gateway.networkInterface ? [[gateway.networkInterface.id, gateway] as const] : [],
    ),
  );
  const endpoints = new Map(
    [...network.vpcEndpoints.values()].flatMap((endpoint) =>
      endpoint.networkInterfaces.map(({ id }) => [id, endpoint] as const),
    ),
  );
  const targets = routeTargets(network);
  const alike = new Map<string, NetworkInterface[]>();
  for (const one of network.networkInterfaces.values()) {
    const isAlone =
      apart === 'all' ||
      apart.has(one.id) ||
      targets.has(one.id) ||
      natGateways.has(one.id) ||
      endpoints.has(one.id);
    const key = isAlone ? one.id : likeness(one);
    const known = alike.get(key);
    if (known) known.push(one);
    else alike.set(key, [one]);
  }
  const all = [...alike.values()].map((interfaces): Station => {
    const first = interfaces[0] as NetworkInterface;
    const { id, subnet, securityGroups, sourceDestCheck, instance } = first;
    return {
      id,
      interfaces,
      subnet,
      securityGroups,
      sourceDestCheck,
      stopped: instance && instance.state !== 'running' ? instance.id : undefined,
      addresses: interfaces.flatMap(({ privateAddresses }) => privateAddresses.map(({ address }) => address)),
      natGateway: natGateways.get(id),
      endpoint: endpoints.get(id),
    };
  });
  return {
    all,
    byInterface: new Map(
      all.flatMap((station) => station.interfaces.map(({ id }) => [id, station] as const)),
    ),
    byAddress: addressesOf(all),
  };
}

function routeTargets({ routeTables }: Network): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const { routes } of routeTables.values()) {
    for (const { target } of routes) if (target.kind === 'network-interface') targets.add(target.id);
  }
  return targets;
}

/** What a packet can tell an interface by, besides its addresses. */
function likeness({
  subnet,
  securityGroups,
  sourceDestCheck,
  instance,
  privateAddresses,
}: NetworkInterface): string {
  const groups = securityGroups.map(({ id }) => id).sort();
  const isPublic = privateAddresses.some(({ publicAddress }) => publicAddress !== undefined);
  return [subnet.id, ...groups, sourceDestCheck, instance?.state ?? 'running', isPublic].join(' ');
}

function addressesOf(all: readonly Station[]): Stations['byAddress'] {
  const byVpc = new Map<string, OwnedAddress[]>();
  for (const station of all) {
    const { id } = station.subnet.vpc;
    const list = byVpc.get(id) ?? [];
    byVpc.set(id, list);
    for (const address of station.addresses) list.push({ address, station });
  }
  for (const list of byVpc.values()) list.sort((a, b) => a.address - b.address);
  return byVpc;
}
