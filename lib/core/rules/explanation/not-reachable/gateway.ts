/** What stands in the way at NAT gateways, peering connections, virtual private gateways and endpoints, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
import { code } from '../code';

export const GATEWAY_CODES = {
  NGW_REQUIRES_SOURCE_IN_VPC: code(
    'nat',
    'NatGateway Vpc SourceVpc',
    'A NAT gateway serves only sources that are interfaces of its own VPC; traffic arriving over peering, VPN or Direct Connect is not translated.',
  ),
  NGW_SOURCE_ADDRESS_REASSIGN: code(
    'nat',
    'NatGateway Address',
    'After the NAT gateway the source is the gateway private address, so a requirement for another source cannot hold.',
  ),
  NGW_DEST_ADDRESS_PRESERVATION: code(
    'nat',
    'NatGateway Address',
    'A NAT gateway leaves the destination address unchanged, so a requirement for a different destination after it cannot hold.',
  ),
  REGIONAL_NGW_ROUTE_AZ_RESTRICTION: code(
    'nat',
    'NatGateway RouteTable AvailabilityZones AvailabilityZoneIds',
    'The regional NAT gateway is not present in the Availability Zone where the packet starts.',
  ),
  PCX_REQUIRES_ADDRESS_IN_VPC_CIDR: code(
    'peering',
    'VpcPeeringConnection SourceVpc DestinationVpc Cidrs',
    'A peering connection carries a packet only when its destination (or source) address lies in the CIDR blocks of the VPC on the far side; this is what stops transitive use.',
  ),
  BAD_STATE_VPN: code(
    'vgw-vpn',
    'VpnConnection VpnGateway CustomerGateway State',
    'The VPN connection is not working.',
  ),
  VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS: code(
    'vgw-vpn',
    'VpnGateway NetworkInterface Address Vpc',
    'Outbound through a virtual private gateway needs a source that belongs to an interface of the VPC with an available attachment.',
  ),
  VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: code(
    'vgw-vpn',
    'VpnGateway Address Vpc',
    'Inbound through a virtual private gateway needs a destination that is a private address of an interface of the VPC with an available attachment.',
  ),
  VPCE_GATEWAY_PROTOCOL_RESTRICTION: code(
    'endpoints',
    'VpcEndpoint Protocols',
    'A gateway endpoint takes only TCP or ICMP echo, and sends back only TCP or ICMP echo reply.',
  ),
  VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION: code(
    'endpoints',
    'VpcEndpoint PrefixList Cidrs',
    'Traffic coming out of a gateway endpoint must have a source inside the prefix list of its service.',
  ),
  VPCE_INTRA_VPC_TRAFFIC: code(
    'endpoints',
    'VpcEndpoint Vpc',
    'An endpoint cannot start connections towards resources of the VPC it lives in; analyse the opposite direction.',
  ),
  VPCE_SERVICE_NOT_INSTALLED_IN_AZ: code(
    'endpoints',
    'VpcEndpoint Component AvailabilityZones AvailabilityZoneIds',
    'The endpoint service is not offered in the zone in question.',
  ),
  ELB_LISTENERS_MISMATCH: code(
    'clb',
    'LoadBalancerArn ClassicLoadBalancerListener',
    'Classic Load Balancer: no listener accepts the packet.',
  ),
  ELB_LISTENER_PORT_RESTRICTION: code(
    'clb',
    'LoadBalancerArn ClassicLoadBalancerListener Port',
    'Classic Load Balancer listener: inbound must use the listener port, outbound must use the configured instance port.',
  ),
};
