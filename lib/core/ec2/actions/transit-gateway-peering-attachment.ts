/** Calls that join transit gateways with each other. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayPeeringAttachment.html */
import type { Snapshot } from '../schema/snapshot';
import type { TransitGatewayPeeringAttachmentRow } from '../schema/transit-gateway';
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, type Outcome, refuse } from './outcome';
import { addRow, mapRows, removeRow, replaceRow, rowsOf } from './rows';
import { settled } from './settle';
import { addAttachment, joinDefaultTables, removeAttachment } from './transit-gateway-attachment';

interface AttachmentCall extends Call {
  readonly TransitGatewayAttachmentId: IdParameter;
}

export type TransitGatewayPeeringAttachmentAction =
  | (Call & {
      readonly Action: 'CreateTransitGatewayPeeringAttachment';
      readonly TransitGatewayId: IdParameter;
      /** May belong to an account or Region that the document does not show. */
      readonly PeerTransitGatewayId: IdParameter;
      readonly PeerAccountId: string;
      readonly PeerRegion: string;
    })
  | (AttachmentCall & { readonly Action: 'AcceptTransitGatewayPeeringAttachment' })
  | (AttachmentCall & { readonly Action: 'RejectTransitGatewayPeeringAttachment' })
  | (AttachmentCall & { readonly Action: 'DeleteTransitGatewayPeeringAttachment' });

export const transitGatewayPeeringAttachmentActions: Handlers<TransitGatewayPeeringAttachmentAction> = {
  CreateTransitGatewayPeeringAttachment(snapshot, action, ids) {
    const { TransitGatewayId, PeerTransitGatewayId, PeerAccountId, PeerRegion } = action;
    if (!find(snapshot, 'TransitGateways', TransitGatewayId))
      return missing('TransitGateways', TransitGatewayId);
    if (TransitGatewayId === PeerTransitGatewayId)
      return refuse('InvalidParameterValue', 'A transit gateway cannot be peered with itself');
    const isHere = PeerAccountId === snapshot.OwnerId && PeerRegion === snapshot.Region;
    if (isHere && !find(snapshot, 'TransitGateways', PeerTransitGatewayId))
      return missing('TransitGateways', PeerTransitGatewayId);
    const pair = new Set([TransitGatewayId, PeerTransitGatewayId]);
    const isTwice = rowsOf(snapshot, 'TransitGatewayPeeringAttachments').some(
      ({ RequesterTgwInfo: a, AccepterTgwInfo: b, State }) =>
        pair.has(a.TransitGatewayId) && pair.has(b.TransitGatewayId) && State !== 'rejected',
    );
    if (isTwice)
      return refuse(
        'DuplicateTransitGatewayAttachment',
        `${TransitGatewayId} has non-deleted Transit Gateway Peering Attachments with the same peer.`,
      );
    const id = ids('tgw-attach');
    const row: TransitGatewayPeeringAttachmentRow = {
      TransitGatewayAttachmentId: id,
      RequesterTgwInfo: {
        TransitGatewayId,
        OwnerId: snapshot.OwnerId ?? '',
        Region: snapshot.Region ?? '',
      },
      AccepterTgwInfo: {
        TransitGatewayId: PeerTransitGatewayId,
        OwnerId: PeerAccountId,
        Region: PeerRegion,
      },
      State: 'pendingAcceptance',
    };
    const listed = addRow(snapshot, 'TransitGatewayPeeringAttachments', row);
    return { snapshot: sidesOf(listed, row).reduce(addAttachment, listed), id };
  },
  AcceptTransitGatewayPeeringAttachment: (snapshot, { TransitGatewayAttachmentId }) =>
    answer(snapshot, TransitGatewayAttachmentId, 'available'),
  RejectTransitGatewayPeeringAttachment: (snapshot, { TransitGatewayAttachmentId }) =>
    answer(snapshot, TransitGatewayAttachmentId, 'rejected'),
  DeleteTransitGatewayPeeringAttachment(snapshot, { TransitGatewayAttachmentId: id }) {
    const row = find(snapshot, 'TransitGatewayPeeringAttachments', id);
    if (!row) return missing('TransitGatewayPeeringAttachments', id);
    const removed = removeAttachment(removeRow(snapshot, 'TransitGatewayPeeringAttachments', row), id);
    return { snapshot: settled(snapshot, removed) };
  },
};

/** One row of the common kind for each gateway of the pair that the document shows. */
function sidesOf(snapshot: Snapshot, row: TransitGatewayPeeringAttachmentRow) {
  const { RequesterTgwInfo: requester, AccepterTgwInfo: accepter, State } = row;
  return [
    { own: requester, far: accepter },
    { own: accepter, far: requester },
  ]
    .filter(({ own }) => find(snapshot, 'TransitGateways', own.TransitGatewayId))
    .map(({ own, far }) => ({
      TransitGatewayAttachmentId: row.TransitGatewayAttachmentId,
      TransitGatewayId: own.TransitGatewayId,
      ResourceType: 'peering',
      ResourceId: far.TransitGatewayId,
      ...(far.OwnerId !== undefined && { ResourceOwnerId: far.OwnerId }),
      ...(State !== undefined && { State }),
    }));
}

function answer(snapshot: Snapshot, id: string, State: 'available' | 'rejected'): Outcome {
  const row = find(snapshot, 'TransitGatewayPeeringAttachments', id);
  if (!row) return missing('TransitGatewayPeeringAttachments', id);
  if (row.State !== 'pendingAcceptance' && row.State !== 'initiatingRequest')
    return refuse(
      'IncorrectState',
      `${id} is in state ${row.State ?? 'available'}, not in pendingAcceptance`,
    );
  const answered = replaceRow(snapshot, 'TransitGatewayPeeringAttachments', row, { ...row, State });
  const told = mapRows(answered, 'TransitGatewayAttachments', (own) =>
    own.TransitGatewayAttachmentId === id ? { ...own, State } : own,
  );
  if (State === 'rejected') return { snapshot: told };
  return { snapshot: settled(snapshot, sidesOf(told, row).reduce(joinDefaultTables, told)) };
}
