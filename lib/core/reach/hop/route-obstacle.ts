/** Why a route table does not hand packets to the next hop that would bring them on, by AWS's code for it. */
import { type Cidr, constantCidr, containsCidr, formatCidr } from '../../net/cidr';
import { blocksOf } from '../../net/interval';
import type { PacketSet } from '../../net/packet-set';
import { isPublic } from '../../net/special';
import type { Route, RouteTarget } from '../../vpc/route-table';
import { type Obstacle, obstacleOf } from '../blockers/obstacle';
import type { Repair } from '../blockers/repair';
import { endsOf } from '../leg';
import type { Place } from '../motion';
import type { Missed } from '../routes';
import type { Search } from '../search';
import type { Way } from '../way';

const CODES = {
  'no-route': 'NO_ROUTE_TO_DESTINATION',
  'cannot-route': 'CANNOT_ROUTE',
  'more-specific': 'MORE_SPECIFIC_ROUTE',
  'higher-priority': 'HIGHER_PRIORITY_ROUTE',
  'bad-state': 'BAD_STATE_ROUTE',
} as const;

export function routeObstacle(
  search: Search,
  way: Way,
  { routeTable, vpc }: Place,
  target: RouteTarget,
  reason: Missed<Route>,
  refused: PacketSet,
): Obstacle {
  const { to } = endsOf(way.leg);
  const next = target.kind === 'local' ? vpc.id : target.id;
  const base = { RouteTable: routeTable.id, Vpc: vpc.id };
  if (target.kind === 'local')
    return {
      key: `local ${routeTable.id} ${way.leg}`,
      code: 'VPC_LOCAL_ROUTE_CIDR_RESTRICTION',
      facts: {
        ...base,
        Cidrs: vpc.cidrs.map(formatCidr),
        ...localRoute(routeTable.routes),
      },
    };
  const key = `route ${routeTable.id} ${next} ${reason.why} ${way.leg}`;
  return obstacleOf(key, CODES[reason.why], () => {
    const blocks = refused.project(to).flatMap(blocksOf);
    const facts = {
      'no-route': { ...base, Destination: next },
      'cannot-route': { ...base, Address: blocks.map(formatCidr)[0] ?? '' },
      'more-specific': { ...base, Destination: next },
      'higher-priority': { ...base, Destination: next },
      'bad-state': { ...base, State: 'blackhole' },
    }[reason.why];
    return {
      facts: {
        ...facts,
        ...(reason.why !== 'no-route' && { RouteTableRoute: reason.route }),
        ...(reason.why === 'cannot-route' &&
          reason.route.prefixListId !== undefined && { PrefixList: reason.route.prefixListId }),
      },
      repair: repairOf(search, routeTable.id, vpc.id, target, reason, blocks),
    };
  });
}

function localRoute(routes: readonly Route[]) {
  const local = routes.find(({ target }) => target.kind === 'local');
  return local && { RouteTableRoute: local };
}

const EVERYWHERE = constantCidr('0.0.0.0/0');
/** More routes than this, and nobody writes them one by one. */
const MOST_ROUTES = 4;

function repairOf(
  search: Search,
  tableId: string,
  vpcId: string,
  target: Exclude<RouteTarget, { kind: 'local' }>,
  reason: Missed<Route>,
  addresses: readonly Cidr[],
): Repair | undefined {
  const isOutranked = reason.why === 'more-specific' || reason.why === 'higher-priority';
  // Nothing goes before the local route.
  if (isOutranked && reason.route.target.kind === 'local') return undefined;
  const rows = search.network.routeTables.get(tableId)?.routes ?? [];
  const blocks =
    reason.why === 'bad-state'
      ? [reason.route.destination]
      : isOutranked
        ? addresses
        : distinct(
            addresses.map((one) => {
              const block = blockAround(search, vpcId, one);
              return isTaken(rows, block, one) ? one : block;
            }),
          );
  if (blocks.length > MOST_ROUTES) return undefined;
  const exists = (block: Cidr): boolean =>
    rows.some((row) => row.prefixListId === undefined && formatCidr(row.destination) === formatCidr(block));
  // A gateway endpoint writes its routes itself.
  if (target.kind === 'vpc-endpoint')
    return [
      { Service: 'ec2', Action: 'ModifyVpcEndpoint', VpcEndpointId: target.id, AddRouteTableIds: [tableId] },
    ];
  const parameter = parameterOf(target);
  return (
    parameter &&
    blocks.map((block) => ({
      Service: 'ec2',
      Action: exists(block) ? 'ReplaceRoute' : 'CreateRoute',
      RouteTableId: tableId,
      DestinationCidrBlock: formatCidr(block),
      ...parameter,
    }))
  );
}

function distinct(blocks: readonly Cidr[]): readonly Cidr[] {
  return [...new Map(blocks.map((one) => [formatCidr(one), one])).values()];
}

/** Whether a longer prefix than the block's would take some of the addresses from it. */
export function isTaken(
  routes: readonly { readonly destination: Cidr }[],
  block: Cidr,
  addresses: Cidr,
): boolean {
  return routes.some(
    ({ destination }) =>
      destination.length > block.length &&
      (containsCidr(destination, addresses) || containsCidr(addresses, destination)),
  );
}

/** The block that somebody would write for an address: its VPC's, everything for the internet, else itself. */
function blockAround({ network }: Search, fromVpcId: string, address: Cidr): Cidr {
  for (const { id, cidrs } of network.vpcs.values()) {
    const block = id === fromVpcId ? undefined : cidrs.find((cidr) => containsCidr(cidr, address));
    if (block) return block;
  }
  return isPublic(address.base) ? EVERYWHERE : address;
}

function parameterOf({ kind, id }: Exclude<RouteTarget, { kind: 'local' }>) {
  switch (kind) {
    case 'internet-gateway':
    case 'vpn-gateway':
      return { GatewayId: id };
    case 'nat-gateway':
      return { NatGatewayId: id };
    case 'network-interface':
      return { NetworkInterfaceId: id };
    case 'vpc-peering-connection':
      return { VpcPeeringConnectionId: id };
    case 'transit-gateway':
      return { TransitGatewayId: id };
    default:
      return undefined;
  }
}
