/** Sets of packets as plain rows, for whoever prints them. */
import { formatCidr } from '../net/cidr';
import { blocksOf, type Interval } from '../net/interval';
import type { PacketSet } from '../net/packet-set';
import { formatPortRange } from '../net/port';
import { formatProtocol } from '../net/protocol';

export interface DescribedSet {
  /** How many headers; a number may be too large for JSON. */
  readonly count: string;
  readonly boxes: readonly DescribedBox[];
  /** There are more boxes than are shown. */
  readonly isShortened: boolean;
}

export interface DescribedBox {
  readonly protocol?: string;
  readonly source?: readonly string[];
  readonly destination?: readonly string[];
  readonly sourcePort?: readonly string[];
  readonly destinationPort?: readonly string[];
}

/** As many as people read. */
const MOST_BOXES = 12;

export function describeSet(packets: PacketSet, most = MOST_BOXES): DescribedSet {
  const boxes: DescribedBox[] = [];
  let isShortened = false;
  for (const { protocol, source, destination, sourcePort, destinationPort } of packets.boxes()) {
    if (boxes.length === most) {
      isShortened = true;
      break;
    }
    boxes.push({
      ...(protocol && { protocol: protocol.map(protocols).join(', ') }),
      ...(source && { source: source.flatMap(blocksOf).map(formatCidr) }),
      ...(destination && { destination: destination.flatMap(blocksOf).map(formatCidr) }),
      ...(sourcePort && { sourcePort: sourcePort.map(formatPortRange) }),
      ...(destinationPort && { destinationPort: destinationPort.map(formatPortRange) }),
    });
  }
  return { count: String(packets.size), boxes, isShortened };
}

function protocols({ from, to }: Interval): string {
  return from === to ? formatProtocol(from) : `${from}-${to}`;
}
