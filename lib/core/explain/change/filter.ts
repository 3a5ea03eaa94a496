/** Sentences for calls about security groups, network ACLs, prefix lists and Block Public Access. */
import type { BlockPublicAccessAction } from '../../ec2/actions/block-public-access';
import type { NetworkAclAction } from '../../ec2/actions/network-acl';
import type { PrefixListAction } from '../../ec2/actions/prefix-list';
import type { SecurityGroupAction } from '../../ec2/actions/security-group';
import type { SecurityGroupRuleAction } from '../../ec2/actions/security-group-rule';
import { formatProtocol, parseProtocol } from '../../net/protocol';
import { code, type Prose, prose } from '../prose';
import { id, parts, portsText, type Sentences, some } from './words';

type EntryAction = Extract<NetworkAclAction, { readonly RuleAction: unknown }>;

export const filterSentences: Sentences<
  | SecurityGroupAction
  | SecurityGroupRuleAction
  | NetworkAclAction
  | PrefixListAction
  | BlockPublicAccessAction
> = {
  CreateSecurityGroup: ({ GroupName, VpcId }) =>
    prose`Make the security group ${code(GroupName)} in ${id(VpcId)}`,
  DeleteSecurityGroup: ({ GroupId }) => prose`Delete security group ${id(GroupId)}`,
  AuthorizeSecurityGroupIngress: (action) =>
    prose`Allow ${ruleText(action, 'from')} in ${id(action.GroupId)}, inbound`,
  AuthorizeSecurityGroupEgress: (action) =>
    prose`Allow ${ruleText(action, 'to')} in ${id(action.GroupId)}, outbound`,
  RevokeSecurityGroupIngress: (action) =>
    prose`Remove the inbound rule for ${ruleText(action, 'from')} from ${id(action.GroupId)}`,
  RevokeSecurityGroupEgress: (action) =>
    prose`Remove the outbound rule for ${ruleText(action, 'to')} from ${id(action.GroupId)}`,
  CreateNetworkAcl: ({ VpcId }) => prose`Make a network ACL in ${id(VpcId)}`,
  DeleteNetworkAcl: ({ NetworkAclId }) => prose`Delete network ACL ${id(NetworkAclId)}`,
  CreateNetworkAclEntry: (action) =>
    prose`${verb(action)} ${entryText(action)} as rule ${action.RuleNumber} of ${id(action.NetworkAclId)}, ${side(action)}`,
  ReplaceNetworkAclEntry: (action) =>
    prose`Change ${side(action)} rule ${action.RuleNumber} of ${id(action.NetworkAclId)}: ${verb(action).toLowerCase()} ${entryText(action)}`,
  DeleteNetworkAclEntry: (action) =>
    prose`Remove ${side(action)} rule ${action.RuleNumber} from ${id(action.NetworkAclId)}`,
  ReplaceNetworkAclAssociation: ({ AssociationId, NetworkAclId }) =>
    prose`Give association ${id(AssociationId)} the network ACL ${id(NetworkAclId)}`,
  CreateManagedPrefixList: ({ PrefixListName, Entries }) =>
    parts(
      prose`Make the prefix list ${code(PrefixListName)}`,
      some(
        'with',
        Entries?.map(({ Cidr }) => Cidr),
      ),
    ),
  ModifyManagedPrefixList: (action) =>
    prose`Change prefix list ${id(action.PrefixListId)}: ${parts(
      some(
        'add',
        action.AddEntries?.map(({ Cidr }) => Cidr),
      ),
      some(
        'remove',
        action.RemoveEntries?.map(({ Cidr }) => Cidr),
      ),
      action.MaxEntries === undefined ? undefined : prose`room for ${action.MaxEntries} entries`,
      action.PrefixListName === undefined ? undefined : prose`call it ${code(action.PrefixListName)}`,
    )}`,
  DeleteManagedPrefixList: ({ PrefixListId }) => prose`Delete prefix list ${id(PrefixListId)}`,
  ModifyVpcBlockPublicAccessOptions: ({ InternetGatewayBlockMode: mode }) =>
    mode === 'off'
      ? prose`Turn VPC Block Public Access off`
      : prose`Turn VPC Block Public Access to ${code(mode)}`,
  CreateVpcBlockPublicAccessExclusion: ({ VpcId, SubnetId, InternetGatewayExclusionMode }) =>
    prose`Exclude ${id(VpcId ?? SubnetId)} from Block Public Access: ${code(InternetGatewayExclusionMode)}`,
  ModifyVpcBlockPublicAccessExclusion: ({ ExclusionId, InternetGatewayExclusionMode }) =>
    prose`Change exclusion ${id(ExclusionId)} to ${code(InternetGatewayExclusionMode)}`,
  DeleteVpcBlockPublicAccessExclusion: ({ ExclusionId }) => prose`Delete exclusion ${id(ExclusionId)}`,
};

/** The first rule stands for the call: lists of rules are rare, and the command line beside it has them all. */
function ruleText(
  { IpPermissions: [permission] }: SecurityGroupRuleAction,
  preposition: 'from' | 'to',
): Prose {
  const far =
    permission?.IpRanges?.[0]?.CidrIp ??
    permission?.Ipv6Ranges?.[0]?.CidrIpv6 ??
    permission?.UserIdGroupPairs?.[0]?.GroupId ??
    permission?.PrefixListIds?.[0]?.PrefixListId;
  const ports = portsText(permission?.FromPort, permission?.ToPort);
  const what = `${protocolText(permission?.IpProtocol)} ${ports}`.trim();
  return prose`${code(what)} ${preposition} ${far === undefined ? 'everybody' : id(far)}`;
}

function entryText({ Protocol, PortRange, CidrBlock, Ipv6CidrBlock, Egress }: EntryAction): Prose {
  const what = `${protocolText(Protocol)} ${portsText(PortRange?.From, PortRange?.To)}`.trim();
  return prose`${code(what)} ${Egress ? 'to' : 'from'} ${id(CidrBlock ?? Ipv6CidrBlock)}`;
}

function verb({ RuleAction }: EntryAction): 'Allow' | 'Deny' {
  return RuleAction === 'allow' ? 'Allow' : 'Deny';
}

function side({ Egress }: { readonly Egress: boolean }): 'inbound' | 'outbound' {
  return Egress ? 'outbound' : 'inbound';
}

function protocolText(text: string | undefined): string {
  if (text === undefined || text === '-1') return 'everything';
  const number = parseProtocol(text);
  return number === undefined ? text : formatProtocol(number);
}
