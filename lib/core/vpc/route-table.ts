/** Route tables: rows as `describe-route-tables` prints them, parsed. */
import type { RouteRow, RouteTableRow } from '../ec2/schema/route-table';
import type { Cidr } from '../net/cidr';
import { formatCidr } from '../net/cidr';
import { cidr, nameOf, type Report } from './report';

export interface RouteTable {
  readonly id: string;
  readonly name?: string;
  readonly vpcId: string;
  readonly main: boolean;
  readonly routes: readonly Route[];
}

export interface Route {
  readonly destination: Cidr;
  readonly target: RouteTarget;
  /** A blackhole's target is gone or cannot carry traffic; the row still matches. */
  readonly state: 'active' | 'blackhole';
  readonly origin: 'CreateRouteTable' | 'CreateRoute' | 'EnableVgwRoutePropagation';
}

export type RouteTarget =
  | { readonly kind: 'local' }
  | { readonly kind: Exclude<RouteTargetKind, 'local'>; readonly id: string };

/** What a route can point at, by the noun of its id. `not-modelled` keeps the id and is reported at the door. */
export type RouteTargetKind =
  | 'local'
  | 'internet-gateway'
  | 'nat-gateway'
  | 'network-interface'
  | 'vpc-peering-connection'
  | 'not-modelled';

export function parseRouteTable(row: RouteTableRow, index: number, report: Report): RouteTable {
  const path = ['RouteTables', index, 'Routes'] as const;
  const seen = new Set<string>();
  const routes = (row.Routes ?? []).flatMap((route, i): Route[] => {
    const parsed = parseRoute(route, [...path, i], report);
    if (!parsed) return [];
    const key = `${formatCidr(parsed.destination)} ${parsed.origin === 'EnableVgwRoutePropagation'}`;
    if (seen.has(key))
      report.issue(
        [...path, i],
        `route table \`${row.RouteTableId}\` has two routes for \`${formatCidr(parsed.destination)}\``,
      );
    seen.add(key);
    return [parsed];
  });
  const name = nameOf(row.Tags);
  return {
    id: row.RouteTableId,
    ...(name !== undefined && { name }),
    vpcId: row.VpcId,
    main: (row.Associations ?? []).some(({ Main }) => Main === true),
    routes,
  };
}

const ORIGINS = ['CreateRouteTable', 'CreateRoute', 'EnableVgwRoutePropagation'] as const;

function parseRoute(row: RouteRow, path: readonly (string | number)[], report: Report): Route | undefined {
  const destination = row.DestinationCidrBlock ?? row.DestinationIpv6CidrBlock;
  if (destination === undefined) {
    if (row.DestinationPrefixListId)
      report.notice(path, `not modelled: a route for prefix list \`${row.DestinationPrefixListId}\``);
    else report.issue(path, 'a route needs a destination');
    return undefined;
  }
  const target = targetOf(row);
  if (!target) {
    report.issue(path, `the route for \`${destination}\` has no target`);
    return undefined;
  }
  // Learned from a route server, and not taken over: it forwards nothing.
  if (row.State === 'filtered') return undefined;
  if (target.kind === 'not-modelled') report.notice(path, `not modelled: a route to \`${target.id}\``);
  return {
    destination: cidr(destination),
    target,
    state: row.State ?? 'active',
    origin: ORIGINS.find((origin) => origin === row.Origin) ?? 'CreateRoute',
  };
}

function targetOf(row: RouteRow): RouteTarget | undefined {
  if (row.GatewayId === 'local') return { kind: 'local' };
  if (row.GatewayId?.startsWith('igw-')) return { kind: 'internet-gateway', id: row.GatewayId };
  if (row.NatGatewayId) return { kind: 'nat-gateway', id: row.NatGatewayId };
  if (row.NetworkInterfaceId) return { kind: 'network-interface', id: row.NetworkInterfaceId };
  if (row.VpcPeeringConnectionId) return { kind: 'vpc-peering-connection', id: row.VpcPeeringConnectionId };
  const other = row.GatewayId ?? row.TransitGatewayId ?? row.EgressOnlyInternetGatewayId ?? row.InstanceId;
  const unknown =
    other ??
    Object.entries(row).find(([key, value]) => /(Id|Arn)$/.test(key) && typeof value === 'string')?.[1];
  return typeof unknown === 'string' ? { kind: 'not-modelled', id: unknown } : undefined;
}
