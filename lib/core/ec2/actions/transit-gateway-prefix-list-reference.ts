/** Calls about routes of transit gateways by prefix list. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-prefix-lists.html */
import type { Snapshot } from '../schema/snapshot';
import type { TransitGatewayRouteRow, TransitGatewayRouteTableRow } from '../schema/transit-gateway';
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, type Outcome, type Resolved, refuse } from './outcome';
import { type RouteTarget, readTarget, withoutRoute, withRoute } from './transit-gateway-route';

interface ReferenceKey extends Call {
  readonly TransitGatewayRouteTableId: IdParameter;
  readonly PrefixListId: IdParameter;
}

export type TransitGatewayPrefixListReferenceAction =
  | (ReferenceKey & RouteTarget & { readonly Action: 'CreateTransitGatewayPrefixListReference' })
  | (ReferenceKey & RouteTarget & { readonly Action: 'ModifyTransitGatewayPrefixListReference' })
  | (ReferenceKey & { readonly Action: 'DeleteTransitGatewayPrefixListReference' });

export const transitGatewayPrefixListReferenceActions: Handlers<TransitGatewayPrefixListReferenceAction> = {
  CreateTransitGatewayPrefixListReference: (snapshot, action) =>
    onReference(snapshot, action, (table, old) => {
      if (old) return refuse('RouteAlreadyExists', `${action.PrefixListId} is referenced already.`);
      return putReference(snapshot, table, action, undefined);
    }),
  ModifyTransitGatewayPrefixListReference: (snapshot, action) =>
    onReference(snapshot, action, (table, old) =>
      old ? putReference(snapshot, table, action, old) : noReference(action),
    ),
  DeleteTransitGatewayPrefixListReference: (snapshot, action) =>
    onReference(snapshot, action, (table, old) =>
      old ? withoutRoute(snapshot, table, old) : noReference(action),
    ),
};

type Change = (table: TransitGatewayRouteTableRow, old: TransitGatewayRouteRow | undefined) => Outcome;

function onReference(
  snapshot: Snapshot,
  { TransitGatewayRouteTableId, PrefixListId }: Resolved<ReferenceKey>,
  change: Change,
): Outcome {
  const table = find(snapshot, 'TransitGatewayRouteTables', TransitGatewayRouteTableId);
  if (!table) return missing('TransitGatewayRouteTables', TransitGatewayRouteTableId);
  const isThere =
    find(snapshot, 'ManagedPrefixLists', PrefixListId) ?? find(snapshot, 'PrefixLists', PrefixListId);
  if (!isThere) return missing('ManagedPrefixLists', PrefixListId);
  return change(
    table,
    table.Routes?.find((route) => route.PrefixListId === PrefixListId),
  );
}

function putReference(
  snapshot: Snapshot,
  table: TransitGatewayRouteTableRow,
  { PrefixListId, ...asked }: Resolved<ReferenceKey & RouteTarget>,
  old: TransitGatewayRouteRow | undefined,
): Outcome {
  const target = readTarget(snapshot, table, asked);
  if ('error' in target) return target;
  return withRoute(snapshot, table, { PrefixListId, ...target }, old);
}

function noReference({ PrefixListId, TransitGatewayRouteTableId }: Resolved<ReferenceKey>): Outcome {
  return refuse(
    'InvalidRoute.NotFound',
    `no reference to ${PrefixListId} in route table ${TransitGatewayRouteTableId}`,
  );
}
