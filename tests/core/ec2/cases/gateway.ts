/** Calls about internet gateways, NAT gateways, addresses and peering: refusals and command lines. */
import { ERRORS, type Line, made, NAT, type Refused } from '../../../support/calls';

const NAT_GUIDE = 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html';
const NAT_CREATE = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html';
const REGIONAL = 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html';
const PEERING = 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html';

export const REFUSED: readonly Refused[] = [
  [{ Action: 'AllocateAddress', Address: '198.51.100.1' }, 'InvalidAddress.NotFound', ERRORS],
  [{ Action: 'ReleaseAddress', AllocationId: 'eipalloc-9' }, 'InvalidAllocationID.NotFound', ERRORS],
  [{ Action: 'ReleaseAddress', AllocationId: 'eipalloc-2' }, 'InvalidIPAddress.InUse', ERRORS],
  [
    { Action: 'AssociateAddress', AllocationId: 'eipalloc-9', InstanceId: 'i-c' },
    'InvalidAllocationID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'AssociateAddress', AllocationId: 'eipalloc-1', InstanceId: 'i-9' },
    'InvalidInstanceID.NotFound',
    ERRORS,
  ],
  [{ Action: 'AssociateAddress', AllocationId: 'eipalloc-1' }, 'MissingParameter', ERRORS],
  [
    { Action: 'AssociateAddress', AllocationId: 'eipalloc-1', NetworkInterfaceId: 'eni-9' },
    'InvalidNetworkInterfaceID.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'AssociateAddress',
      AllocationId: 'eipalloc-1',
      NetworkInterfaceId: 'eni-c',
      PrivateIpAddress: '10.0.1.99',
    },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html',
  ],
  [
    {
      Action: 'AssociateAddress',
      AllocationId: 'eipalloc-2',
      InstanceId: 'i-c',
      AllowReassociation: false,
    },
    'Resource.AlreadyAssociated',
    ERRORS,
  ],
  // A NAT gateway's address.
  [{ Action: 'AssociateAddress', AllocationId: 'eipalloc-2', InstanceId: 'i-c' }, 'AuthFailure', NAT_GUIDE],
  [{ Action: 'DisassociateAddress', AssociationId: made('eipassoc') }, 'AuthFailure', NAT_GUIDE],
  [{ Action: 'DisassociateAddress', AssociationId: 'eipassoc-9' }, 'InvalidAssociationID.NotFound', ERRORS],
  [
    { Action: 'DeleteInternetGateway', InternetGatewayId: 'igw-9' },
    'InvalidInternetGatewayID.NotFound',
    ERRORS,
  ],
  [{ Action: 'DeleteInternetGateway', InternetGatewayId: 'igw-1' }, 'DependencyViolation', ERRORS],
  [
    { Action: 'AttachInternetGateway', InternetGatewayId: 'igw-2', VpcId: 'vpc-1' },
    'InvalidParameterValue',
    ERRORS,
  ],
  [
    { Action: 'AttachInternetGateway', InternetGatewayId: 'igw-1', VpcId: 'vpc-2' },
    'Resource.AlreadyAssociated',
    ERRORS,
  ],
  [
    { Action: 'DetachInternetGateway', InternetGatewayId: 'igw-2', VpcId: 'vpc-1' },
    'Gateway.NotAttached',
    ERRORS,
  ],
  [
    { Action: 'DetachInternetGateway', InternetGatewayId: 'igw-1', VpcId: 'vpc-1' },
    'DependencyViolation',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachInternetGateway.html',
  ],
  [{ Action: 'CreateEgressOnlyInternetGateway', VpcId: 'vpc-9' }, 'InvalidVpcID.NotFound', ERRORS],
  [
    { Action: 'CreateEgressOnlyInternetGateway', VpcId: 'vpc-1' },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html',
  ],
  [
    { Action: 'DeleteEgressOnlyInternetGateway', EgressOnlyInternetGatewayId: 'eigw-9' },
    'InvalidGatewayID.NotFound',
    ERRORS,
  ],
  [{ Action: 'CreateNatGateway', AllocationId: 'eipalloc-1' }, 'MissingParameter', NAT_CREATE],
  [
    { Action: 'CreateNatGateway', SubnetId: 'subnet-9', AllocationId: 'eipalloc-1' },
    'InvalidSubnetID.NotFound',
    ERRORS,
  ],
  [{ Action: 'CreateNatGateway', SubnetId: 'subnet-c' }, 'MissingParameter', NAT_CREATE],
  [
    {
      Action: 'CreateNatGateway',
      SubnetId: 'subnet-c',
      AllocationId: 'eipalloc-1',
      ConnectivityType: 'private',
    },
    'InvalidParameterCombination',
    NAT_CREATE,
  ],
  [
    {
      Action: 'CreateNatGateway',
      SubnetId: 'subnet-c',
      ConnectivityType: 'private',
      PrivateIpAddress: '10.0.1.10',
    },
    'InvalidIPAddress.InUse',
    ERRORS,
  ],
  [{ Action: 'CreateNatGateway', AvailabilityMode: 'regional' }, 'MissingParameter', REGIONAL],
  [
    {
      Action: 'CreateNatGateway',
      AvailabilityMode: 'regional',
      VpcId: 'vpc-1',
      ConnectivityType: 'private',
    },
    'InvalidParameterCombination',
    REGIONAL,
  ],
  [{ Action: 'DeleteNatGateway', NatGatewayId: 'nat-9' }, 'NatGatewayNotFound', ERRORS],
  [
    { Action: 'AssociateNatGatewayAddress', NatGatewayId: 'nat-9', AllocationIds: ['eipalloc-1'] },
    'NatGatewayNotFound',
    ERRORS,
  ],
  [
    { Action: 'AssociateNatGatewayAddress', NatGatewayId: NAT, AllocationIds: ['eipalloc-9'] },
    'InvalidAllocationID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'AssociateNatGatewayAddress', NatGatewayId: NAT, AllocationIds: ['eipalloc-2'] },
    'Resource.AlreadyAssociated',
    ERRORS,
  ],
  [
    {
      Action: 'AssociateNatGatewayAddress',
      NatGatewayId: NAT,
      AllocationIds: Array.from({ length: 8 }, () => 'eipalloc-1'),
    },
    'PrivateIpAddressLimitExceeded',
    NAT_GUIDE,
  ],
  [
    { Action: 'DisassociateNatGatewayAddress', NatGatewayId: NAT, AssociationIds: ['eipassoc-9'] },
    'InvalidAssociationID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'DisassociateNatGatewayAddress', NatGatewayId: NAT, AssociationIds: [made('eipassoc')] },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateNatGatewayAddress.html',
  ],
  [
    { Action: 'AssignPrivateNatGatewayAddress', NatGatewayId: NAT, PrivateIpAddressCount: 1 },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignPrivateNatGatewayAddress.html',
  ],
  [
    { Action: 'UnassignPrivateNatGatewayAddress', NatGatewayId: NAT, PrivateIpAddresses: ['10.0.1.99'] },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnassignPrivateNatGatewayAddress.html',
  ],
  [
    { Action: 'CreateVpcPeeringConnection', VpcId: 'vpc-1', PeerVpcId: 'vpc-2' },
    'VpcPeeringConnectionAlreadyExists',
    PEERING,
  ],
  [
    { Action: 'CreateVpcPeeringConnection', VpcId: 'vpc-1', PeerVpcId: 'vpc-9' },
    'InvalidVpcID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-9' },
    'InvalidVpcPeeringConnectionID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'RejectVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-9' },
    'InvalidVpcPeeringConnectionID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'DeleteVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-9' },
    'InvalidVpcPeeringConnectionID.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'ModifyVpcPeeringConnectionOptions',
      VpcPeeringConnectionId: 'pcx-1',
      RequesterPeeringConnectionOptions: { AllowDnsResolutionFromRemoteVpc: true },
    },
    'OperationNotPermitted',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcPeeringConnectionOptions.html',
  ],
  [
    { Action: 'ModifyVpcPeeringConnectionOptions', VpcPeeringConnectionId: 'pcx-1' },
    'MissingParameter',
    ERRORS,
  ],
];

