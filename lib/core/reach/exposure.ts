/**
 * Who can reach this, and what can this reach: one end held, all others asked, fleets of like interfaces at once.
 */
import type { PacketSet } from '../net/packet-set';
import { TCP, UDP } from '../net/protocol';
import type { Network } from '../vpc/network';
import { INTERNET } from './blockers/itinerary';
import { type End, interfacesOf } from './ends/end';
import { ownPackets } from './ends/end-place';
import type { Station } from './ends/station';
import { MOST_HOPS, WORK_BUDGET } from './finding';
import { packetsOf } from './flow';
import { type Ground, groundOf } from './ground';
import { addressed } from './question';
import type { Search } from './search';
import { trips } from './trip';

/** Interfaces that nothing but their addresses tells apart, a gateway to the premises, or everybody outside. */
export interface Party {
  readonly ids: readonly string[];
  readonly end: End;
}

export interface Exposure {
  readonly party: Party;
  /** TCP and UDP whose answers find home. */
  readonly packets: PacketSet;
}

export interface Exposures {
  readonly all: readonly Exposure[];
  readonly isPartial: boolean;
}

export function partiesIn(ground: Ground): readonly Party[] {
  const stations = ground.stations.all.filter(
    ({ interfaces }) => interfaces[0]?.interfaceType === 'interface',
  );
  return [
    ...stations.map(
      (station): Party => ({ ids: station.interfaces.map(({ id }) => id), end: endAt(station) }),
    ),
    { ids: [INTERNET], end: { kind: 'internet', id: INTERNET } },
    ...ground.links.map((link): Party => ({ ids: [link.id], end: { kind: 'premises', id: link.id, link } })),
  ];
}

function endAt(station: Station): End {
  return { kind: 'interfaces', id: station.id, stations: [station] };
}

/** `direction`: to it, from everybody; or from it, to everybody. `id`: an interface's, an instance's or an endpoint's. */
export function exposureOf(
  network: Network,
  id: string,
  direction: 'to' | 'from',
  work = WORK_BUDGET,
): Exposures | undefined {
  const apart = new Set(interfacesOf({ network }, id));
  const ground = groundOf(network, { apart });
  const stations = [...new Set([...apart].flatMap((one) => ground.stations.byInterface.get(one) ?? []))];
  if (stations.length === 0) return undefined;
  const held: End = { kind: 'interfaces', id, stations };
  const others = partiesIn(ground).filter(({ ids }) => !ids.some((one) => apart.has(one)));
  const all: Exposure[] = [];
  const attempt = ground.space.attempt(work, () => {
    for (const party of others) {
      const [source, destination] = direction === 'to' ? [party.end, held] : [held, party.end];
      const packets = reaching(ground, source, destination);
      if (!packets.isEmpty) all.push({ party, packets });
    }
  });
  return { all, isPartial: !attempt.done };
}

/** Everything that makes the trip from one end to another, of the protocols that connections are made of. */
export function reaching(ground: Ground, source: End, destination: End): PacketSet {
  const { space } = ground;
  const search: Search = { ...ground, waiving: undefined, patience: { hops: MOST_HOPS }, shuns: new Set() };
  const packets = space
    .box({ protocol: [TCP, UDP] })
    .intersect(ownPackets(ground, source, 'source'))
    .intersect(addressed(ground, source, destination));
  const made: PacketSet[] = [];
  for (const trip of trips(search, { source, destination, packets }))
    made.push(packetsOf(space, trip.packets));
  return space.union(made);
}
