/** Calls about customer gateways: the far ends of VPN connections, as AWS knows them. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html */
import { parseIpv4 } from '../../net/ipv4';
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, refuse } from './outcome';
import { addRow, removeRow, rowsOf } from './rows';

export type CustomerGatewayAction =
  | (Call & {
      readonly Action: 'CreateCustomerGateway';
      readonly Type: 'ipsec.1';
      readonly IpAddress: string;
      /** 65000 unless said otherwise. */
      readonly BgpAsn?: number | undefined;
      readonly DeviceName?: string | undefined;
    })
  | (Call & { readonly Action: 'DeleteCustomerGateway'; readonly CustomerGatewayId: IdParameter });

export const customerGatewayActions: Handlers<CustomerGatewayAction> = {
  CreateCustomerGateway(snapshot, { Type, IpAddress, BgpAsn = 65_000, DeviceName }, ids) {
    if (parseIpv4(IpAddress) === undefined)
      return refuse('InvalidParameterValue', `Value (${IpAddress}) for parameter ipAddress is invalid.`);
    const asn = String(BgpAsn);
    const same = rowsOf(snapshot, 'CustomerGateways').find(
      (row) => row.IpAddress === IpAddress && row.BgpAsn === asn && row.DeviceName === DeviceName,
    );
    // The very same request makes no second one.
    if (same) return { snapshot, id: same.CustomerGatewayId };
    const CustomerGatewayId = ids('cgw');
    const row = {
      CustomerGatewayId,
      IpAddress,
      BgpAsn: asn,
      Type,
      State: 'available',
      ...(DeviceName !== undefined && { DeviceName }),
    };
    return { snapshot: addRow(snapshot, 'CustomerGateways', row), id: CustomerGatewayId };
  },
  DeleteCustomerGateway(snapshot, { CustomerGatewayId }) {
    const row = find(snapshot, 'CustomerGateways', CustomerGatewayId);
    if (!row) return missing('CustomerGateways', CustomerGatewayId);
    const isInUse = rowsOf(snapshot, 'VpnConnections').some(
      (own) => own.CustomerGatewayId === CustomerGatewayId && own.State !== 'deleted',
    );
    if (isInUse) return refuse('IncorrectState', 'The customer gateway is in use.');
    return { snapshot: removeRow(snapshot, 'CustomerGateways', row) };
  },
};
