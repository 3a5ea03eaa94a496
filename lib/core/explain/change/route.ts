/** Sentences for calls about routes and route tables. */
import type { RouteAction } from '../../ec2/actions/route';
import type { RoutePropagationAction } from '../../ec2/actions/route-propagation';
import type { RouteTableAction } from '../../ec2/actions/route-table';
import { type Prose, prose, type Span } from '../prose';
import { id, type Sentences } from './words';

type WithTarget = Extract<RouteAction, { readonly Action: 'CreateRoute' | 'ReplaceRoute' }>;

export const routeSentences: Sentences<RouteAction | RouteTableAction | RoutePropagationAction> = {
  CreateRoute: (action) =>
    prose`Add a route for ${destination(action)} to ${target(action)} in ${id(action.RouteTableId)}`,
  ReplaceRoute: (action) =>
    prose`Point the route for ${destination(action)} to ${target(action)} in ${id(action.RouteTableId)}`,
  DeleteRoute: (action) => prose`Remove the route for ${destination(action)} from ${id(action.RouteTableId)}`,
  CreateRouteTable: ({ VpcId }) => prose`Make a route table in ${id(VpcId)}`,
  DeleteRouteTable: ({ RouteTableId }) => prose`Delete route table ${id(RouteTableId)}`,
  AssociateRouteTable: ({ RouteTableId, SubnetId, GatewayId }): Prose =>
    GatewayId === undefined
      ? prose`Let ${id(RouteTableId)} route for ${id(SubnetId)}`
      : prose`Let ${id(RouteTableId)} steer what enters by ${id(GatewayId)}`,
  DisassociateRouteTable: ({ AssociationId }) => prose`End route table association ${id(AssociationId)}`,
  ReplaceRouteTableAssociation: ({ AssociationId, RouteTableId }) =>
    prose`Have association ${id(AssociationId)} use ${id(RouteTableId)}`,
  EnableVgwRoutePropagation: ({ GatewayId, RouteTableId }) =>
    prose`Let ${id(GatewayId)} propagate its routes into ${id(RouteTableId)}`,
  DisableVgwRoutePropagation: ({ GatewayId, RouteTableId }) =>
    prose`Stop ${id(GatewayId)} from propagating routes into ${id(RouteTableId)}`,
};

function destination(action: RouteAction): Span {
  return id(action.DestinationCidrBlock ?? action.DestinationIpv6CidrBlock ?? action.DestinationPrefixListId);
}

function target(action: WithTarget): Span {
  if (action.Action === 'ReplaceRoute' && action.LocalTarget) return 'its local target';
  return id(
    action.GatewayId ??
      action.VpcPeeringConnectionId ??
      action.NatGatewayId ??
      action.NetworkInterfaceId ??
      action.InstanceId ??
      action.TransitGatewayId ??
      action.EgressOnlyInternetGatewayId ??
      action.VpcEndpointId,
  );
}
