/**
 * What AWS cannot tell you: who listens, which host firewall drops, who sits in the office.
 * A host that nobody described behaves as an idle one that answers everything (`world.md`, defaults).
 */
import { type Address, isIpv4 } from '../net/address';
import { contains } from '../net/cidr';
import { ACK, FIN, type Packet, RST, replyTo, SYN } from '../net/packet';
import type { PortRange } from '../net/port';
import { hasPorts, isIcmp, TCP } from '../net/protocol';
import type { Direction } from '../vpc/match';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import type { PremisesIndex } from './premises';

export interface Host {
  readonly name: string;
  readonly networkInterfaceIds: readonly string[];
  /** For a host outside: its address. */
  readonly address: Address | undefined;
  /** Name of the premises it stands on; undefined: on the internet, if it is outside at all. */
  readonly premises: string | undefined;
  /** The interface by which it reaches other subnets, for answers too. */
  readonly defaultInterfaceId: string | undefined;
  readonly forwarding: 'route' | 'masquerade' | 'off';
  /** `undefined`: listens on every port. */
  readonly listeners: readonly Listener[] | undefined;
  /** First match decides; accepted when none does. */
  readonly firewall: readonly FirewallRule[];
  readonly ephemeralPorts: PortRange;
}

export interface Listener {
  readonly protocol: number;
  readonly port: number;
  /**
   * The address it is bound to: `0.0.0.0` is every IPv4 address of the host, `::` every address at all, a loopback one none
   * that is asked from outside.
   */
  readonly bind: Address;
}

export interface FirewallRule {
  readonly direction: Direction;
  readonly protocol: number | 'all';
  readonly port: number | 'all';
  readonly verdict: 'drop' | 'reject' | 'accept';
}

export interface Hosts {
  readonly all: readonly Host[];
  readonly byName: ReadonlyMap<string, Host>;
  readonly byInterface: ReadonlyMap<string, Host>;
  /** On the internet. */
  readonly byAddress: ReadonlyMap<Address, Host>;
  readonly premises: PremisesIndex;
  /** Name of the premises and address -> who has it there. */
  readonly onPremises: ReadonlyMap<string, Host>;
}

/** Linux's own range, `net.ipv4.ip_local_port_range`. */
export const EPHEMERAL_PORTS: PortRange = { from: 32768, to: 60999 };

export function indexHosts(all: readonly Host[], premises: PremisesIndex): Hosts {
  return {
    all,
    byName: new Map(all.map((host) => [host.name, host])),
    byInterface: new Map(all.flatMap((host) => host.networkInterfaceIds.map((id) => [id, host] as const))),
    byAddress: new Map(
      all.flatMap((host) =>
        host.address === undefined || host.premises !== undefined ? [] : [[host.address, host] as const],
      ),
    ),
    premises,
    onPremises: new Map(
      all.flatMap((host) =>
        host.address === undefined || host.premises === undefined
          ? []
          : [[onPremisesKey(host.premises, host.address), host] as const],
      ),
    ),
  };
}

/** What the host firewall says of a packet; it follows connections, so answers never need a rule. */
export function firewallVerdict(
  host: Host | undefined,
  direction: Direction,
  packet: Packet,
): FirewallRule['verdict'] {
  const rule = host?.firewall.find(
    ({ direction: way, protocol, port }) =>
      way === direction &&
      (protocol === 'all' || protocol === packet.protocol) &&
      (port === 'all' || (hasPorts(packet.protocol) && port === packet.destinationPort)),
  );
  return rule?.verdict ?? 'accept';
}

/** Whether somebody on the host waits for this packet: a listener on the port, or the kernel for an echo. */
export function isListening(host: Host | undefined, packet: Packet): boolean {
  if (isIcmp(packet.protocol) || !host?.listeners) return true;
  return host.listeners.some(
    ({ protocol, port, bind }) =>
      protocol === packet.protocol &&
      (!hasPorts(protocol) || port === packet.destinationPort) &&
      (isUnspecified(bind, packet.destination) || bind === packet.destination),
  );
}

function isUnspecified(bind: Address, asked: Address): boolean {
  return isIpv4(bind) ? bind === 0 && isIpv4(asked) : bind === 0n;
}

/** A packet that starts something: a bare SYN, or anything of a protocol without connections. */
export function isOpening(packet: Packet): boolean {
  return packet.protocol !== TCP || (packet.tcpFlags & (SYN | ACK | RST | FIN)) === SYN;
}

export function onPremisesKey(premises: string, address: Address): string {
  return `${premises} ${address}`;
}

/** Of a host's interfaces, the one by which it sends to an address: straight into a subnet of its own, else by its default. */
export function interfaceTowards(
  { networkInterfaces }: Network,
  host: Host | undefined,
  arrivedAt: NetworkInterface,
  destination: Address,
): NetworkInterface {
  if (host?.defaultInterfaceId === undefined) return arrivedAt;
  const own = host.networkInterfaceIds.flatMap((id) => networkInterfaces.get(id) ?? []);
  const direct = own.find(({ subnet }) => subnet.cidrs.some((cidr) => contains(cidr, destination)));
  return direct ?? networkInterfaces.get(host.defaultInterfaceId) ?? arrivedAt;
}

/** The reset that ends a TCP connection in the name of the packet's receiver (RFC 9293, 3.5.2). */
export function reset(packet: Packet): Packet {
  return replyTo(packet, RST | ACK, 40);
}
