/** Calls about VPCs and subnets: refusals and command lines. */
import { ERRORS, type Line, type Refused } from '../../../support/calls';

const BLOCKS = 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html';
const SIZING = 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html';
const ADDRESSING = 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html';

export const REFUSED: readonly Refused[] = [
  [{ Action: 'CreateVpc', CidrBlock: '10.0.0.0/8' }, 'InvalidVpc.Range', BLOCKS],
  [{ Action: 'CreateVpc', CidrBlock: '10.0.0.0/29' }, 'InvalidVpc.Range', BLOCKS],
  [{ Action: 'CreateVpc', CidrBlock: '10.0.0.0' }, 'InvalidParameterValue', ERRORS],
  [
    { Action: 'CreateVpc', CidrBlock: '10.9.0.0/16', Ipv6CidrBlock: '2001:db8:9::/56' },
    'MissingParameter',
    ADDRESSING,
  ],
  [
    {
      Action: 'CreateVpc',
      CidrBlock: '10.9.0.0/16',
      Ipv6CidrBlock: '2001:db8:9::/57',
      Ipv6Pool: 'ipv6pool-ec2-1',
    },
    'InvalidVpc.Range',
    ADDRESSING,
  ],
  [
    {
      Action: 'CreateVpc',
      CidrBlock: '10.9.0.0/16',
      Ipv6Pool: 'ipv6pool-ec2-1',
      AmazonProvidedIpv6CidrBlock: true,
    },
    'InvalidParameterCombination',
    ADDRESSING,
  ],
  [{ Action: 'DeleteVpc', VpcId: 'vpc-9' }, 'InvalidVpcID.NotFound', ERRORS],
  [{ Action: 'DeleteVpc', VpcId: 'vpc-1' }, 'DependencyViolation', ERRORS],
  [
    { Action: 'AssociateVpcCidrBlock', VpcId: 'vpc-9', CidrBlock: '10.9.0.0/16' },
    'InvalidVpcID.NotFound',
    ERRORS,
  ],
  [{ Action: 'AssociateVpcCidrBlock', VpcId: 'vpc-1' }, 'InvalidParameterCombination', BLOCKS],
  [
    { Action: 'AssociateVpcCidrBlock', VpcId: 'vpc-1', CidrBlock: '10.0.128.0/20' },
    'InvalidVpc.Range',
    BLOCKS,
  ],
  // The private ranges do not mix.
  [
    { Action: 'AssociateVpcCidrBlock', VpcId: 'vpc-1', CidrBlock: '172.16.0.0/16' },
    'InvalidVpc.Range',
    BLOCKS,
  ],
  [
    { Action: 'AssociateVpcCidrBlock', VpcId: 'vpc-1', CidrBlock: '192.168.0.0/24' },
    'InvalidVpc.Range',
    BLOCKS,
  ],
  [
    { Action: 'DisassociateVpcCidrBlock', AssociationId: 'vpc-cidr-assoc-9' },
    'InvalidVpcCidrBlockAssociationID.NotFound',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateVpcCidrBlock.html',
  ],
  [
    { Action: 'DisassociateVpcCidrBlock', AssociationId: 'vpc-cidr-assoc-1' },
    'OperationNotPermitted',
    BLOCKS,
  ],
  [{ Action: 'CreateSubnet', VpcId: 'vpc-9', CidrBlock: '10.0.9.0/24' }, 'InvalidVpcID.NotFound', ERRORS],
  [{ Action: 'CreateSubnet', VpcId: 'vpc-1', CidrBlock: '10.0.9.0/29' }, 'InvalidSubnet.Range', SIZING],
  [{ Action: 'CreateSubnet', VpcId: 'vpc-1', CidrBlock: '10.9.0.0/24' }, 'InvalidSubnet.Range', SIZING],
  [{ Action: 'CreateSubnet', VpcId: 'vpc-1', CidrBlock: '10.0.1.0/25' }, 'InvalidSubnet.Conflict', ERRORS],
  [
    {
      Action: 'CreateSubnet',
      VpcId: 'vpc-1',
      CidrBlock: '10.0.9.0/24',
      Ipv6CidrBlock: '2001:db8::/64',
    },
    'InvalidSubnet.Range',
    SIZING,
  ],
  [
    {
      Action: 'CreateSubnet',
      VpcId: 'vpc-1',
      CidrBlock: '10.0.9.0/24',
      AvailabilityZone: 'us-east-1a',
    },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html',
  ],
  [{ Action: 'DeleteSubnet', SubnetId: 'subnet-9' }, 'InvalidSubnetID.NotFound', ERRORS],
  [{ Action: 'DeleteSubnet', SubnetId: 'subnet-c' }, 'DependencyViolation', ERRORS],
  [
    { Action: 'AssociateSubnetCidrBlock', SubnetId: 'subnet-9', Ipv6CidrBlock: '2001:db8::/64' },
    'InvalidSubnetID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'AssociateSubnetCidrBlock', SubnetId: 'subnet-c', Ipv6CidrBlock: '2001:db8::/64' },
    'InvalidSubnet.Range',
    SIZING,
  ],
  [
    { Action: 'DisassociateSubnetCidrBlock', AssociationId: 'subnet-cidr-assoc-9' },
    'InvalidSubnetCidrBlockAssociationID.NotFound',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateSubnetCidrBlock.html',
  ],
];

