/**
 * Route tables: the longest prefix that holds the destination decides, whatever its kind.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
import type { Address } from '../net/address';
import { contains } from '../net/cidr';
import type { Route, RouteTable } from '../vpc/route-table';
import type { Rule } from './rule';

const PRIORITY = 'https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html';
const SUBNET = 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html';

export const ROUTE_LONGEST_PREFIX: Rule = {
  id: 'route.longest-prefix',
  says: 'Of the routes that hold the destination, the one with the longest prefix decides.',
  standing: 'documented',
  source: PRIORITY,
};

export const ROUTE_LOCAL: Rule = {
  id: 'route.local',
  says: 'Every route table carries a local route for each block of its VPC, which delivers inside the VPC.',
  standing: 'documented',
  source: SUBNET,
};

export const ROUTE_NONE: Rule = {
  id: 'route.none',
  says: 'A packet for which the route table has no route goes nowhere.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
};

export const ROUTE_BLACKHOLE: Rule = {
  id: 'route.blackhole',
  says: 'A route whose target is gone still matches, and discards the packet instead of leaving it to a shorter prefix.',
  standing: 'derived',
  source: 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html',
};

export const ROUTE_SAME_SUBNET: Rule = {
  id: 'route.same-subnet',
  says: 'Traffic between two interfaces of one subnet meets no route table and no network ACL.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
};

export type RouteDecision =
  | { readonly outcome: 'forward'; readonly route: Route; readonly rule: Rule }
  | { readonly outcome: 'blackhole'; readonly route: Route; readonly rule: Rule }
  | { readonly outcome: 'no-route'; readonly rule: Rule };

const NO_ROUTE: RouteDecision = { outcome: 'no-route', rule: ROUTE_NONE };

export function evaluateRouteTable(table: RouteTable, destination: Address): RouteDecision {
  let best: Route | undefined;
  for (const route of table.routes) {
    if (contains(route.destination, destination) && (!best || outranks(route, best))) best = route;
  }
  if (!best) return NO_ROUTE;
  if (best.state === 'blackhole') return { outcome: 'blackhole', route: best, rule: ROUTE_BLACKHOLE };
  return {
    outcome: 'forward',
    route: best,
    rule: best.target.kind === 'local' ? ROUTE_LOCAL : ROUTE_LONGEST_PREFIX,
  };
}

/** On one and the same block a route that somebody wrote beats one that a gateway propagated. */
function outranks(a: Route, b: Route): boolean {
  if (a.destination.length !== b.destination.length) return a.destination.length > b.destination.length;
  return isPropagated(b) && !isPropagated(a);
}

function isPropagated({ origin }: Route): boolean {
  return origin === 'EnableVgwRoutePropagation';
}
