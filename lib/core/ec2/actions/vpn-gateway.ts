/** Calls about virtual private gateways. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachVpnGateway.html */
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { hasRouteTable } from './gateway-route-table';
import { type Call, type Handlers, type IdParameter, refuse } from './outcome';
import { addRow, mapRows, removeRow, replaceRow, rowsOf } from './rows';
import { settled } from './settle';

interface AttachmentCall extends Call {
  readonly VpnGatewayId: IdParameter;
  readonly VpcId: IdParameter;
}

export type VpnGatewayAction =
  | (Call & {
      readonly Action: 'CreateVpnGateway';
      readonly Type: 'ipsec.1';
      readonly AmazonSideAsn?: number | undefined;
    })
  | (AttachmentCall & { readonly Action: 'AttachVpnGateway' })
  | (AttachmentCall & { readonly Action: 'DetachVpnGateway' })
  | (Call & { readonly Action: 'DeleteVpnGateway'; readonly VpnGatewayId: IdParameter });

export const vpnGatewayActions: Handlers<VpnGatewayAction> = {
  CreateVpnGateway(snapshot, { Type, AmazonSideAsn = 64512 }, ids) {
    const VpnGatewayId = ids('vgw');
    const row = { VpnGatewayId, State: 'available', Type, AmazonSideAsn, VpcAttachments: [] };
    return { snapshot: addRow(snapshot, 'VpnGateways', row), id: VpnGatewayId };
  },
  AttachVpnGateway(snapshot, { VpnGatewayId, VpcId }) {
    const row = find(snapshot, 'VpnGateways', VpnGatewayId);
    if (!row) return missing('VpnGateways', VpnGatewayId);
    if (!find(snapshot, 'Vpcs', VpcId)) return missing('Vpcs', VpcId);
    const isTaken = rowsOf(snapshot, 'VpnGateways').some((other) =>
      other.VpcAttachments?.some((own) => own.VpcId === VpcId && own.State !== 'detached'),
    );
    if (isTaken)
      return refuse('InvalidVpcState', `${VpcId} already has a virtual private gateway attached to it`);
    const old = (row.VpcAttachments ?? []).filter(({ State }) => State !== 'detached');
    if (old.length > 0)
      return refuse(
        'VpnGatewayAttachmentLimitExceeded',
        `${VpnGatewayId} is attached to ${old[0]?.VpcId ?? ''}; a virtual private gateway has one VPC`,
      );
    const attached = { ...row, VpcAttachments: [{ VpcId, State: 'attached' }] };
    return { snapshot: settled(snapshot, replaceRow(snapshot, 'VpnGateways', row, attached)) };
  },
  DetachVpnGateway(snapshot, { VpnGatewayId, VpcId }) {
    const row = find(snapshot, 'VpnGateways', VpnGatewayId);
    if (!row) return missing('VpnGateways', VpnGatewayId);
    if (!row.VpcAttachments?.some((own) => own.VpcId === VpcId && own.State !== 'detached'))
      return refuse(
        'InvalidVpnGatewayAttachment.NotFound',
        `The attachment with vpn gateway ID '${VpnGatewayId}' and vpc ID '${VpcId}' does not exist`,
      );
    if (hasRouteTable(snapshot, VpnGatewayId))
      return refuse(
        'DependencyViolation',
        `The vpnGateway '${VpnGatewayId}' is associated with a route table`,
      );
    const VpcAttachments = row.VpcAttachments.filter((own) => own.VpcId !== VpcId);
    const detached = replaceRow(snapshot, 'VpnGateways', row, { ...row, VpcAttachments });
    return { snapshot: settled(snapshot, withoutPropagation(detached, VpnGatewayId)) };
  },
  DeleteVpnGateway(snapshot, { VpnGatewayId }) {
    const row = find(snapshot, 'VpnGateways', VpnGatewayId);
    if (!row) return missing('VpnGateways', VpnGatewayId);
    const isAttached = (row.VpcAttachments ?? []).some(({ State }) => State !== 'detached');
    const hasConnections = rowsOf(snapshot, 'VpnConnections').some(
      (own) => own.VpnGatewayId === VpnGatewayId && own.State !== 'deleted',
    );
    if (isAttached || hasConnections)
      return refuse('IncorrectState', `The virtual private gateway '${VpnGatewayId}' is in use.`);
    return { snapshot: settled(snapshot, removeRow(snapshot, 'VpnGateways', row)) };
  },
};

/** A gateway that is not attached has nothing to tell the tables of the VPC. */
function withoutPropagation(snapshot: Snapshot, gatewayId: string): Snapshot {
  return mapRows(snapshot, 'RouteTables', (table) => {
    const own = table.PropagatingVgws ?? [];
    const left = own.filter(({ GatewayId }) => GatewayId !== gatewayId);
    return left.length === own.length ? table : { ...table, PropagatingVgws: left };
  });
}
