/** A Traffic row made ready to send: parsed, its repetitions in time, its source ports chosen. */
import type { Address } from '../net/address';
import { type Packet, SYN } from '../net/packet';
import { hasPorts, ICMP, ICMPV6, TCP, UDP } from '../net/protocol';
import { isLoopback } from '../net/special';
import { spread } from '../net/spread';
import { HOST_FIREWALL_KEEPS, HOST_OWN_ADDRESS, HOST_UNKNOWN_NAME } from '../rules/host';
import { ownsAddress } from '../rules/network-interface';
import type { Rule } from '../rules/rule';
import { ENDPOINT_NEVER_STARTS, type ServiceRequest } from '../rules/vpc-endpoint';
import type { Network } from '../vpc/network';
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

/** Nothing is sent at all, and why. */
export interface Unsent {
  readonly unsent: Rule;
}

/** The call that one repetition makes on today's map. */
export function callOf(
  { network, hosts, seed }: { readonly network: Network; readonly hosts: Hosts; readonly seed: string },
  traffic: Traffic,
  index: number,
  repetition: number,
): Call | Unsent {
  const { requests, bytes, replyBytes, pause, late, request } = traffic;
  const opened = openingOf({ network, hosts }, traffic, spread(`${seed} ${index} ${repetition}`), bytes);
  if ('unsent' in opened) return opened;
  return { traffic: index, repetition, ...opened, requests, bytes, replyBytes, pause, late, request };
}

const TCP_HEADER = 40;

/** Who sends what first. `choice`: the number that picks what the sender may choose. */
export function openingOf(
  { network, hosts }: { readonly network: Network; readonly hosts: Hosts },
  asked: Asked,
  choice: number,
  bytes: number,
): Pick<Call, 'client' | 'opening'> | Unsent {
  const to = resolveDestination(network, hosts, asked.from, asked.to);
  const client = to === undefined ? undefined : resolveSource(network, hosts, asked.from, to);
  if (to === undefined || !client) return { unsent: HOST_UNKNOWN_NAME };
  if (startsNothing(network, client)) return { unsent: ENDPOINT_NEVER_STARTS };
  if (staysOnHost(network, client, to)) return { unsent: HOST_OWN_ADDRESS };
  const opening = openingBetween(asked, senderAt(hosts, client, choice), to, bytes);
  const mayLeave = firewallVerdict(hostAt(hosts, client), 'egress', opening) === 'accept';
  return mayLeave ? { client, opening } : { unsent: HOST_FIREWALL_KEEPS };
}

/** What a question names of its traffic. */
export type Asked = Pick<Traffic, 'from' | 'to' | 'protocol' | 'port' | 'sourcePort' | 'icmp'>;

/** One end, and what it chooses for a new flow. */
export interface Sender {
  readonly address: Address;
  readonly port: number;
  readonly echoId: number;
}

/** Ports are spread over the host's range by the seed: the same world picks the same ones. */
export function senderAt(hosts: Hosts, end: Endpoint, choice: number): Sender {
  const { from, to } = hostAt(hosts, end)?.ephemeralPorts ?? EPHEMERAL_PORTS;
  return { address: end.address, port: from + (choice % (to - from + 1)), echoId: choice % 65536 };
}

export function openingBetween(
  { protocol, port, sourcePort, icmp }: Asked,
  sender: Sender,
  destination: Address,
  bytes: number,
): Packet {
  return {
    protocol,
    source: sender.address,
    destination,
    sourcePort: hasPorts(protocol) ? (sourcePort ?? sender.port) : 0,
    destinationPort: hasPorts(protocol) ? port : 0,
    icmp,
    echoId: icmp ? sender.echoId : undefined,
    tcpFlags: protocol === TCP ? SYN : 0,
    length: lengthOf(protocol, bytes, typeof destination === 'bigint'),
  };
}

/** To a loopback address, or to one of its own: the packet never meets an interface. */
function staysOnHost({ networkInterfaces }: Network, client: Endpoint, to: Address): boolean {
  if (client.address === to || isLoopback(to) || isLoopback(client.address)) return true;
  if (client.kind !== 'interface') return false;
  const networkInterface = networkInterfaces.get(client.networkInterfaceId);
  return networkInterface !== undefined && ownsAddress(networkInterface, to);
}

/** The interface of an endpoint, by the endpoint that works through it, whatever the document calls the interface itself. */
function startsNothing({ vpcEndpoints, networkInterfaces }: Network, client: Endpoint): boolean {
  if (client.kind !== 'interface') return false;
  const { networkInterfaceId: id } = client;
  if (networkInterfaces.get(id)?.instance) return false;
  return [...vpcEndpoints.values()].some((endpoint) =>
    endpoint.networkInterfaces.some((own) => own.id === id),
  );
}

/** IP length of an opening datagram: header, transport header, payload. */
function lengthOf(protocol: number, bytes: number, isIpv6: boolean): number {
  const header = isIpv6 ? 40 : 20;
  if (protocol === TCP) return header + TCP_HEADER;
  return header + (protocol === UDP || protocol === ICMP || protocol === ICMPV6 ? 8 : 0) + bytes;
}
