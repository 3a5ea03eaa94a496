/**
 * Transit gateways, their attachments and their route tables.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGateway.html
 */
import * as z from 'zod';
import type { Immutable } from './immutable';
import { anyBlock, id, tags } from './value';

const onOff = z.enum(['enable', 'disable']).optional();

export const transitGatewaySchema = z.looseObject({
  TransitGatewayId: id('tgw'),
  OwnerId: z.string().optional(),
  State: z.string().optional(),
  Options: z
    .looseObject({
      AutoAcceptSharedAttachments: onOff,
      DefaultRouteTableAssociation: onOff,
      AssociationDefaultRouteTableId: z.string().optional(),
      DefaultRouteTablePropagation: onOff,
      PropagationDefaultRouteTableId: z.string().optional(),
      SecurityGroupReferencingSupport: onOff,
    })
    .optional(),
  Tags: tags,
});

/** `describe-transit-gateway-attachments`: one row for every kind of attachment. */
export const transitGatewayAttachmentSchema = z.looseObject({
  TransitGatewayAttachmentId: id('tgw-attach'),
  TransitGatewayId: id('tgw'),
  /** `vpc`, `vpn`, `direct-connect-gateway`, `peering`, `connect` … */
  ResourceType: z.string(),
  ResourceId: z.string().optional(),
  ResourceOwnerId: z.string().optional(),
  State: z.string().optional(),
  Association: z
    .looseObject({ TransitGatewayRouteTableId: z.string().optional(), State: z.string().optional() })
    .optional(),
  Tags: tags,
});

export const transitGatewayVpcAttachmentSchema = z.looseObject({
  TransitGatewayAttachmentId: id('tgw-attach'),
  TransitGatewayId: id('tgw'),
  VpcId: id('vpc'),
  /** At most one of each Availability Zone. */
  SubnetIds: z.array(z.string()).optional(),
  State: z.string().optional(),
  Options: z
    .looseObject({ ApplianceModeSupport: onOff, Ipv6Support: onOff, SecurityGroupReferencingSupport: onOff })
    .optional(),
  Tags: tags,
});

const transitGatewayInfo = z.looseObject({
  TransitGatewayId: id('tgw'),
  OwnerId: z.string().optional(),
  Region: z.string().optional(),
});

export const transitGatewayPeeringAttachmentSchema = z.looseObject({
  TransitGatewayAttachmentId: id('tgw-attach'),
  RequesterTgwInfo: transitGatewayInfo,
  AccepterTgwInfo: transitGatewayInfo,
  State: z.string().optional(),
  Tags: tags,
});

const attached = z.looseObject({
  TransitGatewayAttachmentId: id('tgw-attach'),
  ResourceId: z.string().optional(),
  ResourceType: z.string().optional(),
  State: z.string().optional(),
});

export const transitGatewayRouteSchema = z.looseObject({
  /** Of either family. */
  DestinationCidrBlock: anyBlock.optional(),
  PrefixListId: z.string().optional(),
  /** None for a blackhole. */
  TransitGatewayAttachments: z
    .array(
      z.looseObject({
        TransitGatewayAttachmentId: z.string(),
        ResourceId: z.string().optional(),
        ResourceType: z.string().optional(),
      }),
    )
    .optional(),
  Type: z.enum(['static', 'propagated']).optional(),
  State: z.string().optional(),
});

/** With the answers of three further calls: `get-…-associations`, `get-…-propagations`, `search-…-routes`. */
export const transitGatewayRouteTableSchema = z.looseObject({
  TransitGatewayRouteTableId: id('tgw-rtb'),
  TransitGatewayId: id('tgw'),
  State: z.string().optional(),
  DefaultAssociationRouteTable: z.boolean().optional(),
  DefaultPropagationRouteTable: z.boolean().optional(),
  Associations: z.array(attached).optional(),
  Propagations: z.array(attached).optional(),
  Routes: z.array(transitGatewayRouteSchema).optional(),
  Tags: tags,
});

export type TransitGatewayRow = Immutable<z.infer<typeof transitGatewaySchema>>;
export type TransitGatewayAttachmentRow = Immutable<z.infer<typeof transitGatewayAttachmentSchema>>;
export type TransitGatewayVpcAttachmentRow = Immutable<z.infer<typeof transitGatewayVpcAttachmentSchema>>;
export type TransitGatewayPeeringAttachmentRow = Immutable<
  z.infer<typeof transitGatewayPeeringAttachmentSchema>
>;
export type TransitGatewayRouteTableRow = Immutable<z.infer<typeof transitGatewayRouteTableSchema>>;
export type TransitGatewayRouteRow = Immutable<z.infer<typeof transitGatewayRouteSchema>>;
