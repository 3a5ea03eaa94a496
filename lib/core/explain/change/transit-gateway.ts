/** Sentences for calls about transit gateways. */
import type { TransitGatewayAction } from '../../ec2/actions/transit-gateway';
import type { TransitGatewayPeeringAttachmentAction } from '../../ec2/actions/transit-gateway-peering-attachment';
import type { TransitGatewayPrefixListReferenceAction } from '../../ec2/actions/transit-gateway-prefix-list-reference';
import type { RouteTarget, TransitGatewayRouteAction } from '../../ec2/actions/transit-gateway-route';
import type { TransitGatewayRouteTableAction } from '../../ec2/actions/transit-gateway-route-table';
import type { TransitGatewayVpcAttachmentAction } from '../../ec2/actions/transit-gateway-vpc-attachment';
import { code, type Prose, prose } from '../prose';
import { id, list, parts, type Sentences, some, switches } from './words';

export const transitGatewaySentences: Sentences<
  | TransitGatewayAction
  | TransitGatewayVpcAttachmentAction
  | TransitGatewayPeeringAttachmentAction
  | TransitGatewayRouteTableAction
  | TransitGatewayPrefixListReferenceAction
  | TransitGatewayRouteAction
> = {
  CreateTransitGateway: ({ Options }) => prose`Make a transit gateway with ${switches(Options)}`,
  ModifyTransitGateway: ({ TransitGatewayId, Options, Description }) =>
    prose`Change transit gateway ${id(TransitGatewayId)}: ${parts(
      Options ? prose`set ${switches(Options)}` : undefined,
      Description === undefined ? undefined : prose`describe it as ${code(Description)}`,
    )}`,
  DeleteTransitGateway: ({ TransitGatewayId }) => prose`Delete transit gateway ${id(TransitGatewayId)}`,
  CreateTransitGatewayVpcAttachment: ({ TransitGatewayId, VpcId, SubnetIds }) =>
    prose`Attach ${id(VpcId)} to ${id(TransitGatewayId)} in ${list(SubnetIds)}`,
  ModifyTransitGatewayVpcAttachment: (action) =>
    prose`Change attachment ${id(action.TransitGatewayAttachmentId)}: ${parts(
      some('add', action.AddSubnetIds),
      some('remove', action.RemoveSubnetIds),
      action.Options ? prose`set ${switches(action.Options)}` : undefined,
    )}`,
  DeleteTransitGatewayVpcAttachment: ({ TransitGatewayAttachmentId }) =>
    prose`Delete attachment ${id(TransitGatewayAttachmentId)}`,
  CreateTransitGatewayPeeringAttachment: ({ TransitGatewayId, PeerTransitGatewayId, PeerRegion }) =>
    prose`Ask to peer ${id(TransitGatewayId)} with ${id(PeerTransitGatewayId)} in ${code(PeerRegion)}`,
  AcceptTransitGatewayPeeringAttachment: ({ TransitGatewayAttachmentId }) =>
    prose`Accept peering attachment ${id(TransitGatewayAttachmentId)}`,
  RejectTransitGatewayPeeringAttachment: ({ TransitGatewayAttachmentId }) =>
    prose`Reject peering attachment ${id(TransitGatewayAttachmentId)}`,
  DeleteTransitGatewayPeeringAttachment: ({ TransitGatewayAttachmentId }) =>
    prose`Delete peering attachment ${id(TransitGatewayAttachmentId)}`,
  CreateTransitGatewayRouteTable: ({ TransitGatewayId }) =>
    prose`Make a route table in ${id(TransitGatewayId)}`,
  DeleteTransitGatewayRouteTable: ({ TransitGatewayRouteTableId }) =>
    prose`Delete route table ${id(TransitGatewayRouteTableId)}`,
  AssociateTransitGatewayRouteTable: ({ TransitGatewayRouteTableId, TransitGatewayAttachmentId }) =>
    prose`Let ${id(TransitGatewayRouteTableId)} route what enters by ${id(TransitGatewayAttachmentId)}`,
  DisassociateTransitGatewayRouteTable: ({ TransitGatewayRouteTableId, TransitGatewayAttachmentId }) =>
    prose`Stop ${id(TransitGatewayRouteTableId)} from routing what enters by ${id(TransitGatewayAttachmentId)}`,
  EnableTransitGatewayRouteTablePropagation: ({ TransitGatewayRouteTableId, TransitGatewayAttachmentId }) =>
    prose`Let ${id(TransitGatewayAttachmentId)} propagate its routes into ${id(TransitGatewayRouteTableId)}`,
  DisableTransitGatewayRouteTablePropagation: ({ TransitGatewayRouteTableId, TransitGatewayAttachmentId }) =>
    prose`Stop ${id(TransitGatewayAttachmentId)} from propagating routes into ${id(TransitGatewayRouteTableId)}`,
  CreateTransitGatewayRoute: (action) =>
    prose`Add a route for ${code(action.DestinationCidrBlock)} ${target(action)} in ${id(action.TransitGatewayRouteTableId)}`,
  ReplaceTransitGatewayRoute: (action) =>
    prose`Point the route for ${code(action.DestinationCidrBlock)} ${target(action)} in ${id(action.TransitGatewayRouteTableId)}`,
  DeleteTransitGatewayRoute: ({ DestinationCidrBlock, TransitGatewayRouteTableId }) =>
    prose`Remove the route for ${code(DestinationCidrBlock)} from ${id(TransitGatewayRouteTableId)}`,
  CreateTransitGatewayPrefixListReference: (action) =>
    prose`Add a route for ${id(action.PrefixListId)} ${target(action)} in ${id(action.TransitGatewayRouteTableId)}`,
  ModifyTransitGatewayPrefixListReference: (action) =>
    prose`Point the route for ${id(action.PrefixListId)} ${target(action)} in ${id(action.TransitGatewayRouteTableId)}`,
  DeleteTransitGatewayPrefixListReference: ({ PrefixListId, TransitGatewayRouteTableId }) =>
    prose`Remove the route for ${id(PrefixListId)} from ${id(TransitGatewayRouteTableId)}`,
};

function target({ Blackhole, TransitGatewayAttachmentId }: RouteTarget): Prose {
  return Blackhole ? prose`into a blackhole` : prose`to ${id(TransitGatewayAttachmentId)}`;
}
