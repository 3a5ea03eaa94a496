/** Who in a VPC owns the addresses that packets are for. */
import type { PacketSet } from '../../net/packet-set';
import type { PacketSpace } from '../../net/packet-space';
import type { OwnedAddress, Station } from './station';

export interface Owned {
  readonly station: Station;
  readonly packets: PacketSet;
}

/** `owned`: in order of the addresses. */
export function ownersOf(
  space: PacketSpace,
  owned: readonly OwnedAddress[],
  packets: PacketSet,
  to: 'source' | 'destination',
): readonly Owned[] {
  const addresses = new Map<Station, number[]>();
  for (const { from, to: last } of packets.project(to)) {
    for (let i = firstAt(owned, from); i < owned.length; i++) {
      const { address, station } = owned[i] as OwnedAddress;
      if (address > last) break;
      const known = addresses.get(station);
      if (known) known.push(address);
      else addresses.set(station, [address]);
    }
  }
  return [...addresses].map(([station, own]) => ({ station, packets: space.box({ [to]: own }) }));
}

/** The index of the first address that is not below. */
function firstAt(owned: readonly OwnedAddress[], address: number): number {
  let low = 0;
  let high = owned.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((owned[middle] as OwnedAddress).address < address) low = middle + 1;
    else high = middle;
  }
  return low;
}
