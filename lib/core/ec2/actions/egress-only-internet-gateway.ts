/** Calls about egress-only internet gateways. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateEgressOnlyInternetGateway.html */
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, refuse } from './outcome';
import { withRouteStates } from './route-state';
import { addRow, removeRow, rowsOf } from './rows';

export type EgressOnlyInternetGatewayAction =
  | (Call & { readonly Action: 'CreateEgressOnlyInternetGateway'; readonly VpcId: IdParameter })
  | (Call & {
      readonly Action: 'DeleteEgressOnlyInternetGateway';
      readonly EgressOnlyInternetGatewayId: IdParameter;
    });

export const egressOnlyInternetGatewayActions: Handlers<EgressOnlyInternetGatewayAction> = {
  CreateEgressOnlyInternetGateway(snapshot, { VpcId }, ids) {
    if (!find(snapshot, 'Vpcs', VpcId)) return missing('Vpcs', VpcId);
    const isTaken = rowsOf(snapshot, 'EgressOnlyInternetGateways').some((row) =>
      row.Attachments?.some((own) => own.VpcId === VpcId),
    );
    if (isTaken)
      return refuse(
        'InvalidParameterValue',
        `Network ${VpcId} already has an egress-only internet gateway attached`,
      );
    const id = ids('eigw');
    const row = { EgressOnlyInternetGatewayId: id, Attachments: [{ VpcId, State: 'attached' }] };
    return { snapshot: addRow(snapshot, 'EgressOnlyInternetGateways', row), id };
  },
  DeleteEgressOnlyInternetGateway(snapshot, { EgressOnlyInternetGatewayId }) {
    const row = find(snapshot, 'EgressOnlyInternetGateways', EgressOnlyInternetGatewayId);
    if (!row) return missing('EgressOnlyInternetGateways', EgressOnlyInternetGatewayId);
    return { snapshot: withRouteStates(removeRow(snapshot, 'EgressOnlyInternetGateways', row)) };
  },
};
