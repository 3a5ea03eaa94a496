/** At a route table: it names the next hop of every packet, or nobody. */
import { constantCidr } from '../../net/cidr';
import type { PacketSet } from '../../net/packet-set';
import type { Route, RouteTarget } from '../../vpc/route-table';
import type { RuleSet } from '../filters';
import { narrow, packetsOf, without } from '../flow';
import { endsOf } from '../leg';
import type { Onward, Place } from '../motion';
import { missed, taking } from '../routes';
import type { Search } from '../search';
import type { Way } from '../way';
import { type Check, judge } from './judge';
import { routeObstacle } from './route-obstacle';
import { wantedTargets } from './wanted';

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
const RESERVED = [constantCidr('169.254.168.0/22')];

export function enterRouter(search: Search, way: Way, place: Place): readonly Onward[] {
  const { space } = search;
  const { to } = endsOf(way.leg);
  const returned = returnToSender(search, way);
  const reserved = search.within(to, RESERVED);
  const flow = without(returned.left, reserved);
  const routed = routes(search, { ...way, flow }, place);
  drop(search, { ...way, flow: narrow(returned.left, reserved) }, place, () => space.nothing);
  return [...returned.onwards, ...routed];
}

function routes(search: Search, way: Way, place: Place): readonly Onward[] {
  if (way.flow.length === 0) return [];
  const { to } = endsOf(way.leg);
  const slices = taking(search.routes(place.routeTable, to), packetsOf(search.space, way.flow), to);
  const wanted = wantedTargets(search, way, place);
  const choices = new Map<string, Choice>(
    wanted.map((target) => [keyOf(target), { target, rules: [], isWanted: true }]),
  );
  for (const slice of slices) {
    const { rule: route } = slice;
    if (route.state !== 'active') continue;
    const key = keyOf(route.target);
    const known = choices.get(key);
    if (known) known.rules.push(slice);
    else choices.set(key, { target: route.target, rules: [slice], isWanted: false });
  }
  const onwards = [...choices.values()].flatMap((choice) => follow(search, way, place, choice));
  drop(search, way, place, () =>
    search.space.union([...choices.values()].flatMap(({ rules }) => rules.map(({ effective }) => effective))),
  );
  return onwards;
}

interface Choice {
  readonly target: RouteTarget;
  readonly rules: RuleSet<Route>[];
  readonly isWanted: boolean;
}

export function keyOf(target: RouteTarget): string {
  return target.kind === 'local' ? 'local' : target.id;
}

function follow(
  search: Search,
  way: Way,
  place: Place,
  { target, rules, isWanted }: Choice,
): readonly Onward[] {
  const taken = search.space.union(rules.map(({ effective }) => effective));
  const checks = !isWanted
    ? [{ accepts: taken }]
    : target.kind === 'local'
      ? locally(search, way, place, taken)
      : relaxed(search, way, place, target);
  const onward = judge(search, way, {
    component: place.routeTable.id,
    kind: 'route-table',
    at: { vpcId: place.vpc.id, ...(place.subnet && { subnetId: place.subnet.id }) },
    decidedBy: { kind: 'route-table', rules },
    checks,
  });
  return onward ? [{ way: onward, motion: { to: 'target', target, place } }] : [];
}

/** Nothing goes before a route that leads packets of the VPC elsewhere; what is for no address of the VPC is another matter. */
function locally(search: Search, way: Way, place: Place, taken: PacketSet): readonly Check[] {
  const { space } = search;
  const inside = search.within(endsOf(way.leg).to, place.vpc.cidrs);
  const target: RouteTarget = { kind: 'local' };
  return [
    { accepts: taken.union(space.everything.subtract(inside)) },
    {
      accepts: inside,
      obstacle: (refused) =>
        routeObstacle(search, way, place, target, { why: 'no-route', packets: refused }, refused),
    },
  ];
}

/** A reason per share of the packets for which the table does not name the wanted next hop. */
function relaxed(search: Search, way: Way, place: Place, target: RouteTarget): readonly Check[] {
  const { space } = search;
  const { to } = endsOf(way.leg);
  const key = keyOf(target);
  const reasons = missed(
    space,
    search.routes(place.routeTable, to),
    packetsOf(space, way.flow),
    to,
    (route) => keyOf(route.target) === key,
    (route) => route.state === 'active',
  );
  return reasons.map((reason) => ({
    refuses: reason.packets,
    obstacle: (refused: PacketSet) => routeObstacle(search, way, place, target, reason, refused),
  }));
}

/** What nobody carries ends here; only whoever watches hears of it. */
function drop(search: Search, way: Way, { routeTable }: Place, carried: () => PacketSet): void {
  if (!search.observe) return;
  const flow = without(way.flow, carried());
  if (flow.length === 0) return;
  judge(
    { ...search, waiving: undefined },
    { ...way, flow },
    { component: routeTable.id, kind: 'route-table', checks: [{ accepts: search.space.nothing }] },
  );
}

/** The answer to what a NAT gateway sent over peering goes back to it, whatever the route table says. */
function returnToSender(
  search: Search,
  way: Way,
): { readonly left: Way['flow']; readonly onwards: readonly Onward[] } {
  let left = way.flow;
  const onwards: Onward[] = [];
  if (way.leg === 'forward') return { left, onwards };
  for (const [interfaceId, { peeringId, sent }] of way.returnsToSender) {
    const station = search.stations.byInterface.get(interfaceId);
    const packets = packetsOf(search.space, sent);
    const flow = narrow(left, packets);
    if (!station || flow.length === 0) continue;
    left = without(left, packets);
    const onward = judge(
      search,
      { ...way, flow },
      { component: peeringId, kind: 'vpc-peering-connection', checks: [] },
    );
    if (onward) onwards.push({ way: onward, motion: { to: 'interface-in', station, crossesBorder: true } });
  }
  return { left, onwards };
}
