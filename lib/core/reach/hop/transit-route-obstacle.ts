/** Why a transit gateway route table does not hand packets to the attachment that would bring them on. */
import type { Action } from '../../ec2/actions/action';
import { containsCidr, formatCidr } from '../../net/cidr';
import { blocksOf } from '../../net/interval';
import type { PacketSet } from '../../net/packet-set';
import type {
  TransitGatewayAttachment,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
} from '../../vpc/transit-gateway';
import { type Obstacle, obstacleOf } from '../blockers/obstacle';
import { endsOf } from '../leg';
import type { Missed } from '../routes';
import type { Search } from '../search';
import type { Way } from '../way';
import { isTaken } from './route-obstacle';

const CODES = {
  'no-route': 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT',
  'cannot-route': 'TGW_RTB_CANNOT_ROUTE',
  'more-specific': 'TGW_RTB_MORE_SPECIFIC_ROUTE',
  'higher-priority': 'TGW_RTB_HIGHER_PRIORITY_ROUTE',
  'bad-state': 'TGW_RTB_BAD_STATE_ROUTE',
} as const;

/** More routes than this, and nobody writes them one by one. */
const MOST_ROUTES = 4;

export function transitRouteObstacle(
  search: Search,
  way: Way,
  table: TransitGatewayRouteTable,
  next: TransitGatewayAttachment,
  reason: Missed<TransitGatewayRoute>,
  refused: PacketSet,
): Obstacle {
  return obstacleOf(`tgw-route ${table.id} ${next.id} ${reason.why} ${way.leg}`, CODES[reason.why], () =>
    story(search, way, table, next, reason, refused),
  );
}

function story(
  search: Search,
  way: Way,
  table: TransitGatewayRouteTable,
  next: TransitGatewayAttachment,
  reason: Missed<TransitGatewayRoute>,
  refused: PacketSet,
): Pick<Obstacle, 'facts' | 'repair'> {
  const refusedBlocks = refused.project(endsOf(way.leg).to).flatMap(blocksOf);
  const addresses = refusedBlocks.map(formatCidr);
  const own = next.resource.kind === 'vpc' ? search.network.vpcs.get(next.resource.vpcId)?.cidrs : undefined;
  const isClear =
    own?.every(
      (block) => !refusedBlocks.some((one) => containsCidr(block, one) && isTaken(table.routes, block, one)),
    ) ?? false;
  const isWider = reason.why === 'no-route' || reason.why === 'cannot-route';
  const blocks =
    isWider && own && isClear
      ? own.map(formatCidr)
      : reason.why === 'bad-state'
        ? [formatCidr(reason.route.destination)]
        : addresses;
  return {
    facts: {
      TransitGatewayRouteTable: table.id,
      ...(reason.why !== 'no-route' && { TransitGatewayRouteTableRoute: reason.route }),
      ...(isWider && { TransitGatewayAttachment: next.id }),
      ...(reason.why === 'no-route' && { TransitGateway: table.transitGatewayId }),
      ...(reason.why === 'bad-state' && { State: 'blackhole' }),
    },
    ...(blocks.length <= MOST_ROUTES && { repair: blocks.map((block) => routeTo(table, next, block)) }),
  };
}

function routeTo(
  { id, routes }: TransitGatewayRouteTable,
  next: TransitGatewayAttachment,
  block: string,
): Action {
  const exists = routes.some(
    ({ destination, type, prefixListId }) =>
      type === 'static' && prefixListId === undefined && formatCidr(destination) === block,
  );
  return {
    Service: 'ec2',
    Action: exists ? 'ReplaceTransitGatewayRoute' : 'CreateTransitGatewayRoute',
    TransitGatewayRouteTableId: id,
    DestinationCidrBlock: block,
    TransitGatewayAttachmentId: next.id,
  };
}
