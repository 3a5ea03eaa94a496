/** Faults of route tables: the route that is needed is not there. */
import type { RouteTargetKind } from '../../vpc/route-table';
import { HYBRID_AND_PRIVATE_LINKS, NETWORK_LOGS, TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault, Site } from '../fault';
import { type IntentPath, isFunction, type Leg, routes } from '../intent-path';
import { type AtRoute, deleteRoute, putRoute, routesTo } from './at-routes';
import { byCalls } from './by-calls';

const TASKS = [VPC_FAULTS, TROUBLESHOOTING];

export function missing(path: IntentPath, at: AtRoute): readonly Site[] {
  return byCalls(path.design.world, [deleteRoute(at)], {
    at: at.tableId,
    repair: (world) => [putRoute(world, at.tableId, at.destination, at.target)],
  });
}

/** Only where the other leg does not use the same table: then both ways are cut, and another fault says so. */
function missingOn(leg: Leg, kind: RouteTargetKind) {
  const other: Leg = leg === 'forward' ? 'return' : 'forward';
  return (path: IntentPath): readonly Site[] => {
    const shared = new Set(routes(path, other).map(({ tableId }) => tableId));
    return routesTo(path, leg, kind)
      .filter(({ tableId }) => !shared.has(tableId))
      .flatMap((at) => missing(path, at));
  };
}

/** F001: requests probably come in, and answers cannot leave. */
export const igwRouteMissing: Fault = {
  id: 'igw-route-missing',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: [...TASKS, NETWORK_LOGS],
  says: 'The public subnet has no default route to the internet gateway, so that answers find no way out.',
  sites: (path) =>
    // Behind an appliance the answer leaves by the appliance's table.
    path.design.blueprint === 'inspection' ? [] : missingOn('return', 'internet-gateway')(path),
};

/** F015 */
export const natRouteMissing: Fault = {
  id: 'nat-route-missing',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The private subnet has no default route to the NAT gateway.',
  sites: (path) =>
    isFunction(path) ? [] : routesTo(path, 'forward', 'nat-gateway').flatMap((at) => missing(path, at)),
};

/** F025 */
export const lambdaNoEgress: Fault = {
  id: 'lambda-no-egress',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'A function works in private subnets that have neither a route to a NAT gateway nor an endpoint.',
  sites: (path) =>
    isFunction(path) ? routesTo(path, 'forward', 'nat-gateway').flatMap((at) => missing(path, at)) : [],
};

/** F049 */
export const pcxRouteMissing: Fault = {
  id: 'pcx-route-missing',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The sender's route table does not know the peered VPC.",
  sites: missingOn('forward', 'vpc-peering-connection'),
};

/** F050 */
export const pcxReturnRoute: Fault = {
  id: 'pcx-return-route',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The receiver's route table has no way back over the peering connection.",
  sites: missingOn('return', 'vpc-peering-connection'),
};

/** F056 */
export const tgwSubnetRouteMissing: Fault = {
  id: 'tgw-subnet-route-missing',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The VPC is attached to the transit gateway, and its subnet's route table does not lead there.",
  sites: missingOn('forward', 'transit-gateway'),
};

/** F058 */
export const tgwReturnRoute: Fault = {
  id: 'tgw-return-route',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The far VPC has no route back to the transit gateway, so that requests arrive and answers get lost.',
  sites: missingOn('return', 'transit-gateway'),
};

/** F013 */
export const ipv6RouteMissing: Fault = {
  id: 'ipv6-route-missing',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'IPv4 has a default route, and IPv6 has none.',
  sites: (path) =>
    path.intent.to.includes(':')
      ? [
          ...missingOn('return', 'internet-gateway')(path),
          ...missingOn('forward', 'egress-only-internet-gateway')(path),
        ]
      : [],
};

/** F008 */
export const vgwRouteMissing: Fault = {
  id: 'vgw-route-missing',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: [VPC_FAULTS, HYBRID_AND_PRIVATE_LINKS, TROUBLESHOOTING],
  says: 'The table does not take over the routes of the virtual private gateway.',
  sites(path) {
    const found = (['forward', 'return'] as const)
      .flatMap((leg) => routes(path, leg))
      .find(({ route }) => route.target.kind === 'vpn-gateway' && route.origin !== 'CreateRoute');
    if (!found || found.route.target.kind === 'local') return [];
    const call = { Service: 'ec2', RouteTableId: found.tableId, GatewayId: found.route.target.id } as const;
    return byCalls(path.design.world, [{ ...call, Action: 'DisableVgwRoutePropagation' }], {
      at: found.tableId,
      repair: () => [{ ...call, Action: 'EnableVgwRoutePropagation' }],
    });
  },
};

export const MISSING_ROUTE_FAULTS: readonly Fault[] = [
  igwRouteMissing,
  natRouteMissing,
  lambdaNoEgress,
  pcxRouteMissing,
  pcxReturnRoute,
  tgwSubnetRouteMissing,
  tgwReturnRoute,
  ipv6RouteMissing,
  vgwRouteMissing,
];
