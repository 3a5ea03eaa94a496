/** Every page of the console that evidence can be looked up on, by its kind. */
import type { OfferKind } from '../offer';
import { instancePage, networkInterfacePage } from './compute';
import {
  blockPublicAccessPage,
  managedPrefixListPage,
  networkAclPage,
  prefixListPage,
  securityGroupPage,
} from './filter';
import {
  egressOnlyInternetGatewayPage,
  internetGatewayPage,
  natGatewayPage,
  vpcEndpointPage,
  vpcPeeringConnectionPage,
  vpnConnectionPage,
  vpnGatewayPage,
} from './gateway';
import type { Page } from './page';
import { routeTablePage, transitGatewayPage, transitGatewayRouteTablePage } from './route';
import { flowLogPage, vpcPage } from './vpc';

/** A prefix list of AWS's stands among other rows than a customer's own. */
export const PAGES: readonly (readonly [kind: OfferKind, page: Page])[] = [
  ['route-table', routeTablePage],
  ['security-group', securityGroupPage],
  ['network-acl', networkAclPage],
  ['instance', instancePage],
  ['network-interface', networkInterfacePage],
  ['internet-gateway', internetGatewayPage],
  ['egress-only-internet-gateway', egressOnlyInternetGatewayPage],
  ['nat-gateway', natGatewayPage],
  ['vpn-gateway', vpnGatewayPage],
  ['vpn-connection', vpnConnectionPage],
  ['vpc-peering-connection', vpcPeeringConnectionPage],
  ['transit-gateway', transitGatewayPage],
  ['transit-gateway-route-table', transitGatewayRouteTablePage],
  ['vpc-endpoint', vpcEndpointPage],
  ['prefix-list', prefixListPage],
  ['prefix-list', managedPrefixListPage],
  ['vpc', vpcPage],
  ['block-public-access', blockPublicAccessPage],
  ['flow-log', flowLogPage],
];
