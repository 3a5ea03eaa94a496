/**
 * Sets of headers as AWS prints them: a list of values per field, blocks sorted as text, the protocol as a number.
 * https://docs.aws.amazon.com/vpc/latest/reachability/getting-started-cli.html
 */
import { formatCidr } from '../../net/cidr';
import { blocksOf, type Interval } from '../../net/interval';
import type { PacketSet } from '../../net/packet-set';
import type { PacketSpace } from '../../net/packet-space';
import type { AnalysisPacketHeader, PortRange } from './shape';

/** Boxes looked at for the one that is printed. */
const MOST_BOXES = 64;

/** The largest part of a set that a header can say in full: fields by themselves, without a condition between them. */
export function printable(space: PacketSpace, packets: PacketSet): PacketSet {
  const whole = hull(space, packets);
  if (whole === packets) return packets;
  let best = space.nothing;
  let looked = 0;
  for (const values of packets.boxes()) {
    const box = space.box(values);
    if (box.size > best.size) best = box;
    if (++looked === MOST_BOXES) break;
  }
  return best;
}

function hull(space: PacketSpace, packets: PacketSet): PacketSet {
  const ports = packets.project('sourcePort').length > 0;
  return space.box({
    protocol: packets.project('protocol'),
    source: packets.project('source'),
    destination: packets.project('destination'),
    ...(ports && {
      sourcePort: packets.project('sourcePort'),
      destinationPort: packets.project('destinationPort'),
    }),
  });
}

export function header(packets: PacketSet): AnalysisPacketHeader {
  const protocols = packets.project('protocol');
  const [protocol] = protocols;
  const sourcePorts = packets.project('sourcePort');
  return {
    DestinationAddresses: addresses(packets.project('destination')),
    ...(sourcePorts.length > 0 && { DestinationPortRanges: ports(packets.project('destinationPort')) }),
    ...(protocol &&
      protocols.length === 1 &&
      protocol.from === protocol.to && { Protocol: String(protocol.from) }),
    SourceAddresses: addresses(packets.project('source')),
    ...(sourcePorts.length > 0 && { SourcePortRanges: ports(sourcePorts) }),
  };
}

/** Only what a component changed. */
export function changes(before: AnalysisPacketHeader, after: AnalysisPacketHeader): AnalysisPacketHeader {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) =>
        JSON.stringify(value) !== JSON.stringify(before[field as keyof AnalysisPacketHeader]),
    ),
  );
}

/** Sorted as text: that is how AWS's examples come. */
function addresses(intervals: readonly Interval[]): readonly string[] {
  return intervals.flatMap(blocksOf).map(formatCidr).sort();
}

function ports(intervals: readonly Interval[]): readonly PortRange[] {
  return intervals.map(({ from, to }) => ({ From: from, To: to }));
}

/** The header of the answers to these packets. */
export function answered({
  DestinationAddresses,
  DestinationPortRanges,
  SourceAddresses,
  SourcePortRanges,
  ...rest
}: AnalysisPacketHeader): AnalysisPacketHeader {
  return {
    ...(SourceAddresses && { DestinationAddresses: SourceAddresses }),
    ...(SourcePortRanges && { DestinationPortRanges: SourcePortRanges }),
    ...rest,
    ...(DestinationAddresses && { SourceAddresses: DestinationAddresses }),
    ...(DestinationPortRanges && { SourcePortRanges: DestinationPortRanges }),
  };
}
