/** What stands in the way in a route table of a VPC, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
import { code } from '../code';

export const ROUTE_CODES = {
  NO_ROUTE_TO_DESTINATION: code(
    'routes',
    'RouteTable Destination Vpc',
    'The route table has no usable entry towards the next component of the path. In the only public capture found, Destination is the next hop (a peering connection), not the final host.',
    'observed',
  ),
  CANNOT_ROUTE: code(
    'routes',
    'RouteTable RouteTableRoute PrefixList Address Vpc',
    'A route to the wanted target exists, but its CIDR or prefix list does not cover the packet destination.',
  ),
  MORE_SPECIFIC_ROUTE: code(
    'routes',
    'RouteTable RouteTableRoute Destination Vpc',
    'A route to the wanted target matches, but a longer prefix wins and sends the packet elsewhere.',
  ),
  HIGHER_PRIORITY_ROUTE: code(
    'routes',
    'RouteTable RouteTableRoute Destination Vpc',
    'A route to the wanted target has the same CIDR as another route that outranks it (static over prefix list over propagated).',
  ),
  BAD_STATE_ROUTE: code(
    'routes',
    'RouteTable RouteTableRoute State Vpc',
    'The selected route is not working, for example its state is blackhole because the target was deleted or detached.',
  ),
  VPC_LOCAL_ROUTE_CIDR_RESTRICTION: code(
    'routes',
    'RouteTable RouteTableRoute Vpc Cidrs',
    'A local route can deliver only to addresses inside the CIDR blocks of the VPC.',
  ),
  INGRESS_RTB_TRAFFIC_REDIRECTION: code(
    'routes / gateway route table',
    'IngressRouteTable SubnetRouteTable InternetGateway Subnet',
    'Inbound traffic of this subnet is diverted to a middlebox by a gateway route table, so its direct route to the internet gateway cannot be used.',
  ),
  INGRESS_RTB_NO_PUBLIC_IP: code(
    'routes / gateway route table',
    'IngressRouteTable NetworkInterface InternetGateway',
    'The middlebox interface targeted by a gateway route table has no public address, so it cannot take traffic from the internet.',
  ),
};
