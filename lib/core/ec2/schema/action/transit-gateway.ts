/** Calls about transit gateways and VPN. */
import * as z from 'zod';
import { call, idParameter, ids, onOff, text, whole } from './call';

const options = {
  AutoAcceptSharedAttachments: onOff.optional(),
  DefaultRouteTableAssociation: onOff.optional(),
  DefaultRouteTablePropagation: onOff.optional(),
  DnsSupport: onOff.optional(),
  VpnEcmpSupport: onOff.optional(),
  SecurityGroupReferencingSupport: onOff.optional(),
  AmazonSideAsn: whole.optional(),
};
const attachmentOptions = z
  .strictObject({
    DnsSupport: onOff.optional(),
    SecurityGroupReferencingSupport: onOff.optional(),
    Ipv6Support: onOff.optional(),
    ApplianceModeSupport: onOff.optional(),
  })
  .optional();
const attachment = { TransitGatewayAttachmentId: idParameter };
const table = { TransitGatewayRouteTableId: idParameter };
const route = { ...table, DestinationCidrBlock: text };
const reference = { ...table, PrefixListId: idParameter };
const routeTarget = { TransitGatewayAttachmentId: idParameter.optional(), Blackhole: z.boolean().optional() };
const vpnAttachment = { VpnGatewayId: idParameter, VpcId: idParameter };
const ipsec = z.literal('ipsec.1');
const vpnRoute = { VpnConnectionId: idParameter, DestinationCidrBlock: text };

export const transitGatewayCalls = [
  call('CreateTransitGateway', {
    Description: text.optional(),
    Options: z.strictObject(options).optional(),
  }),
  call('ModifyTransitGateway', {
    TransitGatewayId: idParameter,
    Description: text.optional(),
    Options: z
      .strictObject({
        ...options,
        AssociationDefaultRouteTableId: idParameter.optional(),
        PropagationDefaultRouteTableId: idParameter.optional(),
      })
      .optional(),
  }),
  call('DeleteTransitGateway', { TransitGatewayId: idParameter }),
  call('CreateTransitGatewayVpcAttachment', {
    TransitGatewayId: idParameter,
    VpcId: idParameter,
    SubnetIds: ids,
    Options: attachmentOptions,
  }),
  call('ModifyTransitGatewayVpcAttachment', {
    ...attachment,
    AddSubnetIds: ids.optional(),
    RemoveSubnetIds: ids.optional(),
    Options: attachmentOptions,
  }),
  call('DeleteTransitGatewayVpcAttachment', attachment),
  call('CreateTransitGatewayPeeringAttachment', {
    TransitGatewayId: idParameter,
    PeerTransitGatewayId: idParameter,
    PeerAccountId: text,
    PeerRegion: text,
  }),
  call('AcceptTransitGatewayPeeringAttachment', attachment),
  call('RejectTransitGatewayPeeringAttachment', attachment),
  call('DeleteTransitGatewayPeeringAttachment', attachment),
  call('CreateTransitGatewayRouteTable', { TransitGatewayId: idParameter }),
  call('DeleteTransitGatewayRouteTable', table),
  call('AssociateTransitGatewayRouteTable', { ...table, ...attachment }),
  call('DisassociateTransitGatewayRouteTable', { ...table, ...attachment }),
  call('EnableTransitGatewayRouteTablePropagation', { ...table, ...attachment }),
  call('DisableTransitGatewayRouteTablePropagation', { ...table, ...attachment }),
  call('CreateTransitGatewayRoute', { ...route, ...routeTarget }),
  call('ReplaceTransitGatewayRoute', { ...route, ...routeTarget }),
  call('DeleteTransitGatewayRoute', route),
  call('CreateTransitGatewayPrefixListReference', { ...reference, ...routeTarget }),
  call('ModifyTransitGatewayPrefixListReference', { ...reference, ...routeTarget }),
  call('DeleteTransitGatewayPrefixListReference', reference),
  call('CreateVpnGateway', { Type: ipsec, AmazonSideAsn: whole.optional() }),
  call('AttachVpnGateway', vpnAttachment),
  call('DetachVpnGateway', vpnAttachment),
  call('DeleteVpnGateway', { VpnGatewayId: idParameter }),
  call('CreateCustomerGateway', {
    Type: ipsec,
    IpAddress: text,
    BgpAsn: whole.optional(),
    DeviceName: text.optional(),
  }),
  call('DeleteCustomerGateway', { CustomerGatewayId: idParameter }),
  call('CreateVpnConnection', {
    Type: ipsec,
    CustomerGatewayId: idParameter,
    VpnGatewayId: idParameter.optional(),
    TransitGatewayId: idParameter.optional(),
    Options: z.strictObject({ StaticRoutesOnly: z.boolean().optional() }).optional(),
  }),
  call('DeleteVpnConnection', { VpnConnectionId: idParameter }),
  call('CreateVpnConnectionRoute', vpnRoute),
  call('DeleteVpnConnectionRoute', vpnRoute),
] as const;
