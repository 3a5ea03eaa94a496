/** Calls about transit gateways: refusals and command lines. */
import {
  ATTACH_1,
  ATTACH_2,
  ATTACH_PEER,
  ERRORS,
  type Line,
  OFFICE,
  type Refused,
  TABLE,
  TABLE_2,
  TGW,
} from '../../../support/calls';

const ATTACHMENTS = 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html';
const PEERING = 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html';
const TABLES = 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html';
const LISTS = 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-prefix-lists.html';
const HOW = 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html';

const CREATE = { TransitGatewayId: TGW, VpcId: 'vpc-3' };
const T = { TransitGatewayRouteTableId: TABLE };
const ROUTE = { ...T, DestinationCidrBlock: '0.0.0.0/0' };

export const REFUSED: readonly Refused[] = [
  [{ Action: 'ModifyTransitGateway', TransitGatewayId: 'tgw-9' }, 'InvalidTransitGatewayID.NotFound', ERRORS],
  [
    {
      Action: 'ModifyTransitGateway',
      TransitGatewayId: TGW,
      Options: { AssociationDefaultRouteTableId: 'tgw-rtb-9' },
    },
    'InvalidRouteTableID.NotFound',
    ERRORS,
  ],
  [{ Action: 'DeleteTransitGateway', TransitGatewayId: 'tgw-9' }, 'InvalidTransitGatewayID.NotFound', ERRORS],
  [
    { Action: 'DeleteTransitGateway', TransitGatewayId: TGW },
    'IncorrectState',
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html',
  ],
  [
    { Action: 'CreateTransitGatewayVpcAttachment', ...CREATE, TransitGatewayId: 'tgw-9', SubnetIds: [] },
    'InvalidTransitGatewayID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateTransitGatewayVpcAttachment', ...CREATE, VpcId: 'vpc-9', SubnetIds: [] },
    'InvalidVpcID.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'CreateTransitGatewayVpcAttachment',
      TransitGatewayId: TGW,
      VpcId: 'vpc-2',
      SubnetIds: ['subnet-2'],
    },
    'DuplicateTransitGatewayAttachment',
    ATTACHMENTS,
  ],
  [
    { Action: 'CreateTransitGatewayVpcAttachment', ...CREATE, SubnetIds: [] },
    'MissingParameter',
    ATTACHMENTS,
  ],
  [
    { Action: 'CreateTransitGatewayVpcAttachment', ...CREATE, SubnetIds: ['subnet-2'] },
    'InvalidSubnetID.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'ModifyTransitGatewayVpcAttachment',
      TransitGatewayAttachmentId: 'tgw-attach-9',
      AddSubnetIds: ['subnet-c'],
    },
    'InvalidTransitGatewayAttachmentID.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'ModifyTransitGatewayVpcAttachment',
      TransitGatewayAttachmentId: ATTACH_1,
      AddSubnetIds: ['subnet-s'],
    },
    'DuplicateSubnetsInSameZone',
    ATTACHMENTS,
  ],
  [
    {
      Action: 'ModifyTransitGatewayVpcAttachment',
      TransitGatewayAttachmentId: ATTACH_2,
      RemoveSubnetIds: ['subnet-2'],
    },
    'InvalidParameterValue',
    ATTACHMENTS,
  ],
  [
    {
      Action: 'ModifyTransitGatewayVpcAttachment',
      TransitGatewayAttachmentId: ATTACH_2,
      RemoveSubnetIds: ['subnet-c'],
    },
    'InvalidParameterValue',
    ATTACHMENTS,
  ],
  [
    { Action: 'DeleteTransitGatewayVpcAttachment', TransitGatewayAttachmentId: ATTACH_PEER },
    'InvalidTransitGatewayAttachmentID.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'CreateTransitGatewayPeeringAttachment',
      TransitGatewayId: 'tgw-9',
      PeerTransitGatewayId: TGW,
      PeerAccountId: '111122223333',
      PeerRegion: 'eu-central-1',
    },
    'InvalidTransitGatewayID.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'CreateTransitGatewayPeeringAttachment',
      TransitGatewayId: TGW,
      PeerTransitGatewayId: 'tgw-9',
      PeerAccountId: '111122223333',
      PeerRegion: 'eu-central-1',
    },
    'InvalidTransitGatewayID.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'CreateTransitGatewayPeeringAttachment',
      TransitGatewayId: TGW,
      PeerTransitGatewayId: 'tgw-far',
      PeerAccountId: '111122223333',
      PeerRegion: 'us-east-1',
    },
    'DuplicateTransitGatewayAttachment',
    PEERING,
  ],
  [
    {
      Action: 'CreateTransitGatewayPeeringAttachment',
      TransitGatewayId: TGW,
      PeerTransitGatewayId: TGW,
      PeerAccountId: '111122223333',
      PeerRegion: 'eu-central-1',
    },
    'InvalidParameterValue',
    PEERING,
  ],
  [
    { Action: 'AcceptTransitGatewayPeeringAttachment', TransitGatewayAttachmentId: ATTACH_1 },
    'InvalidTransitGatewayAttachmentID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'RejectTransitGatewayPeeringAttachment', TransitGatewayAttachmentId: 'tgw-attach-9' },
    'InvalidTransitGatewayAttachmentID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'DeleteTransitGatewayPeeringAttachment', TransitGatewayAttachmentId: 'tgw-attach-9' },
    'InvalidTransitGatewayAttachmentID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateTransitGatewayRouteTable', TransitGatewayId: 'tgw-9' },
    'InvalidTransitGatewayID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'DeleteTransitGatewayRouteTable', TransitGatewayRouteTableId: 'tgw-rtb-9' },
    'InvalidRouteTableID.NotFound',
    ERRORS,
  ],
  [{ Action: 'DeleteTransitGatewayRouteTable', ...T }, 'IncorrectState', TABLES],
  [
    {
      Action: 'AssociateTransitGatewayRouteTable',
      TransitGatewayRouteTableId: TABLE_2,
      TransitGatewayAttachmentId: ATTACH_1,
    },
    'Resource.AlreadyAssociated',
    HOW,
  ],
  [
    {
      Action: 'AssociateTransitGatewayRouteTable',
      TransitGatewayRouteTableId: TABLE_2,
      TransitGatewayAttachmentId: ATTACH_PEER,
    },
    'IncorrectState',
    PEERING,
  ],
  [
    {
      Action: 'DisassociateTransitGatewayRouteTable',
      TransitGatewayRouteTableId: TABLE_2,
      TransitGatewayAttachmentId: ATTACH_1,
    },
    'InvalidAssociation.NotFound',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateTransitGatewayRouteTable.html',
  ],
  [
    {
      Action: 'EnableTransitGatewayRouteTablePropagation',
      ...T,
      TransitGatewayAttachmentId: ATTACH_1,
    },
    'TransitGatewayRouteTablePropagation.Duplicate',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableTransitGatewayRouteTablePropagation.html',
  ],
  [
    {
      Action: 'DisableTransitGatewayRouteTablePropagation',
      TransitGatewayRouteTableId: TABLE_2,
      TransitGatewayAttachmentId: ATTACH_1,
    },
    'TransitGatewayRouteTablePropagation.NotFound',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableTransitGatewayRouteTablePropagation.html',
  ],
  [{ Action: 'CreateTransitGatewayRoute', ...ROUTE }, 'MissingParameter', TABLES],
  [
    {
      Action: 'CreateTransitGatewayRoute',
      ...ROUTE,
      Blackhole: true,
      TransitGatewayAttachmentId: ATTACH_1,
    },
    'InvalidParameterCombination',
    TABLES,
  ],
  [
    { Action: 'CreateTransitGatewayRoute', ...T, DestinationCidrBlock: 'all', Blackhole: true },
    'InvalidParameterValue',
    ERRORS,
  ],
  [
    { Action: 'CreateTransitGatewayRoute', ...ROUTE, TransitGatewayAttachmentId: 'tgw-attach-9' },
    'InvalidTransitGatewayAttachmentID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateTransitGatewayRoute', ...ROUTE, TransitGatewayAttachmentId: ATTACH_PEER },
    'IncorrectState',
    PEERING,
  ],
  [{ Action: 'ReplaceTransitGatewayRoute', ...ROUTE, Blackhole: true }, 'InvalidRoute.NotFound', ERRORS],
  [
    { Action: 'CreateTransitGatewayPrefixListReference', ...T, PrefixListId: 'pl-9', Blackhole: true },
    'InvalidPrefixListID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateTransitGatewayPrefixListReference', ...T, PrefixListId: OFFICE },
    'MissingParameter',
    LISTS,
  ],
  [
    {
      Action: 'ModifyTransitGatewayPrefixListReference',
      TransitGatewayRouteTableId: 'tgw-rtb-9',
      PrefixListId: OFFICE,
      Blackhole: true,
    },
    'InvalidRouteTableID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'ModifyTransitGatewayPrefixListReference', ...T, PrefixListId: OFFICE, Blackhole: true },
    'InvalidRoute.NotFound',
    ERRORS,
  ],
  [
    { Action: 'DeleteTransitGatewayPrefixListReference', ...T, PrefixListId: OFFICE },
    'InvalidRoute.NotFound',
    ERRORS,
  ],
  // Propagated rows are nobody's to remove.
  [
    { Action: 'DeleteTransitGatewayRoute', ...T, DestinationCidrBlock: '10.1.0.0/16' },
    'InvalidRoute.NotFound',
    HOW,
  ],
];

