/** Faults of route tables: a route is there, and leads to something dead, or the wrong one wins. */
import { formatCidr } from '../../net/cidr';
import type { World } from '../../simulate/world';
import { edit } from '../edit';
import { HYBRID_AND_PRIVATE_LINKS, TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault, Site } from '../fault';
import { ends, type IntentPath, isFunction, routes } from '../intent-path';
import { randomFrom } from '../random';
import { around } from './address-block';
import { type AtRoute, destinationOf, putRoute, type RouteRow, routesTo } from './at-routes';
import { byCalls } from './by-calls';

const TASKS = [VPC_FAULTS, TROUBLESHOOTING];

function edited(
  { design }: IntentPath,
  { tableId, route, destination, target }: AtRoute,
  change: (rows: readonly RouteRow[], block: string) => readonly RouteRow[],
): Site {
  return {
    at: tableId,
    inject: () =>
      edit(design.world, 'RouteTables', (table) =>
        table.RouteTableId === tableId
          ? { ...table, Routes: [...change(table.Routes ?? [], formatCidr(route.destination))] }
          : table,
      ),
    repair: (world) => [putRoute(world, tableId, destination, target)],
  };
}

/** An id of the same kind, which nothing has any more. */
function goneBefore(id: string): string {
  return `${id.split('-')[0]}-0${randomFrom(id).hex(16)}`;
}

/** F003: no call on record; the target was deleted, and nobody looked at the tables. */
export const routeBlackhole: Fault = {
  id: 'route-blackhole',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The target of the route was deleted, and the route stands as a blackhole.',
  sites: (path) =>
    (['nat-gateway', 'vpc-peering-connection', 'network-interface'] as const).flatMap((kind) =>
      routesTo(path, 'forward', kind).map((at) =>
        edited(path, at, (rows, block) =>
          rows.map((row) => {
            const [key, id = ''] = Object.entries(at.target)[0] ?? [];
            if (destinationOf(row) !== block || key === undefined) return row;
            // The id of what stood there before.
            return { ...row, [key]: goneBefore(id), State: 'blackhole' as const };
          }),
        ),
      ),
    ),
};

/** F004 */
export const moreSpecificRoute: Fault = {
  id: 'more-specific-route',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'Beside the good route stands a more specific one to something that is gone.',
  sites: (path) =>
    (['vpc-peering-connection', 'transit-gateway'] as const).flatMap((kind) =>
      routesTo(path, 'forward', kind).flatMap((at): readonly Site[] => {
        const block = around(path.intent.to, 24);
        if (block === undefined || block === formatCidr(at.route.destination)) return [];
        const dead: RouteRow = {
          DestinationCidrBlock: block,
          NetworkInterfaceId: goneBefore(`eni-${at.tableId}`),
          Origin: 'CreateRoute',
          State: 'blackhole',
        };
        return [
          {
            ...edited(path, at, (rows) => [...rows, dead]),
            repair: (world) => withoutRoute(world, at.tableId, block),
          },
        ];
      }),
    ),
};

/** F006: what somebody wrote is preferred to what a gateway has learned. */
export const routePriority: Fault = {
  id: 'route-priority',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: [...TASKS, HYBRID_AND_PRIVATE_LINKS],
  says: 'A static route for the very prefix that BGP brings is preferred, and leads to a host that passes nothing on.',
  sites(path) {
    const { client, server } = ends(path);
    const vpcId = (client ?? server)?.subnet.vpc.id;
    const other = [...path.world.network.networkInterfaces.values()].find(
      (one) => one.instance && one !== client && one !== server && one.subnet.vpc.id === vpcId,
    );
    const found = (['forward', 'return'] as const)
      .flatMap((leg) => routes(path, leg))
      .find(({ route }) => route.target.kind === 'vpn-gateway' && route.origin !== 'CreateRoute');
    if (!found || !other) return [];
    const block = formatCidr(found.route.destination);
    return byCalls(
      path.design.world,
      [
        {
          Service: 'ec2',
          Action: 'CreateRoute',
          RouteTableId: found.tableId,
          DestinationCidrBlock: block,
          NetworkInterfaceId: other.id,
        },
      ],
      { at: found.tableId, repair: (world) => withoutRoute(world, found.tableId, block) },
    );
  },
};

function withoutRoute({ Snapshot }: World, RouteTableId: string, DestinationCidrBlock: string) {
  const table = Snapshot.RouteTables?.find((row) => row.RouteTableId === RouteTableId);
  const stands = table?.Routes?.some(
    (row) => destinationOf(row) === DestinationCidrBlock && row.Origin === 'CreateRoute',
  );
  return stands
    ? [{ Service: 'ec2', Action: 'DeleteRoute', RouteTableId, DestinationCidrBlock } as const]
    : [];
}

/** F005 */
export const privateRouteToIgw: Fault = {
  id: 'private-route-to-igw',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The default route of a private table leads to the internet gateway, past the NAT gateway.',
  sites: (path) =>
    isFunction(path)
      ? []
      : routesTo(path, 'forward', 'nat-gateway').flatMap((at) => {
          const vpcId = path.world.network.routeTables.get(at.tableId)?.vpcId;
          const gateway = [...path.world.network.internetGateways.values()].find(
            (one) => one.vpcId === vpcId,
          );
          if (!gateway) return [];
          return byCalls(
            path.design.world,
            [putRoute(path.design.world, at.tableId, at.destination, { GatewayId: gateway.id })],
            { at: at.tableId, repair: (world) => [putRoute(world, at.tableId, at.destination, at.target)] },
          );
        }),
};

export const WRONG_ROUTE_FAULTS: readonly Fault[] = [
  routeBlackhole,
  moreSpecificRoute,
  routePriority,
  privateRouteToIgw,
];
