/** Calls about routes and route tables: what AWS refuses, and their command lines. */
import {
  ERRORS,
  type Line,
  NAT,
  OFFICE,
  type Refused,
  S3_LIST,
  TGW,
  VGW,
  VPCE_GWLB,
  VPCE_SSM,
} from '../../../support/calls';

const GUIDE = 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html';
const EDGE = 'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html';
const ENDPOINTS = 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html';
const CREATE = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html';

const RTB = { RouteTableId: 'rtb-c' };
const TEST_NET = { ...RTB, DestinationCidrBlock: '192.0.2.0/24' };
const ANY6 = { ...RTB, DestinationIpv6CidrBlock: '::/0' };

export const REFUSED: readonly Refused[] = [
  [
    { Action: 'CreateRoute', RouteTableId: 'rtb-x', DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' },
    'InvalidRouteTableID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' },
    'RouteAlreadyExists',
    ERRORS,
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '192.0.2.0', GatewayId: 'igw-1' },
    'InvalidParameterValue',
    ERRORS,
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '::/0', GatewayId: 'igw-1' },
    'InvalidParameterValue',
    CREATE,
  ],
  [{ Action: 'CreateRoute', ...RTB, GatewayId: 'igw-1' }, 'MissingParameter', ERRORS],
  [
    { Action: 'CreateRoute', ...TEST_NET, DestinationIpv6CidrBlock: '::/0', GatewayId: 'igw-1' },
    'InvalidParameterCombination',
    CREATE,
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationPrefixListId: 'pl-9', GatewayId: 'igw-1' },
    'InvalidPrefixListID.NotFound',
    ERRORS,
  ],
  [{ Action: 'CreateRoute', ...TEST_NET }, 'MissingParameter', ERRORS],
  [
    { Action: 'CreateRoute', ...TEST_NET, GatewayId: 'igw-1', NatGatewayId: NAT },
    'InvalidParameterCombination',
    CREATE,
  ],
  [{ Action: 'CreateRoute', ...TEST_NET, GatewayId: 'igw-9' }, 'InvalidInternetGatewayID.NotFound', ERRORS],
  [{ Action: 'CreateRoute', ...TEST_NET, GatewayId: 'igw-2' }, 'InvalidParameterValue', CREATE],
  [{ Action: 'CreateRoute', ...TEST_NET, GatewayId: 'vgw-9' }, 'InvalidVpnGatewayID.NotFound', ERRORS],
  [{ Action: 'CreateRoute', ...TEST_NET, GatewayId: 'cagw-9' }, 'InvalidGatewayID.NotFound', ERRORS],
  [{ Action: 'CreateRoute', ...TEST_NET, NatGatewayId: 'nat-9' }, 'InvalidNatGatewayID.NotFound', ERRORS],
  [
    { Action: 'CreateRoute', ...TEST_NET, RouteTableId: 'rtb-2', NatGatewayId: NAT },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html',
  ],
  [
    { Action: 'CreateRoute', ...TEST_NET, NetworkInterfaceId: 'eni-9' },
    'InvalidNetworkInterfaceID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateRoute', ...TEST_NET, RouteTableId: 'rtb-2', NetworkInterfaceId: 'eni-c' },
    'InvalidParameterValue',
    CREATE,
  ],
  [{ Action: 'CreateRoute', ...TEST_NET, InstanceId: 'i-9' }, 'InvalidInstanceID.NotFound', ERRORS],
  [
    { Action: 'CreateRoute', ...TEST_NET, VpcPeeringConnectionId: 'pcx-9' },
    'InvalidVpcPeeringConnectionID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateRoute', ...TEST_NET, TransitGatewayId: 'tgw-9' },
    'InvalidTransitGatewayID.NotFound',
    CREATE,
  ],
  [
    { Action: 'CreateRoute', ...ANY6, EgressOnlyInternetGatewayId: 'eigw-9' },
    'InvalidGatewayID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateRoute', ...TEST_NET, EgressOnlyInternetGatewayId: 'eigw-00000000000000001' },
    'InvalidParameterValue',
    CREATE,
  ],
  [{ Action: 'CreateRoute', ...TEST_NET, VpcEndpointId: 'vpce-9' }, 'InvalidVpcEndpointId.NotFound', ERRORS],
  [{ Action: 'CreateRoute', ...TEST_NET, VpcEndpointId: VPCE_SSM }, 'RouteNotSupported', CREATE],
  // More specific than local: only a whole subnet, only to what lies inside of the VPC.
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '10.0.2.0/24', TransitGatewayId: TGW },
    'InvalidParameterValue',
    GUIDE,
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '10.0.2.0/25', NetworkInterfaceId: 'eni-c' },
    'InvalidParameterValue',
    GUIDE,
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '172.16.0.0/12', GatewayId: 'local' },
    'InvalidParameterValue',
    GUIDE,
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationPrefixListId: OFFICE, GatewayId: 'local' },
    'InvalidParameterValue',
    GUIDE,
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationCidrBlock: '169.254.168.0/24', GatewayId: 'igw-1' },
    'InvalidParameterValue',
    GUIDE,
  ],
  [
    { Action: 'CreateRoute', ...RTB, DestinationIpv6CidrBlock: 'fd00:ec2::/40', GatewayId: 'igw-1' },
    'InvalidParameterValue',
    GUIDE,
  ],
  // The route of a gateway endpoint follows the endpoint alone.
  [
    { Action: 'CreateRoute', RouteTableId: 'rtb-s', DestinationPrefixListId: S3_LIST, NatGatewayId: NAT },
    'RouteAlreadyExists',
    ENDPOINTS,
  ],
  [
    { Action: 'ReplaceRoute', RouteTableId: 'rtb-s', DestinationPrefixListId: S3_LIST, NatGatewayId: NAT },
    'InvalidParameterValue',
    ENDPOINTS,
  ],
  [
    { Action: 'DeleteRoute', RouteTableId: 'rtb-s', DestinationPrefixListId: S3_LIST },
    'InvalidParameterValue',
    ENDPOINTS,
  ],
  [{ Action: 'ReplaceRoute', ...TEST_NET, GatewayId: 'igw-1' }, 'InvalidParameterValue', ERRORS],
  [
    { Action: 'ReplaceRoute', ...RTB, DestinationCidrBlock: '0.0.0.0/0', LocalTarget: true },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/vpc/latest/userguide/replace-local-route-target.html',
  ],
  [
    { Action: 'ReplaceRoute', ...RTB, DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'igw-1' },
    'InvalidParameterValue',
    GUIDE,
  ],
  [{ Action: 'DeleteRoute', ...TEST_NET }, 'InvalidRoute.NotFound', ERRORS],
  [{ Action: 'DeleteRoute', ...RTB, DestinationCidrBlock: '10.0.0.0/16' }, 'InvalidParameterValue', GUIDE],
  [{ Action: 'CreateRouteTable', VpcId: 'vpc-9' }, 'InvalidVpcID.NotFound', ERRORS],
  [{ Action: 'DeleteRouteTable', RouteTableId: 'rtb-9' }, 'InvalidRouteTableID.NotFound', ERRORS],
  [{ Action: 'DeleteRouteTable', RouteTableId: 'rtb-c' }, 'DependencyViolation', ERRORS],
  [
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare', SubnetId: 'subnet-9' },
    'InvalidSubnetID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare', SubnetId: 'subnet-s' },
    'Resource.AlreadyAssociated',
    ERRORS,
  ],
  [
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-2', SubnetId: 'subnet-s' },
    'InvalidParameterValue',
    GUIDE,
  ],
  [{ Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare' }, 'MissingParameter', ERRORS],
  [
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare', SubnetId: 'subnet-s', GatewayId: 'igw-1' },
    'InvalidParameterCombination',
    ERRORS,
  ],
  [
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare', GatewayId: 'igw-9' },
    'InvalidInternetGatewayID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare', GatewayId: 'igw-2' },
    'InvalidParameterValue',
    EDGE,
  ],
  // The main table, and one with a route out of the VPC.
  [
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-c', GatewayId: 'igw-1' },
    'InvalidParameterValue',
    EDGE,
  ],
  [{ Action: 'AssociateRouteTable', RouteTableId: 'rtb-s', GatewayId: VGW }, 'InvalidParameterValue', EDGE],
  [
    { Action: 'DisassociateRouteTable', AssociationId: 'rtbassoc-9' },
    'InvalidAssociationID.NotFound',
    ERRORS,
  ],
  [{ Action: 'DisassociateRouteTable', AssociationId: 'rtbassoc-c' }, 'InvalidParameterValue', GUIDE],
  [
    { Action: 'ReplaceRouteTableAssociation', AssociationId: 'rtbassoc-9', RouteTableId: 'rtb-c' },
    'InvalidAssociationID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'ReplaceRouteTableAssociation', AssociationId: 'rtbassoc-s', RouteTableId: 'rtb-2' },
    'InvalidParameterValue',
    GUIDE,
  ],
  [
    { Action: 'EnableVgwRoutePropagation', RouteTableId: 'rtb-9', GatewayId: VGW },
    'InvalidRouteTableID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'EnableVgwRoutePropagation', RouteTableId: 'rtb-s', GatewayId: 'vgw-9' },
    'InvalidVpnGatewayID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'EnableVgwRoutePropagation', RouteTableId: 'rtb-2', GatewayId: VGW },
    'Gateway.NotAttached',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableVgwRoutePropagation.html',
  ],
  [
    { Action: 'DisableVgwRoutePropagation', RouteTableId: 'rtb-9', GatewayId: VGW },
    'InvalidRouteTableID.NotFound',
    ERRORS,
  ],
];

