/** What stands in the way at an interface or at the border of a subnet, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
import { code } from '../code';

export const INTERFACE_CODES = {
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
};
