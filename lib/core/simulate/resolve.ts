/** Who is meant: from a host's name, an id or an address in a World to the two ends of a conversation. */
import { type Address, isIpv4, parseAddress } from '../net/address';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Endpoint } from './endpoint';
import { type Hosts, interfaceTowards } from './host';
import { premisesOwning } from './premises';

/** The end that starts; `undefined` where the name means nobody. `toFamily` picks between IPv4 and IPv6. */
export function resolveSource(
  network: Network,
  hosts: Hosts,
  name: string,
  to: Address,
): Endpoint | undefined {
  const named = interfaceNamed(network, hosts, name);
  if (named) {
    const networkInterface = hosts.byName.has(name)
      ? interfaceTowards(network, hosts.byName.get(name), named, to)
      : named;
    const literal = parseAddress(name);
    const address =
      literal !== undefined && ownPrivate(networkInterface, literal)
        ? literal
        : sourceAddress(networkInterface, to);
    return address === undefined
      ? undefined
      : { kind: 'interface', networkInterfaceId: networkInterface.id, address };
  }
  const host = hosts.byName.get(name);
  const address = parseAddress(name) ?? host?.address;
  if (address === undefined) return undefined;
  const premises = host ? host.premises : premisesOwning(hosts.premises, address)?.name;
  return premises === undefined ? { kind: 'outside', address } : { kind: 'premises', premises, address };
}

/** The address that is dialled: what `name` answers to, seen from inside or from outside its VPC's Region. */
export function resolveDestination(
  network: Network,
  hosts: Hosts,
  from: string,
  name: string,
): Address | undefined {
  const literal = parseAddress(name);
  if (literal !== undefined) return literal;
  const target = interfaceNamed(network, hosts, name);
  if (!target) return hosts.byName.get(name)?.address;
  const paired = target.privateAddresses.find(({ publicAddress }) => publicAddress !== undefined);
  const isPublic = paired?.publicAddress !== undefined && comesFromInternet(network, hosts, from);
  return isPublic ? paired.publicAddress : target.primaryAddress;
}

/** Whoever sits in a VPC or on the premises behind one dials the private address. */
function comesFromInternet(network: Network, hosts: Hosts, from: string): boolean {
  if (interfaceNamed(network, hosts, from)) return false;
  const host = hosts.byName.get(from);
  const address = parseAddress(from);
  if (host || address === undefined) return host?.premises === undefined;
  return premisesOwning(hosts.premises, address) === undefined;
}

/** Whether a World's text names anybody at all; what the door asks. */
export function isKnownEnd(network: Network, hosts: Hosts, name: string): boolean {
  return (
    parseAddress(name) !== undefined ||
    hosts.byName.has(name) ||
    interfaceNamed(network, hosts, name) !== undefined
  );
}

export function interfaceNamed(network: Network, hosts: Hosts, name: string): NetworkInterface | undefined {
  const byId = network.networkInterfaces.get(name);
  if (byId) return byId;
  const hostInterface = hosts.byName.get(name)?.networkInterfaceIds[0];
  if (hostInterface !== undefined) return network.networkInterfaces.get(hostInterface);
  if (network.instances.has(name)) return network.instanceInterfaces.get(name);
  const address = parseAddress(name);
  return address === undefined ? undefined : interfaceOwning(network, address);
}

/** An address belongs to the one interface that has it; where two VPCs use it, the text is ambiguous and means the first. */
function interfaceOwning(network: Network, address: Address): NetworkInterface | undefined {
  const byPublic = network.publicAddresses.get(address);
  if (byPublic) return byPublic;
  for (const addresses of network.privateAddresses.values()) {
    const owner = addresses.get(address);
    if (owner) return owner;
  }
  return undefined;
}

function ownPrivate({ privateAddresses, ipv6Addresses }: NetworkInterface, address: Address): boolean {
  return privateAddresses.some((own) => own.address === address) || ipv6Addresses.includes(address);
}

function sourceAddress(networkInterface: NetworkInterface, to: Address): Address | undefined {
  return isIpv4(to) ? networkInterface.primaryAddress : networkInterface.ipv6Addresses[0];
}
