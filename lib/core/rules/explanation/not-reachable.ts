/** What stands in the way of packets, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
import { code } from './code';

export const NOT_REACHABLE_CODES = {
  ENI_SG_RULES_MISMATCH: code(
    'eni-sg',
    'Direction NetworkInterface SecurityGroups Subnet Vpc',
    'The interface has security groups, but none of their rules in the given direction match this packet.',
    'observed',
  ),
  SG_HAS_NO_RULES: code(
    'eni-sg',
    'Direction SecurityGroup NetworkInterface Vpc',
    'The security group has an empty rule list for the direction being checked.',
  ),
  SG_REFERENCES_NOT_PRESERVED: code(
    'eni-sg',
    'Component SecurityGroupRule SecurityGroups',
    'A hop on the way strips the security-group identity of the sender, so a rule whose source or destination is a security group cannot match; only CIDR or prefix-list rules could.',
  ),
  SG_REFERENCING_SUPPORT: code(
    'eni-sg / tgw',
    'TransitGatewayAttachment TransitGateway SecurityGroupRule',
    'The transit gateway VPC attachment has security-group referencing turned off, so group identity is lost across it.',
  ),
  ENI_ADDRESS_RESTRICTION: code(
    'eni-sg',
    'NetworkInterface Addresses Direction PacketField',
    'Packet source (outbound) or destination (inbound) is not one of the private addresses of this interface.',
  ),
  ENI_SOURCE_DEST_CHECK_RESTRICTION: code(
    'eni-sg',
    'NetworkInterface AttachedTo Direction Addresses',
    'Source/destination checking is on, so the interface refuses transit packets whose source (outbound) or destination (inbound) is not its own address.',
  ),
  UNKNOWN_PEERED_SGS: code(
    'eni-sg / peering',
    'VpcPeeringConnection SecurityGroups SourceVpc DestinationVpc',
    'One side of the peering is not visible to the analysis, so rules that reference groups there are treated as denying.',
  ),
  SUBNET_ACL_RESTRICTION: code(
    'nacl',
    'Acl AclRule Direction Subnet Vpc',
    'Packet enters or leaves a subnet and the network ACL of that subnet does not allow it in that direction (numbered deny or the final * deny).',
  ),
  ELB_ACL_RESTRICTION: code(
    'nacl / clb',
    'Acl AclRule Subnet LoadBalancerArn',
    'Classic Load Balancer special case: its outbound traffic is filtered by the network ACL even when the target sits in the same subnet.',
  ),
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
  BAD_STATE: code(
    'generic',
    'Component State',
    'The component is not in a working state (stopped, pending, failed, deleted and so on).',
  ),
  BAD_STATE_ATTACHMENT: code(
    'generic',
    'Component AttachedTo State',
    'The link between two components (IGW to VPC, ENI to instance, TGW attachment and so on) is not in a working state.',
  ),
  GATEWAY_REJECTS_SPOOFED_TRAFFIC: code(
    'generic',
    'Component Address Vpc',
    'A gateway drops a packet coming from the VPC whose source address is not legitimately owned there.',
  ),
  NO_POSSIBLE_DESTINATION: code(
    'generic',
    'Component ComponentAccount ComponentRegion MissingComponent',
    'No next component can receive the packet from here, or it left for another account or Region the analysis cannot see.',
  ),
  PROTOCOL_RESTRICTION: code(
    'generic',
    'Component Protocols',
    'The component handles only certain protocols and this one is not among them.',
  ),
  REMAP_EPHEMERAL_PORT: code(
    'generic / nat / elb',
    'Component PortRanges PacketField',
    'After a NAT gateway or load balancer the source port becomes an ephemeral one in 1024-65535, so a filter asking for another source port cannot be met.',
  ),
  UNKNOWN_DESTINATION: code(
    'generic',
    'Destination Component',
    'The path cannot be extended because too little is known about the next or final component.',
  ),
  UNKNOWN_RESOURCE: code(
    'generic',
    'Component ComponentAccount ComponentRegion',
    'The analyser could not describe this resource (permissions, other account, deleted).',
  ),
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: code(
    'igw',
    'InternetGateway NetworkInterface Address Vpc',
    'Outbound through the internet gateway needs a source private address that is paired with a public IPv4 address and belongs to an interface of the VPC with an available attachment.',
  ),
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: code(
    'igw',
    'InternetGateway Address Vpc',
    'Inbound through the internet gateway needs a destination that is the public address of an interface of the VPC with an available attachment.',
  ),
  IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS: code(
    'igw',
    'InternetGateway Vpc Cidrs',
    'The internet gateway accepts (inbound, after translation) only destinations inside the VPC CIDR blocks.',
  ),
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS: code(
    'igw',
    'InternetGateway Vpc',
    'Outbound packet to a private (RFC 1918) destination is refused by the internet gateway.',
  ),
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS: code(
    'igw',
    'InternetGateway Vpc',
    'Outbound packet to the shared 100.64.0.0/10 range (RFC 6598) is refused by the internet gateway.',
  ),
  IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS: code(
    'igw',
    'InternetGateway Vpc',
    'Inbound packet with a private (RFC 1918) source is refused by the internet gateway.',
  ),
  IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS: code(
    'igw',
    'InternetGateway Vpc',
    'Inbound packet with a source in 100.64.0.0/10 (RFC 6598) is refused by the internet gateway.',
  ),
  IGW_NAT_REFLECTION: code(
    'igw',
    'InternetGateway Vpc',
    'The path would go out and back through an internet gateway (private host to public address of another host). Not supported as an intermediate hop: analyse source to IGW and IGW to destination separately.',
  ),
  VPC_BLOCK_PUBLIC_ACCESS_ENABLED: code(
    'igw / bpa',
    'InternetGateway Vpc Subnet',
    'VPC Block Public Access is on and this VPC or subnet is not excluded, so internet traffic is stopped.',
  ),
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
  ELB_INSTALLED_AZ_RESTRICTION: code(
    'elb',
    'LoadBalancerArn AvailabilityZones AvailabilityZoneIds',
    'The load balancer sends only to targets in zones enabled for it.',
  ),
  ELB_NOT_CROSSZONE: code(
    'elb',
    'LoadBalancerArn AvailabilityZones AvailabilityZoneIds LoadBalancerTarget',
    'Cross-zone balancing is off, so a node cannot reach targets of other zones.',
  ),
  ELBV2_LISTENERS_MISMATCH: code(
    'elbv2',
    'LoadBalancerArn ElasticLoadBalancerListener LoadBalancerListenerPort',
    'ALB/NLB/GWLB: no listener accepts the packet.',
  ),
  ELBV2_LISTENER_PORT_RESTRICTION: code(
    'elbv2',
    'LoadBalancerArn ElasticLoadBalancerListener LoadBalancerListenerPort',
    'The listener accepts only its own destination port.',
  ),
  ELBV2_LISTENER_HAS_NO_TG: code(
    'elbv2',
    'LoadBalancerArn ElasticLoadBalancerListener LoadBalancerTargetGroups',
    'The listener forwards to target groups that contain no targets.',
  ),
  ELBV2_LISTENER_REQUIRES_TG_ACCEPT: code(
    'elbv2',
    'LoadBalancerArn ElasticLoadBalancerListener LoadBalancerTargetGroups',
    'None of the target groups of the listener takes this packet.',
  ),
  ELBV2_NO_TARGETS_IN_AZ: code(
    'elbv2',
    'LoadBalancerArn LoadBalancerTargetGroup AvailabilityZones AvailabilityZoneIds',
    'There is no registered target in the zones concerned.',
  ),
  ELBV2_SOURCE_ADDRESS_PRESERVATION: code(
    'nlb',
    'LoadBalancerArn LoadBalancerTargetGroup Address',
    'Client IP preservation is on, so the packet leaving the Network Load Balancer keeps the client address; a requirement for another source cannot hold.',
  ),
  TARGET_ADDRESS_RESTRICTION: code(
    'elb',
    'LoadBalancerTargetGroup LoadBalancerTarget Addresses',
    'A load balancer can send only to the addresses of its registered targets.',
  ),
  TARGET_PORT_RESTRICTION: code(
    'elb',
    'LoadBalancerTargetGroup LoadBalancerTarget LoadBalancerTargetPort',
    'A load balancer sends to a target only on its registered port.',
  ),
  GWLB_PROTOCOL_RESTRICTION: code(
    'gwlb',
    'LoadBalancerArn Protocols',
    'Gateway Load Balancer to target traffic is GENEVE over UDP, so the path must be defined with UDP.',
  ),
  GWLB_DESTINATION_PORT_RESTRICTION: code(
    'gwlb',
    'LoadBalancerArn Port',
    'Gateway Load Balancer to target traffic uses destination port 6081, so the path must be defined with it.',
  ),
  FIREWALL_RULES_RESTRICTION: code(
    'network firewall',
    'Component FirewallStatelessRule FirewallStatefulRule',
    'A matching Network Firewall rule (stateless or stateful) drops the traffic.',
  ),
};
