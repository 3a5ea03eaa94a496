/** One packet's header: what route tables, filters and flow logs look at. */
import type { Address } from './address';

export interface Packet {
  /** IANA protocol number, 0-255. */
  readonly protocol: number;
  readonly source: Address;
  readonly destination: Address;
  /** 0 where the protocol has no ports, as flow logs print it. */
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** ICMP and ICMPv6 only. */
  readonly icmp?: IcmpType | undefined;
  /** The identifier of an ICMP echo: what a translator tells pings apart by, and no filter or log looks at. */
  readonly echoId?: number | undefined;
  /** The TCP flags octet (RFC 9293, 3.1); 0 for other protocols. */
  readonly tcpFlags: number;
  /** The packet that an ICMP error quotes. */
  readonly about?: Packet;
  /** Bytes of the IP packet, header included. */
  readonly length: number;
}

export interface IcmpType {
  readonly type: number;
  readonly code: number;
}

export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const PSH = 8;
export const ACK = 16;

/** What filters and routes look at; the rest of a packet is for hosts and logs. */
export type Header = Pick<
  Packet,
  'protocol' | 'source' | 'destination' | 'sourcePort' | 'destinationPort' | 'icmp'
>;

/** What goes back to the sender of a packet, between the same ports. */
export function replyTo(packet: Packet, tcpFlags: number, length: number, icmp?: IcmpType): Packet {
  return {
    protocol: packet.protocol,
    source: packet.destination,
    destination: packet.source,
    sourcePort: packet.destinationPort,
    destinationPort: packet.sourcePort,
    icmp,
    echoId: packet.echoId,
    tcpFlags,
    length,
  };
}

/** The five values that name a flow, as one string: the key of flows and of tracked connections. */
export function flowKey({ protocol, source, sourcePort, destination, destinationPort }: Packet): string {
  return `${protocol} ${source} ${sourcePort} ${destination} ${destinationPort}`;
}

/** The key of the flow that answers this one. */
export function answerKey({ protocol, source, sourcePort, destination, destinationPort }: Packet): string {
  return `${protocol} ${destination} ${destinationPort} ${source} ${sourcePort}`;
}
