/** Calls about transit gateways. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGateway.html */
import type { Snapshot } from '../schema/snapshot';
import type { TransitGatewayRow } from '../schema/transit-gateway';
import { find, missing } from './find';
import {
  type Call,
  type Handlers,
  type IdParameter,
  type IdSource,
  type Refusal,
  type Resolved,
  refuse,
} from './outcome';
import { addRow, removeRow, replaceRow, rowsOf, withRows } from './rows';
import { settled } from './settle';

type OnOff = 'enable' | 'disable';

interface CommonOptions {
  readonly AutoAcceptSharedAttachments?: OnOff | undefined;
  readonly DefaultRouteTableAssociation?: OnOff | undefined;
  readonly DefaultRouteTablePropagation?: OnOff | undefined;
  readonly DnsSupport?: OnOff | undefined;
  readonly VpnEcmpSupport?: OnOff | undefined;
  readonly SecurityGroupReferencingSupport?: OnOff | undefined;
  readonly AmazonSideAsn?: number | undefined;
}

interface ModifyCall extends Call {
  readonly TransitGatewayId: IdParameter;
  readonly Description?: string | undefined;
  readonly Options?:
    | (CommonOptions & {
        readonly AssociationDefaultRouteTableId?: IdParameter | undefined;
        readonly PropagationDefaultRouteTableId?: IdParameter | undefined;
      })
    | undefined;
}

export type TransitGatewayAction =
  | (Call & {
      readonly Action: 'CreateTransitGateway';
      readonly Description?: string | undefined;
      readonly Options?: CommonOptions | undefined;
    })
  | (ModifyCall & { readonly Action: 'ModifyTransitGateway' })
  | (Call & { readonly Action: 'DeleteTransitGateway'; readonly TransitGatewayId: IdParameter });

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRequestOptions.html */
const DEFAULTS = {
  AmazonSideAsn: 64512,
  AutoAcceptSharedAttachments: 'disable',
  DefaultRouteTableAssociation: 'enable',
  DefaultRouteTablePropagation: 'enable',
  VpnEcmpSupport: 'enable',
  DnsSupport: 'enable',
  SecurityGroupReferencingSupport: 'disable',
} as const;

export const transitGatewayActions: Handlers<TransitGatewayAction> = {
  CreateTransitGateway(snapshot, { Description = '', Options: asked }, ids) {
    const TransitGatewayId = ids('tgw');
    const options = { ...DEFAULTS, ...given(asked) };
    const row: TransitGatewayRow = {
      TransitGatewayId,
      OwnerId: snapshot.OwnerId ?? '',
      Description,
      State: 'available',
      Options: options,
    };
    const made = addRow(snapshot, 'TransitGateways', row);
    return { snapshot: withDefaultTables(made, row, ids), id: TransitGatewayId };
  },
  ModifyTransitGateway(snapshot, { TransitGatewayId, Description, Options: asked }, ids) {
    const row = find(snapshot, 'TransitGateways', TransitGatewayId);
    if (!row) return missing('TransitGateways', TransitGatewayId);
    const wrong = checkTables(snapshot, TransitGatewayId, asked);
    if (wrong) return wrong;
    const changed: TransitGatewayRow = {
      ...row,
      ...(Description !== undefined && { Description }),
      Options: { ...row.Options, ...given(asked) },
    };
    const modified = replaceRow(snapshot, 'TransitGateways', row, changed);
    return { snapshot: withDefaultMarks(withDefaultTables(modified, changed, ids), TransitGatewayId) };
  },
  DeleteTransitGateway(snapshot, { TransitGatewayId }) {
    const row = find(snapshot, 'TransitGateways', TransitGatewayId);
    if (!row) return missing('TransitGateways', TransitGatewayId);
    const attachments = rowsOf(snapshot, 'TransitGatewayAttachments').filter(
      (own) => own.TransitGatewayId === TransitGatewayId && own.State !== 'rejected',
    );
    if (attachments.length > 0) {
      const names = attachments.map((own) => own.TransitGatewayAttachmentId).join(', ');
      return refuse(
        'IncorrectState',
        `${TransitGatewayId} has non-deleted Transit Gateway Attachments: ${names}.`,
      );
    }
    const tables = rowsOf(snapshot, 'TransitGatewayRouteTables').filter(
      (table) => table.TransitGatewayId !== TransitGatewayId,
    );
    const removed = removeRow(snapshot, 'TransitGateways', row);
    return { snapshot: settled(snapshot, withRows(removed, 'TransitGatewayRouteTables', tables)) };
  },
};

