/** Route tables: rows as `describe-route-tables` prints them, parsed. */
import type { Cidr } from '../net/cidr';

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
