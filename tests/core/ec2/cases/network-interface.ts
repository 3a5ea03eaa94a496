/** Calls about network interfaces, their addresses, and instances: refusals and command lines. */
import { ERRORS, type Line, made, type Refused } from '../../../support/calls';

const MODIFY =
  'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html';
const CREATE = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterface.html';
const ASSIGN = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignPrivateIpAddresses.html';
const IPV6 = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignIpv6Addresses.html';
const MANAGED = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html';
const TIMEOUTS =
  'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html#connection-tracking-timeouts';
const SIZING = 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html';

const C = { NetworkInterfaceId: 'eni-c' };
/** The NAT gateway's interface. */
const SERVICE = { NetworkInterfaceId: made('eni') };

export const REFUSED: readonly Refused[] = [
  [{ Action: 'CreateNetworkInterface', SubnetId: 'subnet-9' }, 'InvalidSubnetID.NotFound', ERRORS],
  [
    { Action: 'CreateNetworkInterface', SubnetId: 'subnet-c', Groups: ['sg-9'] },
    'InvalidGroup.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateNetworkInterface', SubnetId: 'subnet-c', PrivateIpAddress: '10.0.1.10' },
    'InvalidIPAddress.InUse',
    ERRORS,
  ],
  [
    { Action: 'CreateNetworkInterface', SubnetId: 'subnet-c', PrivateIpAddress: '10.0.2.10' },
    'InvalidParameterValue',
    CREATE,
  ],
  [
    { Action: 'CreateNetworkInterface', SubnetId: 'subnet-c', PrivateIpAddress: '10.0.1.3' },
    'InvalidParameterValue',
    SIZING,
  ],
  [
    {
      Action: 'CreateNetworkInterface',
      SubnetId: 'subnet-c',
      PrivateIpAddress: '10.0.1.77',
      PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.78', Primary: true }],
    },
    'InvalidParameterCombination',
    CREATE,
  ],
  [
    {
      Action: 'CreateNetworkInterface',
      SubnetId: 'subnet-c',
      PrivateIpAddress: '10.0.1.77',
      PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.77' }],
    },
    'InvalidParameterValue',
    CREATE,
  ],
  [
    { Action: 'CreateNetworkInterface', SubnetId: 'subnet-c', SecondaryPrivateIpAddressCount: 300 },
    'InsufficientFreeAddressesInSubnet',
    ERRORS,
  ],
  [
    { Action: 'CreateNetworkInterface', SubnetId: 'subnet-c', Ipv6AddressCount: 1 },
    'InsufficientFreeAddressesInSubnet',
    ERRORS,
  ],
  [
    {
      Action: 'CreateNetworkInterface',
      SubnetId: 'subnet-c',
      ConnectionTrackingSpecification: { UdpTimeout: 29 },
    },
    'InvalidParameterValue',
    TIMEOUTS,
  ],
  [
    { Action: 'DeleteNetworkInterface', NetworkInterfaceId: 'eni-9' },
    'InvalidNetworkInterfaceID.NotFound',
    ERRORS,
  ],
  [{ Action: 'DeleteNetworkInterface', ...C }, 'InvalidParameterValue', ERRORS],
  [{ Action: 'DeleteNetworkInterface', ...SERVICE }, 'InvalidParameterValue', MANAGED],
  [
    { Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-9', Groups: ['sg-c'] },
    'InvalidNetworkInterfaceID.NotFound',
    ERRORS,
  ],
  [{ Action: 'ModifyNetworkInterfaceAttribute', ...C, Groups: ['sg-9'] }, 'InvalidGroup.NotFound', ERRORS],
  [{ Action: 'ModifyNetworkInterfaceAttribute', ...C, Groups: [] }, 'MissingParameter', MODIFY],
  [{ Action: 'ModifyNetworkInterfaceAttribute', ...C }, 'InvalidParameterCombination', MODIFY],
  [
    {
      Action: 'ModifyNetworkInterfaceAttribute',
      ...C,
      Groups: ['sg-c'],
      SourceDestCheck: { Value: true },
    },
    'InvalidParameterCombination',
    MODIFY,
  ],
  [
    {
      Action: 'ModifyNetworkInterfaceAttribute',
      ...C,
      ConnectionTrackingSpecification: { TcpEstablishedTimeout: 432_001 },
    },
    'InvalidParameterValue',
    TIMEOUTS,
  ],
  [
    { Action: 'ModifyNetworkInterfaceAttribute', ...SERVICE, SourceDestCheck: { Value: true } },
    'OperationNotPermitted',
    MANAGED,
  ],
  [
    { Action: 'AttachNetworkInterface', NetworkInterfaceId: 'eni-9', InstanceId: 'i-c', DeviceIndex: 1 },
    'InvalidNetworkInterfaceID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'AttachNetworkInterface', ...C, InstanceId: 'i-9', DeviceIndex: 1 },
    'InvalidInstanceID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'AttachNetworkInterface', ...C, InstanceId: 'i-s', DeviceIndex: 1 },
    'InvalidNetworkInterface.InUse',
    ERRORS,
  ],
  [
    { Action: 'DetachNetworkInterface', AttachmentId: 'eni-attach-9' },
    'InvalidAttachmentID.NotFound',
    ERRORS,
  ],
  [{ Action: 'DetachNetworkInterface', AttachmentId: 'eni-attach-c' }, 'OperationNotPermitted', ERRORS],
  [{ Action: 'DetachNetworkInterface', AttachmentId: made('eni-attach') }, 'AuthFailure', MANAGED],
  [
    { Action: 'AssignPrivateIpAddresses', NetworkInterfaceId: 'eni-9', PrivateIpAddresses: ['10.0.1.77'] },
    'InvalidNetworkInterfaceID.NotFound',
    ERRORS,
  ],
  [{ Action: 'AssignPrivateIpAddresses', ...C }, 'MissingParameter', ASSIGN],
  [
    {
      Action: 'AssignPrivateIpAddresses',
      ...C,
      PrivateIpAddresses: ['10.0.1.77'],
      SecondaryPrivateIpAddressCount: 1,
    },
    'InvalidParameterCombination',
    ASSIGN,
  ],
  // The NAT gateway's.
  [
    { Action: 'AssignPrivateIpAddresses', ...C, PrivateIpAddresses: ['10.0.1.4'] },
    'InvalidParameterValue',
    ASSIGN,
  ],
  [
    { Action: 'AssignPrivateIpAddresses', ...C, PrivateIpAddresses: ['10.0.9.4'] },
    'InvalidParameterValue',
    ASSIGN,
  ],
  [
    { Action: 'AssignPrivateIpAddresses', ...SERVICE, SecondaryPrivateIpAddressCount: 1 },
    'OperationNotPermitted',
    MANAGED,
  ],
  [
    { Action: 'UnassignPrivateIpAddresses', ...C, PrivateIpAddresses: ['10.0.1.10'] },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnassignPrivateIpAddresses.html',
  ],
  [{ Action: 'AssignIpv6Addresses', ...C, Ipv6AddressCount: 1 }, 'InvalidParameterValue', IPV6],
  [{ Action: 'AssignIpv6Addresses', ...C }, 'MissingParameter', IPV6],
  [
    { Action: 'UnassignIpv6Addresses', ...C, Ipv6Addresses: ['2001:db8::1'] },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnassignIpv6Addresses.html',
  ],
  [
    { Action: 'RunInstances', ImageId: 'ami-1', MinCount: 1, MaxCount: 1, SubnetId: 'subnet-9' },
    'InvalidSubnetID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'RunInstances', ImageId: 'ami-1', MinCount: 2, MaxCount: 1, SubnetId: 'subnet-c' },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html',
  ],
  [{ Action: 'StartInstances', InstanceIds: ['i-9'] }, 'InvalidInstanceID.NotFound', ERRORS],
  [{ Action: 'StopInstances', InstanceIds: ['i-c', 'i-9'] }, 'InvalidInstanceID.NotFound', ERRORS],
  [{ Action: 'TerminateInstances', InstanceIds: ['i-9'] }, 'InvalidInstanceID.NotFound', ERRORS],
  [
    { Action: 'ModifyInstanceAttribute', InstanceId: 'i-9', SourceDestCheck: { Value: false } },
    'InvalidInstanceID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'ModifyInstanceAttribute', InstanceId: 'i-c' },
    'InvalidParameterCombination',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceAttribute.html',
  ],
];

