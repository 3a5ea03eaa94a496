/** Faults of peering: a packet needs an active connection, and a route to it on both sides. */
import { invariant } from '../../assert';
import type { Change, World } from '../../simulate/world';
import type { Design, PeeringParts } from '../design';
import { edit } from '../edit';
import { setRoute, withoutRoute } from '../route';
import type { Fault } from '../ssh-fault';

const applies = ({ parts }: Design): boolean => parts.peering !== undefined;

function peeringOf({ parts }: Design): PeeringParts {
  invariant(parts.peering, 'the fault applies to peered designs only');
  return parts.peering;
}

/** The client's side of the way there. */
function forwardRoute(world: World, design: Design): readonly Change[] {
  const { clientRouteTableId, vpcCidr, connectionId } = peeringOf(design);
  return [setRoute(world, clientRouteTableId, vpcCidr, { VpcPeeringConnectionId: connectionId })];
}

/** F049: the client's route table lacks the route into the peered VPC. */
export const pcxRouteMissing: Fault = {
  id: 'pcx-route-missing',
  layer: 'upstream',
  applies,
  inject(design) {
    const { clientRouteTableId, vpcCidr } = peeringOf(design);
    return withoutRoute(design.world, clientRouteTableId, vpcCidr);
  },
  repair: forwardRoute,
};

/** F003: the route still names a connection that was deleted and made anew. */
export const pcxBlackhole: Fault = {
  id: 'route-blackhole',
  layer: 'upstream',
  applies,
  inject(design, random) {
    const { clientRouteTableId, vpcCidr } = peeringOf(design);
    const gone = `pcx-0${random.hex(16)}`;
    return edit(design.world, 'RouteTables', (table) => {
      if (table.RouteTableId !== clientRouteTableId) return table;
      const Routes = (table.Routes ?? []).map((route) =>
        route.DestinationCidrBlock === vpcCidr
          ? { ...route, VpcPeeringConnectionId: gone, State: 'blackhole' as const }
          : route,
      );
      return { ...table, Routes };
    });
  },
  repair: forwardRoute,
};

/** The other side never accepted: until then routes to the connection are blackholes. */
export const pcxNotAccepted: Fault = {
  id: 'pcx-not-accepted',
  layer: 'upstream',
  applies,
  inject(design) {
    const { connectionId } = peeringOf(design);
    const pending = edit(design.world, 'VpcPeeringConnections', (connection) =>
      connection.VpcPeeringConnectionId === connectionId
        ? { ...connection, Status: { Code: 'pending-acceptance', Message: 'Pending acceptance' } }
        : connection,
    );
    return edit(pending, 'RouteTables', (table) => ({
      ...table,
      Routes: (table.Routes ?? []).map((route) =>
        route.VpcPeeringConnectionId === connectionId ? { ...route, State: 'blackhole' as const } : route,
      ),
    }));
  },
  repair(world, design) {
    const { connectionId } = peeringOf(design);
    const connection = world.Snapshot.VpcPeeringConnections?.find(
      ({ VpcPeeringConnectionId: id }) => id === connectionId,
    );
    return connection?.Status?.Code === 'pending-acceptance'
      ? [{ Service: 'ec2', Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: connectionId }]
      : forwardRoute(world, design);
  },
};

/** F050: the target's own route table lacks the way back. */
export const pcxReturnRoute: Fault = {
  id: 'pcx-return-route',
  layer: 'upstream',
  applies,
  inject(design) {
    return withoutRoute(design.world, design.parts.targetRouteTableId, peeringOf(design).clientVpcCidr);
  },
  repair(world, design) {
    const { clientVpcCidr, connectionId } = peeringOf(design);
    return [
      setRoute(world, design.parts.targetRouteTableId, clientVpcCidr, {
        VpcPeeringConnectionId: connectionId,
      }),
    ];
  },
};
