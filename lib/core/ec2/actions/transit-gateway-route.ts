/** Calls about static routes of transit gateways. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayRoute.html */
import type { Snapshot } from '../schema/snapshot';
import type { TransitGatewayRouteRow, TransitGatewayRouteTableRow } from '../schema/transit-gateway';
import { type Block, isBlock, readBlock } from './block';
import { find, missing } from './find';
import {
  type Call,
  type Handlers,
  type IdParameter,
  type Outcome,
  type Refusal,
  type Resolved,
  refuse,
} from './outcome';
import { replaceRow } from './rows';
import { settled } from './settle';
import { findAttachment } from './transit-gateway-attachment';

interface RouteKey extends Call {
  readonly TransitGatewayRouteTableId: IdParameter;
  readonly DestinationCidrBlock: string;
}

export interface RouteTarget {
  readonly TransitGatewayAttachmentId?: IdParameter | undefined;
  /** Drops what matches. */
  readonly Blackhole?: boolean | undefined;
}

export type TransitGatewayRouteAction =
  | (RouteKey & RouteTarget & { readonly Action: 'CreateTransitGatewayRoute' })
  | (RouteKey & RouteTarget & { readonly Action: 'ReplaceTransitGatewayRoute' })
  | (RouteKey & { readonly Action: 'DeleteTransitGatewayRoute' });

export const transitGatewayRouteActions: Handlers<TransitGatewayRouteAction> = {
  CreateTransitGatewayRoute: (snapshot, action) =>
    onRoute(snapshot, action, (table, block, old) => {
      if (old) return refuse('RouteAlreadyExists', `The route identified by ${block.text} already exists.`);
      return putRoute(snapshot, table, block, action, undefined);
    }),
  ReplaceTransitGatewayRoute: (snapshot, action) =>
    onRoute(snapshot, action, (table, block, old) =>
      old ? putRoute(snapshot, table, block, action, old) : noRoute(table, block),
    ),
  DeleteTransitGatewayRoute: (snapshot, action) =>
    onRoute(snapshot, action, (table, block, old) =>
      old ? withoutRoute(snapshot, table, old) : noRoute(table, block),
    ),
};

type Change = (
  table: TransitGatewayRouteTableRow,
  block: Block,
  old: TransitGatewayRouteRow | undefined,
) => Outcome;

function onRoute(snapshot: Snapshot, action: Resolved<RouteKey>, change: Change): Outcome {
  const table = find(snapshot, 'TransitGatewayRouteTables', action.TransitGatewayRouteTableId);
  if (!table) return missing('TransitGatewayRouteTables', action.TransitGatewayRouteTableId);
  const block = readBlock(action.DestinationCidrBlock, 'destinationCidrBlock');
  if ('error' in block) return block;
  const old = table.Routes?.find(
    (route) => route.Type !== 'propagated' && isBlock(route.DestinationCidrBlock, block.cidr),
  );
  return change(table, block, old);
}

function noRoute({ TransitGatewayRouteTableId }: TransitGatewayRouteTableRow, { text }: Block): Refusal {
  return refuse(
    'InvalidRoute.NotFound',
    `no static route with destination-cidr-block ${text} in route table ${TransitGatewayRouteTableId}`,
  );
}

function putRoute(
  snapshot: Snapshot,
  table: TransitGatewayRouteTableRow,
  { text }: Block,
  asked: Resolved<RouteTarget>,
  old: TransitGatewayRouteRow | undefined,
): Outcome {
  const target = readTarget(snapshot, table, asked);
  if ('error' in target) return target;
  return withRoute(snapshot, table, { DestinationCidrBlock: text, ...target }, old);
}

type Target = Pick<TransitGatewayRouteRow, 'TransitGatewayAttachments' | 'Type' | 'State'>;

/** Where a static route leads: to an attachment that is available, or into a blackhole. */
export function readTarget(
  snapshot: Snapshot,
  table: TransitGatewayRouteTableRow,
  { TransitGatewayAttachmentId: id, Blackhole = false }: Resolved<RouteTarget>,
): Target | Refusal {
  if (Blackhole && id !== undefined)
    return refuse('InvalidParameterCombination', 'A blackhole route has no attachment');
  if (!Blackhole && id === undefined)
    return refuse('MissingParameter', 'The request must contain the parameter TransitGatewayAttachmentId');
  const attachment = id === undefined ? undefined : findAttachment(snapshot, id, table.TransitGatewayId);
  if (id !== undefined && !attachment) return missing('TransitGatewayAttachments', id);
  if (attachment && (attachment.State ?? 'available') !== 'available')
    return refuse('IncorrectState', `Transit Gateway Attachment ${id} is in state ${attachment.State}`);
  return {
    ...(attachment && {
      TransitGatewayAttachments: [
        {
          ...(attachment.ResourceId !== undefined && { ResourceId: attachment.ResourceId }),
          TransitGatewayAttachmentId: attachment.TransitGatewayAttachmentId,
          ResourceType: attachment.ResourceType,
        },
      ],
    }),
    Type: 'static',
    State: attachment ? 'active' : 'blackhole',
  };
}

/** The table with one static route more, or with another one in the place of `old`. */
export function withRoute(
  snapshot: Snapshot,
  table: TransitGatewayRouteTableRow,
  row: TransitGatewayRouteRow,
  old: TransitGatewayRouteRow | undefined,
): Outcome {
  const own = table.Routes ?? [];
  const Routes = old ? own.map((route) => (route === old ? row : route)) : [...own, row];
  const changed = replaceRow(snapshot, 'TransitGatewayRouteTables', table, { ...table, Routes });
  // Keeps the propagated rows last.
  return { snapshot: settled(snapshot, changed) };
}

export function withoutRoute(
  snapshot: Snapshot,
  table: TransitGatewayRouteTableRow,
  old: TransitGatewayRouteRow,
): Outcome {
  const Routes = (table.Routes ?? []).filter((route) => route !== old);
  return { snapshot: replaceRow(snapshot, 'TransitGatewayRouteTables', table, { ...table, Routes }) };
}
