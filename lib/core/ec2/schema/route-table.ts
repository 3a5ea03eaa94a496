/** Route tables. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html */
import * as z from 'zod';
import type { Immutable } from './immutable';
import { id, ipv4Block, ipv6Block, tags } from './value';

export const routeSchema = z.looseObject({
  DestinationCidrBlock: ipv4Block.optional(),
  DestinationIpv6CidrBlock: ipv6Block.optional(),
  DestinationPrefixListId: z.string().optional(),
  /** `local`, `igw-…`, `vgw-…` or `vpce-…`. */
  GatewayId: z.string().optional(),
  NatGatewayId: z.string().optional(),
  NetworkInterfaceId: z.string().optional(),
  InstanceId: z.string().optional(),
  VpcPeeringConnectionId: z.string().optional(),
  TransitGatewayId: z.string().optional(),
  EgressOnlyInternetGatewayId: z.string().optional(),
  Origin: z.string().optional(),
  /** `filtered`: learned from a route server, and not used. */
  State: z.enum(['active', 'blackhole', 'filtered']).optional(),
});

export const routeTableSchema = z.looseObject({
  RouteTableId: id('rtb'),
  VpcId: id('vpc'),
  Routes: z.array(routeSchema).optional(),
  Associations: z
    .array(
      z.looseObject({
        RouteTableAssociationId: z.string().optional(),
        RouteTableId: z.string().optional(),
        SubnetId: z.string().optional(),
        GatewayId: z.string().optional(),
        Main: z.boolean().optional(),
      }),
    )
    .optional(),
  PropagatingVgws: z.array(z.looseObject({ GatewayId: z.string() })).optional(),
  Tags: tags,
});

export type RouteRow = Immutable<z.infer<typeof routeSchema>>;
export type RouteTableRow = Immutable<z.infer<typeof routeTableSchema>>;
