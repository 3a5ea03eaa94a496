/** Faults of peering: a connection joins two VPCs, hands nothing on, and has to be there and accepted. */
import type { Change, World } from '../../simulate/world';
import type { VpcPeeringConnection } from '../../vpc/vpc-peering-connection';
import { edit } from '../edit';
import { TROUBLESHOOTING, VPC_FAULTS, VPC_SETUP } from '../exam-task';
import type { Fault } from '../fault';
import { type IntentPath, met } from '../intent-path';
import { type AtRoute, deleteRoute, putRoute, routesTo } from './at-routes';
import { byCalls } from './by-calls';

const TASKS = [VPC_SETUP, VPC_FAULTS, TROUBLESHOOTING];

function peeringOf(path: IntentPath): VpcPeeringConnection | undefined {
  const id = met(path, 'forward', 'vpc-peering-connection')[0]?.component;
  return path.world.network.vpcPeeringConnections.get(id ?? '');
}

/** F049's sibling */
export const pcxNotAccepted: Fault = {
  id: 'pcx-not-accepted',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The peering connection was asked for, and the other side never accepted it.',
  sites(path) {
    const id = peeringOf(path)?.id;
    if (id === undefined) return [];
    const pending = edit(path.design.world, 'VpcPeeringConnections', (row) =>
      row.VpcPeeringConnectionId === id
        ? { ...row, Status: { Code: 'pending-acceptance', Message: 'Pending Acceptance' } }
        : row,
    );
    return [
      {
        at: id,
        inject: () =>
          edit(pending, 'RouteTables', (table) => ({
            ...table,
            Routes: (table.Routes ?? []).map((route) =>
              route.VpcPeeringConnectionId === id ? { ...route, State: 'blackhole' as const } : route,
            ),
          })),
        repair: ({ Snapshot }) =>
          Snapshot.VpcPeeringConnections?.find((row) => row.VpcPeeringConnectionId === id)?.Status?.Code ===
          'pending-acceptance'
            ? [{ Service: 'ec2', Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: id }]
            : [],
      },
    ];
  },
};

const MADE = { VpcPeeringConnectionId: { Ref: 'peering' } };

/** A connection between the two VPCs, where there is none, and the routes of both sides to it. */
function joined(
  world: World,
  { requester, accepter }: VpcPeeringConnection,
  routes: readonly AtRoute[],
): readonly Change[] {
  const stands = world.Snapshot.VpcPeeringConnections?.find(
    ({ RequesterVpcInfo: a, AccepterVpcInfo: b, Status }) =>
      a.VpcId === requester.vpcId && b.VpcId === accepter.vpcId && Status?.Code === 'active',
  );
  if (stands)
    return routes.map(({ tableId, destination }) =>
      putRoute(world, tableId, destination, { VpcPeeringConnectionId: stands.VpcPeeringConnectionId }),
    );
  return [
    {
      Service: 'ec2',
      Action: 'CreateVpcPeeringConnection',
      As: 'peering',
      VpcId: requester.vpcId,
      PeerVpcId: accepter.vpcId,
    },
    { Service: 'ec2', Action: 'AcceptVpcPeeringConnection', ...MADE },
    ...routes.map(({ tableId, destination }) => putRoute(world, tableId, destination, MADE)),
  ];
}

function bothRoutes(path: IntentPath): readonly AtRoute[] {
  return (['forward', 'return'] as const).flatMap((leg) => routesTo(path, leg, 'vpc-peering-connection'));
}

/** F054 */
export const disconnectedVpcs: Fault = {
  id: 'disconnected-vpcs',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'Nothing joins the two VPCs: no peering connection, no transit gateway, no VPN.',
  sites(path) {
    const peering = peeringOf(path);
    const routes = bothRoutes(path);
    if (!peering || peering.isInterRegion || routes.length < 2) return [];
    const gone: Change = {
      Service: 'ec2',
      Action: 'DeleteVpcPeeringConnection',
      VpcPeeringConnectionId: peering.id,
    };
    return byCalls(path.design.world, [...routes.map(deleteRoute), gone], {
      at: peering.requester.vpcId,
      repair: (world) => joined(world, peering, routes),
    });
  },
};

/** A third VPC that is peered with both. */
function between(path: IntentPath, { requester, accepter }: VpcPeeringConnection) {
  const all = [...path.world.network.vpcPeeringConnections.values()];
  const peersOf = (vpcId: string) =>
    all.flatMap(({ id, requester: a, accepter: b }) =>
      a.vpcId === vpcId ? [{ id, other: b.vpcId }] : b.vpcId === vpcId ? [{ id, other: a.vpcId }] : [],
    );
  for (const one of peersOf(requester.vpcId))
    for (const two of peersOf(accepter.vpcId))
      if (one.other === two.other)
        return new Map([
          [requester.vpcId, one.id],
          [accepter.vpcId, two.id],
        ]);
  return undefined;
}

/** F051 */
export const pcxTransitive: Fault = {
  id: 'pcx-transitive',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'Two VPCs are each peered with a third, and route to each other through it: peering hands nothing on.',
  sites(path) {
    const peering = peeringOf(path);
    const routes = bothRoutes(path);
    const through = peering && between(path, peering);
    if (!through || routes.length < 2) return [];
    const detours = routes.flatMap(({ tableId, destination }): readonly Change[] => {
      const vpcId = path.world.network.routeTables.get(tableId)?.vpcId ?? '';
      const id = through.get(vpcId);
      return id === undefined
        ? []
        : [putRoute(path.design.world, tableId, destination, { VpcPeeringConnectionId: id })];
    });
    const gone: Change = {
      Service: 'ec2',
      Action: 'DeleteVpcPeeringConnection',
      VpcPeeringConnectionId: peering.id,
    };
    return byCalls(path.design.world, [...detours, gone], {
      at: routes[0]?.tableId ?? '',
      repair: (world) => joined(world, peering, routes),
    });
  },
};

/** F052 */
export const pcxEdgeToEdge: Fault = {
  id: 'pcx-edge-to-edge',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The default route leads over a peering connection to another VPC's NAT gateway, which serves its own VPC alone.",
  sites: (path) =>
    routesTo(path, 'forward', 'nat-gateway').flatMap((at) => {
      const vpcId = path.world.network.routeTables.get(at.tableId)?.vpcId;
      const peering = [...path.world.network.vpcPeeringConnections.values()].find(
        ({ requester, accepter }) => requester.vpcId === vpcId || accepter.vpcId === vpcId,
      );
      if (!peering) return [];
      const { id: VpcPeeringConnectionId } = peering;
      return byCalls(
        path.design.world,
        [putRoute(path.design.world, at.tableId, at.destination, { VpcPeeringConnectionId })],
        { at: at.tableId, repair: (world) => [putRoute(world, at.tableId, at.destination, at.target)] },
      );
    }),
};

export const VPC_PEERING_CONNECTION_FAULTS: readonly Fault[] = [
  pcxNotAccepted,
  disconnectedVpcs,
  pcxTransitive,
  pcxEdgeToEdge,
];