export const LINES: readonly Line[] = [
  [
    { Action: 'AllocateAddress', Domain: 'vpc', Address: '198.51.100.1' },
    'aws ec2 allocate-address --domain vpc --address 198.51.100.1',
  ],
  [
    { Action: 'ReleaseAddress', AllocationId: 'eipalloc-1' },
    'aws ec2 release-address --allocation-id eipalloc-1',
  ],
  [
    {
      Action: 'AssociateAddress',
      AllocationId: { Ref: 'address' },
      NetworkInterfaceId: 'eni-1',
      AllowReassociation: false,
    },
    'aws ec2 associate-address --allocation-id "$address" --network-interface-id eni-1 --no-allow-reassociation',
  ],
  [
    { Action: 'DisassociateAddress', AssociationId: 'eipassoc-1' },
    'aws ec2 disassociate-address --association-id eipassoc-1',
  ],
  [{ Action: 'CreateInternetGateway' }, 'aws ec2 create-internet-gateway'],
  [
    { Action: 'DeleteInternetGateway', InternetGatewayId: 'igw-1' },
    'aws ec2 delete-internet-gateway --internet-gateway-id igw-1',
  ],
  [
    { Action: 'AttachInternetGateway', InternetGatewayId: 'igw-1', VpcId: 'vpc-1' },
    'aws ec2 attach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-1',
  ],
  [
    { Action: 'DetachInternetGateway', InternetGatewayId: 'igw-1', VpcId: 'vpc-1' },
    'aws ec2 detach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-1',
  ],
  [
    { Action: 'CreateEgressOnlyInternetGateway', VpcId: 'vpc-1' },
    'aws ec2 create-egress-only-internet-gateway --vpc-id vpc-1',
  ],
  [
    { Action: 'DeleteEgressOnlyInternetGateway', EgressOnlyInternetGatewayId: 'eigw-1' },
    'aws ec2 delete-egress-only-internet-gateway --egress-only-internet-gateway-id eigw-1',
  ],
  [
    {
      Action: 'CreateNatGateway',
      SubnetId: 'subnet-1',
      AllocationId: 'eipalloc-1',
      SecondaryAllocationIds: ['eipalloc-2', 'eipalloc-3'],
    },
    'aws ec2 create-nat-gateway --subnet-id subnet-1 --allocation-id eipalloc-1 --secondary-allocation-ids eipalloc-2 eipalloc-3',
  ],
  [
    {
      Action: 'CreateNatGateway',
      AvailabilityMode: 'regional',
      VpcId: 'vpc-1',
      AvailabilityZoneAddresses: [
        { AvailabilityZone: 'eu-central-1a', AllocationIds: ['eipalloc-1', { Ref: 'second' }] },
      ],
    },
    `aws ec2 create-nat-gateway --availability-mode regional --vpc-id vpc-1 --availability-zone-addresses 'AvailabilityZone=eu-central-1a,AllocationIds=[eipalloc-1,'"$second"']'`,
  ],
  [
    { Action: 'DeleteNatGateway', NatGatewayId: 'nat-1' },
    'aws ec2 delete-nat-gateway --nat-gateway-id nat-1',
  ],
  [
    { Action: 'AssociateNatGatewayAddress', NatGatewayId: 'nat-1', AllocationIds: ['eipalloc-1'] },
    'aws ec2 associate-nat-gateway-address --nat-gateway-id nat-1 --allocation-ids eipalloc-1',
  ],
  [
    { Action: 'DisassociateNatGatewayAddress', NatGatewayId: 'nat-1', AssociationIds: ['eipassoc-1'] },
    'aws ec2 disassociate-nat-gateway-address --nat-gateway-id nat-1 --association-ids eipassoc-1',
  ],
  [
    { Action: 'AssignPrivateNatGatewayAddress', NatGatewayId: 'nat-1', PrivateIpAddressCount: 2 },
    'aws ec2 assign-private-nat-gateway-address --nat-gateway-id nat-1 --private-ip-address-count 2',
  ],
  [
    {
      Action: 'UnassignPrivateNatGatewayAddress',
      NatGatewayId: 'nat-1',
      PrivateIpAddresses: ['10.0.0.5', '10.0.0.6'],
    },
    'aws ec2 unassign-private-nat-gateway-address --nat-gateway-id nat-1 --private-ip-addresses 10.0.0.5 10.0.0.6',
  ],
  [
    {
      Action: 'CreateVpcPeeringConnection',
      VpcId: 'vpc-1',
      PeerVpcId: 'vpc-2',
      PeerOwnerId: '444455556666',
      PeerRegion: 'us-east-1',
    },
    'aws ec2 create-vpc-peering-connection --vpc-id vpc-1 --peer-vpc-id vpc-2 --peer-owner-id 444455556666 --peer-region us-east-1',
  ],
  [
    { Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' },
    'aws ec2 accept-vpc-peering-connection --vpc-peering-connection-id pcx-1',
  ],
  [
    { Action: 'RejectVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' },
    'aws ec2 reject-vpc-peering-connection --vpc-peering-connection-id pcx-1',
  ],
  [
    { Action: 'DeleteVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' },
    'aws ec2 delete-vpc-peering-connection --vpc-peering-connection-id pcx-1',
  ],
  [
    {
      Action: 'ModifyVpcPeeringConnectionOptions',
      VpcPeeringConnectionId: 'pcx-1',
      AccepterPeeringConnectionOptions: { AllowDnsResolutionFromRemoteVpc: true },
    },
    'aws ec2 modify-vpc-peering-connection-options --vpc-peering-connection-id pcx-1 --accepter-peering-connection-options AllowDnsResolutionFromRemoteVpc=true',
  ],
];
