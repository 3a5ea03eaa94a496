/**
 * Route tables as sets: which route takes which packets, and for a next hop that somebody wants, why it takes none.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
import { type Cidr, containsCidr, sameCidr } from '../net/cidr';
import type { PacketSet } from '../net/packet-set';
import type { PacketSpace } from '../net/packet-space';
import { longestPrefix } from '../net/rule-list';
import type { Route, RouteTable } from '../vpc/route-table';
import type { TransitGatewayRoute, TransitGatewayRouteTable } from '../vpc/transit-gateway';
import type { RuleSet } from './filters';

export interface Slices<R> {
  /** Every route that counts, in order of preference, with the packets that it takes. */
  readonly routes: readonly RuleSet<R>[];
  /** What no route takes. */
  readonly rest: PacketSet;
}

export type RouteSlices = Slices<Route>;
export type TransitSlices = Slices<TransitGatewayRoute>;

export function routeSlices(
  space: PacketSpace,
  { routes }: RouteTable,
  to: 'source' | 'destination',
): RouteSlices {
  return slices(space, countingRoutes(routes), to);
}

/** A propagated route inside a block of the VPC loses to the local one, also where it is more specific. */
function countingRoutes(routes: readonly Route[]): readonly Route[] {
  const local = routes.filter(({ target }) => target.kind === 'local').map(({ destination }) => destination);
  return routes
    .filter((route) => !isPropagated(route) || !local.some((block) => containsCidr(block, route.destination)))
    .toSorted((a, b) => rankOfRoute(a) - rankOfRoute(b));
}

function isPropagated({ origin }: Route): boolean {
  return origin === 'EnableVgwRoutePropagation' || origin === 'Advertisement';
}

/** On one block: what somebody wrote, then a prefix list, then what a gateway propagated. */
export function rankOfRoute(route: Route): number {
  if (isPropagated(route)) return 2;
  return route.prefixListId === undefined ? 0 : 1;
}

export function transitSlices(
  space: PacketSpace,
  { routes }: TransitGatewayRouteTable,
  to: 'source' | 'destination',
): TransitSlices {
  return slices(
    space,
    routes.toSorted((a, b) => rankOfTransitRoute(a) - rankOfTransitRoute(b)),
    to,
  );
}

/** https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html: static, a prefix list's, then by what is attached. */
const PROPAGATED = [
  'vpc',
  'direct-connect-gateway',
  'connect',
  'vpn',
  'vpn-concentrator',
  'client-vpn',
  'peering',
];

export function rankOfTransitRoute({ type, prefixListId, resourceType }: TransitGatewayRoute): number {
  if (type === 'static') return prefixListId === undefined ? 0 : 1;
  const place = PROPAGATED.indexOf(resourceType);
  return 2 + (place < 0 ? PROPAGATED.length : place);
}

/** `routes` with the preferred one of equal blocks first. */
function slices<R extends { readonly destination: Cidr }>(
  space: PacketSpace,
  routes: readonly R[],
  to: 'source' | 'destination',
): Slices<R> {
  const { effective, rest } = longestPrefix(
    space,
    to,
    routes.map(({ destination }) => [destination]),
  );
  return {
    routes: routes.map((rule, index) => ({ rule, effective: effective[index] ?? space.nothing })),
    rest,
  };
}

/** Why packets do not take the wanted next hop, in the order in which AWS's codes ask. */
export type Missed<R> =
  | { readonly why: 'no-route'; readonly packets: PacketSet }
  | { readonly why: 'cannot-route'; readonly packets: PacketSet; readonly route: R }
  | {
      readonly why: 'more-specific' | 'higher-priority' | 'bad-state';
      readonly packets: PacketSet;
      readonly route: R;
    };

/**
 * Of `packets`, those that the table does not hand to the next hop that `leads` knows, by reason. `isWorking`: of a route
 * that leads there, whether it carries anything.
 */
export function missed<R extends { readonly destination: Cidr }>(
  space: PacketSpace,
  { routes }: Slices<R>,
  packets: PacketSet,
  to: 'source' | 'destination',
  leads: (route: R) => boolean,
  isWorking: (route: R) => boolean,
): readonly Missed<R>[] {
  const wanted = routes.filter(({ rule }) => leads(rule));
  const [first] = wanted;
  if (!first) return [{ why: 'no-route', packets }];
  const covered = space.box({ [to]: wanted.map(({ rule }) => rule.destination) });
  const reasons: Missed<R>[] = [];
  const outside = packets.subtract(covered);
  if (!outside.isEmpty) reasons.push({ why: 'cannot-route', packets: outside, route: first.rule });
  for (const { rule, effective } of routes) {
    const taken = packets.intersect(covered).intersect(effective);
    if (taken.isEmpty) continue;
    if (leads(rule)) {
      if (!isWorking(rule)) reasons.push({ why: 'bad-state', packets: taken, route: rule });
      continue;
    }
    const isTie = wanted.some((other) => sameCidr(other.rule.destination, rule.destination));
    reasons.push({ why: isTie ? 'higher-priority' : 'more-specific', packets: taken, route: rule });
  }
  return reasons;
}
