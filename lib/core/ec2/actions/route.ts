/** Calls about routes. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html */
import type { RouteRow, RouteTableRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, type Outcome, type Resolved, refuse } from './outcome';
import {
  checkDestination,
  type Destination,
  type DestinationParameters,
  isFor,
  readDestination,
} from './route-destination';
import { stateOf } from './route-state';
import { LOCAL, readTarget, type Target, type TargetParameters } from './route-target';
import { replaceRow } from './rows';

interface RouteKey extends Call, DestinationParameters {
  readonly RouteTableId: IdParameter;
}

export type RouteAction =
  | (RouteKey & TargetParameters & { readonly Action: 'CreateRoute' })
  | (RouteKey &
      TargetParameters & {
        readonly Action: 'ReplaceRoute';
        /** Gives a local route its own target back. */
        readonly LocalTarget?: boolean | undefined;
      })
  | (RouteKey & { readonly Action: 'DeleteRoute' });

export const routeActions: Handlers<RouteAction> = {
  CreateRoute: (snapshot, action) =>
    onRoute(snapshot, action, (table, destination, old) => {
      if (old) {
        return refuse('RouteAlreadyExists', `The route identified by ${destination.text} already exists.`);
      }
      const target = readTarget(snapshot, table, action);
      return 'error' in target ? target : putRoute(snapshot, table, destination, target, undefined);
    }),
  ReplaceRoute: (snapshot, action) =>
    onRoute(snapshot, action, (table, destination, old) => {
      if (!old)
        return refuse(
          'InvalidParameterValue',
          `There is no route defined for '${destination.text}' in the route table. Use CreateRoute instead.`,
        );
      if (isEndpointRoute(snapshot, old)) return endpointRoute(table, old, 'replace');
      if (action.LocalTarget && old.Origin !== 'CreateRouteTable')
        return refuse('InvalidParameterValue', `The route for ${destination.text} is not a local route`);
      const target = action.LocalTarget ? LOCAL : readTarget(snapshot, table, action);
      return 'error' in target ? target : putRoute(snapshot, table, destination, target, old);
    }),
  DeleteRoute: (snapshot, action) =>
    onRoute(snapshot, action, (table, destination, old) => {
      if (!old)
        return refuse(
          'InvalidRoute.NotFound',
          `no route with destination-cidr-block ${destination.text} in route table ${table.RouteTableId}`,
        );
      if (old.GatewayId === 'local' || old.Origin === 'CreateRouteTable') {
        return refuse(
          'InvalidParameterValue',
          `cannot remove local route ${destination.text} in route table ${table.RouteTableId}`,
        );
      }
      if (isEndpointRoute(snapshot, old)) return endpointRoute(table, old, 'remove');
      const Routes = (table.Routes ?? []).filter((other) => other !== old);
      return { snapshot: replaceRow(snapshot, 'RouteTables', table, { ...table, Routes }) };
    }),
};

type Change = (table: RouteTableRow, destination: Destination, old: RouteRow | undefined) => Outcome;

/** `old`: the route for the very same destination that somebody wrote; propagated ones are nobody's to change. */
function onRoute(snapshot: Snapshot, action: Resolved<RouteKey>, change: Change): Outcome {
  const table = find(snapshot, 'RouteTables', action.RouteTableId);
  if (!table) return missing('RouteTables', action.RouteTableId);
  const destination = readDestination(snapshot, action);
  if ('error' in destination) return destination;
  const old = (table.Routes ?? []).find(
    (route) => isFor(route, destination) && route.Origin !== 'EnableVgwRoutePropagation',
  );
  return change(table, destination, old);
}

/** Adds a row, or gives `old` another target. A route to a target that is not active yet is a blackhole until it is. */
function putRoute(
  snapshot: Snapshot,
  table: RouteTableRow,
  destination: Destination,
  { kind, row: target }: Target,
  old: RouteRow | undefined,
): Outcome {
  if (kind === 'EgressOnlyInternetGatewayId' && !destination.isIpv6)
    return refuse(
      'InvalidParameterValue',
      `An egress-only internet gateway carries IPv6 only, not ${destination.text}`,
    );
  if (kind === 'Local' && destination.cidr === undefined)
    return refuse('InvalidParameterValue', 'A prefix list cannot be routed to local');
  const wrong = checkDestination(snapshot, table, destination, kind);
  if (wrong) return wrong;
  const route: RouteRow = {
    [destination.key]: destination.text,
    ...target,
    Origin: old?.Origin ?? 'CreateRoute',
  };
  const row: RouteRow = { ...route, State: stateOf(snapshot, table, route) };
  const Routes = old
    ? (table.Routes ?? []).map((other) => (other === old ? row : other))
    : [...(table.Routes ?? []), row];
  return { snapshot: replaceRow(snapshot, 'RouteTables', table, { ...table, Routes }) };
}

/** https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html: these follow the endpoint alone. */
function isEndpointRoute(snapshot: Snapshot, { GatewayId, DestinationPrefixListId }: RouteRow): boolean {
  if (!GatewayId?.startsWith('vpce-') || DestinationPrefixListId === undefined) return false;
  return (find(snapshot, 'VpcEndpoints', GatewayId)?.VpcEndpointType ?? 'Gateway') === 'Gateway';
}

function endpointRoute({ RouteTableId }: RouteTableRow, route: RouteRow, verb: string): Outcome {
  return refuse(
    'InvalidParameterValue',
    `cannot ${verb} VPC endpoint route ${route.GatewayId ?? ''} in route table ${RouteTableId}`,
  );
}
