/** Calls about security groups, network ACLs, prefix lists and Block Public Access: refusals and command lines. */
import { ERRORS, type Line, made, OFFICE, type Refused } from '../../../support/calls';

const LISTS = 'https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html';
const MODIFY_LIST = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyManagedPrefixList.html';
const BPA = 'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html';
const ACL = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html';

const ENTRY = { NetworkAclId: 'acl-s', RuleNumber: 50, Egress: false };
const TCP22 = {
  Protocol: '6',
  RuleAction: 'allow' as const,
  CidrBlock: '10.0.0.9/8',
  PortRange: { From: 22, To: 22 },
};
const PERMISSION = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '203.0.113.9/24' }] };
const LIST = { PrefixListName: 'list', MaxEntries: 2, AddressFamily: 'IPv4' as const };
const EXCLUSION = made('vpcbpa-exclude');

export const REFUSED: readonly Refused[] = [
  [
    { Action: 'CreateSecurityGroup', GroupName: 'c', Description: '', VpcId: 'vpc-1' },
    'InvalidGroup.Duplicate',
    ERRORS,
  ],
  [
    { Action: 'CreateSecurityGroup', GroupName: 'default', Description: '', VpcId: 'vpc-2' },
    'InvalidGroup.Reserved',
    ERRORS,
  ],
  [
    { Action: 'CreateSecurityGroup', GroupName: 'new', Description: '', VpcId: 'vpc-9' },
    'InvalidVpcID.NotFound',
    ERRORS,
  ],
  [{ Action: 'DeleteSecurityGroup', GroupId: 'sg-9' }, 'InvalidGroup.NotFound', ERRORS],
  [{ Action: 'DeleteSecurityGroup', GroupId: 'sg-c' }, 'DependencyViolation', ERRORS],
  [
    { Action: 'DeleteSecurityGroup', GroupId: 'sg-default' },
    'CannotDelete',
    'https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html',
  ],
  [
    { Action: 'AuthorizeSecurityGroupIngress', GroupId: 'sg-9', IpPermissions: [PERMISSION] },
    'InvalidGroup.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'AuthorizeSecurityGroupIngress',
      GroupId: 'sg-s',
      IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
    'InvalidPermission.Duplicate',
    ERRORS,
  ],
  [
    {
      Action: 'AuthorizeSecurityGroupIngress',
      GroupId: 'sg-s',
      IpPermissions: [{ IpProtocol: 'tcp', PrefixListIds: [{ PrefixListId: 'pl-9' }] }],
    },
    'InvalidPrefixListID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'AuthorizeSecurityGroupEgress', GroupId: 'sg-c', IpPermissions: [] },
    'MissingParameter',
    ERRORS,
  ],
  [
    { Action: 'RevokeSecurityGroupIngress', GroupId: 'sg-c', IpPermissions: [PERMISSION] },
    'InvalidPermission.NotFound',
    ERRORS,
  ],
  [
    { Action: 'RevokeSecurityGroupEgress', GroupId: 'sg-c', IpPermissions: [PERMISSION] },
    'InvalidPermission.NotFound',
    ERRORS,
  ],
  [{ Action: 'CreateNetworkAcl', VpcId: 'vpc-9' }, 'InvalidVpcID.NotFound', ERRORS],
  [{ Action: 'DeleteNetworkAcl', NetworkAclId: 'acl-c' }, 'InvalidParameterValue', ERRORS],
  [{ Action: 'DeleteNetworkAcl', NetworkAclId: 'acl-s' }, 'DependencyViolation', ERRORS],
  [
    { Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22, RuleNumber: 100 },
    'NetworkAclEntryAlreadyExists',
    ERRORS,
  ],
  [{ Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22, RuleNumber: 32767 }, 'InvalidParameterValue', ACL],
  [{ Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22, PortRange: undefined }, 'MissingParameter', ACL],
  [
    { Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22, PortRange: { From: 23, To: 22 } },
    'InvalidParameterValue',
    ACL,
  ],
  [{ Action: 'ReplaceNetworkAclEntry', ...ENTRY, ...TCP22 }, 'InvalidNetworkAclEntry.NotFound', ERRORS],
  [
    { Action: 'DeleteNetworkAclEntry', ...ENTRY, NetworkAclId: 'acl-9' },
    'InvalidNetworkAclID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'ReplaceNetworkAclAssociation', AssociationId: 'aclassoc-9', NetworkAclId: 'acl-c' },
    'InvalidAssociationID.NotFound',
    ERRORS,
  ],
  [
    { Action: 'CreateManagedPrefixList', ...LIST, PrefixListName: 'com.amazonaws.mine' },
    'InvalidParameterValue',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateManagedPrefixList.html',
  ],
  [
    {
      Action: 'CreateManagedPrefixList',
      ...LIST,
      MaxEntries: 1,
      Entries: [{ Cidr: '10.0.0.0/8' }, { Cidr: '172.16.0.0/12' }],
    },
    'InvalidParameterValue',
    LISTS,
  ],
  [
    { Action: 'CreateManagedPrefixList', ...LIST, Entries: [{ Cidr: '2001:db8::/32' }] },
    'InvalidParameterValue',
    LISTS,
  ],
  [
    { Action: 'ModifyManagedPrefixList', PrefixListId: 'pl-9', MaxEntries: 4 },
    'InvalidPrefixListID.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'ModifyManagedPrefixList',
      PrefixListId: OFFICE,
      CurrentVersion: 7,
      AddEntries: [{ Cidr: '192.0.2.0/24' }],
    },
    'PrefixListVersionMismatch',
    MODIFY_LIST,
  ],
  [
    {
      Action: 'ModifyManagedPrefixList',
      PrefixListId: OFFICE,
      MaxEntries: 9,
      AddEntries: [{ Cidr: '192.0.2.0/24' }],
    },
    'InvalidParameterCombination',
    MODIFY_LIST,
  ],
  [
    {
      Action: 'ModifyManagedPrefixList',
      PrefixListId: OFFICE,
      RemoveEntries: [{ Cidr: '192.0.2.0/24' }],
    },
    'InvalidParameterValue',
    MODIFY_LIST,
  ],
  [{ Action: 'DeleteManagedPrefixList', PrefixListId: 'pl-9' }, 'InvalidPrefixListID.NotFound', ERRORS],
  [
    { Action: 'CreateVpcBlockPublicAccessExclusion', InternetGatewayExclusionMode: 'allow-egress' },
    'MissingParameter',
    BPA,
  ],
  [
    {
      Action: 'CreateVpcBlockPublicAccessExclusion',
      InternetGatewayExclusionMode: 'allow-egress',
      VpcId: 'vpc-1',
      SubnetId: 'subnet-s',
    },
    'InvalidParameterCombination',
    BPA,
  ],
  [
    {
      Action: 'CreateVpcBlockPublicAccessExclusion',
      InternetGatewayExclusionMode: 'allow-egress',
      SubnetId: 'subnet-9',
    },
    'InvalidSubnetID.NotFound',
    ERRORS,
  ],
  [
    {
      Action: 'CreateVpcBlockPublicAccessExclusion',
      InternetGatewayExclusionMode: 'allow-bidirectional',
      SubnetId: 'subnet-c',
    },
    'InvalidParameterValue',
    BPA,
  ],
  [
    {
      Action: 'ModifyVpcBlockPublicAccessExclusion',
      ExclusionId: 'vpcbpa-exclude-9',
      InternetGatewayExclusionMode: 'allow-egress',
    },
    'InvalidVpcBlockPublicAccessExclusionId.NotFound',
    BPA,
  ],
  [
    { Action: 'DeleteVpcBlockPublicAccessExclusion', ExclusionId: 'vpcbpa-exclude-9' },
    'InvalidVpcBlockPublicAccessExclusionId.NotFound',
    BPA,
  ],
];

