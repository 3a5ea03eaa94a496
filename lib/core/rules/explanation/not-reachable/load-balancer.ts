/** What stands in the way at load balancers and at Network Firewall, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
import { code } from '../code';

export const LOAD_BALANCER_CODES = {
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
