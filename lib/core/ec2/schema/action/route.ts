/** Calls about routes and route tables. */
import * as z from 'zod';
import { call, idParameter, text } from './call';

const key = {
  RouteTableId: idParameter,
  DestinationCidrBlock: text.optional(),
  DestinationIpv6CidrBlock: text.optional(),
  DestinationPrefixListId: idParameter.optional(),
};
const target = {
  GatewayId: idParameter.optional(),
  NatGatewayId: idParameter.optional(),
  NetworkInterfaceId: idParameter.optional(),
  InstanceId: idParameter.optional(),
  VpcPeeringConnectionId: idParameter.optional(),
  TransitGatewayId: idParameter.optional(),
  EgressOnlyInternetGatewayId: idParameter.optional(),
  VpcEndpointId: idParameter.optional(),
};
const propagation = { RouteTableId: idParameter, GatewayId: idParameter };

export const routeCalls = [
  call('CreateRoute', { ...key, ...target }),
  call('ReplaceRoute', { ...key, ...target, LocalTarget: z.boolean().optional() }),
  call('DeleteRoute', key),
  call('CreateRouteTable', { VpcId: idParameter }),
  call('DeleteRouteTable', { RouteTableId: idParameter }),
  call('AssociateRouteTable', {
    RouteTableId: idParameter,
    SubnetId: idParameter.optional(),
    GatewayId: idParameter.optional(),
  }),
  call('DisassociateRouteTable', { AssociationId: idParameter }),
  call('ReplaceRouteTableAssociation', { AssociationId: idParameter, RouteTableId: idParameter }),
  call('EnableVgwRoutePropagation', propagation),
  call('DisableVgwRoutePropagation', propagation),
] as const;
