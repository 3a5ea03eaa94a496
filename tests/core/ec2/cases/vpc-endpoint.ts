/** Calls about VPC endpoints: refusals and command lines. */
import {
  ERRORS,
  GWLB,
  type Line,
  type Refused,
  S3,
  SSM,
  VPCE_GWLB,
  VPCE_S3,
  VPCE_SSM,
} from '../../../support/calls';

const CREATE = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html';
const GATEWAY = 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html';
const INTERFACE = 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html';

export const REFUSED: readonly Refused[] = [
  [{ Action: 'CreateVpcEndpoint', VpcId: 'vpc-9', ServiceName: S3 }, 'InvalidVpcID.NotFound', ERRORS],
  [{ Action: 'CreateVpcEndpoint', VpcId: 'vpc-1', ServiceName: SSM }, 'InvalidServiceName', GATEWAY],
  [
    { Action: 'CreateVpcEndpoint', VpcId: 'vpc-1', ServiceName: 's3', VpcEndpointType: 'Interface' },
    'InvalidServiceName',
    ERRORS,
  ],
  [
    { Action: 'CreateVpcEndpoint', VpcId: 'vpc-1', ServiceName: S3, SubnetIds: ['subnet-s'] },
    'InvalidParameter',
    CREATE,
  ],
  [
    {
      Action: 'CreateVpcEndpoint',
      VpcId: 'vpc-1',
      ServiceName: SSM,
      VpcEndpointType: 'Interface',
      RouteTableIds: ['rtb-s'],
    },
    'InvalidParameter',
    CREATE,
  ],
  [
    { Action: 'CreateVpcEndpoint', VpcId: 'vpc-1', ServiceName: S3, SecurityGroupIds: ['sg-c'] },
    'InvalidParameter',
    CREATE,
  ],
  [
    {
      Action: 'CreateVpcEndpoint',
      VpcId: 'vpc-1',
      ServiceName: GWLB,
      VpcEndpointType: 'GatewayLoadBalancer',
      SubnetIds: ['subnet-c', 'subnet-s'],
    },
    'InvalidParameter',
    CREATE,
  ],
  [
    { Action: 'CreateVpcEndpoint', VpcId: 'vpc-1', ServiceName: S3, RouteTableIds: ['rtb-2'] },
    'InvalidRouteTableID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateVpcEndpoint', VpcId: 'vpc-1', ServiceName: S3, RouteTableIds: ['rtb-s'] },
    'RouteAlreadyExists',
    GATEWAY,
  ],
  [
    {
      Action: 'CreateVpcEndpoint',
      VpcId: 'vpc-1',
      ServiceName: SSM,
      VpcEndpointType: 'Interface',
      SubnetIds: ['subnet-2'],
    },
    'InvalidSubnetID.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'CreateVpcEndpoint',
      VpcId: 'vpc-1',
      ServiceName: SSM,
      VpcEndpointType: 'Interface',
      SubnetIds: ['subnet-s', 'subnet-s'],
    },
    'DuplicateSubnetsInSameZone',
    ERRORS,
  ],
  [
    {
      Action: 'CreateVpcEndpoint',
      VpcId: 'vpc-1',
      ServiceName: SSM,
      VpcEndpointType: 'Interface',
      SecurityGroupIds: ['sg-9'],
    },
    'InvalidGroup.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateVpcEndpoint', VpcId: 'vpc-1', ServiceName: S3, PolicyDocument: 'allow' },
    'InvalidPolicyDocument',
    ERRORS,
  ],
  [{ Action: 'ModifyVpcEndpoint', VpcEndpointId: 'vpce-9' }, 'InvalidVpcEndpointId.NotFound', ERRORS],
  [
    { Action: 'ModifyVpcEndpoint', VpcEndpointId: VPCE_S3, AddSubnetIds: ['subnet-c'] },
    'InvalidParameter',
    CREATE,
  ],
  [
    { Action: 'ModifyVpcEndpoint', VpcEndpointId: VPCE_S3, ResetPolicy: true, PolicyDocument: '{}' },
    'InvalidParameterCombination',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpoint.html',
  ],
  [
    { Action: 'ModifyVpcEndpoint', VpcEndpointId: VPCE_SSM, RemoveSecurityGroupIds: ['sg-default'] },
    'InvalidParameter',
    INTERFACE,
  ],
  [{ Action: 'DeleteVpcEndpoints', VpcEndpointIds: ['vpce-9'] }, 'InvalidVpcEndpointId.NotFound', ERRORS],
];

export const LINES: readonly Line[] = [
  [
    {
      Action: 'CreateVpcEndpoint',
      VpcId: 'vpc-1',
      ServiceName: S3,
      RouteTableIds: ['rtb-1', 'rtb-2'],
      PolicyDocument: '{"Statement":[]}',
    },
    `aws ec2 create-vpc-endpoint --vpc-id vpc-1 --service-name ${S3} --route-table-ids rtb-1 rtb-2 --policy-document '{"Statement":[]}'`,
  ],
  [
    {
      Action: 'CreateVpcEndpoint',
      VpcId: 'vpc-1',
      ServiceName: SSM,
      VpcEndpointType: 'Interface',
      SubnetIds: ['subnet-1'],
      SecurityGroupIds: ['sg-1'],
      PrivateDnsEnabled: false,
    },
    `aws ec2 create-vpc-endpoint --vpc-id vpc-1 --service-name ${SSM} --vpc-endpoint-type Interface --subnet-ids subnet-1 --security-group-ids sg-1 --no-private-dns-enabled`,
  ],
  [
    {
      Action: 'ModifyVpcEndpoint',
      VpcEndpointId: VPCE_GWLB,
      AddRouteTableIds: ['rtb-1'],
      RemoveRouteTableIds: ['rtb-2'],
      ResetPolicy: true,
    },
    `aws ec2 modify-vpc-endpoint --vpc-endpoint-id ${VPCE_GWLB} --add-route-table-ids rtb-1 --remove-route-table-ids rtb-2 --reset-policy`,
  ],
  [
    {
      Action: 'ModifyVpcEndpoint',
      VpcEndpointId: 'vpce-1',
      AddSubnetIds: ['subnet-1'],
      RemoveSubnetIds: ['subnet-2'],
      AddSecurityGroupIds: ['sg-1'],
      RemoveSecurityGroupIds: ['sg-2'],
      PrivateDnsEnabled: true,
    },
    'aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-1 --add-subnet-ids subnet-1 --remove-subnet-ids subnet-2 --add-security-group-ids sg-1 --remove-security-group-ids sg-2 --private-dns-enabled',
  ],
  [
    { Action: 'DeleteVpcEndpoints', VpcEndpointIds: ['vpce-1', 'vpce-2'] },
    'aws ec2 delete-vpc-endpoints --vpc-endpoint-ids vpce-1 vpce-2',
  ],
];
