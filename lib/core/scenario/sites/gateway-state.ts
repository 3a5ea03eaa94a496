/** Faults of what stands between: gateways, peering connections, attachments and tunnels that are not in a working state. */
import type { Change, World } from '../../simulate/world';
import { edit } from '../edit';
import { type IntentPath, met } from '../intent-path';
import type { PathFault, Site } from './site';

function componentOf(path: IntentPath, kind: Parameters<typeof met>[2]): string | undefined {
  return met(path, 'forward', kind)[0]?.component;
}

/** F018: the NAT gateway failed or was deleted, and the route still leads to it. */
export const natState: PathFault = {
  id: 'nat-state',
  layer: 'upstream',
  sites(path) {
    const id = componentOf(path, 'nat-gateway');
    const gateway = path.design.world.Snapshot.NatGateways?.find((row) => row.NatGatewayId === id);
    const other = path.design.world.Snapshot.NatGateways?.find(
      (row) => row.NatGatewayId !== id && row.VpcId === gateway?.VpcId,
    );
    if (!gateway || !other) return [];
    return [
      {
        at: gateway.NatGatewayId,
        inject: () =>
          edit(
            edit(path.design.world, 'NatGateways', (row) =>
              row === gateway ? { ...row, State: 'failed' as const } : row,
            ),
            'RouteTables',
            (table) => ({
              ...table,
              Routes: (table.Routes ?? []).map((route) =>
                route.NatGatewayId === gateway.NatGatewayId
                  ? { ...route, State: 'blackhole' as const }
                  : route,
              ),
            }),
          ),
        repair: (world) => throughOther(world, gateway.NatGatewayId, other.NatGatewayId),
      },
    ];
  },
};

/** Every table that used the one now uses the other: a gateway of another zone serves as well. */
function throughOther({ Snapshot }: World, from: string, to: string): readonly Change[] {
  return (Snapshot.RouteTables ?? []).flatMap(({ RouteTableId, Routes = [] }) =>
    Routes.filter(({ NatGatewayId }) => NatGatewayId === from).map(
      ({ DestinationCidrBlock }): Change => ({
        Service: 'ec2',
        Action: 'ReplaceRoute',
        RouteTableId,
        ...(DestinationCidrBlock !== undefined && { DestinationCidrBlock }),
        NatGatewayId: to,
      }),
    ),
  );
}

/** F049's sibling: the peering connection was asked for and never accepted. */
export const pcxNotAccepted: PathFault = {
  id: 'pcx-not-accepted',
  layer: 'upstream',
  sites(path) {
    const id = componentOf(path, 'vpc-peering-connection');
    if (id === undefined) return [];
    const pending = edit(path.design.world, 'VpcPeeringConnections', (row) =>
      row.VpcPeeringConnectionId === id
        ? { ...row, Status: { Code: 'pending-acceptance', Message: 'Pending Acceptance' } }
        : row,
    );
    const injected = edit(pending, 'RouteTables', (table) => ({
      ...table,
      Routes: (table.Routes ?? []).map((route) =>
        route.VpcPeeringConnectionId === id ? { ...route, State: 'blackhole' as const } : route,
      ),
    }));
    return [
      {
        at: id,
        inject: () => injected,
        repair: ({ Snapshot }) =>
          Snapshot.VpcPeeringConnections?.find((row) => row.VpcPeeringConnectionId === id)?.Status?.Code ===
          'pending-acceptance'
            ? [{ Service: 'ec2', Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: id }]
            : [],
      },
    ];
  },
};

/** F067: the premises no longer tell AWS of the block in question. */
export const bgpAdvert: PathFault = {
  id: 'bgp-advert',
  layer: 'upstream',
  sites(path): readonly Site[] {
    const link = componentOf(path, 'vpn-connection') ?? met(path, 'return', 'vpn-connection')[0]?.component;
    const premises = path.design.world.Premises?.find(({ Connections }) => Connections.includes(link ?? ''));
    const far = premisesAddress(path);
    const block = premises?.Advertises?.find((cidr) =>
      far?.startsWith(cidr.split('.').slice(0, 3).join('.')),
    );
    if (!premises || block === undefined) return [];
    const withdrawn = edit(
      {
        ...path.design.world,
        Premises: (path.design.world.Premises ?? []).map((one) =>
          one === premises
            ? { ...one, Advertises: (one.Advertises ?? []).filter((cidr) => cidr !== block) }
            : one,
        ),
      },
      'RouteTables',
      (table) => ({
        ...table,
        Routes: (table.Routes ?? []).filter(
          ({ DestinationCidrBlock, Origin }) =>
            DestinationCidrBlock !== block || Origin !== 'EnableVgwRoutePropagation',
        ),
      }),
    );
    return [
      {
        at: premises.Name,
        inject: () => withdrawn,
        repair: () => [{ Service: 'host', Action: 'AdvertisePrefix', Host: premises.Name, CidrBlock: block }],
      },
    ];
  },
};

/** The end that stands on the premises. */
function premisesAddress({ design, intent }: IntentPath): string | undefined {
  const outside = design.world.Hosts?.find(
    ({ Name, Behind }) => Behind !== undefined && (Name === intent.from || Name === intent.server),
  );
  return outside?.IpAddress;
}

export const GATEWAY_STATE_FAULTS: readonly PathFault[] = [natState, pcxNotAccepted, bgpAdvert];
