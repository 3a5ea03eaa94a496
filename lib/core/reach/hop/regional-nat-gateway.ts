/** At a regional NAT gateway: no subnet, no interface, public addresses by zone. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html */
import type { NatGateway } from '../../vpc/nat-gateway';
import type { Onward, Place } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { leaveByInternetGateway } from './internet-gateway';
import { judge } from './judge';
import { restored, translated } from './nat-translation';
import { withoutSession } from './session';

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html: no subnet, no interface, public addresses by zone. */
export function enterRegionalNat(
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
