/**
 * Route tables as sets: which route takes which packets, and for a next hop that somebody wants, why it takes none.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
import { type Cidr, containsCidr, sameCidr } from '../net/cidr';
import { blockInterval, type Interval, overlap } from '../net/interval';
import type { PacketSet } from '../net/packet-set';
import type { PacketSpace } from '../net/packet-space';
import { longestPrefixShares } from '../net/rule-list';
import type { Route, RouteTable } from '../vpc/route-table';
import type { TransitGatewayRoute, TransitGatewayRouteTable } from '../vpc/transit-gateway';
import type { RuleSet } from './filters';

/** A route with the addresses that it takes; their packets are made a set when somebody asks. */
export interface Slice<R> extends RuleSet<R> {
  readonly addresses: readonly Interval[];
}

/** Every route that counts, in order of preference. */
export type Slices<R> = readonly Slice<R>[];

export type RouteSlices = Slices<Route>;
export type TransitSlices = Slices<TransitGatewayRoute>;

/** The routes that take any of the packets. */
export function taking<R>(slices: Slices<R>, packets: PacketSet, to: 'source' | 'destination'): Slices<R> {
  const asked = packets.project(to);
  const taken: Slice<R>[] = [];
  for (const slice of slices) if (overlap(slice.addresses, asked)) taken.push(slice);
  return taken;
}

/** The routes of a table in order of preference, each with the addresses that it takes. */
export interface Shares<R> {
  readonly routes: readonly R[];
  readonly addresses: readonly (readonly Interval[])[];
}

export function routeShares({ routes }: RouteTable): Shares<Route> {
  return sharesOf(countingRoutes(routes));
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

export function transitShares({ routes }: TransitGatewayRouteTable): Shares<TransitGatewayRoute> {
  return sharesOf(routes.toSorted((a, b) => rankOfTransitRoute(a) - rankOfTransitRoute(b)));
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
function sharesOf<R extends { readonly destination: Cidr }>(routes: readonly R[]): Shares<R> {
  return { routes, addresses: longestPrefixShares(routes.map(({ destination }) => [destination])) };
}

/** For packets whose field `to` the table reads. */
export function slicesOf<R>(
  space: PacketSpace,
  { routes, addresses }: Shares<R>,
  to: 'source' | 'destination',
): Slices<R> {
  return routes.map((rule, index) => new BoxedSlice(space, to, rule, addresses[index] ?? []));
}

class BoxedSlice<R> implements Slice<R> {
  #effective: PacketSet | undefined;

  constructor(
    private readonly space: PacketSpace,
    private readonly to: 'source' | 'destination',
    readonly rule: R,
    readonly addresses: readonly Interval[],
  ) {}

  get effective(): PacketSet {
    this.#effective ??= this.space.box({ [this.to]: this.addresses });
    return this.#effective;
  }
}

function holdsAny(block: Cidr, addresses: readonly Interval[]): boolean {
  const interval = blockInterval(block);
  return (
    interval !== undefined && addresses.some(({ from, to }) => from <= interval.to && interval.from <= to)
  );
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
  slices: Slices<R>,
  packets: PacketSet,
  to: 'source' | 'destination',
  leads: (route: R) => boolean,
  isWorking: (route: R) => boolean,
): readonly Missed<R>[] {
  const wanted = slices.filter(({ rule }) => leads(rule));
  const [first] = wanted;
  if (!first) return [{ why: 'no-route', packets }];
  const asked = packets.project(to);
  const near = wanted.filter(({ rule: { destination } }) => holdsAny(destination, asked));
  const covered = space.box({ [to]: near.map(({ rule }) => rule.destination) });
  const reasons: Missed<R>[] = [];
  const outside = packets.subtract(covered);
  if (!outside.isEmpty) reasons.push({ why: 'cannot-route', packets: outside, route: first.rule });
  const inside = packets.intersect(covered);
  for (const { rule, effective } of taking(slices, inside, to)) {
    const taken = inside.intersect(effective);
    if (leads(rule)) {
      if (!isWorking(rule)) reasons.push({ why: 'bad-state', packets: taken, route: rule });
      continue;
    }
    const isTie = wanted.some((other) => sameCidr(other.rule.destination, rule.destination));
    reasons.push({ why: isTie ? 'higher-priority' : 'more-specific', packets: taken, route: rule });
  }
  return reasons;
}
