/** What stands in the way at an internet gateway, Block Public Access included, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
import { code } from '../code';

export const INTERNET_GATEWAY_CODES = {
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
};