export const LINES: readonly Line[] = [
  [
    {
      Action: 'CreateTransitGateway',
      Description: 'hub',
      Options: { AmazonSideAsn: 64513, DefaultRouteTableAssociation: 'disable' },
    },
    'aws ec2 create-transit-gateway --description hub --options AmazonSideAsn=64513,DefaultRouteTableAssociation=disable',
  ],
  [
    {
      Action: 'ModifyTransitGateway',
      TransitGatewayId: 'tgw-1',
      Options: { DefaultRouteTableAssociation: 'enable', AssociationDefaultRouteTableId: { Ref: 'table' } },
    },
    'aws ec2 modify-transit-gateway --transit-gateway-id tgw-1 --options DefaultRouteTableAssociation=enable,AssociationDefaultRouteTableId="$table"',
  ],
  [
    { Action: 'DeleteTransitGateway', TransitGatewayId: 'tgw-1' },
    'aws ec2 delete-transit-gateway --transit-gateway-id tgw-1',
  ],
  [
    {
      Action: 'CreateTransitGatewayVpcAttachment',
      TransitGatewayId: 'tgw-1',
      VpcId: 'vpc-1',
      SubnetIds: ['subnet-1', { Ref: 'subnet' }],
      Options: { ApplianceModeSupport: 'enable' },
    },
    'aws ec2 create-transit-gateway-vpc-attachment --transit-gateway-id tgw-1 --vpc-id vpc-1 --subnet-ids subnet-1 "$subnet" --options ApplianceModeSupport=enable',
  ],
  [
    {
      Action: 'ModifyTransitGatewayVpcAttachment',
      TransitGatewayAttachmentId: 'tgw-attach-1',
      AddSubnetIds: ['subnet-1'],
      RemoveSubnetIds: ['subnet-2', 'subnet-3'],
    },
    'aws ec2 modify-transit-gateway-vpc-attachment --transit-gateway-attachment-id tgw-attach-1 --add-subnet-ids subnet-1 --remove-subnet-ids subnet-2 subnet-3',
  ],
  [
    { Action: 'DeleteTransitGatewayVpcAttachment', TransitGatewayAttachmentId: 'tgw-attach-1' },
    'aws ec2 delete-transit-gateway-vpc-attachment --transit-gateway-attachment-id tgw-attach-1',
  ],
  [
    {
      Action: 'CreateTransitGatewayPeeringAttachment',
      TransitGatewayId: 'tgw-1',
      PeerTransitGatewayId: 'tgw-2',
      PeerAccountId: '111122223333',
      PeerRegion: 'us-east-1',
    },
    'aws ec2 create-transit-gateway-peering-attachment --transit-gateway-id tgw-1 --peer-transit-gateway-id tgw-2 --peer-account-id 111122223333 --peer-region us-east-1',
  ],
  [
    { Action: 'AcceptTransitGatewayPeeringAttachment', TransitGatewayAttachmentId: 'tgw-attach-1' },
    'aws ec2 accept-transit-gateway-peering-attachment --transit-gateway-attachment-id tgw-attach-1',
  ],
  [
    { Action: 'RejectTransitGatewayPeeringAttachment', TransitGatewayAttachmentId: 'tgw-attach-1' },
    'aws ec2 reject-transit-gateway-peering-attachment --transit-gateway-attachment-id tgw-attach-1',
  ],
  [
    { Action: 'DeleteTransitGatewayPeeringAttachment', TransitGatewayAttachmentId: 'tgw-attach-1' },
    'aws ec2 delete-transit-gateway-peering-attachment --transit-gateway-attachment-id tgw-attach-1',
  ],
  [
    { Action: 'CreateTransitGatewayRouteTable', TransitGatewayId: 'tgw-1' },
    'aws ec2 create-transit-gateway-route-table --transit-gateway-id tgw-1',
  ],
  [
    { Action: 'DeleteTransitGatewayRouteTable', TransitGatewayRouteTableId: 'tgw-rtb-1' },
    'aws ec2 delete-transit-gateway-route-table --transit-gateway-route-table-id tgw-rtb-1',
  ],
  ...(
    [
      ['AssociateTransitGatewayRouteTable', 'associate-transit-gateway-route-table'],
      ['DisassociateTransitGatewayRouteTable', 'disassociate-transit-gateway-route-table'],
      ['EnableTransitGatewayRouteTablePropagation', 'enable-transit-gateway-route-table-propagation'],
      ['DisableTransitGatewayRouteTablePropagation', 'disable-transit-gateway-route-table-propagation'],
    ] as const
  ).map(
    ([Action, name]): Line => [
      { Action, TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayAttachmentId: 'tgw-attach-1' },
      `aws ec2 ${name} --transit-gateway-route-table-id tgw-rtb-1 --transit-gateway-attachment-id tgw-attach-1`,
    ],
  ),
  [
    {
      Action: 'CreateTransitGatewayRoute',
      TransitGatewayRouteTableId: 'tgw-rtb-1',
      DestinationCidrBlock: '10.0.0.0/8',
      Blackhole: true,
    },
    'aws ec2 create-transit-gateway-route --transit-gateway-route-table-id tgw-rtb-1 --destination-cidr-block 10.0.0.0/8 --blackhole',
  ],
  [
    {
      Action: 'ReplaceTransitGatewayRoute',
      TransitGatewayRouteTableId: 'tgw-rtb-1',
      DestinationCidrBlock: '10.0.0.0/8',
      TransitGatewayAttachmentId: 'tgw-attach-1',
    },
    'aws ec2 replace-transit-gateway-route --transit-gateway-route-table-id tgw-rtb-1 --destination-cidr-block 10.0.0.0/8 --transit-gateway-attachment-id tgw-attach-1',
  ],
  [
    {
      Action: 'DeleteTransitGatewayRoute',
      TransitGatewayRouteTableId: 'tgw-rtb-1',
      DestinationCidrBlock: '10.0.0.0/8',
    },
    'aws ec2 delete-transit-gateway-route --transit-gateway-route-table-id tgw-rtb-1 --destination-cidr-block 10.0.0.0/8',
  ],
  ...(
    [
      ['CreateTransitGatewayPrefixListReference', 'create-transit-gateway-prefix-list-reference'],
      ['ModifyTransitGatewayPrefixListReference', 'modify-transit-gateway-prefix-list-reference'],
    ] as const
  ).map(
    ([Action, name]): Line => [
      {
        Action,
        TransitGatewayRouteTableId: 'tgw-rtb-1',
        PrefixListId: 'pl-1',
        TransitGatewayAttachmentId: 'tgw-attach-1',
      },
      `aws ec2 ${name} --transit-gateway-route-table-id tgw-rtb-1 --prefix-list-id pl-1 --transit-gateway-attachment-id tgw-attach-1`,
    ],
  ),
  [
    {
      Action: 'DeleteTransitGatewayPrefixListReference',
      TransitGatewayRouteTableId: 'tgw-rtb-1',
      PrefixListId: 'pl-1',
    },
    'aws ec2 delete-transit-gateway-prefix-list-reference --transit-gateway-route-table-id tgw-rtb-1 --prefix-list-id pl-1',
  ],
];
