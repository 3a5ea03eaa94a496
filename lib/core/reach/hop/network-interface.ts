/** At an interface: the source/destination check, the security groups, the subnet's network ACL. */
import type { PacketSet } from '../../net/packet-set';
import type { Direction } from '../../vpc/match';
import type { Station } from '../ends/station';
import { narrow, without } from '../flow';
import { endsOf } from '../leg';
import { type Onward, placeOf } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { deliver, isRunning } from './instance';
import { judge } from './judge';
import { passNetworkAcl } from './network-acl';
import { ownersOf } from './owners';
import { passSecurityGroups } from './security-group';
import { checkAddress, placeAt } from './source-dest-check';

/** From the host or gateway outwards: security groups, then the border of the subnet. */
export function leaveInterface(search: Search, way: Way, station: Station): readonly Onward[] {
  const { subnet } = station;
  const beside = besideFilters(search, way, station);
  const filtered = { ...way, flow: without(way.flow, beside.packets) };
  const checked = checkAddress(search, filtered, station, 'egress');
  const grouped = checked && passSecurityGroups(search, checked, station, 'egress');
  if (!grouped) return beside.onwards;
  const { to } = endsOf(way.leg);
  const inside = search.within(to, subnet.cidrs);
  const leaving = withFlow(grouped, without(grouped.flow, inside));
  const staying = withFlow(grouped, narrow(grouped.flow, inside));
  const bordered = leaving && passNetworkAcl(search, leaving, subnet, 'egress');
  return [
    ...beside.onwards,
    ...(staying ? stayInSubnet(search, crossed(staying, station, 'egress'), station) : []),
    ...(bordered
      ? [
          {
            way: crossed(bordered, station, 'egress'),
            motion: { to: 'router', place: placeOf(subnet) },
          } as const,
        ]
      : []),
  ];
}

function withFlow(way: Way, flow: Way['flow']): Way | undefined {
  return flow.length === 0 ? undefined : { ...way, flow };
}

export function crossed(way: Way, station: Station, direction: Direction): Way {
  return {
    ...way,
    leftBy: direction === 'egress' ? station : undefined,
    crossings: { head: { leg: way.leg, station, direction, flow: way.flow }, tail: way.crossings },
  };
}

/** What no filter judges, and the router's own address, which answers nobody. */
function besideFilters(
  search: Search,
  way: Way,
  station: Station,
): { readonly packets: PacketSet; readonly onwards: readonly Onward[] } {
  const { exempt, router } = search.besideFilters(station.subnet, way.leg);
  const onwards: Onward[] = [];
  for (const [packets, motion] of [
    [exempt, { to: 'exempt-service' }],
    [router, { to: 'unseen', component: station.subnet.id }],
  ] as const) {
    const some = withFlow(way, narrow(way.flow, packets));
    const noted =
      some &&
      judge(search, some, {
        component: station.id,
        kind: 'network-interface',
        direction: 'egress',
        at: placeAt(station),
        checks: [],
      });
    if (noted) onwards.push({ way: noted, motion });
  }
  return { packets: exempt.union(router), onwards };
}

/** Inside one subnet no router and no network ACL stands between two interfaces. */
function stayInSubnet(search: Search, way: Way, { subnet }: Station): readonly Onward[] {
  const owners = ownersOf(search, way, subnet.vpc.id);
  const noted = judge(search, way, {
    component: subnet.id,
    kind: 'subnet',
    at: { subnetId: subnet.id, vpcId: subnet.vpc.id },
    checks: [{ accepts: search.space.union(owners.map(({ packets }) => packets)) }],
  });
  if (!noted) return [];
  return owners.flatMap(({ station, packets }) => {
    const onward = withFlow(noted, narrow(noted.flow, packets));
    return onward
      ? [{ way: onward, motion: { to: 'interface-in', station, crossesBorder: false } } as const]
      : [];
  });
}

/** From the network inwards: the border of the subnet, then the security groups, then the address. */
export function enterInterface(
  search: Search,
  way: Way,
  station: Station,
  crossesBorder: boolean,
): readonly Onward[] {
  const bordered = crossesBorder ? passNetworkAcl(search, way, station.subnet, 'ingress') : way;
  const grouped = bordered && passSecurityGroups(search, bordered, station, 'ingress');
  const checked = grouped && checkAddress(search, grouped, station, 'ingress');
  if (!checked) return [];
  const passed = crossed(checked, station, 'ingress');
  const own = search.within(endsOf(way.leg).to, station.addresses);
  const delivered = withFlow(passed, narrow(passed.flow, own));
  const foreign = withFlow(passed, without(passed.flow, own));
  return [
    ...(delivered ? deliver(search, delivered, station) : []),
    ...(foreign ? forward(search, foreign, station) : []),
  ];
}

/** A host that takes what is not its own passes it on unchanged, and takes away the sender's security group. */
function forward(search: Search, way: Way, station: Station): readonly Onward[] {
  const running = isRunning(search, way, station);
  if (!running) return [];
  const component = station.interfaces[0]?.instance?.id ?? station.id;
  return [{ way: { ...running, identityLostAt: component }, motion: { to: 'interface-out', station } }];
}
