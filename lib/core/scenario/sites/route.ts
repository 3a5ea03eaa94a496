/** Faults of route tables: the route is not there, leads to something dead, or loses to a more specific one. */
import { formatCidr } from '../../net/cidr';
import type { Change, World } from '../../simulate/world';
import type { Route, RouteTargetKind } from '../../vpc/route-table';
import { edit } from '../edit';
import { type IntentPath, type Leg, routes } from '../intent-path';
import { putRoute } from './repair';
import type { PathFault, Site } from './site';

type RouteRow = NonNullable<NonNullable<World['Snapshot']['RouteTables']>[number]['Routes']>[number];

/** The key under which a route of each kind names its target. */
const TARGET_KEY: Partial<Record<RouteTargetKind, string>> = {
  'internet-gateway': 'GatewayId',
  'nat-gateway': 'NatGatewayId',
  'network-interface': 'NetworkInterfaceId',
  'vpc-peering-connection': 'VpcPeeringConnectionId',
  'transit-gateway': 'TransitGatewayId',
  'egress-only-internet-gateway': 'EgressOnlyInternetGatewayId',
};

function destinationOf(row: RouteRow): string | undefined {
  return row.DestinationCidrBlock ?? row.DestinationIpv6CidrBlock;
}

/** The route as it was in the healthy design, put back by an API call. */
export function restoreRoute(
  world: World,
  tableId: string,
  { destination, target }: Route,
): readonly Change[] {
  const key = TARGET_KEY[target.kind];
  if (key === undefined || target.kind === 'local') return [];
  const block = formatCidr(destination);
  const where = block.includes(':') ? { DestinationIpv6CidrBlock: block } : { DestinationCidrBlock: block };
  return putRoute(world, tableId, { ...where, [key]: target.id });
}

/** One site for each route of a kind on a leg. */
export function atRoutes(
  path: IntentPath,
  leg: Leg,
  kind: RouteTargetKind,
  broken: (rows: readonly RouteRow[], route: Route) => readonly RouteRow[] | undefined,
): readonly Site[] {
  return routes(path, leg)
    .filter(
      ({ route }) =>
        route.target.kind === kind && route.origin === 'CreateRoute' && route.prefixListId === undefined,
    )
    .flatMap(({ tableId, route }): readonly Site[] => {
      const table = path.design.world.Snapshot.RouteTables?.find(
        ({ RouteTableId }) => RouteTableId === tableId,
      );
      const rows = table && broken(table.Routes ?? [], route);
      if (!rows) return [];
      return [
        {
          at: tableId,
          inject: () =>
            edit(path.design.world, 'RouteTables', (row) =>
              row.RouteTableId === tableId ? { ...row, Routes: [...rows] } : row,
            ),
          repair: (world) => restoreRoute(world, tableId, route),
        },
      ];
    });
}

const missing = (rows: readonly RouteRow[], { destination }: Route): readonly RouteRow[] =>
  rows.filter((row) => destinationOf(row) !== formatCidr(destination));

/** Only where the other leg does not use the same row: then both ways are cut, and another fault says so. */
function missingOn(leg: Leg, kind: RouteTargetKind) {
  const other: Leg = leg === 'forward' ? 'return' : 'forward';
  return (path: IntentPath): readonly Site[] => {
    const shared = new Set(routes(path, other).map(({ tableId }) => tableId));
    return atRoutes(path, leg, kind, missing).filter(({ at }) => !shared.has(at));
  };
}

/** F001: the instance's own subnet has no route to the gateway: requests probably come in, and answers cannot leave. */
export const igwRouteMissing: PathFault = {
  id: 'igw-route-missing',
  layer: 'upstream',
  sites: (path) =>
    missingOn('return', 'internet-gateway')(path).filter(() => path.design.blueprint !== 'inspection'),
};

/** F015: private instances have no route to the NAT gateway. */
export const natRouteMissing: PathFault = {
  id: 'nat-route-missing',
  layer: 'upstream',
  sites: (path) => atRoutes(path, 'forward', 'nat-gateway', missing),
};

/** F049: the sender's table does not know the other VPC. */
export const pcxRouteMissing: PathFault = {
  id: 'pcx-route-missing',
  layer: 'upstream',
  sites: missingOn('forward', 'vpc-peering-connection'),
};

/** F050: the receiver's table does not know the way back. */
export const pcxReturnRoute: PathFault = {
  id: 'pcx-return-route',
  layer: 'upstream',
  sites: missingOn('return', 'vpc-peering-connection'),
};

