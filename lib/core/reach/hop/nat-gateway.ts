/** NAT gateways: what starts inside is translated, what answers is restored, the rest is dropped. */
import type { PacketSet } from '../../net/packet-set';
import { ICMP, TCP, UDP } from '../../net/protocol';
import { NAT_PORTS } from '../../rules/nat-gateway';
import type { NatGateway } from '../../vpc/nat-gateway';
import { narrow, packetsOf } from '../flow';
import { endsOf } from '../leg';
import type { Onward, Place } from '../motion';
import { placeOf } from '../motion';
import type { Search } from '../search';
import type { Station } from '../station';
import { restore, type Session, strayed, type Way } from '../way';
import { passNetworkAcl } from './filters';
import { leaveByInternetGateway, withoutSession } from './internet-gateway';
import { type Check, judge, judgeRefusals } from './judge';
import { crossed } from './network-interface';
import { ownersOf } from './owners';

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
  const { space } = search;
  const arrived = crossed(bordered, station, 'ingress');
  const own = space.box({ [endsOf(way.leg).to]: gateway.addresses });
  const answers = { ...arrived, flow: narrow(arrived.flow, own) };
  const others = { ...arrived, flow: narrow(arrived.flow, space.everything.subtract(own)) };
  return [
    ...(answers.flow.length > 0 ? restored(search, answers, gateway) : []),
    ...(others.flow.length > 0 ? translated(search, others, gateway, gateway.addresses.slice(0, 1)) : []),
  ].flatMap((onward) => leave(search, onward, station));
}

/** An answer finds back to whoever asked; a question finds nobody. */
function restored(search: Search, way: Way, gateway: NatGateway): readonly Way[] {
  const { space } = search;
  const head = way.sessions?.head;
  const session = way.leg === 'return' && isOurs(head, gateway) ? head : undefined;
  const onward = judge(search, way, {
    component: gateway.id,
    kind: 'nat-gateway',
    at: { vpcId: gateway.vpcId },
    checks: [{ accepts: session ? packetsOf(space, session.outside) : space.nothing }],
  });
  if (!onward || !session) return [];
  const flow = restore(session, onward.flow);
  return flow.length > 0 ? [{ ...onward, flow, sessions: way.sessions?.tail }] : [];
}

function isOurs(session: Session | undefined, { id }: NatGateway): boolean {
  return session?.kind === 'nat-gateway' && session.translator === id;
}

/** Its own address in the source's place, and a port of its choice. */
function translated(
  search: Search,
  way: Way,
  { id, vpcId }: NatGateway,
  addresses: NatGateway['addresses'],
): readonly Way[] {
  const { space } = search;
  const { from } = endsOf(way.leg);
  const port = way.leg === 'forward' ? 'sourcePort' : 'destinationPort';
  const onward = judge(search, way, {
    component: id,
    kind: 'nat-gateway',
    at: { vpcId },
    checks: [{ accepts: addresses.length > 0 ? opening(search, way) : space.nothing }],
    translate: (packets) => packets.rewrite(from, addresses).rewrite(port, NAT_PORTS),
  });
  if (!onward) return [];
  // An answer that is for somebody else begins a flow of its own, and nobody waits for it.
  if (way.leg === 'return') return [strayed(onward)];
  const head: Session = {
    translator: id,
    vpcId,
    kind: 'nat-gateway',
    inside: way.flow,
    outside: onward.flow,
    undo: (packets) => packets.forget('source').forget('sourcePort'),
  };
  return [{ ...onward, sessions: { head, tail: onward.sessions } }];
}

/** Of answers only a datagram could as well be a question: a TCP segment and an echo reply open nothing. */
function opening({ space }: Search, { leg }: Way): PacketSet {
  return leg === 'forward'
    ? space.everything
    : space.everything.subtract(space.box({ protocol: [TCP, ICMP] }));
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
  const flow = narrow(way.flow, space.everything.subtract(owned));
  const bordered = flow.length > 0 ? passNetworkAcl(search, { ...way, flow }, subnet, 'egress') : undefined;
  if (!bordered) return neighbours;
  return [
    ...neighbours,
    { way: crossed(bordered, station, 'egress'), motion: { to: 'router', place: placeOf(subnet) } },
  ];
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html: no subnet, no interface, public addresses by zone. */
function enterRegionalNat(
  search: Search,
  way: Way,
  gateway: NatGateway,
  { vpc, zone, subnet }: Place,
): readonly Onward[] {
  const { regional } = gateway;
  if (!regional) return [];
  const own = regional.zones.get(zone);
  const allowed = own ? way : otherZone(search, way, gateway, zone, subnet);
  if (!allowed) return [];
  const addresses = own ?? gateway.addresses;
  return translated(
    search,
    { ...allowed, leftBy: undefined, metRegionalNat: true },
    gateway,
    addresses.slice(0, 1),
  ).flatMap((onward): readonly Onward[] => {
    if (regional.routeTable)
      return [
        {
          way: onward,
          motion: { to: 'router', place: { vpc, routeTable: regional.routeTable, subnet: undefined, zone } },
        },
      ];
    // AWS makes its table with a route to the VPC's internet gateway.
    if (vpc.internetGatewayId !== undefined)
      return leaveByInternetGateway(search, onward, vpc.internetGatewayId, { vpc, subnet: undefined });
    judge(search, onward, {
      component: gateway.id,
      kind: 'nat-gateway',
      checks: [{ accepts: search.space.nothing }],
    });
    return [];
  });
}

/** Until it has spread to a zone another zone's addresses serve; AWS's tool wants them to be there. */
function otherZone(
  search: Search,
  way: Way,
  { id }: NatGateway,
  zone: string,
  subnet: Place['subnet'],
): Way | undefined {
  if (search.mode !== 'aws') return way;
  return judge(search, way, {
    component: id,
    kind: 'nat-gateway',
    checks: [
      {
        accepts: search.space.nothing,
        obstacle: () => ({
          key: `nat-zone ${id} ${zone}`,
          code: 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION',
          facts: {
            NatGateway: id,
            ...(subnet && { RouteTable: subnet.routeTable.id }),
            AvailabilityZones: [subnet?.availabilityZone ?? zone],
            AvailabilityZoneIds: [zone],
          },
        }),
      },
    ],
  });
}

/** What comes from the internet to one of its addresses: an answer, or nothing that anybody asked for. */
export function answerToRegionalNat(search: Search, way: Way, gateway: NatGateway): readonly Onward[] {
  const vpc = search.network.vpcs.get(gateway.vpcId);
  if (!vpc) return [];
  const back = withoutSession(way, 'internet-gateway', vpc.internetGatewayId ?? '');
  return restored(search, back, gateway).map((onward) => ({
    way: { ...onward, leftBy: undefined, metRegionalNat: true },
    motion: { to: 'vpc', vpc, from: undefined },
  }));
}
