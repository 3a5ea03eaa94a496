/** What people wrongly believe of route tables. */
import { contains } from '../../net/cidr';
import type { PacketLaws } from '../../rules/packet-laws';
import {
  byPreference,
  evaluateRouteTable,
  isPropagated,
  ROUTE_ANSWER,
  ROUTE_BLACKHOLE,
  ROUTE_LOCAL_BEFORE_PROPAGATED,
  ROUTE_LONGEST_PREFIX,
  ROUTE_NONE,
  ROUTE_PRIORITY,
} from '../../rules/route-table';
import type { Rule } from '../../rules/rule';
import { evaluateTransitGatewayRouteTable, TGW_BLACKHOLE } from '../../rules/transit-gateway';
import type { Route } from '../../vpc/route-table';
import { wrongLaw } from '../belief';

export const firstRouteWins = wrongLaw({
  id: 'first-route-wins',
  says: 'A route table is read from the top, and the first route that holds the destination is taken.',
  truth: 'The longest prefix that holds the destination decides, wherever it stands in the table.',
  rules: [ROUTE_LONGEST_PREFIX],
  laws: (believed) => ({ routeTable: choosing((holding) => holding[0], believed) }),
});

export const blackholeFallsThrough = wrongLaw({
  id: 'blackhole-falls-through',
  says: 'A route whose target is gone is passed over, and the next shorter prefix takes its traffic.',
  truth: 'A blackhole route still matches, and discards what it matches.',
  rules: [ROUTE_BLACKHOLE, TGW_BLACKHOLE],
  laws: (believed) => ({
    routeTable(table, destination) {
      const decision = evaluateRouteTable(table, destination);
      if (decision.outcome !== 'blackhole') return decision;
      const routes = table.routes.filter(({ state }) => state === 'active');
      const next = evaluateRouteTable({ ...table, routes }, destination);
      return next.outcome === 'forward' ? { ...next, rule: believed } : decision;
    },
    transitGatewayRouteTable(table, destination) {
      const decision = evaluateTransitGatewayRouteTable(table, destination);
      if (decision.outcome !== 'blackhole') return decision;
      const routes = table.routes.filter(({ isBlackhole }) => !isBlackhole);
      const next = evaluateTransitGatewayRouteTable({ ...table, routes }, destination);
      return next.outcome === 'forward' ? { ...next, rule: believed } : decision;
    },
  }),
});

export const staticBeatsLongerPrefix = wrongLaw({
  id: 'static-beats-longer-prefix',
  says: 'A static route always comes before a propagated one.',
  truth: 'The longer prefix decides first: static before propagated counts only on one and the same block.',
  rules: [ROUTE_LONGEST_PREFIX, ROUTE_PRIORITY],
  laws: (believed) => ({
    routeTable: choosing((holding) => preferred(holding.filter((route) => !isPropagated(route))), believed),
  }),
});

export const propagatedBeatsLocal = wrongLaw({
  id: 'propagated-beats-local',
  says: 'A more specific route that a virtual private gateway propagates draws traffic out of the VPC.',
  truth: 'A propagated route that overlaps the local one loses to it, however specific it is.',
  rules: [ROUTE_LOCAL_BEFORE_PROPAGATED],
  laws: (believed) => ({ routeTable: choosing(preferred, believed) }),
});

export const nothingBeatsLocal = wrongLaw({
  id: 'nothing-beats-local',
  says: 'Traffic inside a VPC always takes the local route: no other route can come before it.',
  truth:
    'A static route for one subnet is more specific than the local route, and sends its traffic by an appliance.',
  rules: [ROUTE_LONGEST_PREFIX],
  laws: (believed) => ({
    routeTable: choosing((holding) => holding.find(({ target }) => target.kind === 'local'), believed),
  }),
});

export const answersNeedNoRoute = wrongLaw({
  id: 'answers-need-no-route',
  says: 'An answer goes back the way its request came, so only the side that asks needs a route.',
  truth: 'An answer is routed like any packet, so the answering subnet needs a route back.',
  rules: [ROUTE_ANSWER, ROUTE_NONE],
  traps: ['accept-proves-one-way'],
  laws: () => ({ answersNeedRoute: () => false }),
});

/** Another choice among the routes that hold the destination, in the table's own order; AWS's where the belief knows none. */
function choosing(
  choose: (holding: readonly Route[]) => Route | undefined,
  believed: Rule,
): PacketLaws['routeTable'] {
  return (table, address) => {
    const aws = evaluateRouteTable(table, address);
    const route = choose(table.routes.filter(({ destination }) => contains(destination, address)));
    if (!route || (aws.outcome !== 'no-route' && aws.route === route)) return aws;
    return { outcome: route.state === 'blackhole' ? 'blackhole' : 'forward', route, rule: believed };
  };
}

/** By AWS's order of preference, but with no regard to what the local route shadows. */
function preferred(routes: readonly Route[]): Route | undefined {
  return [...routes].sort(byPreference)[0];
}
