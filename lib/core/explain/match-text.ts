/** Filters in short words: `tcp 22`, `icmp type 8`, `all traffic`. */

import type { Packet } from '../net/packet';
import { formatPortRange } from '../net/port';
import { formatProtocol, hasPorts, isIcmp } from '../net/protocol';
import type { Filter } from '../rules/filter';

export function filterText({ protocol, ports, icmp }: Filter): string {
  if (protocol === 'all') return 'all traffic';
  const name = formatProtocol(protocol);
  if (hasPorts(protocol)) return ports === 'all' ? `${name}, all ports` : `${name} ${formatPortRange(ports)}`;
  if (isIcmp(protocol) && icmp !== 'all')
    return `${name} type ${icmp.type}${icmp.code === 'all' ? '' : ` code ${icmp.code}`}`;
  return hasPorts(protocol) || isIcmp(protocol) ? name : `protocol ${name}`;
}

/** What a packet asks for: `tcp 22`. */
export function packetText({ protocol, destinationPort, icmp }: Packet): string {
  const name = formatProtocol(protocol);
  if (hasPorts(protocol)) return `${name} ${destinationPort}`;
  return icmp ? `${name} type ${icmp.type}` : `protocol ${name}`;
}
