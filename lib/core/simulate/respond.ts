/** What the receiving host does with a packet: answers, refuses, or says nothing. */
import { isIpv4 } from '../net/address';
import { ACK, type Packet, replyTo, SYN } from '../net/packet';
import { ICMP, ICMPV6, isIcmp, TCP, UDP } from '../net/protocol';
import {
  HOST_ANSWERS,
  HOST_FIREWALL_DROPS,
  HOST_FIREWALL_REJECTS,
  HOST_NOT_LISTENING,
  HOST_STOPPED,
} from '../rules/host';
import type { Rule } from '../rules/rule';
import { ENDPOINT_NO_PING } from '../rules/vpc-endpoint';
import type { Endpoint } from './endpoint';
import { firewallVerdict, type Host, type Hosts, isListening, onPremisesKey, reset } from './host';
import type { Ground } from './motion';
import type { Disposition } from './outcome';

export interface Response {
  readonly disposition: Extract<
    Disposition,
    'delivered' | 'host-dropped' | 'host-rejected' | 'not-listening'
  >;
  readonly rule: Rule;
  /** Who says so. */
  readonly by: string;
  /** What the host sends back at once; undefined when it says nothing. */
  readonly reply: Packet | undefined;
  /** The reply carries on the conversation (SYN-ACK, echo reply, UDP answer); a RST or ICMP error does not. */
  readonly serves: boolean;
}

const HEADER = 20;
const TCP_OPTIONS = 20;

/** Whoever is described as standing at this end; a service, or a host that nobody described, is nobody. */
export function hostAt(hosts: Hosts, end: Endpoint): Host | undefined {
  switch (end.kind) {
    case 'interface':
      return hosts.byInterface.get(end.networkInterfaceId);
    case 'outside':
      return hosts.byAddress.get(end.address);
    case 'premises':
      return hosts.onPremises.get(onPremisesKey(end.premises, end.address));
    case 'service':
    case 'nat-gateway':
      return undefined;
  }
}

/** Who answers at an end. */
export interface Receiver {
  /** Its host's, an instance's id, or what else can be said of it. */
  readonly name: string;
  readonly host: Host | undefined;
  readonly isStopped: boolean;
  /** The interface is that of a VPC endpoint. */
  readonly isEndpoint: boolean;
}

export function receiverAt({ hosts, network, endpoints }: Ground, end: Endpoint): Receiver {
  const id = end.kind === 'interface' ? end.networkInterfaceId : '';
  const state = network.networkInterfaces.get(id)?.instance?.state ?? 'running';
  const host = hostAt(hosts, end);
  return {
    name: host?.name ?? nameOf(end, network),
    host,
    isStopped: state !== 'running',
    isEndpoint: endpoints.has(id),
  };
}

/** Of an end that nobody described as a Host. */
function nameOf(end: Endpoint, { networkInterfaces, vpcEndpoints }: Ground['network']): string {
  switch (end.kind) {
    case 'interface':
      return networkInterfaces.get(end.networkInterfaceId)?.instance?.id ?? end.networkInterfaceId;
    case 'outside':
      return 'internet host';
    case 'premises':
      return `host on ${end.premises}`;
    case 'service':
      return vpcEndpoints.get(end.endpointId)?.serviceName || end.endpointId;
    case 'nat-gateway':
      return end.natGatewayId;
  }
}

/** The answer of whoever has it to a packet that opens something. `replyBytes` is the payload of a UDP answer. */
export function respond(
  { name: by, host, isStopped, isEndpoint }: Receiver,
  packet: Packet,
  replyBytes: number,
): Response {
  if (isStopped) return silence(HOST_STOPPED, by);
  if (isEndpoint && isIcmp(packet.protocol)) return silence(ENDPOINT_NO_PING, by);
  const verdict = firewallVerdict(host, 'ingress', packet);
  if (verdict === 'drop') return silence(HOST_FIREWALL_DROPS, by);
  if (verdict === 'reject') {
    return {
      disposition: 'host-rejected',
      rule: HOST_FIREWALL_REJECTS,
      by,
      reply: unreachable(packet),
      serves: false,
    };
  }
  if (!isListening(host, packet)) {
    return {
      disposition: 'not-listening',
      rule: HOST_NOT_LISTENING,
      by,
      reply: refusal(packet),
      serves: false,
    };
  }
  return {
    disposition: 'delivered',
    rule: HOST_ANSWERS,
    by,
    reply: answer(packet, replyBytes),
    serves: true,
  };
}

function silence(rule: Rule, by: string): Response {
  return { disposition: 'host-dropped', rule, by, reply: undefined, serves: false };
}

/** `undefined`: nothing of the protocol's own comes back. */
function answer(packet: Packet, replyBytes: number): Packet | undefined {
  switch (packet.protocol) {
    case TCP:
      return replyTo(packet, SYN | ACK, HEADER + TCP_OPTIONS + 20);
    case UDP:
      return replyTo(packet, 0, HEADER + 8 + replyBytes);
    case ICMP:
      return packet.icmp?.type === 8 ? replyTo(packet, 0, packet.length, ECHO_REPLY) : undefined;
    case ICMPV6:
      return packet.icmp?.type === 128 ? replyTo(packet, 0, packet.length, ECHO_REPLY_V6) : undefined;
    default:
      return undefined;
  }
}

const ECHO_REPLY = { type: 0, code: 0 };
const ECHO_REPLY_V6 = { type: 129, code: 0 };

/** A closed TCP port answers RST (RFC 9293, 3.5.2), a closed UDP port ICMP port unreachable (RFC 1122, 4.1.3.1). */
function refusal(packet: Packet): Packet | undefined {
  if (packet.protocol === TCP) return reset(packet);
  return packet.protocol === UDP ? unreachable(packet) : undefined;
}

/** ICMP port unreachable, as a host firewall's `reject` sends it; it carries the refused packet along. */
export function unreachable(packet: Packet): Packet {
  const family4 = isIpv4(packet.source);
  return {
    protocol: family4 ? ICMP : ICMPV6,
    source: packet.destination,
    destination: packet.source,
    sourcePort: 0,
    destinationPort: 0,
    icmp: family4 ? { type: 3, code: 3 } : { type: 1, code: 4 },
    about: packet,
    tcpFlags: 0,
    length: (family4 ? HEADER : 40) + 8 + packet.length,
  };
}
