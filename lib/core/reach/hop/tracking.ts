/** What the security groups of an interface remember of the packets of a way. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html */
import { intersectIntervals } from '../../net/interval';
import type { PacketSet } from '../../net/packet-set';
import type { PacketSpace } from '../../net/packet-space';
import { TCP, UDP } from '../../net/protocol';
import type { Direction } from '../../vpc/match';
import { eachOf } from '../chain';
import type { Station } from '../ends/station';
import { packetsOf } from '../flow';
import { type Ends, endsOf } from '../leg';
import type { Search } from '../search';
import type { Way } from '../way';

/** The answer of a tracked connection passes: what crossed here the other way on the way there. */
export function trackedAt({ space }: Search, way: Way, station: Station, direction: Direction): PacketSet {
  const known: PacketSet[] = [];
  for (const crossing of eachOf(way.crossings)) {
    if (crossing.station !== station) continue;
    const packets = packetsOf(space, crossing.flow);
    const isSameWay = crossing.direction === direction;
    // What goes round in circles is known the second time.
    if (isSameWay !== (crossing.leg !== way.leg)) known.push(packets);
    if (isSameWay || crossing.leg !== way.leg) continue;
    known.push(...mirrored(space, station, packets, endsOf(way.leg)));
  }
  return space.union(known);
}

/**
 * What an interface sends to its own public address comes back as if it answered itself, where all that is compared is the
 * same both ways: of protocols without ports, and from a port to the same port. A set of the latter takes a box for each
 * port, so it is told where few ports are asked about.
 */
function mirrored(
  space: PacketSpace,
  { interfaces }: Station,
  sent: PacketSet,
  { from, to }: Ends,
): readonly PacketSet[] {
  const withPorts = space.box({ protocol: [TCP, UDP] });
  return interfaces.flatMap(({ privateAddresses }) =>
    privateAddresses.flatMap(({ address, publicAddress }) => {
      if (publicAddress === undefined) return [];
      const toItself = sent.intersect(space.box({ [from]: address, [to]: publicAddress }));
      if (toItself.isEmpty) return [];
      const back = { [from]: publicAddress, [to]: address };
      const protocols = toItself.subtract(withPorts).project('protocol');
      const alike = samePorts(toItself).map((port) => {
        const some = { sourcePort: port, destinationPort: port };
        return space.box({
          ...back,
          ...some,
          protocol: toItself.intersect(space.box(some)).project('protocol'),
        });
      });
      return [space.box({ protocol: protocols, ...back }), ...alike];
    }),
  );
}

const FEW_PORTS = 64;

/** The ports from which and to which packets are sent, where they are few. */
function samePorts(packets: PacketSet): readonly number[] {
  const both = intersectIntervals(packets.project('sourcePort'), packets.project('destinationPort'));
  const count = both.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (count > FEW_PORTS) return [];
  return both.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
