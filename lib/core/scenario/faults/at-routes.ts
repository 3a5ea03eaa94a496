/** Places in route tables: the routes that an intent's path takes, and what puts them back. */
import { formatCidr } from '../../net/cidr';
import type { Change, World } from '../../simulate/world';
import type { Route, RouteTargetKind } from '../../vpc/route-table';
import type { Row } from '../draft/draft';
import { type IntentPath, type Leg, routes } from '../intent-path';

export type RouteRow = NonNullable<Row<'RouteTables'>['Routes']>[number];

/** The key under which a route of each kind names its target. */
const TARGET_KEY: Partial<Record<RouteTargetKind, keyof RouteRow & string>> = {
  'internet-gateway': 'GatewayId',
  'nat-gateway': 'NatGatewayId',
  'network-interface': 'NetworkInterfaceId',
  'vpc-peering-connection': 'VpcPeeringConnectionId',
  'transit-gateway': 'TransitGatewayId',
  'egress-only-internet-gateway': 'EgressOnlyInternetGatewayId',
};

/** Those of them that people write. */
export const ROUTE_KINDS = [
  'internet-gateway',
  'nat-gateway',
  'vpc-peering-connection',
  'transit-gateway',
  'network-interface',
  'egress-only-internet-gateway',
] as const satisfies readonly RouteTargetKind[];

export function destinationOf(row: RouteRow): string | undefined {
  return row.DestinationCidrBlock ?? row.DestinationIpv6CidrBlock;
}

/** undefined: the subnet follows the main table without one. */
export function associationOf({ Snapshot }: World, subnetId: string): string | undefined {
  return (Snapshot.RouteTables ?? [])
    .flatMap(({ Associations = [] }) => Associations)
    .find(({ SubnetId }) => SubnetId === subnetId)?.RouteTableAssociationId;
}

/** The subnet follows this table from now on. */
export function followTable(world: World, SubnetId: string, RouteTableId: string): Change {
  const AssociationId = associationOf(world, SubnetId);
  return AssociationId === undefined
    ? { Service: 'ec2', Action: 'AssociateRouteTable', RouteTableId, SubnetId }
    : { Service: 'ec2', Action: 'ReplaceRouteTableAssociation', AssociationId, RouteTableId };
}

export interface AtRoute {
  readonly tableId: string;
  readonly route: Route;
  /** As the API writes it: `{ DestinationCidrBlock: '0.0.0.0/0' }`. */
  readonly destination:
    | { readonly DestinationCidrBlock: string }
    | { readonly DestinationIpv6CidrBlock: string };
  readonly target: Target;
}

type Target = Readonly<Partial<Record<(typeof TARGET_KEY)[RouteTargetKind] & string, string>>>;

/** Routes that somebody wrote, of one kind, on one leg; each table once. */
export function routesTo(path: IntentPath, leg: Leg, kind: RouteTargetKind): readonly AtRoute[] {
  const seen = new Set<string>();
  return routes(path, leg).flatMap(({ tableId, route }): readonly AtRoute[] => {
    const key = TARGET_KEY[kind];
    const isOurs =
      route.target.kind === kind && route.origin === 'CreateRoute' && route.prefixListId === undefined;
    if (!isOurs || key === undefined || route.target.kind === 'local' || seen.has(tableId)) return [];
    seen.add(tableId);
    return [
      {
        tableId,
        route,
        destination: keyed(formatCidr(route.destination)),
        target: { [key]: route.target.id },
      },
    ];
  });
}

/** A block under the key of its family. */
export function keyed(block: string): AtRoute['destination'] {
  return block.includes(':') ? { DestinationIpv6CidrBlock: block } : { DestinationCidrBlock: block };
}

/** The route as it was in the healthy design, put back by an API call, also over one that leads elsewhere. */
export function putRoute(
  { Snapshot }: World,
  RouteTableId: string,
  destination: AtRoute['destination'],
  target: RouteTarget,
): Change {
  const [block] = Object.values(destination);
  const table = Snapshot.RouteTables?.find((row) => row.RouteTableId === RouteTableId);
  const stands = table?.Routes?.some(
    (row) => destinationOf(row) === block && row.Origin !== 'EnableVgwRoutePropagation',
  );
  return {
    Service: 'ec2',
    Action: stands ? 'ReplaceRoute' : 'CreateRoute',
    RouteTableId,
    ...destination,
    ...target,
  };
}

type RouteTarget = Omit<
  Extract<Change, { Action: 'CreateRoute' }>,
  'Service' | 'Action' | 'As' | 'RouteTableId' | 'DestinationCidrBlock' | 'DestinationIpv6CidrBlock'
>;

export function deleteRoute({ tableId: RouteTableId, destination }: AtRoute): Change {
  return { Service: 'ec2', Action: 'DeleteRoute', RouteTableId, ...destination };
}
