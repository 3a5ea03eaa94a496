/** Network ACLs. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAcl.html */
import * as z from 'zod';
import type { Immutable } from './immutable';
import { id, ipv4Block, ipv6Block, portOrAll, protocolOrAll, tags } from './value';

export const networkAclEntrySchema = z.looseObject({
  RuleNumber: z.number().int().min(1).max(32768),
  Egress: z.boolean(),
  RuleAction: z.enum(['allow', 'deny']),
  Protocol: protocolOrAll,
  CidrBlock: ipv4Block.optional(),
  Ipv6CidrBlock: ipv6Block.optional(),
  PortRange: z.looseObject({ From: portOrAll, To: portOrAll }).optional(),
  IcmpTypeCode: z.looseObject({ Type: z.number().int(), Code: z.number().int() }).optional(),
});

export const networkAclSchema = z.looseObject({
  NetworkAclId: id('acl'),
  VpcId: id('vpc'),
  IsDefault: z.boolean().optional(),
  Entries: z.array(networkAclEntrySchema).optional(),
  Associations: z
    .array(z.looseObject({ NetworkAclAssociationId: z.string().optional(), SubnetId: z.string() }))
    .optional(),
  Tags: tags,
});

export type NetworkAclEntryRow = Immutable<z.infer<typeof networkAclEntrySchema>>;
export type NetworkAclRow = Immutable<z.infer<typeof networkAclSchema>>;