export const LINES: readonly Line[] = [
  [
    {
      Action: 'CreateNetworkInterface',
      SubnetId: 'subnet-1',
      Description: 'second leg',
      Groups: ['sg-1'],
      PrivateIpAddresses: [
        { PrivateIpAddress: '10.0.1.5', Primary: true },
        { PrivateIpAddress: '10.0.1.6', Primary: false },
      ],
      ConnectionTrackingSpecification: { UdpTimeout: 60 },
    },
    "aws ec2 create-network-interface --subnet-id subnet-1 --description 'second leg' --groups sg-1 --private-ip-addresses PrivateIpAddress=10.0.1.5,Primary=true PrivateIpAddress=10.0.1.6,Primary=false --connection-tracking-specification UdpTimeout=60",
  ],
  [
    {
      Action: 'CreateNetworkInterface',
      SubnetId: 'subnet-1',
      PrivateIpAddress: '10.0.1.5',
      SecondaryPrivateIpAddressCount: 2,
      Ipv6Addresses: [{ Ipv6Address: '2001:db8::5' }],
    },
    'aws ec2 create-network-interface --subnet-id subnet-1 --private-ip-address 10.0.1.5 --secondary-private-ip-address-count 2 --ipv6-addresses Ipv6Address=2001:db8::5',
  ],
  [
    { Action: 'DeleteNetworkInterface', NetworkInterfaceId: 'eni-1' },
    'aws ec2 delete-network-interface --network-interface-id eni-1',
  ],
  [
    {
      Action: 'ModifyNetworkInterfaceAttribute',
      NetworkInterfaceId: 'eni-1',
      SourceDestCheck: { Value: false },
    },
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --no-source-dest-check',
  ],
  [
    { Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-1', Groups: ['sg-1', 'sg-2'] },
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --groups sg-1 sg-2',
  ],
  [
    {
      Action: 'ModifyNetworkInterfaceAttribute',
      NetworkInterfaceId: 'eni-1',
      ConnectionTrackingSpecification: { TcpEstablishedTimeout: 600, UdpStreamTimeout: 60 },
    },
    'aws ec2 modify-network-interface-attribute --network-interface-id eni-1 --connection-tracking-specification TcpEstablishedTimeout=600,UdpStreamTimeout=60',
  ],
  [
    {
      Action: 'AttachNetworkInterface',
      NetworkInterfaceId: { Ref: 'leg' },
      InstanceId: 'i-1',
      DeviceIndex: 1,
    },
    'aws ec2 attach-network-interface --network-interface-id "$leg" --instance-id i-1 --device-index 1',
  ],
  [
    { Action: 'DetachNetworkInterface', AttachmentId: 'eni-attach-1', Force: true },
    'aws ec2 detach-network-interface --attachment-id eni-attach-1 --force',
  ],
  [
    {
      Action: 'AssignPrivateIpAddresses',
      NetworkInterfaceId: 'eni-1',
      PrivateIpAddresses: ['10.0.1.5', '10.0.1.6'],
      AllowReassignment: true,
    },
    'aws ec2 assign-private-ip-addresses --network-interface-id eni-1 --private-ip-addresses 10.0.1.5 10.0.1.6 --allow-reassignment',
  ],
  [
    {
      Action: 'UnassignPrivateIpAddresses',
      NetworkInterfaceId: 'eni-1',
      PrivateIpAddresses: ['10.0.1.5'],
    },
    'aws ec2 unassign-private-ip-addresses --network-interface-id eni-1 --private-ip-addresses 10.0.1.5',
  ],
  [
    { Action: 'AssignIpv6Addresses', NetworkInterfaceId: 'eni-1', Ipv6AddressCount: 1 },
    'aws ec2 assign-ipv6-addresses --network-interface-id eni-1 --ipv6-address-count 1',
  ],
  [
    {
      Action: 'UnassignIpv6Addresses',
      NetworkInterfaceId: 'eni-1',
      Ipv6Addresses: ['2001:db8::5'],
    },
    'aws ec2 unassign-ipv6-addresses --network-interface-id eni-1 --ipv6-addresses 2001:db8::5',
  ],
  [
    {
      Action: 'RunInstances',
      ImageId: 'ami-1',
      InstanceType: 'm7g.large',
      MinCount: 1,
      MaxCount: 1,
      SubnetId: 'subnet-1',
      SecurityGroupIds: ['sg-1'],
      PrivateIpAddress: '10.0.1.5',
    },
    'aws ec2 run-instances --image-id ami-1 --instance-type m7g.large --subnet-id subnet-1 --security-group-ids sg-1 --private-ip-address 10.0.1.5 --count 1',
  ],
  [
    { Action: 'RunInstances', ImageId: 'ami-1', MinCount: 1, MaxCount: 5, SubnetId: 'subnet-1' },
    'aws ec2 run-instances --image-id ami-1 --subnet-id subnet-1 --count 1:5',
  ],
  [
    { Action: 'StartInstances', InstanceIds: ['i-1', 'i-2'] },
    'aws ec2 start-instances --instance-ids i-1 i-2',
  ],
  [{ Action: 'StopInstances', InstanceIds: ['i-1'] }, 'aws ec2 stop-instances --instance-ids i-1'],
  [{ Action: 'TerminateInstances', InstanceIds: ['i-1'] }, 'aws ec2 terminate-instances --instance-ids i-1'],
  [
    { Action: 'ModifyInstanceAttribute', InstanceId: 'i-1', SourceDestCheck: { Value: true } },
    'aws ec2 modify-instance-attribute --instance-id i-1 --source-dest-check',
  ],
  [
    { Action: 'ModifyInstanceAttribute', InstanceId: 'i-1', Groups: ['sg-1', 'sg-2'] },
    'aws ec2 modify-instance-attribute --instance-id i-1 --groups sg-1 sg-2',
  ],
];
