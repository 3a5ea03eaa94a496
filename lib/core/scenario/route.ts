/** Routes in a Snapshot, by table and destination. */
import type { Change, World } from '../simulate/world';
import { edit } from './edit';

type Target = { readonly GatewayId: string } | { readonly VpcPeeringConnectionId: string };

/** The call that makes a table send a block to a target: a new row, or another target for the one that stands. */
export function setRoute(
  world: World,
  RouteTableId: string,
  DestinationCidrBlock: string,
  target: Target,
): Change {
  const table = world.Snapshot.RouteTables?.find((row) => row.RouteTableId === RouteTableId);
  const stands = table?.Routes?.some((route) => route.DestinationCidrBlock === DestinationCidrBlock) ?? false;
  return {
    Service: 'ec2',
    Action: stands ? 'ReplaceRoute' : 'CreateRoute',
    RouteTableId,
    DestinationCidrBlock,
    ...target,
  };
}

export function withoutRoute(world: World, routeTableId: string, destination: string): World {
  return edit(world, 'RouteTables', (table) =>
    table.RouteTableId === routeTableId
      ? {
          ...table,
          Routes: (table.Routes ?? []).filter((route) => route.DestinationCidrBlock !== destination),
        }
      : table,
  );
}
