/** A Traffic row made ready to send: parsed, its repetitions in time, its source ports chosen. */
import type { Address } from '../net/address';
import type { Packet } from '../net/packet';
import type { PortRange } from '../net/port';
import { hasPorts, ICMP, ICMPV6, TCP, UDP } from '../net/protocol';
import { isLoopback } from '../net/special';
import { spread } from '../net/spread';
import { ownsAddress } from '../rules/network-interface';
import type { ServiceRequest } from '../rules/vpc-endpoint';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Call } from './conversation/call';
import type { Endpoint } from './endpoint';
import { EPHEMERAL_PORTS, firewallVerdict, type Hosts } from './host';
import { resolveDestination, resolveSource } from './resolve';
import { hostAt } from './respond';

export interface Traffic {
  readonly from: string;
  readonly to: string;
  readonly protocol: number;
  readonly port: number;
  readonly sourcePort: number | undefined;
  readonly icmp: { readonly type: number; readonly code: number } | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly requests: number;
  /** Milliseconds between requests. */
  readonly pause: number;
  /** A segment that comes again after the close, so many milliseconds late. */
  readonly late: Call['late'];
  readonly request: ServiceRequest | undefined;
  readonly bytes: number;
  readonly replyBytes: number;
  /** Milliseconds between repetitions, and how many there are in all. */
  readonly every: number;
  readonly times: number;
}

/** The call that one repetition makes on today's map; `undefined` when nothing can be sent at all. */
export function callOf(
  { network, hosts, seed }: { readonly network: Network; readonly hosts: Hosts; readonly seed: string },
  traffic: Traffic,
  index: number,
  repetition: number,
): Call | undefined {
  const to = resolveDestination(network, hosts, traffic.from, traffic.to);
  const client = to === undefined ? undefined : resolveSource(network, hosts, traffic.from, to);
  if (to === undefined || !client || staysOnHost(network, client, to)) return undefined;
  const { protocol, requests, bytes, replyBytes, pause, late, request } = traffic;
  const ports = ephemeralPorts(hosts, client);
  const opening: Packet = {
    protocol,
    source: client.address,
    destination: to,
    sourcePort: hasPorts(protocol)
      ? (traffic.sourcePort ?? ephemeralPort(ports, `${seed} ${index} ${repetition}`))
      : 0,
    destinationPort: hasPorts(protocol) ? traffic.port : 0,
    ...(traffic.icmp && { icmp: traffic.icmp, echoId: spread(`${seed} ${index} ${repetition}`) % 65536 }),
    tcpFlags: 0,
    length: lengthOf(protocol, bytes, typeof to === 'bigint'),
  };
  // Its own firewall may keep it: then it never meets an interface.
  if (firewallVerdict(hostAt(hosts, client), 'egress', opening) !== 'accept') return undefined;
  return { traffic: index, repetition, client, opening, requests, bytes, replyBytes, pause, late, request };
}

/** To a loopback address, or to one of its own: the packet never meets an interface. An endpoint's interface starts nothing. */
function staysOnHost(network: Network, client: Endpoint, to: Address): boolean {
  if (client.address === to || isLoopback(to) || isLoopback(client.address)) return true;
  if (client.kind !== 'interface') return false;
  const networkInterface = network.networkInterfaces.get(client.networkInterfaceId);
  if (!networkInterface || isEndpoint(network, networkInterface)) return true;
  return ownsAddress(networkInterface, to);
}

/** By the endpoint that works through it, whatever the document calls the interface itself. */
function isEndpoint({ vpcEndpoints }: Network, { id, instance }: NetworkInterface): boolean {
  if (instance) return false;
  return [...vpcEndpoints.values()].some(({ networkInterfaces }) =>
    networkInterfaces.some((own) => own.id === id),
  );
}

/** IP length of an opening datagram: header, transport header, payload. */
function lengthOf(protocol: number, bytes: number, isIpv6: boolean): number {
  const header = isIpv6 ? 40 : 20;
  if (protocol === TCP) return header + 40;
  return header + (protocol === UDP || protocol === ICMP || protocol === ICMPV6 ? 8 : 0) + bytes;
}

function ephemeralPorts(hosts: Hosts, client: Endpoint): PortRange {
  return hostAt(hosts, client)?.ephemeralPorts ?? EPHEMERAL_PORTS;
}

/** Spread over the range by the seed: the same world picks the same ports. */
function ephemeralPort({ from, to }: PortRange, text: string): number {
  return from + (spread(text) % (to - from + 1));
}
