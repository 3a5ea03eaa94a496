/** Next hops that would bring packets nearer to where they are meant to go, whether a route names them or not. */
import type { RouteTarget } from '../../vpc/route-table';
import { INTERNET } from '../blockers/itinerary';
import { eachOf } from '../chain';
import type { Place } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';

export function wantedTargets(search: Search, way: Way, { vpc }: Place): readonly RouteTarget[] {
  const { waiving } = search;
  if (!waiving) return [];
  const { node } = waiving.aimOf(way);
  if (node === vpc.id) return [{ kind: 'local' }];
  const targets = waiving.itinerary
    .towards(vpc.id, node)
    .flatMap((next) => targetOf(search, next))
    .filter((target) => target.kind === 'local' || !search.shuns.has(target.id));
  const leadsOut = targets.some(({ kind }) => kind === 'internet-gateway');
  return leadsOut && (node === INTERNET || node.startsWith('igw-'))
    ? [...targets, ...natGatewaysIn(search, way, vpc.id)]
    : targets;
}

function targetOf({ network }: Search, node: string): readonly RouteTarget[] {
  if (node.startsWith('igw-')) return [{ kind: 'internet-gateway', id: node }];
  if (node.startsWith('pcx-')) return [{ kind: 'vpc-peering-connection', id: node }];
  if (node.startsWith('vgw-')) return [{ kind: 'vpn-gateway', id: node }];
  if (node.startsWith('vpce-')) return [{ kind: 'vpc-endpoint', id: node }];
  for (const { id, attachments } of network.transitGateways.values()) {
    if (attachments.has(node)) return [{ kind: 'transit-gateway', id }];
  }
  return [];
}

/** For whoever starts inside, and has not been translated yet. */
function natGatewaysIn({ network }: Search, way: Way, vpcId: string): readonly RouteTarget[] {
  if (way.leg === 'return') return [];
  for (const { kind } of eachOf(way.sessions)) if (kind === 'nat-gateway') return [];
  return [...network.natGateways.values()]
    .filter((gateway) => gateway.vpcId === vpcId && gateway.connectivityType === 'public')
    .map(({ id }) => ({ kind: 'nat-gateway', id }));
}
