/** Calls about virtual private gateways, customer gateways and VPN connections: refusals and command lines. */
import { ERRORS, type Line, made, type Refused, TGW, VGW, VPN } from '../../../support/calls';

const CGW = made('cgw');
const CREATE = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnConnection.html';
const LINK = { Type: 'ipsec.1' as const, CustomerGatewayId: CGW };

export const REFUSED: readonly Refused[] = [
  [
    { Action: 'AttachVpnGateway', VpnGatewayId: 'vgw-9', VpcId: 'vpc-1' },
    'InvalidVpnGatewayID.NotFound',
    ERRORS,
  ],
  [{ Action: 'AttachVpnGateway', VpnGatewayId: VGW, VpcId: 'vpc-9' }, 'InvalidVpcID.NotFound', ERRORS],
  [{ Action: 'AttachVpnGateway', VpnGatewayId: VGW, VpcId: 'vpc-1' }, 'InvalidVpcState', ERRORS],
  [
    { Action: 'AttachVpnGateway', VpnGatewayId: VGW, VpcId: 'vpc-2' },
    'VpnGatewayAttachmentLimitExceeded',
    ERRORS,
  ],
  [
    { Action: 'DetachVpnGateway', VpnGatewayId: VGW, VpcId: 'vpc-2' },
    'InvalidVpnGatewayAttachment.NotFound',
    ERRORS,
  ],
  [{ Action: 'DeleteVpnGateway', VpnGatewayId: VGW }, 'IncorrectState', ERRORS],
  [
    { Action: 'CreateCustomerGateway', Type: 'ipsec.1', IpAddress: 'office' },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html',
  ],
  [
    { Action: 'DeleteCustomerGateway', CustomerGatewayId: 'cgw-9' },
    'InvalidCustomerGatewayID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'DeleteCustomerGateway', CustomerGatewayId: CGW },
    'IncorrectState',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteCustomerGateway.html',
  ],
  [
    { Action: 'CreateVpnConnection', ...LINK, CustomerGatewayId: 'cgw-9', VpnGatewayId: VGW },
    'InvalidCustomerGatewayID.NotFound',
    ERRORS,
  ],
  [{ Action: 'CreateVpnConnection', ...LINK, VpnGatewayId: 'vgw-9' }, 'InvalidVpnGatewayID.NotFound', ERRORS],
  [
    { Action: 'CreateVpnConnection', ...LINK, TransitGatewayId: 'tgw-9' },
    'InvalidTransitGatewayID.NotFound',
    ERRORS,
  ],
  [{ Action: 'CreateVpnConnection', ...LINK }, 'MissingParameter', CREATE],
  [
    { Action: 'CreateVpnConnection', ...LINK, VpnGatewayId: VGW, TransitGatewayId: TGW },
    'InvalidParameterCombination',
    CREATE,
  ],
  [{ Action: 'CreateVpnConnection', ...LINK, VpnGatewayId: VGW }, 'InvalidOption.Conflict', ERRORS],
  [{ Action: 'DeleteVpnConnection', VpnConnectionId: 'vpn-9' }, 'InvalidVpnConnectionID.NotFound', ERRORS],
  [
    { Action: 'CreateVpnConnectionRoute', VpnConnectionId: 'vpn-9', DestinationCidrBlock: '10.9.0.0/16' },
    'InvalidVpnConnectionID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateVpnConnectionRoute', VpnConnectionId: VPN, DestinationCidrBlock: '192.168.0.0/16' },
    'RouteAlreadyExists',
    ERRORS,
  ],
  [
    { Action: 'CreateVpnConnectionRoute', VpnConnectionId: VPN, DestinationCidrBlock: '2001:db8::/32' },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html',
  ],
  [
    { Action: 'DeleteVpnConnectionRoute', VpnConnectionId: VPN, DestinationCidrBlock: '10.9.0.0/16' },
    'InvalidRoute.NotFound',
    ERRORS,
  ],
  [
    { Action: 'DeleteVpnConnectionRoute', VpnConnectionId: VPN, DestinationCidrBlock: '10.9.0.0' },
    'InvalidRoute.Malformed',
    ERRORS,
  ],
];

export const LINES: readonly Line[] = [
  [
    { Action: 'CreateVpnGateway', Type: 'ipsec.1', AmazonSideAsn: 64513 },
    'aws ec2 create-vpn-gateway --type ipsec.1 --amazon-side-asn 64513',
  ],
  [
    { Action: 'AttachVpnGateway', VpnGatewayId: 'vgw-1', VpcId: 'vpc-1' },
    'aws ec2 attach-vpn-gateway --vpn-gateway-id vgw-1 --vpc-id vpc-1',
  ],
  [
    { Action: 'DetachVpnGateway', VpnGatewayId: 'vgw-1', VpcId: 'vpc-1' },
    'aws ec2 detach-vpn-gateway --vpn-gateway-id vgw-1 --vpc-id vpc-1',
  ],
  [
    { Action: 'DeleteVpnGateway', VpnGatewayId: 'vgw-1' },
    'aws ec2 delete-vpn-gateway --vpn-gateway-id vgw-1',
  ],
  [
    { Action: 'CreateCustomerGateway', Type: 'ipsec.1', IpAddress: '203.0.113.9', BgpAsn: 65010 },
    'aws ec2 create-customer-gateway --type ipsec.1 --ip-address 203.0.113.9 --bgp-asn 65010',
  ],
  [
    { Action: 'DeleteCustomerGateway', CustomerGatewayId: 'cgw-1' },
    'aws ec2 delete-customer-gateway --customer-gateway-id cgw-1',
  ],
  [
    {
      Action: 'CreateVpnConnection',
      Type: 'ipsec.1',
      CustomerGatewayId: 'cgw-1',
      VpnGatewayId: 'vgw-1',
      Options: { StaticRoutesOnly: true },
    },
    'aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id cgw-1 --vpn-gateway-id vgw-1 --options StaticRoutesOnly=true',
  ],
  [
    { Action: 'DeleteVpnConnection', VpnConnectionId: 'vpn-1' },
    'aws ec2 delete-vpn-connection --vpn-connection-id vpn-1',
  ],
  [
    { Action: 'CreateVpnConnectionRoute', VpnConnectionId: 'vpn-1', DestinationCidrBlock: '10.9.0.0/16' },
    'aws ec2 create-vpn-connection-route --vpn-connection-id vpn-1 --destination-cidr-block 10.9.0.0/16',
  ],
  [
    { Action: 'DeleteVpnConnectionRoute', VpnConnectionId: 'vpn-1', DestinationCidrBlock: '10.9.0.0/16' },
    'aws ec2 delete-vpn-connection-route --vpn-connection-id vpn-1 --destination-cidr-block 10.9.0.0/16',
  ],
];