/** F056: the sender's table has no route to the transit gateway. */
export const tgwSubnetRouteMissing: PathFault = {
  id: 'tgw-subnet-route-missing',
  layer: 'upstream',
  sites: missingOn('forward', 'transit-gateway'),
};

/** F058: the far VPC has no route back to the transit gateway. */
export const tgwReturnRoute: PathFault = {
  id: 'tgw-return-route',
  layer: 'upstream',
  sites: missingOn('return', 'transit-gateway'),
};

/** F013: IPv4 has a default route, IPv6 has none. */
export const ipv6RouteMissing: PathFault = {
  id: 'ipv6-route-missing',
  layer: 'upstream',
  sites: (path) =>
    path.intent.to.includes(':')
      ? [
          ...missingOn('return', 'internet-gateway')(path),
          ...missingOn('forward', 'egress-only-internet-gateway')(path),
        ]
      : [],
};

/** F003: the target of the route was deleted, and nobody looked at the tables. */
export const routeBlackhole: PathFault = {
  id: 'route-blackhole',
  layer: 'upstream',
  sites: (path) =>
    (['nat-gateway', 'vpc-peering-connection', 'network-interface'] as const).flatMap((kind) =>
      atRoutes(path, 'forward', kind, (rows, { destination }) =>
        rows.map((row) => {
          if (destinationOf(row) !== formatCidr(destination)) return row;
          const [key, id] = Object.entries(row).find(([name]) => name === TARGET_KEY[kind]) ?? [];
          // The id of something that stood there before the one that stands there now.
          const gone = typeof id === 'string' ? `${id.slice(0, -4)}dead` : undefined;
          return key && gone ? { ...row, [key]: gone, State: 'blackhole' as const } : row;
        }),
      ),
    ),
};

/** F004: beside the good route stands a more specific one, to something that is gone. */
export const moreSpecificRoute: PathFault = {
  id: 'more-specific-route',
  layer: 'upstream',
  sites: (path) =>
    (['vpc-peering-connection', 'transit-gateway'] as const)
      .flatMap((kind) =>
        atRoutes(path, 'forward', kind, (rows) => {
          const [first, second, third] = path.intent.to.split('.');
          const block = `${first}.${second}.${third}.0/24`;
          if (rows.some((row) => destinationOf(row) === block)) return undefined;
          return [
            ...rows,
            {
              DestinationCidrBlock: block,
              NetworkInterfaceId: 'eni-0123456789abcdead',
              Origin: 'CreateRoute',
              State: 'blackhole' as const,
            },
          ];
        }),
      )
      .map((site) => ({ ...site, repair: (world) => withoutMoreSpecific(world, site.at, path.intent.to) })),
};

function withoutMoreSpecific({ Snapshot }: World, RouteTableId: string, to: string): readonly Change[] {
  const [first, second, third] = to.split('.');
  const DestinationCidrBlock = `${first}.${second}.${third}.0/24`;
  const table = Snapshot.RouteTables?.find((row) => row.RouteTableId === RouteTableId);
  const stands = table?.Routes?.some(
    (row) => destinationOf(row) === DestinationCidrBlock && row.GatewayId !== 'local',
  );
  return stands ? [{ Service: 'ec2', Action: 'DeleteRoute', RouteTableId, DestinationCidrBlock }] : [];
}

/** F005: the private table's default route leads to the internet gateway, past the NAT gateway. */
export const privateRouteToIgw: PathFault = {
  id: 'private-route-to-igw',
  layer: 'upstream',
  sites(path) {
    const gateways = [...path.world.network.internetGateways.values()];
    return atRoutes(path, 'forward', 'nat-gateway', (rows, { destination }) => {
      const [table] = routes(path, 'forward');
      const vpcId = table && path.world.network.routeTables.get(table.tableId)?.vpcId;
      const gateway = gateways.find((one) => one.vpcId === vpcId);
      if (!gateway) return undefined;
      return rows.map((row) => {
        if (destinationOf(row) !== formatCidr(destination)) return row;
        const { NatGatewayId: _nat, ...rest } = row;
        return { ...rest, GatewayId: gateway.id };
      });
    });
  },
};

export const ROUTE_FAULTS: readonly PathFault[] = [
  igwRouteMissing,
  natRouteMissing,
  pcxRouteMissing,
  pcxReturnRoute,
  tgwSubnetRouteMissing,
  tgwReturnRoute,
  ipv6RouteMissing,
  routeBlackhole,
  moreSpecificRoute,
  privateRouteToIgw,
];
