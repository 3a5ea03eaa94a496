/** Sentences for calls about virtual private gateways, customer gateways and VPN connections. */
import type { CustomerGatewayAction } from '../../ec2/actions/customer-gateway';
import type { VpnConnectionAction } from '../../ec2/actions/vpn-connection';
import type { VpnGatewayAction } from '../../ec2/actions/vpn-gateway';
import { code, prose } from '../prose';
import { id, type Sentences } from './words';

export const vpnSentences: Sentences<VpnGatewayAction | CustomerGatewayAction | VpnConnectionAction> = {
  CreateVpnGateway: () => prose`Make a virtual private gateway`,
  AttachVpnGateway: ({ VpnGatewayId, VpcId }) => prose`Attach ${id(VpnGatewayId)} to ${id(VpcId)}`,
  DetachVpnGateway: ({ VpnGatewayId, VpcId }) => prose`Detach ${id(VpnGatewayId)} from ${id(VpcId)}`,
  DeleteVpnGateway: ({ VpnGatewayId }) => prose`Delete ${id(VpnGatewayId)}`,
  CreateCustomerGateway: ({ IpAddress }) => prose`Make a customer gateway for ${code(IpAddress)}`,
  DeleteCustomerGateway: ({ CustomerGatewayId }) => prose`Delete ${id(CustomerGatewayId)}`,
  CreateVpnConnection: ({ CustomerGatewayId, VpnGatewayId, TransitGatewayId, Options }) =>
    prose`Make a VPN connection with ${Options?.StaticRoutesOnly ? 'static' : 'dynamic'} routing between ${id(CustomerGatewayId)} and ${id(VpnGatewayId ?? TransitGatewayId)}`,
  DeleteVpnConnection: ({ VpnConnectionId }) => prose`Delete VPN connection ${id(VpnConnectionId)}`,
  CreateVpnConnectionRoute: ({ DestinationCidrBlock, VpnConnectionId }) =>
    prose`Add a static route for ${code(DestinationCidrBlock)} to ${id(VpnConnectionId)}`,
  DeleteVpnConnectionRoute: ({ DestinationCidrBlock, VpnConnectionId }) =>
    prose`Remove the static route for ${code(DestinationCidrBlock)} from ${id(VpnConnectionId)}`,
};
