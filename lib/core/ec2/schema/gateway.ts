/** Internet gateways, egress-only ones, NAT gateways, Elastic IP addresses and peering connections, as their `describe-*` calls print them. */
import * as z from 'zod';
import type { Immutable } from './immutable';
import { id, ipv4, ipv4Block, tags } from './value';

export const internetGatewaySchema = z.looseObject({
  InternetGatewayId: id('igw'),
  Attachments: z.array(z.looseObject({ VpcId: z.string(), State: z.string().optional() })).optional(),
  Tags: tags,
});

export const egressOnlyInternetGatewaySchema = z.looseObject({
  EgressOnlyInternetGatewayId: id('eigw'),
  Attachments: z.array(z.looseObject({ VpcId: z.string(), State: z.string().optional() })).optional(),
  Tags: tags,
});

export const natGatewaySchema = z.looseObject({
  NatGatewayId: id('nat'),
  VpcId: id('vpc'),
  SubnetId: id('subnet').optional(),
  State: z.enum(['pending', 'failed', 'available', 'deleting', 'deleted']).optional(),
  ConnectivityType: z.enum(['public', 'private']).optional(),
  /** A regional one has no subnet and no interface, but a route table of its own. */
  AvailabilityMode: z.enum(['zonal', 'regional']).optional(),
  RouteTableId: z.string().optional(),
  NatGatewayAddresses: z
    .array(
      z.looseObject({
        AllocationId: z.string().optional(),
        AssociationId: z.string().optional(),
        NetworkInterfaceId: z.string().optional(),
        PrivateIp: ipv4.optional(),
        PublicIp: ipv4.optional(),
        IsPrimary: z.boolean().optional(),
        AvailabilityZone: z.string().optional(),
        AvailabilityZoneId: z.string().optional(),
        Status: z.string().optional(),
      }),
    )
    .optional(),
  Tags: tags,
});

export const addressSchema = z.looseObject({
  PublicIp: ipv4,
  AllocationId: id('eipalloc').optional(),
  AssociationId: id('eipassoc').optional(),
  NetworkInterfaceId: z.string().optional(),
  InstanceId: z.string().optional(),
  PrivateIpAddress: ipv4.optional(),
  Domain: z.string().optional(),
  Tags: tags,
});

const peerSchema = z.looseObject({
  VpcId: id('vpc'),
  CidrBlock: ipv4Block.optional(),
  CidrBlockSet: z.array(z.looseObject({ CidrBlock: ipv4Block })).optional(),
  OwnerId: z.string().optional(),
  Region: z.string().optional(),
});

export const vpcPeeringConnectionSchema = z.looseObject({
  VpcPeeringConnectionId: id('pcx'),
  RequesterVpcInfo: peerSchema,
  AccepterVpcInfo: peerSchema,
  Status: z.looseObject({ Code: z.string(), Message: z.string().optional() }).optional(),
  Tags: tags,
});

export type NatGatewayRow = Immutable<z.infer<typeof natGatewaySchema>>;
export type AddressRow = Immutable<z.infer<typeof addressSchema>>;
export type VpcPeeringConnectionRow = Immutable<z.infer<typeof vpcPeeringConnectionSchema>>;
