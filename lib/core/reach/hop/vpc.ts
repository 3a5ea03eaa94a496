/** Inside a VPC: the local route delivers to whoever owns the address, wherever in the VPC that is. */
import { formatAddress } from '../../net/address';
import type { Obstacle } from '../blockers/obstacle';
import type { Owned } from '../ends/owners';
import type { Station } from '../ends/station';
import { narrow, packetsOf, without } from '../flow';
import { endsOf } from '../leg';
import type { Motion, Onward } from '../motion';
import type { Search } from '../search';
import type { Session, Way } from '../way';
import { judge } from './judge';
import { ownersOf } from './owners';

type InVpc = Extract<Motion, { to: 'vpc' }>;

export function enterVpc(search: Search, way: Way, { vpc, from }: InVpc): readonly Onward[] {
  const { space } = search;
  const owners = ownersOf(search, way, vpc.id);
  const owned = space.union(owners.map(({ packets }) => packets));
  const nobodys = search.observe ? without(way.flow, owned) : [];
  if (nobodys.length > 0)
    judge(
      { ...search, waiving: undefined },
      { ...way, flow: nobodys },
      { component: vpc.id, kind: 'vpc', checks: [{ accepts: space.nothing }] },
    );
  const delivered = owners.flatMap(({ station, packets }) => {
    const flow = narrow(way.flow, packets);
    if (flow.length === 0) return [];
    return [into({ ...way, flow }, station, from)];
  });
  return [...delivered, ...misaddressed(search, way, vpc.id, owners, from)];
}

function into(way: Way, station: Station, from: InVpc['from']): Onward {
  return { way, motion: { to: 'interface-in', station, crossesBorder: station.subnet.id !== from?.id } };
}

/** To the interface that is meant, although the packets are not for its addresses: the address is what stands in the way. */
function misaddressed(
  search: Search,
  way: Way,
  vpcId: string,
  owners: readonly Owned[],
  from: InVpc['from'],
): readonly Onward[] {
  const id = search.waiving?.aimOf(way).interfaceId;
  const station = id === undefined ? undefined : search.stations.byInterface.get(id);
  if (!station || station.subnet.vpc.id !== vpcId || way.leg === 'return') return [];
  const { to } = endsOf(way.leg);
  const own = owners.find((owner) => owner.station === station)?.packets ?? search.space.nothing;
  const others = without(way.flow, own);
  if (others.length === 0 || packetsOf(search.space, others).isEmpty) return [];
  const waived = judge(
    search,
    { ...way, flow: others },
    {
      component: station.id,
      kind: 'network-interface',
      direction: 'ingress',
      checks: [
        {
          accepts: search.space.nothing,
          obstacle: () => addressObstacle(station, 'ingress', 'destinationAddress'),
        },
      ],
      translate: (packets) => packets.rewrite(to, station.addresses),
    },
  );
  if (!waived) return [];
  const head = {
    translator: station.id,
    vpcId,
    kind: 'address',
    inside: others,
    outside: waived.flow,
    undo: (packets) => packets.forget(to),
  } satisfies Session;
  return [into({ ...waived, sessions: { head, tail: waived.sessions } }, station, from)];
}

export function addressObstacle(
  station: Station,
  direction: 'ingress' | 'egress',
  PacketField: string,
): Obstacle {
  return {
    key: `address ${station.id} ${direction}`,
    code: 'ENI_ADDRESS_RESTRICTION',
    facts: {
      NetworkInterface: station.id,
      Direction: direction,
      PacketField,
      Addresses: station.interfaces.flatMap(({ privateAddresses }) =>
        privateAddresses.map(({ address }) => formatAddress(address)),
      ),
    },
  };
}
