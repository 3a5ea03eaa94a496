/** One EC2 API call as data, with AWS's own parameter names. */
import type { AddressAction } from './address';
import type { BlockPublicAccessAction } from './block-public-access';
import type { CustomerGatewayAction } from './customer-gateway';
import type { EgressOnlyInternetGatewayAction } from './egress-only-internet-gateway';
import type { InternetGatewayAction } from './internet-gateway';
import type { NatGatewayAction } from './nat-gateway';
import type { NatGatewayAddressAction } from './nat-gateway-address';
import type { NetworkAclAction } from './network-acl';
import type { NetworkInterfaceAction } from './network-interface';
import type { PrefixListAction } from './prefix-list';
import type { RouteAction } from './route';
import type { RoutePropagationAction } from './route-propagation';
import type { RouteTableAction } from './route-table';
import type { SecurityGroupAction } from './security-group';
import type { TransitGatewayAction } from './transit-gateway';
import type { TransitGatewayPeeringAttachmentAction } from './transit-gateway-peering-attachment';
import type { TransitGatewayRouteAction } from './transit-gateway-route';
import type { TransitGatewayRouteTableAction } from './transit-gateway-route-table';
import type { TransitGatewayVpcAttachmentAction } from './transit-gateway-vpc-attachment';
import type { VpcEndpointAction } from './vpc-endpoint';
import type { VpcPeeringConnectionAction } from './vpc-peering-connection';
import type { VpnConnectionAction } from './vpn-connection';
import type { VpnGatewayAction } from './vpn-gateway';

export type Action =
  | AddressAction
  | BlockPublicAccessAction
  | CustomerGatewayAction
  | EgressOnlyInternetGatewayAction
  | InternetGatewayAction
  | NatGatewayAction
  | NatGatewayAddressAction
  | NetworkAclAction
  | NetworkInterfaceAction
  | PrefixListAction
  | RouteAction
  | RoutePropagationAction
  | RouteTableAction
  | SecurityGroupAction
  | TransitGatewayAction
  | TransitGatewayPeeringAttachmentAction
  | TransitGatewayRouteAction
  | TransitGatewayRouteTableAction
  | TransitGatewayVpcAttachmentAction
  | VpcEndpointAction
  | VpcPeeringConnectionAction
  | VpnConnectionAction
  | VpnGatewayAction;
