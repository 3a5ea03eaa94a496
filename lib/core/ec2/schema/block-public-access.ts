/** VPC Block Public Access. https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html */
import * as z from 'zod';
import { id, tags } from './value';

export const vpcBlockPublicAccessOptionsSchema = z.looseObject({
  AwsRegion: z.string().optional(),
  State: z.string().optional(),
  InternetGatewayBlockMode: z.enum(['off', 'block-bidirectional', 'block-ingress']).optional(),
  ExclusionsAllowed: z.string().optional(),
});

export const vpcBlockPublicAccessExclusionSchema = z.looseObject({
  ExclusionId: id('vpcbpa-exclude'),
  InternetGatewayExclusionMode: z.enum(['allow-bidirectional', 'allow-egress']),
  /** Of a VPC or a subnet. */
  ResourceArn: z.string(),
  State: z.string().optional(),
  Tags: tags,
});
