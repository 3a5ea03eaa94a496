/** At the target of a route: every kind of next hop has a file of its own. */
import { assertNever } from '../../assert';
import { ROUTE_BLACKHOLE } from '../../rules/route-table';
import { type Ending, end, type Motion, note, type Walk } from '../motion';
import { leaveByEgressOnly, leaveByInternet } from './internet-gateway';
import { routeToNatGateway } from './nat-gateway';
import { routeToTransitGateway } from './transit-gateway';
import { routeToEndpoint } from './vpc-endpoint';
import { routeToPeering } from './vpc-peering-connection';
import { routeToVpnGateway } from './vpn-gateway';

export type AtTarget = Extract<Motion, { to: 'target' }>;

export function enterTarget(walk: Walk, { route, place, packet }: AtTarget): Motion | Ending {
  const { target } = route;
  switch (target.kind) {
    case 'local':
      return { to: 'vpc', vpc: place.vpc, packet, from: place.subnet };
    case 'internet-gateway':
      return leaveByInternet(walk, target.id, place, packet);
    case 'egress-only-internet-gateway':
      return leaveByEgressOnly(walk, target.id, place, packet);
    case 'nat-gateway':
      return routeToNatGateway(walk, target.id, place, packet);
    case 'network-interface': {
      const networkInterface = walk.network.networkInterfaces.get(target.id);
      if (networkInterface) {
        const crossesBorder = networkInterface.subnet.id !== place.subnet?.id;
        return { to: 'interface-in', networkInterface, packet, crossesBorder };
      }
      const rule = ROUTE_BLACKHOLE;
      note(walk, place.routeTable.id, { kind: 'route-table', allowed: false, by: route, rule, packet });
      return end('blackhole');
    }
    case 'vpc-peering-connection':
      return routeToPeering(walk, target.id, place, packet);
    case 'transit-gateway':
      return routeToTransitGateway(walk, target.id, place, packet);
    case 'vpn-gateway':
      return routeToVpnGateway(walk, target.id, place.vpc, packet);
    case 'vpc-endpoint':
      return routeToEndpoint(walk, target.id, place.vpc, packet);
    case 'not-modelled':
      return end('exited');
    default:
      return assertNever(target);
  }
}
