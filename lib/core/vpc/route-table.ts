/** Route tables: rows as `describe-route-tables` prints them, parsed. */
import type { RouteRow, RouteTableRow } from '../ec2/schema/route-table';
import type { Cidr } from '../net/cidr';
import { formatCidr } from '../net/cidr';
import type { Unfold } from './prefix-list';
import { cidr, nameOf, type Report } from './report';

export interface RouteTable {
  readonly id: string;
  readonly name?: string;
  readonly vpcId: string;
  readonly main: boolean;
  /** Internet or virtual private gateways whose incoming traffic it steers: then it is a gateway route table. */
  readonly gatewayIds: readonly string[];
  readonly routes: readonly Route[];
}

export interface Route {
  readonly destination: Cidr;
  /** The prefix list that stands in the row; `destination` is one of its entries. */
  readonly prefixListId?: string;
  readonly target: RouteTarget;
  /** A blackhole's target is gone or cannot carry traffic; the row still matches. */
  readonly state: 'active' | 'blackhole';
  readonly origin: (typeof ORIGINS)[number];
}

export type RouteTarget =
  | { readonly kind: 'local' }
  | { readonly kind: Exclude<RouteTargetKind, 'local'>; readonly id: string };

/** What a route can point at, by the noun of its id. `not-modelled` keeps the id and is reported at the door. */
export type RouteTargetKind =
  | 'local'
  | 'internet-gateway'
  | 'nat-gateway'
  | 'egress-only-internet-gateway'
  | 'network-interface'
  | 'vpc-peering-connection'
  | 'transit-gateway'
  | 'vpn-gateway'
  | 'vpc-endpoint'
  | 'not-modelled';

export function parseRouteTable(
  row: RouteTableRow,
  index: number,
  unfold: Unfold,
  report: Report,
): RouteTable {
  const path = ['RouteTables', index, 'Routes'] as const;
  const seen = new Set<string>();
  const routes = (row.Routes ?? []).flatMap((route, i) =>
    parseRoute(route, unfold, [...path, i], report).map((parsed) => {
      const { destination, origin, prefixListId = '' } = parsed;
      const writer = origin.startsWith('Create') ? '' : origin;
      const key = `${formatCidr(destination)} ${prefixListId} ${writer}`;
      // Two prefix lists may overlap: AWS then picks one and keeps to it.
      if (seen.has(key))
        report.issue(
          [...path, i],
          `route table \`${row.RouteTableId}\` has two routes for \`${formatCidr(destination)}\``,
        );
      seen.add(key);
      return parsed;
    }),
  );
  const name = nameOf(row.Tags);
  const gatewayIds = (row.Associations ?? []).flatMap(({ GatewayId }) => GatewayId ?? []);
  return {
    id: row.RouteTableId,
    ...(name !== undefined && { name }),
    vpcId: row.VpcId,
    main: (row.Associations ?? []).some(({ Main }) => Main === true),
    gatewayIds,
    routes,
  };
}

const ORIGINS = ['CreateRouteTable', 'CreateRoute', 'EnableVgwRoutePropagation', 'Advertisement'] as const;

/** One route per block: a row may name a prefix list. */
function parseRoute(
  row: RouteRow,
  unfold: Unfold,
  path: readonly (string | number)[],
  report: Report,
): readonly Route[] {
  const { DestinationPrefixListId: listId } = row;
  const block = row.DestinationCidrBlock ?? row.DestinationIpv6CidrBlock;
  if (block === undefined && listId === undefined) {
    report.issue(path, 'a route needs a destination');
    return [];
  }
  const target = targetOf(row);
  if (!target) {
    report.issue(path, `the route for \`${block ?? listId}\` has no target`);
    return [];
  }
  // Learned from a route server, and not taken over: it forwards nothing.
  if (row.State === 'filtered') return [];
  if (target.kind === 'not-modelled') report.notice(path, `not modelled: a route to \`${target.id}\``);
  const state = row.State ?? 'active';
  // Written out whole: objects made by adding to a spread one would each have a shape of their own, and be slow to read.
  const routeFor = (destination: Cidr, prefixListId?: string): Route => ({
    destination,
    ...(prefixListId !== undefined && { prefixListId }),
    target,
    state,
    origin: ORIGINS.find((origin) => origin === row.Origin) ?? 'CreateRoute',
  });
  if (block !== undefined) return [routeFor(cidr(block))];
  if (listId === undefined) return [];
  return unfold(listId, path).map((destination) => routeFor(destination, listId));
}

function targetOf(row: RouteRow): RouteTarget | undefined {
  if (row.GatewayId === 'local') return { kind: 'local' };
  if (row.GatewayId?.startsWith('igw-')) return { kind: 'internet-gateway', id: row.GatewayId };
  if (row.GatewayId?.startsWith('vgw-')) return { kind: 'vpn-gateway', id: row.GatewayId };
  if (row.GatewayId?.startsWith('vpce-')) return { kind: 'vpc-endpoint', id: row.GatewayId };
  if (row.NatGatewayId) return { kind: 'nat-gateway', id: row.NatGatewayId };
  if (row.NetworkInterfaceId) return { kind: 'network-interface', id: row.NetworkInterfaceId };
  if (row.VpcPeeringConnectionId) return { kind: 'vpc-peering-connection', id: row.VpcPeeringConnectionId };
  if (row.TransitGatewayId) return { kind: 'transit-gateway', id: row.TransitGatewayId };
  if (row.EgressOnlyInternetGatewayId)
    return { kind: 'egress-only-internet-gateway', id: row.EgressOnlyInternetGatewayId };
  const other = row.GatewayId ?? row.InstanceId;
  const unknown =
    other ??
    Object.entries(row).find(([key, value]) => /(Id|Arn)$/.test(key) && typeof value === 'string')?.[1];
  return typeof unknown === 'string' ? { kind: 'not-modelled', id: unknown } : undefined;
}
