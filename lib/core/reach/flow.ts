/** Packets under way, apart by the obstacles that had to be waived for them to come so far. */
import type { PacketSet } from '../net/packet-set';
import type { PacketSpace } from '../net/packet-space';
import { countOf, isSubset } from './blockers/obstacle';

export interface Part {
  /** A bit per obstacle; 0n: nothing stood in the way. */
  readonly waived: bigint;
  readonly packets: PacketSet;
}

/** Parts with fewer obstacles first; none is empty. */
export type Flow = readonly Part[];

export function flowOf(packets: PacketSet): Flow {
  return packets.isEmpty ? [] : [{ waived: 0n, packets }];
}

/** All packets, whatever was waived for them. */
export function packetsOf(space: PacketSpace, flow: Flow): PacketSet {
  const [first] = flow;
  if (!first) return space.nothing;
  return flow.length === 1 ? first.packets : space.union(flow.map(({ packets }) => packets));
}

/** Each part changed; parts for which the same was waived are one. */
export function mapFlow(flow: Flow, change: (packets: PacketSet, waived: bigint) => PacketSet): Flow {
  const parts: Part[] = [];
  for (const part of flow) {
    const packets = change(part.packets, part.waived);
    if (packets === part.packets) parts.push(part);
    else if (!packets.isEmpty) parts.push({ waived: part.waived, packets });
  }
  return parts;
}

export function narrow(flow: Flow, to: PacketSet): Flow {
  return mapFlow(flow, (packets) => packets.intersect(to));
}

export function without(flow: Flow, some: PacketSet): Flow {
  return mapFlow(flow, (packets) => packets.subtract(some));
}

/** In order, and without the packets that a part with fewer obstacles already has: after a translation two may be one. */
export function pruned(parts: readonly Part[]): Flow {
  if (parts.length < 2) return parts.filter(({ packets }) => !packets.isEmpty);
  const byMask = new Map<bigint, PacketSet>();
  for (const { waived, packets } of parts) {
    const known = byMask.get(waived);
    byMask.set(waived, known ? known.union(packets) : packets);
  }
  const sorted = [...byMask].sort(([a], [b]) => countOf(a) - countOf(b));
  const kept: Part[] = [];
  for (const [waived, packets] of sorted) {
    const fresh = kept
      .filter((part) => isSubset(part.waived, waived))
      .reduce((left, part) => left.subtract(part.packets), packets);
    if (!fresh.isEmpty) kept.push({ waived, packets: fresh });
  }
  return kept;
}
