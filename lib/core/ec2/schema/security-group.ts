/** Security groups. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
import * as z from 'zod';
import type { Immutable } from './immutable';
import { id, ipv4Block, ipv6Block, portOrAll, protocolOrAll, tags } from './value';

export const ipPermissionSchema = z.looseObject({
  IpProtocol: protocolOrAll,
  /** For ICMP the type, and ToPort the code. */
  FromPort: portOrAll.optional(),
  ToPort: portOrAll.optional(),
  IpRanges: z.array(z.looseObject({ CidrIp: ipv4Block })).optional(),
  Ipv6Ranges: z.array(z.looseObject({ CidrIpv6: ipv6Block })).optional(),
  PrefixListIds: z.array(z.looseObject({ PrefixListId: z.string() })).optional(),
  UserIdGroupPairs: z.array(z.looseObject({ GroupId: z.string() })).optional(),
});

export const securityGroupSchema = z.looseObject({
  GroupId: id('sg'),
  GroupName: z.string().optional(),
  VpcId: id('vpc'),
  IpPermissions: z.array(ipPermissionSchema).optional(),
  IpPermissionsEgress: z.array(ipPermissionSchema).optional(),
  Tags: tags,
});

/** The same rules, one by one, as `describe-security-group-rules` prints them. */
export const securityGroupRuleSchema = z.looseObject({
  SecurityGroupRuleId: id('sgr'),
  GroupId: id('sg'),
  IsEgress: z.boolean(),
  IpProtocol: protocolOrAll,
  FromPort: portOrAll.optional(),
  ToPort: portOrAll.optional(),
  CidrIpv4: ipv4Block.optional(),
  CidrIpv6: ipv6Block.optional(),
  PrefixListId: z.string().optional(),
  ReferencedGroupInfo: z.looseObject({ GroupId: z.string() }).optional(),
});

export type IpPermissionRow = Immutable<z.infer<typeof ipPermissionSchema>>;
export type SecurityGroupRow = Immutable<z.infer<typeof securityGroupSchema>>;
export type SecurityGroupRuleRow = Immutable<z.infer<typeof securityGroupRuleSchema>>;
