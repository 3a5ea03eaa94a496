/** At a zonal NAT gateway: what starts inside is translated, what answers is restored, the rest is dropped. */
import { ICMP, TCP, UDP } from '../../net/protocol';
import type { NatGateway } from '../../vpc/nat-gateway';
import type { Station } from '../ends/station';
import { narrow, without } from '../flow';
import { endsOf } from '../leg';
import { type Onward, type Place, placeOf } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { type Check, judgeRefusals } from './judge';
import { restored, translated } from './nat-translation';
import { passNetworkAcl } from './network-acl';
import { crossed } from './network-interface';
import { ownersOf } from './owners';
import { enterRegionalNat } from './regional-nat-gateway';

export function routeToNatGateway(search: Search, way: Way, id: string, place: Place): readonly Onward[] {
  const gateway = search.network.natGateways.get(id);
  const checks = gateway ? serves(search, gateway, place) : [{ accepts: search.space.nothing }];
  // What is served is noted where it is translated.
  const served = judgeRefusals(search, way, {
    component: id,
    kind: 'nat-gateway',
    at: { vpcId: place.vpc.id },
    checks,
  });
  return gateway ? served.flatMap((some) => intoGateway(search, some, gateway, place)) : [];
}

function intoGateway(search: Search, way: Way, gateway: NatGateway, place: Place): readonly Onward[] {
  if (gateway.regional) return enterRegionalNat(search, way, gateway, place);
  const station = gateway.networkInterface && search.stations.byInterface.get(gateway.networkInterface.id);
  // A document may show the gateway without its interface: what happens there is out of sight.
  if (!station) return [{ way, motion: { to: 'unseen', component: gateway.id } }];
  const crossesBorder = station.subnet.id !== place.subnet?.id;
  return [{ way, motion: { to: 'interface-in', station, crossesBorder } }];
}

function serves({ space }: Search, { id, vpcId, state }: NatGateway, { vpc }: Place): readonly Check[] {
  return [
    {
      accepts: vpcId === vpc.id ? space.everything : space.nothing,
      obstacle: () => ({
        key: `nat-source ${id}`,
        code: 'NGW_REQUIRES_SOURCE_IN_VPC',
        facts: { NatGateway: id, Vpc: vpcId, SourceVpc: vpc.id },
      }),
    },
    {
      accepts: state === 'available' ? space.everything : space.nothing,
      obstacle: () => ({ key: `state ${id}`, code: 'BAD_STATE', facts: { Component: id, State: state } }),
    },
    {
      accepts: space.box({ protocol: [TCP, UDP, ICMP] }),
      obstacle: () => ({
        key: `protocol ${id}`,
        code: 'PROTOCOL_RESTRICTION',
        facts: { Component: id, Protocols: ['tcp', 'udp', 'icmp'] },
      }),
    },
  ];
}

/** The interface of a zonal one receives for everybody, and has no security group; the network ACL of its subnet judges. */
export function enterNatGateway(
  search: Search,
  way: Way,
  station: Station,
  gateway: NatGateway,
  crossesBorder: boolean,
): readonly Onward[] {
  const bordered = crossesBorder ? passNetworkAcl(search, way, station.subnet, 'ingress') : way;
  if (!bordered) return [];
  const arrived = crossed(bordered, station, 'ingress');
  const own = search.within(endsOf(way.leg).to, gateway.addresses);
  const answers = { ...arrived, flow: narrow(arrived.flow, own) };
  const others = { ...arrived, flow: without(arrived.flow, own) };
  return [
    ...(answers.flow.length > 0 ? restored(search, answers, gateway) : []),
    ...(others.flow.length > 0 ? translated(search, others, gateway, gateway.addresses.slice(0, 1)) : []),
  ].flatMap((onward) => leave(search, onward, station));
}

/** Out of the gateway by its own interface, inside the subnet or to its router. */
function leave(search: Search, way: Way, station: Station): readonly Onward[] {
  const { space } = search;
  const { subnet } = station;
  const owners = ownersOf(search, way, subnet.vpc.id);
  const { to } = endsOf(way.leg);
  const inside = search.within(to, subnet.cidrs);
  const neighbours = owners.flatMap(({ station: owner, packets }): readonly Onward[] => {
    const flow = narrow(way.flow, packets.intersect(inside));
    if (flow.length === 0) return [];
    const passed = crossed({ ...way, flow }, station, 'egress');
    return [{ way: passed, motion: { to: 'interface-in', station: owner, crossesBorder: false } }];
  });
  const owned = space.union(owners.map(({ packets }) => packets)).intersect(inside);
  const flow = without(way.flow, owned);
  const bordered = flow.length > 0 ? passNetworkAcl(search, { ...way, flow }, subnet, 'egress') : undefined;
  if (!bordered) return neighbours;
  return [
    ...neighbours,
    { way: crossed(bordered, station, 'egress'), motion: { to: 'router', place: placeOf(subnet) } },
  ];
}
