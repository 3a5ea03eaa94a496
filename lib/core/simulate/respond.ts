/** What the receiving host does with a packet: answers, refuses, or says nothing. */
import { isIpv4 } from '../net/address';
import { ACK, FIN, type Packet, RST, SYN } from '../net/packet';
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
import { firewallVerdict, type Host, type Hosts, isListening, onPremisesKey } from './host';
import type { Ground } from './motion';
import type { Disposition } from './outcome';

export interface Response {
  readonly disposition: Extract<
    Disposition,
    'delivered' | 'host-dropped' | 'host-rejected' | 'not-listening'
  >;
  readonly rule: Rule;
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

/** The answer of whoever has it to a packet that opens something. `replyBytes` is the payload of a UDP answer. */
export function respond(
  { hosts, network, endpoints }: Ground,
  receiver: Endpoint,
  packet: Packet,
  replyBytes: number,
): Response {
  const silent = { reply: undefined, serves: false };
  if (receiver.kind === 'interface') {
    const { instance } = network.networkInterfaces.get(receiver.networkInterfaceId) ?? {};
    if (instance && instance.state !== 'running')
      return { disposition: 'host-dropped', rule: HOST_STOPPED, ...silent };
    if (endpoints.has(receiver.networkInterfaceId) && isIcmp(packet.protocol))
      return { disposition: 'host-dropped', rule: ENDPOINT_NO_PING, ...silent };
  }
  const host = hostAt(hosts, receiver);
  const verdict = firewallVerdict(host, 'ingress', packet);
  if (verdict === 'drop') return { disposition: 'host-dropped', rule: HOST_FIREWALL_DROPS, ...silent };
  if (verdict === 'reject') {
    return {
      disposition: 'host-rejected',
      rule: HOST_FIREWALL_REJECTS,
      reply: unreachable(packet),
      serves: false,
    };
  }
  if (!isListening(host, packet)) {
    return { disposition: 'not-listening', rule: HOST_NOT_LISTENING, reply: refusal(packet), serves: false };
  }
  return { disposition: 'delivered', rule: HOST_ANSWERS, ...answer(packet, replyBytes) };
}

function answer(packet: Packet, replyBytes: number): Pick<Response, 'reply' | 'serves'> {
  const back = reversed(packet);
  switch (packet.protocol) {
    case TCP:
      return { reply: { ...back, tcpFlags: SYN | ACK, length: HEADER + TCP_OPTIONS + 20 }, serves: true };
    case UDP:
      return { reply: { ...back, length: HEADER + 8 + replyBytes }, serves: true };
    case ICMP:
    case ICMPV6: {
      const echo = packet.protocol === ICMP ? { request: 8, reply: 0 } : { request: 128, reply: 129 };
      if (packet.icmp?.type !== echo.request) return { reply: undefined, serves: true };
      return { reply: { ...back, icmp: { type: echo.reply, code: 0 } }, serves: true };
    }
    default:
      return { reply: undefined, serves: true };
  }
}

/** A closed TCP port answers RST (RFC 9293, 3.5.2), a closed UDP port ICMP port unreachable (RFC 1122, 4.1.3.1). */
function refusal(packet: Packet): Packet | undefined {
  if (packet.protocol === TCP) return { ...reversed(packet), tcpFlags: RST | ACK, length: 40 };
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

export function reversed(packet: Packet): Packet {
  return {
    ...packet,
    source: packet.destination,
    destination: packet.source,
    sourcePort: packet.destinationPort,
    destinationPort: packet.sourcePort,
    tcpFlags: packet.tcpFlags & ~(SYN | FIN),
  };
}