export const LINES: readonly Line[] = [
  [
    { Action: 'CreateRoute', RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' },
    'aws ec2 create-route --route-table-id rtb-1 --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1',
  ],
  [
    {
      Action: 'CreateRoute',
      RouteTableId: 'rtb-1',
      DestinationIpv6CidrBlock: '::/0',
      EgressOnlyInternetGatewayId: 'eigw-1',
    },
    'aws ec2 create-route --route-table-id rtb-1 --destination-ipv6-cidr-block ::/0 --egress-only-internet-gateway-id eigw-1',
  ],
  [
    {
      Action: 'CreateRoute',
      RouteTableId: 'rtb-1',
      DestinationPrefixListId: 'pl-1',
      TransitGatewayId: 'tgw-1',
    },
    'aws ec2 create-route --route-table-id rtb-1 --destination-prefix-list-id pl-1 --transit-gateway-id tgw-1',
  ],
  [
    { Action: 'CreateRoute', ...TEST_NET, VpcEndpointId: VPCE_GWLB },
    `aws ec2 create-route --route-table-id rtb-c --destination-cidr-block 192.0.2.0/24 --vpc-endpoint-id ${VPCE_GWLB}`,
  ],
  [
    { Action: 'ReplaceRoute', ...RTB, DestinationCidrBlock: '10.0.0.0/16', LocalTarget: true },
    'aws ec2 replace-route --route-table-id rtb-c --destination-cidr-block 10.0.0.0/16 --local-target',
  ],
  [
    { Action: 'DeleteRoute', ...RTB, DestinationCidrBlock: '0.0.0.0/0' },
    'aws ec2 delete-route --route-table-id rtb-c --destination-cidr-block 0.0.0.0/0',
  ],
  [{ Action: 'CreateRouteTable', VpcId: 'vpc-1' }, 'aws ec2 create-route-table --vpc-id vpc-1'],
  [
    { Action: 'DeleteRouteTable', RouteTableId: { Ref: 'table' } },
    'aws ec2 delete-route-table --route-table-id "$table"',
  ],
  [
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-1', GatewayId: 'igw-1' },
    'aws ec2 associate-route-table --route-table-id rtb-1 --gateway-id igw-1',
  ],
  [
    { Action: 'DisassociateRouteTable', AssociationId: 'rtbassoc-1' },
    'aws ec2 disassociate-route-table --association-id rtbassoc-1',
  ],
  [
    { Action: 'ReplaceRouteTableAssociation', AssociationId: 'rtbassoc-1', RouteTableId: 'rtb-2' },
    'aws ec2 replace-route-table-association --association-id rtbassoc-1 --route-table-id rtb-2',
  ],
  [
    { Action: 'EnableVgwRoutePropagation', RouteTableId: 'rtb-1', GatewayId: 'vgw-1' },
    'aws ec2 enable-vgw-route-propagation --route-table-id rtb-1 --gateway-id vgw-1',
  ],
  [
    { Action: 'DisableVgwRoutePropagation', RouteTableId: 'rtb-1', GatewayId: 'vgw-1' },
    'aws ec2 disable-vgw-route-propagation --route-table-id rtb-1 --gateway-id vgw-1',
  ],
];
