/** One EC2 API call as data, with AWS's own parameter names. */
import type { AddressAction } from './address';
import type { BlockPublicAccessAction } from './block-public-access';
import type { CustomerGatewayAction } from './customer-gateway';
import type { EgressOnlyInternetGatewayAction } from './egress-only-internet-gateway';
import type { FlowLogAction } from './flow-log';
import type { InstanceAction } from './instance';
import type { InternetGatewayAction } from './internet-gateway';
import type { NatGatewayAction } from './nat-gateway';
import type { NatGatewayAddressAction } from './nat-gateway-address';
import type { NetworkAclAction } from './network-acl';
import type { NetworkInterfaceAction } from './network-interface';
import type { NetworkInterfaceAttachmentAction } from './network-interface-attachment';
import type { PrefixListAction } from './prefix-list';
import type { PrivateAddressAction } from './private-address';
import type { RouteAction } from './route';
import type { RoutePropagationAction } from './route-propagation';
import type { RouteTableAction } from './route-table';
import type { SecurityGroupAction } from './security-group';
import type { SecurityGroupRuleAction } from './security-group-rule';
import type { SubnetAction } from './subnet';
import type { TransitGatewayAction } from './transit-gateway';
import type { TransitGatewayPeeringAttachmentAction } from './transit-gateway-peering-attachment';
import type { TransitGatewayPrefixListReferenceAction } from './transit-gateway-prefix-list-reference';
import type { TransitGatewayRouteAction } from './transit-gateway-route';
import type { TransitGatewayRouteTableAction } from './transit-gateway-route-table';
import type { TransitGatewayVpcAttachmentAction } from './transit-gateway-vpc-attachment';
import type { VpcAction } from './vpc';
import type { VpcCidrBlockAction } from './vpc-cidr-block';
import type { VpcEndpointAction } from './vpc-endpoint';
import type { VpcPeeringConnectionAction } from './vpc-peering-connection';
import type { VpnConnectionAction } from './vpn-connection';
import type { VpnGatewayAction } from './vpn-gateway';

export type Action =
  | AddressAction
  | BlockPublicAccessAction
  | CustomerGatewayAction
  | EgressOnlyInternetGatewayAction
  | FlowLogAction
  | InstanceAction
  | InternetGatewayAction
  | NatGatewayAction
  | NatGatewayAddressAction
  | NetworkAclAction
  | NetworkInterfaceAction
  | NetworkInterfaceAttachmentAction
  | PrefixListAction
  | PrivateAddressAction
  | RouteAction
  | RoutePropagationAction
  | RouteTableAction
  | SecurityGroupAction
  | SecurityGroupRuleAction
  | SubnetAction
  | TransitGatewayAction
  | TransitGatewayPeeringAttachmentAction
  | TransitGatewayPrefixListReferenceAction
  | TransitGatewayRouteAction
  | TransitGatewayRouteTableAction
  | TransitGatewayVpcAttachmentAction
  | VpcAction
  | VpcCidrBlockAction
  | VpcEndpointAction
  | VpcPeeringConnectionAction
  | VpnConnectionAction
  | VpnGatewayAction;
