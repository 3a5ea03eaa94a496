/** A packet as the naive implementation sees it, and what a rule asks of it besides its address. */
import type { Packet } from '@/lib/core/net/packet';
import { type NaiveAddress, naiveAddress } from './block';

export interface NaivePacket {
  readonly protocol: number;
  readonly source: NaiveAddress;
  readonly destination: NaiveAddress;
  readonly destinationPort: number;
  readonly icmp?: { readonly type: number; readonly code: number } | undefined;
}

export function naivePacket({ protocol, source, destination, destinationPort, icmp }: Packet): NaivePacket {
  return {
    protocol,
    source: naiveAddress(source),
    destination: naiveAddress(destination),
    destinationPort,
    icmp,
  };
}

const NAMES: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

/** `-1` asks nothing; of a name or number the packet must be. */
export function fitsProtocol(protocol: string, packet: NaivePacket): boolean {
  return protocol === '-1' || (NAMES[protocol] ?? Number(protocol)) === packet.protocol;
}

/** A port that is missing or -1 asks nothing, and only TCP and UDP have any. */
export function fitsPorts(
  protocol: string,
  from: number | undefined = -1,
  to: number | undefined = from,
  packet: NaivePacket,
): boolean {
  if (protocol === '-1' || (packet.protocol !== 6 && packet.protocol !== 17) || from < 0) return true;
  return from <= packet.destinationPort && packet.destinationPort <= to;
}

/** -1 stands for every type, and for every code. */
export function fitsIcmp(
  protocol: string,
  type: number | undefined = -1,
  code: number | undefined = -1,
  { protocol: own, icmp }: NaivePacket,
): boolean {
  if (protocol === '-1' || (own !== 1 && own !== 58) || !icmp || type < 0) return true;
  return type === icmp.type && (code < 0 || code === icmp.code);
}
