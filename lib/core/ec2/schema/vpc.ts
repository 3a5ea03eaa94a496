/** VPCs and subnets. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html */
import * as z from 'zod';
import type { Immutable } from './immutable';
import { id, ipv4Block, ipv6Block, tags } from './value';

const state = z.looseObject({ State: z.string() }).optional();

export const vpcSchema = z.looseObject({
  VpcId: id('vpc'),
  CidrBlock: ipv4Block,
  CidrBlockAssociationSet: z.array(z.looseObject({ CidrBlock: ipv4Block, CidrBlockState: state })).optional(),
  Ipv6CidrBlockAssociationSet: z
    .array(z.looseObject({ Ipv6CidrBlock: ipv6Block, Ipv6CidrBlockState: state }))
    .optional(),
  OwnerId: z.string().optional(),
  /** Only where the VPC is not in the document's Region. */
  Region: z.string().optional(),
  Tags: tags,
});

export const subnetSchema = z.looseObject({
  SubnetId: id('subnet'),
  VpcId: id('vpc'),
  CidrBlock: ipv4Block.optional(),
  Ipv6CidrBlockAssociationSet: z
    .array(z.looseObject({ Ipv6CidrBlock: ipv6Block, Ipv6CidrBlockState: state }))
    .optional(),
  AvailabilityZone: z.string().optional(),
  AvailabilityZoneId: z.string().optional(),
  /** Only where the subnet lies on an Outpost. */
  OutpostArn: z.string().optional(),
  Tags: tags,
});

export type VpcRow = Immutable<z.infer<typeof vpcSchema>>;
export type SubnetRow = Immutable<z.infer<typeof subnetSchema>>;
