/** Calls about Site-to-Site VPN connections. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnConnection.html */
import type { Snapshot } from '../schema/snapshot';
import type { VpnConnectionRow } from '../schema/vpn';
import { isBlock, readBlock } from './block';
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, type Refusal, type Resolved, refuse } from './outcome';
import { newPublicAddress } from './public-address';
import { addRow, removeRow, replaceRow, rowsOf } from './rows';
import { settled } from './settle';
import { addAttachment, joinDefaultTables, removeAttachment } from './transit-gateway-attachment';
import { isStatic } from './vgw-route-propagation';

interface CreateCall extends Call {
  readonly Type: 'ipsec.1';
  readonly CustomerGatewayId: IdParameter;
  /** One of the two. */
  readonly VpnGatewayId?: IdParameter | undefined;
  readonly TransitGatewayId?: IdParameter | undefined;
  readonly Options?: { readonly StaticRoutesOnly?: boolean | undefined } | undefined;
}

interface RouteCall extends Call {
  readonly VpnConnectionId: IdParameter;
  readonly DestinationCidrBlock: string;
}

export type VpnConnectionAction =
  | (CreateCall & { readonly Action: 'CreateVpnConnection' })
  | (Call & { readonly Action: 'DeleteVpnConnection'; readonly VpnConnectionId: IdParameter })
  | (RouteCall & { readonly Action: 'CreateVpnConnectionRoute' })
  | (RouteCall & { readonly Action: 'DeleteVpnConnectionRoute' });

export const vpnConnectionActions: Handlers<VpnConnectionAction> = {
  CreateVpnConnection(snapshot, action, ids) {
    const wrong = checkEnds(snapshot, action);
    if (wrong) return wrong;
    const { Type, CustomerGatewayId, VpnGatewayId, TransitGatewayId, Options } = action;
    const VpnConnectionId = ids('vpn');
    const row: VpnConnectionRow = {
      VpnConnectionId,
      Type,
      Category: 'VPN',
      State: 'available',
      CustomerGatewayId,
      ...(VpnGatewayId !== undefined ? { VpnGatewayId } : { TransitGatewayId }),
      Options: { StaticRoutesOnly: Options?.StaticRoutesOnly ?? false },
      Routes: [],
    };
    const made = withTunnels(snapshot, row);
    if ('error' in made) return made;
    if (TransitGatewayId === undefined)
      return { snapshot: settled(snapshot, made.snapshot), id: VpnConnectionId };
    const attachment = {
      TransitGatewayAttachmentId: ids('tgw-attach'),
      TransitGatewayId,
      ResourceType: 'vpn',
      ResourceId: VpnConnectionId,
      State: 'available',
    };
    const attached = joinDefaultTables(addAttachment(made.snapshot, attachment), attachment);
    return { snapshot: settled(snapshot, attached), id: VpnConnectionId };
  },
  DeleteVpnConnection(snapshot, { VpnConnectionId }) {
    const row = find(snapshot, 'VpnConnections', VpnConnectionId);
    if (!row) return missing('VpnConnections', VpnConnectionId);
    const attachments = rowsOf(snapshot, 'TransitGatewayAttachments').filter(
      (own) => own.ResourceType === 'vpn' && own.ResourceId === VpnConnectionId,
    );
    const removed = attachments.reduce(
      (current, own) => removeAttachment(current, own.TransitGatewayAttachmentId),
      removeRow(snapshot, 'VpnConnections', row),
    );
    return { snapshot: settled(snapshot, removed) };
  },
  CreateVpnConnectionRoute(snapshot, { VpnConnectionId, DestinationCidrBlock }) {
    const row = find(snapshot, 'VpnConnections', VpnConnectionId);
    if (!row) return missing('VpnConnections', VpnConnectionId);
    // A transit gateway keeps such routes in its own tables.
    if (row.VpnGatewayId === undefined || !isStatic(row))
      return refuse(
        'InvalidVpnConnection.InvalidType',
        `The VPN connection '${VpnConnectionId}' does not support static routes`,
      );
    if ((row.State ?? 'available') !== 'available')
      return refuse('InvalidVpnConnection.InvalidState', `The VPN connection is in state ${row.State}`);
    const block = readBlock(DestinationCidrBlock, 'destinationCidrBlock', 'IPv4');
    if ('error' in block) return block;
    const own = row.Routes ?? [];
    if (own.some((route) => isBlock(route.DestinationCidrBlock, block.cidr)))
      return refuse('RouteAlreadyExists', `The route identified by ${block.text} already exists.`);
    const Routes = [...own, { DestinationCidrBlock: block.text, Source: 'Static', State: 'available' }];
    return { snapshot: settled(snapshot, replaceRow(snapshot, 'VpnConnections', row, { ...row, Routes })) };
  },
  DeleteVpnConnectionRoute(snapshot, { VpnConnectionId, DestinationCidrBlock }) {
    const row = find(snapshot, 'VpnConnections', VpnConnectionId);
    if (!row) return missing('VpnConnections', VpnConnectionId);
    const block = readBlock(DestinationCidrBlock, 'destinationCidrBlock', 'IPv4');
    if ('error' in block) return refuse('InvalidRoute.Malformed', block.error.Message);
    const own = row.Routes ?? [];
    const Routes = own.filter((route) => !isBlock(route.DestinationCidrBlock, block.cidr));
    if (Routes.length === own.length)
      return refuse(
        'InvalidRoute.NotFound',
        `no route with destination-cidr-block ${block.text} in VPN connection ${VpnConnectionId}`,
      );
    const changed = replaceRow(snapshot, 'VpnConnections', row, { ...row, Routes });
    return { snapshot: settled(snapshot, changed) };
  },
};

