/** Calls about transit gateway route tables: who is judged by which, and who is known to which. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateTransitGatewayRouteTable.html */
import type { Snapshot } from '../schema/snapshot';
import type { TransitGatewayAttachmentRow, TransitGatewayRouteTableRow } from '../schema/transit-gateway';
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, type Outcome, refuse } from './outcome';
import { addRow, removeRow, replaceRow } from './rows';
import { settled } from './settle';
import { emptyTable } from './transit-gateway';
import {
  findAttachment,
  withAssociation,
  withoutAssociation,
  withPropagation,
} from './transit-gateway-attachment';

interface AttachmentCall extends Call {
  readonly TransitGatewayRouteTableId: IdParameter;
  readonly TransitGatewayAttachmentId: IdParameter;
}

export type TransitGatewayRouteTableAction =
  | (Call & { readonly Action: 'CreateTransitGatewayRouteTable'; readonly TransitGatewayId: IdParameter })
  | (Call & {
      readonly Action: 'DeleteTransitGatewayRouteTable';
      readonly TransitGatewayRouteTableId: IdParameter;
    })
  | (AttachmentCall & { readonly Action: 'AssociateTransitGatewayRouteTable' })
  | (AttachmentCall & { readonly Action: 'DisassociateTransitGatewayRouteTable' })
  | (AttachmentCall & { readonly Action: 'EnableTransitGatewayRouteTablePropagation' })
  | (AttachmentCall & { readonly Action: 'DisableTransitGatewayRouteTablePropagation' });

export const transitGatewayRouteTableActions: Handlers<TransitGatewayRouteTableAction> = {
  CreateTransitGatewayRouteTable(snapshot, { TransitGatewayId }, ids) {
    if (!find(snapshot, 'TransitGateways', TransitGatewayId))
      return missing('TransitGateways', TransitGatewayId);
    const id = ids('tgw-rtb');
    const table = emptyTable(id, TransitGatewayId);
    return { snapshot: addRow(snapshot, 'TransitGatewayRouteTables', table), id };
  },
  DeleteTransitGatewayRouteTable(snapshot, { TransitGatewayRouteTableId: id }) {
    const table = find(snapshot, 'TransitGatewayRouteTables', id);
    if (!table) return missing('TransitGatewayRouteTables', id);
    if (table.Associations?.length)
      return refuse('IncorrectState', `Transit Gateway Route Table ${id} has associations`);
    if (table.DefaultAssociationRouteTable || table.DefaultPropagationRouteTable)
      return refuse('IncorrectState', `Transit Gateway Route Table ${id} is a default route table`);
    return { snapshot: settled(snapshot, removeRow(snapshot, 'TransitGatewayRouteTables', table)) };
  },
  AssociateTransitGatewayRouteTable: (snapshot, action) =>
    onBoth(snapshot, action, (table, attachment) => {
      const id = attachment.TransitGatewayAttachmentId;
      if (attachment.Association)
        return refuse(
          'Resource.AlreadyAssociated',
          `Transit Gateway Attachment ${id} is already associated to a route table.`,
        );
      return { snapshot: withAssociation(snapshot, attachment, table.TransitGatewayRouteTableId) };
    }),
  DisassociateTransitGatewayRouteTable: (snapshot, action) =>
    onBoth(snapshot, action, (table, attachment) => {
      const { TransitGatewayRouteTableId: id, Associations = [] } = table;
      if (!Associations.some((own) => isOf(own, attachment)))
        return refuse(
          'InvalidAssociation.NotFound',
          `Association between ${attachment.TransitGatewayAttachmentId} and ${id} does not exist`,
        );
      return { snapshot: withoutAssociation(snapshot, attachment, id) };
    }),
  EnableTransitGatewayRouteTablePropagation: (snapshot, action) =>
    onBoth(snapshot, action, (table, attachment) => {
      const { TransitGatewayRouteTableId: id, Propagations = [] } = table;
      if (Propagations.some((own) => isOf(own, attachment)))
        return refuse(
          'TransitGatewayRouteTablePropagation.Duplicate',
          `Propagation ${attachment.TransitGatewayAttachmentId} already exists in Transit Gateway Route Table ${id}.`,
        );
      // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html
      if (attachment.ResourceType === 'peering')
        return refuse('UnsupportedOperation', 'Routes of a peering attachment are static only');
      return { snapshot: settled(snapshot, withPropagation(snapshot, attachment, id)) };
    }),
  DisableTransitGatewayRouteTablePropagation: (snapshot, action) =>
    onBoth(snapshot, action, (table, attachment) => {
      const { TransitGatewayRouteTableId: id, Propagations = [] } = table;
      const left = Propagations.filter((own) => !isOf(own, attachment));
      if (left.length === Propagations.length)
        return refuse(
          'TransitGatewayRouteTablePropagation.NotFound',
          `Propagation ${attachment.TransitGatewayAttachmentId} does not exist in Transit Gateway Route Table ${id}.`,
        );
      const changed = replaceRow(snapshot, 'TransitGatewayRouteTables', table, {
        ...table,
        Propagations: left,
      });
      return { snapshot: settled(snapshot, changed) };
    }),
};

function isOf(
  own: { readonly TransitGatewayAttachmentId: string },
  { TransitGatewayAttachmentId }: TransitGatewayAttachmentRow,
): boolean {
  return own.TransitGatewayAttachmentId === TransitGatewayAttachmentId;
}

/** A table and an attachment of one and the same gateway; the attachment must be usable. */
function onBoth(
  snapshot: Snapshot,
  ids: {
    readonly TransitGatewayRouteTableId: string;
    readonly TransitGatewayAttachmentId: string;
  },
  change: (table: TransitGatewayRouteTableRow, attachment: TransitGatewayAttachmentRow) => Outcome,
): Outcome {
  const table = find(snapshot, 'TransitGatewayRouteTables', ids.TransitGatewayRouteTableId);
  if (!table) return missing('TransitGatewayRouteTables', ids.TransitGatewayRouteTableId);
  const attachment = findAttachment(snapshot, ids.TransitGatewayAttachmentId, table.TransitGatewayId);
  if (!attachment) return missing('TransitGatewayAttachments', ids.TransitGatewayAttachmentId);
  const { State = 'available' } = attachment;
  if (State !== 'available')
    return refuse(
      'IncorrectState',
      `Transit Gateway Attachment ${attachment.TransitGatewayAttachmentId} is in state ${State}`,
    );
  return change(table, attachment);
}
