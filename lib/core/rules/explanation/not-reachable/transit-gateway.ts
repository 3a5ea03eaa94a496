/** What stands in the way in a transit gateway, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
import { code } from '../code';

export const TRANSIT_GATEWAY_CODES = {
  TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION: code(
    'tgw',
    'TransitGatewayAttachment TransitGateway',
    'The attachment where traffic enters is not associated with any valid transit gateway route table.',
  ),
  TGW_ATTACH_VPC_AZ_RESTRICTION: code(
    'tgw',
    'TransitGatewayAttachment NetworkInterface AvailabilityZones AvailabilityZoneIds',
    'Default mode: packet would have to leave through the attachment interface of another zone although its own zone has one. Appliance mode: return would use another zone than the forward path did.',
  ),
  TGW_ROUTE_AZ_RESTRICTION: code(
    'tgw',
    'TransitGateway TransitGatewayAttachment RouteTable AvailabilityZones AvailabilityZoneIds',
    'A subnet routes to the transit gateway, but the VPC attachment has no subnet in the zone where the packet starts.',
  ),
  TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT: code(
    'tgw',
    'TransitGatewayRouteTable TransitGatewayAttachment TransitGateway',
    'The transit gateway route table has no route at all to the attachment needed.',
  ),
  TGW_RTB_CANNOT_ROUTE: code(
    'tgw',
    'TransitGatewayRouteTable TransitGatewayRouteTableRoute TransitGatewayAttachment',
    'A transit gateway route to the needed attachment exists but does not cover the packet destination.',
  ),
  TGW_RTB_MORE_SPECIFIC_ROUTE: code(
    'tgw',
    'TransitGatewayRouteTable TransitGatewayRouteTableRoute',
    'A longer prefix in the transit gateway route table takes the packet to another attachment.',
  ),
  TGW_RTB_HIGHER_PRIORITY_ROUTE: code(
    'tgw',
    'TransitGatewayRouteTable TransitGatewayRouteTableRoute',
    'Another transit gateway route with the same CIDR outranks the wanted one.',
  ),
  TGW_RTB_BAD_STATE_ROUTE: code(
    'tgw',
    'TransitGatewayRouteTable TransitGatewayRouteTableRoute State',
    'The transit gateway route to the destination is not active (for example blackhole).',
  ),
  TGW_RTB_ROUTES_ARE_UNKNOWN: code(
    'tgw',
    'TransitGatewayRouteTable TransitGateway ComponentAccount',
    'Routes of this transit gateway route table could not be read (internal error or owned by another account).',
  ),
  TGW_BAD_STATE_VPN: code(
    'tgw / vpn',
    'VpnConnection TransitGatewayAttachment State',
    'The VPN connection behind the transit gateway attachment is down.',
  ),
};