export const LINES: readonly Line[] = [
  [
    { Action: 'CreateVpc', CidrBlock: '10.0.0.0/16', AmazonProvidedIpv6CidrBlock: true },
    'aws ec2 create-vpc --cidr-block 10.0.0.0/16 --amazon-provided-ipv6-cidr-block',
  ],
  [{ Action: 'DeleteVpc', VpcId: 'vpc-1' }, 'aws ec2 delete-vpc --vpc-id vpc-1'],
  [
    { Action: 'AssociateVpcCidrBlock', VpcId: 'vpc-1', CidrBlock: '100.64.0.0/16' },
    'aws ec2 associate-vpc-cidr-block --vpc-id vpc-1 --cidr-block 100.64.0.0/16',
  ],
  [
    {
      Action: 'AssociateVpcCidrBlock',
      VpcId: 'vpc-1',
      Ipv6CidrBlock: '2001:db8:9::/56',
      Ipv6Pool: 'ipv6pool-ec2-1',
    },
    'aws ec2 associate-vpc-cidr-block --vpc-id vpc-1 --ipv6-cidr-block 2001:db8:9::/56 --ipv6-pool ipv6pool-ec2-1',
  ],
  [
    { Action: 'DisassociateVpcCidrBlock', AssociationId: 'vpc-cidr-assoc-1' },
    'aws ec2 disassociate-vpc-cidr-block --association-id vpc-cidr-assoc-1',
  ],
  [
    {
      Action: 'CreateSubnet',
      VpcId: { Ref: 'vpc' },
      CidrBlock: '10.0.1.0/24',
      Ipv6CidrBlock: '2001:db8:1::/64',
      AvailabilityZone: 'eu-central-1a',
    },
    'aws ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.0.1.0/24 --ipv6-cidr-block 2001:db8:1::/64 --availability-zone eu-central-1a',
  ],
  [{ Action: 'DeleteSubnet', SubnetId: 'subnet-1' }, 'aws ec2 delete-subnet --subnet-id subnet-1'],
  [
    { Action: 'AssociateSubnetCidrBlock', SubnetId: 'subnet-1', Ipv6CidrBlock: '2001:db8:1::/64' },
    'aws ec2 associate-subnet-cidr-block --subnet-id subnet-1 --ipv6-cidr-block 2001:db8:1::/64',
  ],
  [
    { Action: 'DisassociateSubnetCidrBlock', AssociationId: 'subnet-cidr-assoc-1' },
    'aws ec2 disassociate-subnet-cidr-block --association-id subnet-cidr-assoc-1',
  ],
];
