/** Calls about internet gateways. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachInternetGateway.html */
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { hasRouteTable } from './gateway-route-table';
import { type Call, type Handlers, type IdParameter, refuse } from './outcome';
import { withRouteStates } from './route-state';
import { addRow, removeRow, replaceRow, rowsOf } from './rows';

interface AttachmentCall extends Call {
  readonly InternetGatewayId: IdParameter;
  readonly VpcId: IdParameter;
}

export type InternetGatewayAction =
  | (Call & { readonly Action: 'CreateInternetGateway' })
  | (Call & { readonly Action: 'DeleteInternetGateway'; readonly InternetGatewayId: IdParameter })
  | (AttachmentCall & { readonly Action: 'AttachInternetGateway' })
  | (AttachmentCall & { readonly Action: 'DetachInternetGateway' });

export const internetGatewayActions: Handlers<InternetGatewayAction> = {
  CreateInternetGateway(snapshot, _action, ids) {
    const id = ids('igw');
    return { snapshot: addRow(snapshot, 'InternetGateways', { InternetGatewayId: id, Attachments: [] }), id };
  },
  DeleteInternetGateway(snapshot, { InternetGatewayId }) {
    const gateway = find(snapshot, 'InternetGateways', InternetGatewayId);
    if (!gateway) return missing('InternetGateways', InternetGatewayId);
    if (gateway.Attachments?.length) {
      return refuse(
        'DependencyViolation',
        `The internetGateway '${InternetGatewayId}' has dependencies and cannot be deleted.`,
      );
    }
    return { snapshot: withRouteStates(removeRow(snapshot, 'InternetGateways', gateway)) };
  },
  AttachInternetGateway(snapshot, { InternetGatewayId, VpcId }) {
    const gateway = find(snapshot, 'InternetGateways', InternetGatewayId);
    if (!gateway) return missing('InternetGateways', InternetGatewayId);
    if (!find(snapshot, 'Vpcs', VpcId)) return missing('Vpcs', VpcId);
    const taken = rowsOf(snapshot, 'InternetGateways').find((row) =>
      row.Attachments?.some((own) => own.VpcId === VpcId),
    );
    if (taken)
      return refuse('InvalidParameterValue', `Network ${VpcId} already has an internet gateway attached`);
    if (gateway.Attachments?.length) {
      return refuse(
        'Resource.AlreadyAssociated',
        `resource ${InternetGatewayId} is already attached to network ${gateway.Attachments[0]?.VpcId ?? ''}`,
      );
    }
    const attached = { ...gateway, Attachments: [{ VpcId, State: 'available' }] };
    return { snapshot: withRouteStates(replaceRow(snapshot, 'InternetGateways', gateway, attached)) };
  },
  DetachInternetGateway(snapshot, { InternetGatewayId, VpcId }) {
    const gateway = find(snapshot, 'InternetGateways', InternetGatewayId);
    if (!gateway) return missing('InternetGateways', InternetGatewayId);
    if (!gateway.Attachments?.some((own) => own.VpcId === VpcId)) {
      return refuse(
        'Gateway.NotAttached',
        `resource ${InternetGatewayId} is not attached to network ${VpcId}`,
      );
    }
    if (hasMappedAddresses(snapshot, VpcId)) {
      return refuse(
        'DependencyViolation',
        `Network ${VpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
      );
    }
    if (hasRouteTable(snapshot, InternetGatewayId))
      return refuse(
        'DependencyViolation',
        `The internetGateway '${InternetGatewayId}' is associated with a route table`,
      );
    const Attachments = gateway.Attachments.filter((own) => own.VpcId !== VpcId);
    return {
      snapshot: withRouteStates(
        replaceRow(snapshot, 'InternetGateways', gateway, { ...gateway, Attachments }),
      ),
    };
  },
};

function hasMappedAddresses(snapshot: Snapshot, vpcId: string): boolean {
  const subnets = new Set(
    rowsOf(snapshot, 'Subnets')
      .filter(({ VpcId }) => VpcId === vpcId)
      .map(({ SubnetId }) => SubnetId),
  );
  return rowsOf(snapshot, 'NetworkInterfaces').some(
    (row) =>
      subnets.has(row.SubnetId) &&
      (row.Association?.PublicIp !== undefined ||
        row.PrivateIpAddresses?.some(({ Association }) => Association?.PublicIp !== undefined)),
  );
}
