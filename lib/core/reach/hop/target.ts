/** At the target of a route: every kind of next hop has a file of its own. */
import { assertNever } from '../../assert';
import type { RouteTarget } from '../../vpc/route-table';
import type { Onward, Place } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { leaveByInternetGateway } from './internet-gateway';
import { judge } from './judge';
import { routeToNatGateway } from './nat-gateway';
import { routeToTransitGateway } from './transit-gateway-entry';
import { routeToEndpoint } from './vpc-endpoint';
import { routeToPeering } from './vpc-peering-connection';
import { routeToVpnGateway } from './vpn-gateway';

export function enterTarget(search: Search, way: Way, target: RouteTarget, place: Place): readonly Onward[] {
  switch (target.kind) {
    case 'local':
      return [{ way, motion: { to: 'vpc', vpc: place.vpc, from: place.subnet } }];
    case 'internet-gateway':
      return leaveByInternetGateway(search, way, target.id, place);
    case 'egress-only-internet-gateway':
      // For IPv6 and nothing else, and there is none here.
      return [];
    case 'nat-gateway':
      return routeToNatGateway(search, way, target.id, place);
    case 'network-interface': {
      const station = search.stations.byInterface.get(target.id);
      if (station) {
        const crossesBorder = station.subnet.id !== place.subnet?.id;
        return [{ way, motion: { to: 'interface-in', station, crossesBorder } }];
      }
      judge(search, way, {
        component: place.routeTable.id,
        kind: 'route-table',
        checks: [{ accepts: search.space.nothing }],
      });
      return [];
    }
    case 'vpc-peering-connection':
      return routeToPeering(search, way, target.id, place);
    case 'transit-gateway':
      return routeToTransitGateway(search, way, target.id, place);
    case 'vpn-gateway':
      return routeToVpnGateway(search, way, target.id, place.vpc);
    case 'vpc-endpoint':
      return routeToEndpoint(search, way, target.id, place);
    case 'not-modelled':
      return [{ way, motion: { to: 'unseen', component: target.id } }];
    default:
      return assertNever(target);
  }
}
