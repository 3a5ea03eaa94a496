/** Calls about route propagation. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableVgwRoutePropagation.html */
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, refuse } from './outcome';
import { replaceRow } from './rows';
import { settled } from './settle';

interface PropagationCall extends Call {
  readonly RouteTableId: IdParameter;
  readonly GatewayId: IdParameter;
}

export type RoutePropagationAction =
  | (PropagationCall & { readonly Action: 'EnableVgwRoutePropagation' })
  | (PropagationCall & { readonly Action: 'DisableVgwRoutePropagation' });

export const routePropagationActions: Handlers<RoutePropagationAction> = {
  EnableVgwRoutePropagation(snapshot, { RouteTableId, GatewayId }) {
    const table = find(snapshot, 'RouteTables', RouteTableId);
    if (!table) return missing('RouteTables', RouteTableId);
    const gateway = find(snapshot, 'VpnGateways', GatewayId);
    if (!gateway) return missing('VpnGateways', GatewayId);
    if (!gateway.VpcAttachments?.some(({ VpcId }) => VpcId === table.VpcId))
      return refuse('Gateway.NotAttached', `resource ${GatewayId} is not attached to network ${table.VpcId}`);
    if (table.Associations?.some((own) => own.GatewayId !== undefined))
      return refuse(
        'InvalidParameterValue',
        `Route table ${RouteTableId} is associated with a gateway; routes cannot be propagated into it`,
      );
    const own = table.PropagatingVgws ?? [];
    if (own.some((row) => row.GatewayId === GatewayId)) return { snapshot };
    const changed = { ...table, PropagatingVgws: [...own, { GatewayId }] };
    return { snapshot: settled(snapshot, replaceRow(snapshot, 'RouteTables', table, changed)) };
  },
  DisableVgwRoutePropagation(snapshot, { RouteTableId, GatewayId }) {
    const table = find(snapshot, 'RouteTables', RouteTableId);
    if (!table) return missing('RouteTables', RouteTableId);
    if (!find(snapshot, 'VpnGateways', GatewayId)) return missing('VpnGateways', GatewayId);
    const PropagatingVgws = (table.PropagatingVgws ?? []).filter((row) => row.GatewayId !== GatewayId);
    const changed = { ...table, PropagatingVgws };
    return { snapshot: settled(snapshot, replaceRow(snapshot, 'RouteTables', table, changed)) };
  },
};
