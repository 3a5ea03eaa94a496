/** What a network ACL entry and a security group rule ask of a packet alike: protocol, destination port, ICMP type. */
import type { Packet } from '../net/packet';
import { covers } from '../net/port';
import { hasPorts, isIcmp } from '../net/protocol';
import type { IcmpMatch, PortMatch, ProtocolMatch } from '../vpc/match';

export interface Filter {
  readonly protocol: ProtocolMatch;
  readonly ports: PortMatch;
  readonly icmp: IcmpMatch;
}

/** What a filter compares, in the order in which a learner is told about it. */
export type Mismatch = 'protocol' | 'address' | 'port' | 'icmp-type';

/** The first thing besides the address that does not fit; `undefined` when everything does. */
export function filterMismatch(filter: Filter, packet: Packet): Exclude<Mismatch, 'address'> | undefined {
  if (filter.protocol === 'all') return undefined;
  if (filter.protocol !== packet.protocol) return 'protocol';
  // The destination port in both directions: why answers need the ephemeral range of whoever asked.
  if (hasPorts(packet.protocol)) {
    return filter.ports === 'all' || covers(filter.ports, packet.destinationPort) ? undefined : 'port';
  }
  return isIcmp(packet.protocol) && !coversIcmp(filter.icmp, packet) ? 'icmp-type' : undefined;
}

function coversIcmp(match: IcmpMatch, { icmp }: Packet): boolean {
  if (match === 'all' || !icmp) return true;
  return match.type === icmp.type && (match.code === 'all' || match.code === icmp.code);
}