/** Options that the call names; the others keep what they were. */
function given<T extends object>(asked: T | undefined): Partial<T> {
  return Object.fromEntries(
    Object.entries(asked ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

/** Whoever wants a default table and has none gets one; the same table serves both purposes. */
function withDefaultTables(snapshot: Snapshot, row: TransitGatewayRow, ids: IdSource): Snapshot {
  const { Options, TransitGatewayId } = row;
  const wantsAssociation =
    Options?.DefaultRouteTableAssociation === 'enable' &&
    Options.AssociationDefaultRouteTableId === undefined;
  const wantsPropagation =
    Options?.DefaultRouteTablePropagation === 'enable' &&
    Options.PropagationDefaultRouteTableId === undefined;
  if (!wantsAssociation && !wantsPropagation) return snapshot;
  const existing = wantsAssociation
    ? Options?.PropagationDefaultRouteTableId
    : Options?.AssociationDefaultRouteTableId;
  const id = existing ?? ids('tgw-rtb');
  const made =
    existing === undefined
      ? addRow(snapshot, 'TransitGatewayRouteTables', emptyTable(id, TransitGatewayId))
      : snapshot;
  const named = replaceRow(made, 'TransitGateways', row, {
    ...row,
    Options: {
      ...Options,
      ...(wantsAssociation && { AssociationDefaultRouteTableId: id }),
      ...(wantsPropagation && { PropagationDefaultRouteTableId: id }),
    },
  });
  return withDefaultMarks(named, TransitGatewayId);
}

export function emptyTable(TransitGatewayRouteTableId: string, TransitGatewayId: string) {
  return {
    TransitGatewayRouteTableId,
    TransitGatewayId,
    State: 'available',
    DefaultAssociationRouteTable: false,
    DefaultPropagationRouteTable: false,
    Associations: [],
    Propagations: [],
    Routes: [],
  };
}

/** Each table says itself whether it is a default one. */
function withDefaultMarks(snapshot: Snapshot, gatewayId: string): Snapshot {
  const options = find(snapshot, 'TransitGateways', gatewayId)?.Options;
  const tables = rowsOf(snapshot, 'TransitGatewayRouteTables').map((table) => {
    if (table.TransitGatewayId !== gatewayId) return table;
    const id = table.TransitGatewayRouteTableId;
    return {
      ...table,
      DefaultAssociationRouteTable:
        options?.DefaultRouteTableAssociation === 'enable' && options.AssociationDefaultRouteTableId === id,
      DefaultPropagationRouteTable:
        options?.DefaultRouteTablePropagation === 'enable' && options.PropagationDefaultRouteTableId === id,
    };
  });
  return withRows(snapshot, 'TransitGatewayRouteTables', tables);
}

function checkTables(
  snapshot: Snapshot,
  gatewayId: string,
  options: Resolved<ModifyCall>['Options'],
): Refusal | undefined {
  const named = [options?.AssociationDefaultRouteTableId, options?.PropagationDefaultRouteTableId].filter(
    (id) => id !== undefined,
  );
  const unknown = named.find(
    (id) => find(snapshot, 'TransitGatewayRouteTables', id)?.TransitGatewayId !== gatewayId,
  );
  return unknown === undefined ? undefined : missing('TransitGatewayRouteTables', unknown);
}
