/** One EC2 API call as data, with AWS's own parameter names. */
import type { AddressAction } from './address';
import type { InternetGatewayAction } from './internet-gateway';
import type { NetworkAclAction } from './network-acl';
import type { NetworkInterfaceAction } from './network-interface';
import type { RouteAction } from './route';
import type { RouteTableAction } from './route-table';
import type { SecurityGroupAction } from './security-group';
import type { VpcPeeringConnectionAction } from './vpc-peering-connection';

export type Action =
  | RouteAction
  | RouteTableAction
  | SecurityGroupAction
  | NetworkInterfaceAction
  | NetworkAclAction
  | AddressAction
  | InternetGatewayAction
  | VpcPeeringConnectionAction;
