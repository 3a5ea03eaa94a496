/**
 * What joins the premises: virtual private gateways, VPN connections, and Direct Connect, whose own API writes its keys in
 * lower camel case. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnConnection.html
 */
import * as z from 'zod';
import type { Immutable } from './immutable';
import { anyBlock, id, ipv4, tags } from './value';

export const vpnGatewaySchema = z.looseObject({
  VpnGatewayId: id('vgw'),
  State: z.string().optional(),
  VpcAttachments: z.array(z.looseObject({ VpcId: z.string(), State: z.string().optional() })).optional(),
  Tags: tags,
});

export const customerGatewaySchema = z.looseObject({
  CustomerGatewayId: id('cgw'),
  IpAddress: ipv4.optional(),
  BgpAsn: z.string().optional(),
  State: z.string().optional(),
  Tags: tags,
});

export const vpnConnectionSchema = z.looseObject({
  VpnConnectionId: id('vpn'),
  CustomerGatewayId: z.string().optional(),
  VpnGatewayId: z.string().optional(),
  TransitGatewayId: z.string().optional(),
  State: z.string().optional(),
  Options: z.looseObject({ StaticRoutesOnly: z.boolean().optional() }).optional(),
  /** Static routes only. */
  Routes: z.array(z.looseObject({ DestinationCidrBlock: anyBlock, State: z.string().optional() })).optional(),
  /** One row for each of the two tunnels. */
  VgwTelemetry: z
    .array(z.looseObject({ OutsideIpAddress: ipv4.optional(), Status: z.enum(['UP', 'DOWN']).optional() }))
    .optional(),
  Tags: tags,
});

/** With the answer of `describe-direct-connect-gateway-associations` inside. */
export const directConnectGatewaySchema = z.looseObject({
  directConnectGatewayId: z.string(),
  directConnectGatewayName: z.string().optional(),
  directConnectGatewayState: z.string().optional(),
  directConnectGatewayAssociations: z
    .array(
      z.looseObject({
        associationState: z.string().optional(),
        associatedGateway: z.looseObject({ id: z.string(), type: z.string().optional() }),
        allowedPrefixesToDirectConnectGateway: z.array(z.looseObject({ cidr: anyBlock })).optional(),
      }),
    )
    .optional(),
});

export const virtualInterfaceSchema = z.looseObject({
  virtualInterfaceId: id('dxvif'),
  virtualInterfaceName: z.string().optional(),
  virtualInterfaceType: z.enum(['private', 'transit', 'public']).optional(),
  virtualInterfaceState: z.string().optional(),
  virtualGatewayId: z.string().optional(),
  directConnectGatewayId: z.string().optional(),
  bgpPeers: z.array(z.looseObject({ bgpStatus: z.string().optional() })).optional(),
});

export type VpnConnectionRow = Immutable<z.infer<typeof vpnConnectionSchema>>;
export type VirtualInterfaceRow = Immutable<z.infer<typeof virtualInterfaceSchema>>;
