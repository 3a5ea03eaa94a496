/**
 * What all attachments of a transit gateway have in common: a row of their own, one association, many propagations.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
import type { Snapshot } from '../schema/snapshot';
import type { TransitGatewayAttachmentRow, TransitGatewayRouteTableRow } from '../schema/transit-gateway';
import { find } from './find';
import { addRow, mapRows, rowsOf, withRows } from './rows';

interface AttachmentRow {
  readonly TransitGatewayAttachmentId: string;
  readonly TransitGatewayId: string;
  readonly ResourceType: string;
  readonly ResourceId?: string | undefined;
  readonly ResourceOwnerId?: string | undefined;
  readonly State?: string | undefined;
}

export function addAttachment(snapshot: Snapshot, row: AttachmentRow): Snapshot {
  return addRow(snapshot, 'TransitGatewayAttachments', {
    ...row,
    ResourceOwnerId: row.ResourceOwnerId ?? snapshot.OwnerId ?? '',
  });
}

/** Associates and propagates as the gateway's options say for every new attachment. */
export function joinDefaultTables(snapshot: Snapshot, row: AttachmentRow): Snapshot {
  const options = find(snapshot, 'TransitGateways', row.TransitGatewayId)?.Options;
  const associationTable =
    options?.DefaultRouteTableAssociation === 'enable' ? options.AssociationDefaultRouteTableId : undefined;
  // A peer's routes are static only: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html
  const propagationTable =
    options?.DefaultRouteTablePropagation === 'enable' && row.ResourceType !== 'peering'
      ? options.PropagationDefaultRouteTableId
      : undefined;
  const associated =
    associationTable === undefined ? snapshot : withAssociation(snapshot, row, associationTable);
  return propagationTable === undefined ? associated : withPropagation(associated, row, propagationTable);
}

export function withAssociation(snapshot: Snapshot, row: AttachmentRow, tableId: string): Snapshot {
  const listed = onTable(snapshot, tableId, (table) => ({
    ...table,
    Associations: [...(table.Associations ?? []), attached(row, 'associated')],
  }));
  return onAttachment(listed, row, (own) => ({
    ...own,
    Association: { TransitGatewayRouteTableId: tableId, State: 'associated' },
  }));
}

export function withoutAssociation(snapshot: Snapshot, row: AttachmentRow, tableId: string): Snapshot {
  const listed = onTable(snapshot, tableId, (table) => ({
    ...table,
    Associations: (table.Associations ?? []).filter(
      (own) => own.TransitGatewayAttachmentId !== row.TransitGatewayAttachmentId,
    ),
  }));
  return onAttachment(listed, row, ({ Association: _gone, ...own }) => own);
}

export function withPropagation(snapshot: Snapshot, row: AttachmentRow, tableId: string): Snapshot {
  return onTable(snapshot, tableId, (table) => ({
    ...table,
    Propagations: [...(table.Propagations ?? []), attached(row, 'enabled')],
  }));
}

/** Out of every table and every list; what routed to it is left to `settled`. */
export function removeAttachment(snapshot: Snapshot, id: string): Snapshot {
  const isOther = (own: { readonly TransitGatewayAttachmentId: string }): boolean =>
    own.TransitGatewayAttachmentId !== id;
  const left = rowsOf(snapshot, 'TransitGatewayAttachments').filter(isOther);
  return mapRows(
    withRows(snapshot, 'TransitGatewayAttachments', left),
    'TransitGatewayRouteTables',
    (table) => {
      const { Associations = [], Propagations = [] } = table;
      if (Associations.every(isOther) && Propagations.every(isOther)) return table;
      return {
        ...table,
        Associations: Associations.filter(isOther),
        Propagations: Propagations.filter(isOther),
      };
    },
  );
}

/** A peering attachment has one row for each of its two gateways. */
export function findAttachment(
  snapshot: Snapshot,
  id: string,
  transitGatewayId: string,
): TransitGatewayAttachmentRow | undefined {
  return rowsOf(snapshot, 'TransitGatewayAttachments').find(
    (row) => row.TransitGatewayAttachmentId === id && row.TransitGatewayId === transitGatewayId,
  );
}

function attached(
  { TransitGatewayAttachmentId, ResourceId, ResourceType }: AttachmentRow,
  State: string,
): NonNullable<TransitGatewayRouteTableRow['Associations']>[number] {
  return {
    TransitGatewayAttachmentId,
    ...(ResourceId !== undefined && { ResourceId }),
    ResourceType,
    State,
  };
}

function onTable(
  snapshot: Snapshot,
  id: string,
  change: (table: TransitGatewayRouteTableRow) => TransitGatewayRouteTableRow,
): Snapshot {
  return mapRows(snapshot, 'TransitGatewayRouteTables', (table) =>
    table.TransitGatewayRouteTableId === id ? change(table) : table,
  );
}

function onAttachment(
  snapshot: Snapshot,
  { TransitGatewayAttachmentId: id, TransitGatewayId: gatewayId }: AttachmentRow,
  change: (row: TransitGatewayAttachmentRow) => TransitGatewayAttachmentRow,
): Snapshot {
  return mapRows(snapshot, 'TransitGatewayAttachments', (row) =>
    row.TransitGatewayAttachmentId === id && row.TransitGatewayId === gatewayId ? change(row) : row,
  );
}
