/** What a gateway's own route table leads through an appliance. https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html */
import type { Action } from '../../ec2/actions/action';
import { formatCidr, sameCidr } from '../../net/cidr';
import type { Route, RouteTable } from '../../vpc/route-table';
import type { Station } from '../ends/station';
import { endsOf } from '../leg';
import type { Search } from '../search';
import type { Way } from '../way';
import type { Border } from './block-public-access';
import type { Check } from './judge';

/**
 * What the gateway's own table leads in through an appliance has to leave through the same one.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export function redirectionChecks(
  search: Search,
  way: Way,
  id: string,
  { subnet }: Border,
): readonly Check[] {
  const ingress = search.network.gatewayRouteTables.get(id);
  if (!ingress) return [];
  const { from } = endsOf(way.leg);
  return search.routes(ingress, from).flatMap(({ rule, effective }): readonly Check[] => {
    const appliance = applianceOf(search, rule);
    if (!appliance || isLeaving(way, appliance)) return [];
    return [
      {
        refuses: effective,
        obstacle: () => ({
          key: `redirection ${appliance.id} ${way.leg}`,
          code: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
          facts: {
            IngressRouteTable: ingress.id,
            InternetGateway: id,
            ...(subnet && { SubnetRouteTable: subnet.routeTable.id, Subnet: subnet.id }),
          },
          repair: [withoutRoute(ingress, rule)],
        }),
      },
    ];
  });
}

function withoutRoute({ id, routes }: RouteTable, { destination }: Route): Action {
  const DestinationCidrBlock = formatCidr(destination);
  const isLocal = routes.some(
    ({ target, destination: block }) => target.kind === 'local' && sameCidr(block, destination),
  );
  return isLocal
    ? { Service: 'ec2', Action: 'ReplaceRoute', RouteTableId: id, DestinationCidrBlock, LocalTarget: true }
    : { Service: 'ec2', Action: 'DeleteRoute', RouteTableId: id, DestinationCidrBlock };
}

export function applianceOf({ stations }: Search, { target, state }: Route): Station | undefined {
  return state === 'active' && target.kind === 'network-interface'
    ? stations.byInterface.get(target.id)
    : undefined;
}

/** By the appliance's interface, or another of its own. */
function isLeaving({ leftBy }: Way, appliance: Station): boolean {
  const instanceId = appliance.interfaces[0]?.instance?.id;
  return (
    leftBy === appliance || (instanceId !== undefined && leftBy?.interfaces[0]?.instance?.id === instanceId)
  );
}