function checkEnds(snapshot: Snapshot, action: Resolved<CreateCall>): Refusal | undefined {
  const { CustomerGatewayId, VpnGatewayId, TransitGatewayId } = action;
  if (!find(snapshot, 'CustomerGateways', CustomerGatewayId))
    return missing('CustomerGateways', CustomerGatewayId);
  if (VpnGatewayId !== undefined && TransitGatewayId !== undefined)
    return refuse(
      'InvalidParameterCombination',
      'The parameters VpnGatewayId and TransitGatewayId cannot be used together',
    );
  if (TransitGatewayId !== undefined)
    return find(snapshot, 'TransitGateways', TransitGatewayId)
      ? undefined
      : missing('TransitGateways', TransitGatewayId);
  if (VpnGatewayId === undefined)
    return refuse(
      'MissingParameter',
      'The request must contain the parameter vpnGatewayId or transitGatewayId',
    );
  if (!find(snapshot, 'VpnGateways', VpnGatewayId)) return missing('VpnGateways', VpnGatewayId);
  const isTwice = rowsOf(snapshot, 'VpnConnections').some(
    (row) =>
      row.VpnGatewayId === VpnGatewayId &&
      row.CustomerGatewayId === CustomerGatewayId &&
      row.State !== 'deleted',
  );
  if (!isTwice) return undefined;
  return refuse(
    'InvalidOption.Conflict',
    `A VPN connection between ${VpnGatewayId} and ${CustomerGatewayId} already exists`,
  );
}

/** Two tunnels, taken to be up: the device at the other end is taken to do what the connection's configuration says. */
function withTunnels(snapshot: Snapshot, row: VpnConnectionRow): { readonly snapshot: Snapshot } | Refusal {
  let current = addRow(snapshot, 'VpnConnections', { ...row, VgwTelemetry: [] });
  for (let tunnel = 1; tunnel <= 2; tunnel++) {
    const outside = newPublicAddress(current);
    if ('error' in outside) return outside;
    const made = find(current, 'VpnConnections', row.VpnConnectionId) ?? row;
    const VgwTelemetry = [
      ...(made.VgwTelemetry ?? []),
      { OutsideIpAddress: outside.address, Status: 'UP' as const },
    ];
    current = replaceRow(current, 'VpnConnections', made, { ...made, VgwTelemetry });
  }
  return { snapshot: current };
}