export const LINES: readonly Line[] = [
  [
    { Action: 'CreateSecurityGroup', GroupName: 'web', Description: 'web servers', VpcId: 'vpc-1' },
    "aws ec2 create-security-group --group-name web --description 'web servers' --vpc-id vpc-1",
  ],
  [{ Action: 'DeleteSecurityGroup', GroupId: 'sg-1' }, 'aws ec2 delete-security-group --group-id sg-1'],
  [
    { Action: 'AuthorizeSecurityGroupIngress', GroupId: 'sg-1', IpPermissions: [PERMISSION] },
    "aws ec2 authorize-security-group-ingress --group-id sg-1 --ip-permissions 'IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges=[{CidrIp=203.0.113.9/24}]'",
  ],
  [
    {
      Action: 'AuthorizeSecurityGroupEgress',
      GroupId: 'sg-1',
      IpPermissions: [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: 'pl-1' }] }],
    },
    "aws ec2 authorize-security-group-egress --group-id sg-1 --ip-permissions 'IpProtocol=-1,PrefixListIds=[{PrefixListId=pl-1}]'",
  ],
  [
    { Action: 'RevokeSecurityGroupIngress', GroupId: 'sg-1', IpPermissions: [PERMISSION] },
    "aws ec2 revoke-security-group-ingress --group-id sg-1 --ip-permissions 'IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges=[{CidrIp=203.0.113.9/24}]'",
  ],
  [
    {
      Action: 'RevokeSecurityGroupEgress',
      GroupId: 'sg-1',
      IpPermissions: [{ IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] }],
    },
    "aws ec2 revoke-security-group-egress --group-id sg-1 --ip-permissions 'IpProtocol=-1,Ipv6Ranges=[{CidrIpv6=::/0}]'",
  ],
  [{ Action: 'CreateNetworkAcl', VpcId: 'vpc-1' }, 'aws ec2 create-network-acl --vpc-id vpc-1'],
  [
    { Action: 'DeleteNetworkAcl', NetworkAclId: 'acl-1' },
    'aws ec2 delete-network-acl --network-acl-id acl-1',
  ],
  [
    { Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22 },
    'aws ec2 create-network-acl-entry --network-acl-id acl-s --rule-number 50 --ingress --protocol 6 --rule-action allow --cidr-block 10.0.0.9/8 --port-range From=22,To=22',
  ],
  [
    {
      Action: 'ReplaceNetworkAclEntry',
      ...ENTRY,
      Egress: true,
      Protocol: '1',
      RuleAction: 'deny',
      CidrBlock: '0.0.0.0/0',
      IcmpTypeCode: { Type: 8, Code: -1 },
    },
    'aws ec2 replace-network-acl-entry --network-acl-id acl-s --rule-number 50 --egress --protocol 1 --rule-action deny --cidr-block 0.0.0.0/0 --icmp-type-code Type=8,Code=-1',
  ],
  [
    { Action: 'DeleteNetworkAclEntry', ...ENTRY, Egress: true },
    'aws ec2 delete-network-acl-entry --network-acl-id acl-s --rule-number 50 --egress',
  ],
  [
    { Action: 'ReplaceNetworkAclAssociation', AssociationId: 'aclassoc-1', NetworkAclId: 'acl-2' },
    'aws ec2 replace-network-acl-association --association-id aclassoc-1 --network-acl-id acl-2',
  ],
  [
    {
      Action: 'CreateManagedPrefixList',
      ...LIST,
      Entries: [{ Cidr: '203.0.113.0/24', Description: 'office, east' }, { Cidr: '192.0.2.0/24' }],
    },
    `aws ec2 create-managed-prefix-list --prefix-list-name list --max-entries 2 --address-family IPv4 --entries 'Cidr=203.0.113.0/24,Description="office, east"' Cidr=192.0.2.0/24`,
  ],
  [
    {
      Action: 'ModifyManagedPrefixList',
      PrefixListId: 'pl-1',
      CurrentVersion: 1,
      AddEntries: [{ Cidr: '192.0.2.0/24' }],
      RemoveEntries: [{ Cidr: '203.0.113.0/24' }],
    },
    'aws ec2 modify-managed-prefix-list --prefix-list-id pl-1 --current-version 1 --add-entries Cidr=192.0.2.0/24 --remove-entries Cidr=203.0.113.0/24',
  ],
  [
    { Action: 'DeleteManagedPrefixList', PrefixListId: 'pl-1' },
    'aws ec2 delete-managed-prefix-list --prefix-list-id pl-1',
  ],
  [
    { Action: 'ModifyVpcBlockPublicAccessOptions', InternetGatewayBlockMode: 'block-ingress' },
    'aws ec2 modify-vpc-block-public-access-options --internet-gateway-block-mode block-ingress',
  ],
  [
    {
      Action: 'CreateVpcBlockPublicAccessExclusion',
      VpcId: 'vpc-1',
      InternetGatewayExclusionMode: 'allow-egress',
    },
    'aws ec2 create-vpc-block-public-access-exclusion --vpc-id vpc-1 --internet-gateway-exclusion-mode allow-egress',
  ],
  [
    {
      Action: 'ModifyVpcBlockPublicAccessExclusion',
      ExclusionId: EXCLUSION,
      InternetGatewayExclusionMode: 'allow-bidirectional',
    },
    `aws ec2 modify-vpc-block-public-access-exclusion --exclusion-id ${EXCLUSION} --internet-gateway-exclusion-mode allow-bidirectional`,
  ],
  [
    { Action: 'DeleteVpcBlockPublicAccessExclusion', ExclusionId: EXCLUSION },
    `aws ec2 delete-vpc-block-public-access-exclusion --exclusion-id ${EXCLUSION}`,
  ],
];
