/**
 * Route tables: the longest prefix that holds the destination decides, whatever its kind.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
import type { Address } from '../net/address';
import { compareCidrs, containsCidr, sameCidr } from '../net/cidr';
import type { Route, RouteTable } from '../vpc/route-table';
import { PrefixIndex } from './prefix-index';
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

export const ROUTE_PRIORITY: Rule = {
  id: 'route.priority',
  says: 'On one and the same block a static route comes before a prefix list, and a prefix list before a propagated route.',
  standing: 'documented',
  source: PRIORITY,
};

export const ROUTE_LOCAL_BEFORE_PROPAGATED: Rule = {
  id: 'route.local-before-propagated',
  says: 'A propagated route inside a block of the VPC loses to the local route, also where it is more specific.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html',
};

export const ROUTE_RESERVED: Rule = {
  id: 'route.reserved',
  says: 'Route tables forward nothing to 169.254.168.0/22 and fd00:ec2::/32.',
  standing: 'documented',
  source: SUBNET,
};

export const ROUTE_GATEWAY_TABLE: Rule = {
  id: 'route.gateway-table',
  says: 'A route table associated with a gateway steers what enters the VPC by it: to the address itself, or through an appliance first.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
};

export const ROUTE_APPLIANCE_PUBLIC: Rule = {
  id: 'route.appliance-public',
  says: 'From an internet gateway a route leads to an interface only if that has a public address and a running instance.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
};

export const ROUTE_SAME_APPLIANCE: Rule = {
  id: 'route.same-appliance',
  says: 'What a gateway route table leads in through an appliance has to leave through the same one: a route past it to the internet gateway carries nothing.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
};

export const ROUTE_NONE: Rule = {
  id: 'route.none',
  says: 'A packet for which the route table has no route goes nowhere.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
};

export const ROUTE_ANSWER: Rule = {
  id: 'route.answer',
  says: 'An answer is routed like any other packet, by the route table of the subnet that it leaves.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html',
};

export const ROUTE_BLACKHOLE: Rule = {
  id: 'route.blackhole',
  says: 'A route whose target is gone still matches, and discards the packet instead of leaving it to a shorter prefix.',
  standing: 'derived',
  source: 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html',
};

export const ROUTE_LOOP: Rule = {
  id: 'route.loop',
  says: 'A packet that is sent round in circles is dropped when its time to live runs out.',
  standing: 'derived',
  source: 'https://www.rfc-editor.org/rfc/rfc791#section-3.2',
};

export const ROUTE_SAME_SUBNET: Rule = {
  id: 'route.same-subnet',
  says: 'Traffic between two interfaces of one subnet meets no route table and no network ACL.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
};

export const ROUTE_MAIN_TABLE: Rule = {
  id: 'route.main-table',
  says: 'A subnet without an association of its own follows the main route table of its VPC.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
};

/** The way by which a request came says nothing about the way of its answer. */
export function answersNeedRoute(): boolean {
  return true;
}

export type RouteDecision =
  | { readonly outcome: 'forward'; readonly route: Route; readonly rule: Rule }
  | { readonly outcome: 'blackhole'; readonly route: Route; readonly rule: Rule }
  | { readonly outcome: 'no-route'; readonly rule: Rule };

const NO_ROUTE: RouteDecision = { outcome: 'no-route', rule: ROUTE_NONE };

export function evaluateRouteTable(table: RouteTable, destination: Address): RouteDecision {
  return rankedRoutes(table).longest(destination) ?? NO_ROUTE;
}

/** Tables never change, so each is put in order once. */
const RANKED = new WeakMap<RouteTable, PrefixIndex<RouteDecision>>();

function rankedRoutes(table: RouteTable): PrefixIndex<RouteDecision> {
  const known = RANKED.get(table);
  if (known) return known;
  const localAround = localsOf(table.routes);
  const ranked = table.routes.filter((route) => !localAround(route)).sort(byPreference);
  const preferred = new Set(table.routes.map(localAround));
  const index = new PrefixIndex(
    ranked.map((route, i) => ({
      cidr: route.destination,
      value: decisionFor(route, [ranked[i - 1], ranked[i + 1]], preferred.has(route)),
    })),
  );
  RANKED.set(table, index);
  return index;
}

/** Longest first; routes for one block stand together, the preferred one before the others. */
export function byPreference(a: Route, b: Route): number {
  const byLength = b.destination.length - a.destination.length;
  return byLength || compareCidrs(a.destination, b.destination) || rank(a) - rank(b);
}

/**
 * The local route in whose block a propagated one lies, which then counts for nothing; a wider one loses to local by its
 * length, and serves the rest.
 */
function localsOf(routes: readonly Route[]): (route: Route) => Route | undefined {
  const index = new PrefixIndex(
    outermost(routes.filter(({ target }) => target.kind === 'local')).map((local) => ({
      cidr: local.destination,
      value: local,
    })),
  );
  return (route) => {
    const local = isPropagated(route) ? index.longest(route.destination.base) : undefined;
    return local && local.destination.length <= route.destination.length ? local : undefined;
  };
}

/** Without those that lie inside another. */
function outermost(routes: readonly Route[]): readonly Route[] {
  const outer: Route[] = [];
  const inOrder = [...routes].sort((a, b) => compareCidrs(a.destination, b.destination));
  for (const route of inOrder) {
    const last = outer.at(-1);
    if (!last || !containsCidr(last.destination, route.destination)) outer.push(route);
  }
  return outer;
}

/** `neighbours`: the routes before and after it in rank, among which one for the same block would stand; `isPreferred`: to a propagated one. */
function decisionFor(
  route: Route,
  neighbours: readonly (Route | undefined)[],
  isPreferred: boolean,
): RouteDecision {
  if (route.state === 'blackhole') return { outcome: 'blackhole', route, rule: ROUTE_BLACKHOLE };
  if (route.target.kind === 'local')
    return { outcome: 'forward', route, rule: isPreferred ? ROUTE_LOCAL_BEFORE_PROPAGATED : ROUTE_LOCAL };
  const isContested = neighbours.some(
    (other) => other && sameCidr(other.destination, route.destination) && rank(other) !== rank(route),
  );
  return { outcome: 'forward', route, rule: isContested ? ROUTE_PRIORITY : ROUTE_LONGEST_PREFIX };
}

/** On one block: what somebody wrote, then a prefix list, then what a gateway propagated. */
function rank(route: Route): number {
  if (isPropagated(route)) return 2;
  return route.prefixListId === undefined ? 0 : 1;
}

export function isPropagated({ origin }: Route): boolean {
  return origin === 'EnableVgwRoutePropagation' || origin === 'Advertisement';
}
