/** Calls about security groups, network ACLs, prefix lists and Block Public Access. */
import * as z from 'zod';
import { ipPermissionSchema } from '../security-group';
import { call, idParameter, text, whole } from './call';

/** Callers may write a block with host bits, which the API clears; only `describe-*` prints canonical ones. */
const permission = ipPermissionSchema.extend({
  IpRanges: z.array(z.looseObject({ CidrIp: text })).optional(),
  Ipv6Ranges: z.array(z.looseObject({ CidrIpv6: text })).optional(),
  UserIdGroupPairs: z.array(z.looseObject({ GroupId: idParameter })).optional(),
  PrefixListIds: z.array(z.looseObject({ PrefixListId: idParameter })).optional(),
});
const rules = { GroupId: idParameter, IpPermissions: z.array(permission) };
const entryKey = { NetworkAclId: idParameter, RuleNumber: whole, Egress: z.boolean() };
const entry = {
  ...entryKey,
  Protocol: text,
  RuleAction: z.enum(['allow', 'deny']),
  CidrBlock: text.optional(),
  Ipv6CidrBlock: text.optional(),
  PortRange: z.strictObject({ From: whole, To: whole }).optional(),
  IcmpTypeCode: z.strictObject({ Type: whole, Code: whole }).optional(),
};
const listEntries = z.array(z.strictObject({ Cidr: text, Description: text.optional() }));
const exclusionMode = z.enum(['allow-bidirectional', 'allow-egress']);

export const filterCalls = [
  call('CreateSecurityGroup', { GroupName: text, Description: text, VpcId: idParameter }),
  call('DeleteSecurityGroup', { GroupId: idParameter }),
  call('AuthorizeSecurityGroupIngress', rules),
  call('AuthorizeSecurityGroupEgress', rules),
  call('RevokeSecurityGroupIngress', rules),
  call('RevokeSecurityGroupEgress', rules),
  call('CreateNetworkAcl', { VpcId: idParameter }),
  call('DeleteNetworkAcl', { NetworkAclId: idParameter }),
  call('CreateNetworkAclEntry', entry),
  call('ReplaceNetworkAclEntry', entry),
  call('DeleteNetworkAclEntry', entryKey),
  call('ReplaceNetworkAclAssociation', { AssociationId: idParameter, NetworkAclId: idParameter }),
  call('CreateManagedPrefixList', {
    PrefixListName: text,
    MaxEntries: whole,
    AddressFamily: z.enum(['IPv4', 'IPv6']),
    Entries: listEntries.optional(),
  }),
  call('ModifyManagedPrefixList', {
    PrefixListId: idParameter,
    CurrentVersion: whole.optional(),
    PrefixListName: text.optional(),
    AddEntries: listEntries.optional(),
    RemoveEntries: z.array(z.strictObject({ Cidr: text })).optional(),
    MaxEntries: whole.optional(),
  }),
  call('DeleteManagedPrefixList', { PrefixListId: idParameter }),
  call('ModifyVpcBlockPublicAccessOptions', {
    InternetGatewayBlockMode: z.enum(['off', 'block-bidirectional', 'block-ingress']),
  }),
  call('CreateVpcBlockPublicAccessExclusion', {
    InternetGatewayExclusionMode: exclusionMode,
    VpcId: idParameter.optional(),
    SubnetId: idParameter.optional(),
  }),
  call('ModifyVpcBlockPublicAccessExclusion', {
    ExclusionId: idParameter,
    InternetGatewayExclusionMode: exclusionMode,
  }),
  call('DeleteVpcBlockPublicAccessExclusion', { ExclusionId: idParameter }),
] as const;
