/** Calls about routes. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html */
import type { RouteRow, RouteTableRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import { canonicalBlock } from './block';
import { type Call, type Handlers, type IdParameter, type Outcome, type Resolved, refuse } from './outcome';
import { stateOf } from './route-state';
import { findTable, noTable } from './route-table';
import { replaceRow, rowsOf } from './rows';

interface RouteKey extends Call {
  readonly RouteTableId: IdParameter;
  readonly DestinationCidrBlock?: string | undefined;
  readonly DestinationIpv6CidrBlock?: string | undefined;
}

interface RouteTarget {
  readonly GatewayId?: IdParameter | undefined;
  readonly NatGatewayId?: IdParameter | undefined;
  readonly NetworkInterfaceId?: IdParameter | undefined;
  readonly VpcPeeringConnectionId?: IdParameter | undefined;
}

export type RouteAction =
  | (RouteKey & RouteTarget & { readonly Action: 'CreateRoute' })
  | (RouteKey & RouteTarget & { readonly Action: 'ReplaceRoute' })
  | (RouteKey & { readonly Action: 'DeleteRoute' });

export const routeActions: Handlers<RouteAction> = {
  CreateRoute: (snapshot, action) =>
    onRoute(snapshot, action, (table, destination) => {
      if (findRoute(table, destination)) {
        return refuse('RouteAlreadyExists', `The route identified by ${destination} already exists.`);
      }
      return putRoute(snapshot, table, destination, action, undefined);
    }),
  ReplaceRoute: (snapshot, action) =>
    onRoute(snapshot, action, (table, destination) => {
      const route = findRoute(table, destination);
      if (!route) return noRoute(table, destination);
      return putRoute(snapshot, table, destination, action, route);
    }),
  DeleteRoute: (snapshot, action) =>
    onRoute(snapshot, action, (table, destination) => {
      const route = findRoute(table, destination);
      if (!route) return noRoute(table, destination);
      if (route.GatewayId === 'local') {
        return refuse(
          'InvalidParameterValue',
          `cannot remove local route ${destination} in route table ${table.RouteTableId}`,
        );
      }
      const Routes = (table.Routes ?? []).filter((other) => other !== route);
      return { snapshot: replaceRow(snapshot, 'RouteTables', table, { ...table, Routes }) };
    }),
};

function noRoute({ RouteTableId }: RouteTableRow, destination: string): Outcome {
  return refuse(
    'InvalidRoute.NotFound',
    `no route with destination-cidr-block ${destination} in route table ${RouteTableId}`,
  );
}

function onRoute(
  snapshot: Snapshot,
  action: Resolved<RouteKey>,
  change: (table: RouteTableRow, destination: string) => Outcome,
): Outcome {
  const table = findTable(snapshot, action.RouteTableId);
  if (!table) return noTable(action.RouteTableId);
  const text = action.DestinationCidrBlock ?? action.DestinationIpv6CidrBlock;
  if (text === undefined)
    return refuse(
      'MissingParameter',
      'The request must contain the parameter destinationCidrBlock or destinationIpv6CidrBlock',
    );
  const parsed = canonicalBlock(text, 'destinationCidrBlock');
  return 'error' in parsed ? parsed : change(table, parsed.block);
}

function findRoute({ Routes = [] }: RouteTableRow, destination: string): RouteRow | undefined {
  return Routes.find(
    (route) =>
      (route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock) === destination &&
      route.Origin !== 'EnableVgwRoutePropagation',
  );
}

/** Adds a row, or gives `old` another target. A route to a connection that is not active yet is a blackhole until it is. */
function putRoute(
  snapshot: Snapshot,
  table: RouteTableRow,
  destination: string,
  action: Resolved<RouteTarget>,
  old: RouteRow | undefined,
): Outcome {
  const { GatewayId, NatGatewayId, NetworkInterfaceId, VpcPeeringConnectionId } = action;
  const target = Object.fromEntries(
    Object.entries({ GatewayId, NatGatewayId, NetworkInterfaceId, VpcPeeringConnectionId }).filter(
      ([, id]) => id !== undefined,
    ),
  );
  const names = Object.keys(target);
  if (names.length === 0)
    return refuse('MissingParameter', 'The request must contain exactly one route target');
  if (names.length > 1)
    return refuse(
      'InvalidParameterCombination',
      `The parameters ${names.join(' and ')} cannot be used together`,
    );
  const missing = missingTarget(snapshot, table, action);
  if (missing) return missing;
  const key = destination.includes(':') ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock';
  const route: RouteRow = { [key]: destination, ...target, Origin: old?.Origin ?? 'CreateRoute' };
  const row: RouteRow = { ...route, State: stateOf(snapshot, table, route) };
  const Routes = old
    ? (table.Routes ?? []).map((other) => (other === old ? row : other))
    : [...(table.Routes ?? []), row];
  return { snapshot: replaceRow(snapshot, 'RouteTables', table, { ...table, Routes }) };
}

function missingTarget(
  snapshot: Snapshot,
  { RouteTableId, VpcId }: RouteTableRow,
  target: Resolved<RouteTarget>,
): Outcome | undefined {
  const { GatewayId, NatGatewayId, NetworkInterfaceId, VpcPeeringConnectionId } = target;
  if (GatewayId?.startsWith('igw-')) {
    const gateway = rowsOf(snapshot, 'InternetGateways').find((row) => row.InternetGatewayId === GatewayId);
    if (!gateway)
      return refuse(
        'InvalidInternetGatewayID.NotFound',
        `The internetGateway ID '${GatewayId}' does not exist`,
      );
    if (!gateway.Attachments?.some((attachment) => attachment.VpcId === VpcId)) {
      return refuse(
        'InvalidParameterValue',
        `route table ${RouteTableId} and network gateway ${GatewayId} belong to different networks`,
      );
    }
  } else if (GatewayId !== undefined && GatewayId !== 'local') {
    return refuse('InvalidGatewayID.NotFound', `The gateway ID '${GatewayId}' does not exist`);
  }
  if (
    NatGatewayId !== undefined &&
    !rowsOf(snapshot, 'NatGateways').some((row) => row.NatGatewayId === NatGatewayId)
  ) {
    return refuse('InvalidNatGatewayID.NotFound', `The natGateway ID '${NatGatewayId}' does not exist`);
  }
  if (
    NetworkInterfaceId !== undefined &&
    !rowsOf(snapshot, 'NetworkInterfaces').some((row) => row.NetworkInterfaceId === NetworkInterfaceId)
  ) {
    return refuse(
      'InvalidNetworkInterfaceID.NotFound',
      `The networkInterface ID '${NetworkInterfaceId}' does not exist`,
    );
  }
  if (VpcPeeringConnectionId !== undefined) {
    const pcx = rowsOf(snapshot, 'VpcPeeringConnections').find(
      (row) => row.VpcPeeringConnectionId === VpcPeeringConnectionId,
    );
    if (!pcx)
      return refuse(
        'InvalidVpcPeeringConnectionID.NotFound',
        `The vpcPeeringConnection ID '${VpcPeeringConnectionId}' does not exist`,
      );
    if (pcx.RequesterVpcInfo.VpcId !== VpcId && pcx.AccepterVpcInfo.VpcId !== VpcId) {
      return refuse(
        'InvalidParameterValue',
        `route table ${RouteTableId} and peering connection ${VpcPeeringConnectionId} belong to different networks`,
      );
    }
  }
  return undefined;
}
