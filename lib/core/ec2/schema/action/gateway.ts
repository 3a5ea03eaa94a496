/** Calls about gateways to the internet, their addresses, VPC peering and VPC endpoints. */
import * as z from 'zod';
import { call, idParameter, ids, text, texts, whole } from './call';

const attachment = { InternetGatewayId: idParameter, VpcId: idParameter };
const connection = { VpcPeeringConnectionId: idParameter };
const peeringOptions = z.strictObject({ AllowDnsResolutionFromRemoteVpc: z.boolean().optional() });
const zone = { AvailabilityZone: text.optional(), AvailabilityZoneId: text.optional() };

export const gatewayCalls = [
  call('AllocateAddress', { Domain: z.literal('vpc').optional(), Address: text.optional() }),
  call('ReleaseAddress', { AllocationId: idParameter }),
  call('AssociateAddress', {
    AllocationId: idParameter,
    InstanceId: idParameter.optional(),
    NetworkInterfaceId: idParameter.optional(),
    PrivateIpAddress: text.optional(),
    AllowReassociation: z.boolean().optional(),
  }),
  call('DisassociateAddress', { AssociationId: idParameter }),
  call('CreateInternetGateway', {}),
  call('DeleteInternetGateway', { InternetGatewayId: idParameter }),
  call('AttachInternetGateway', attachment),
  call('DetachInternetGateway', attachment),
  call('CreateEgressOnlyInternetGateway', { VpcId: idParameter }),
  call('DeleteEgressOnlyInternetGateway', { EgressOnlyInternetGatewayId: idParameter }),
  call('CreateNatGateway', {
    AvailabilityMode: z.enum(['zonal', 'regional']).optional(),
    ConnectivityType: z.enum(['public', 'private']).optional(),
    SubnetId: idParameter.optional(),
    AllocationId: idParameter.optional(),
    PrivateIpAddress: text.optional(),
    SecondaryAllocationIds: ids.optional(),
    SecondaryPrivateIpAddresses: texts.optional(),
    SecondaryPrivateIpAddressCount: whole.optional(),
    VpcId: idParameter.optional(),
    AvailabilityZoneAddresses: z.array(z.strictObject({ ...zone, AllocationIds: ids })).optional(),
  }),
  call('DeleteNatGateway', { NatGatewayId: idParameter }),
  call('AssociateNatGatewayAddress', {
    NatGatewayId: idParameter,
    AllocationIds: ids,
    PrivateIpAddresses: texts.optional(),
    ...zone,
  }),
  call('DisassociateNatGatewayAddress', { NatGatewayId: idParameter, AssociationIds: ids }),
  call('AssignPrivateNatGatewayAddress', {
    NatGatewayId: idParameter,
    PrivateIpAddresses: texts.optional(),
    PrivateIpAddressCount: whole.optional(),
  }),
  call('UnassignPrivateNatGatewayAddress', { NatGatewayId: idParameter, PrivateIpAddresses: texts }),
  call('CreateVpcPeeringConnection', {
    VpcId: idParameter,
    PeerVpcId: idParameter,
    PeerOwnerId: text.optional(),
    PeerRegion: text.optional(),
  }),
  call('AcceptVpcPeeringConnection', connection),
  call('RejectVpcPeeringConnection', connection),
  call('DeleteVpcPeeringConnection', connection),
  call('ModifyVpcPeeringConnectionOptions', {
    ...connection,
    RequesterPeeringConnectionOptions: peeringOptions.optional(),
    AccepterPeeringConnectionOptions: peeringOptions.optional(),
  }),
  call('CreateVpcEndpoint', {
    VpcId: idParameter,
    ServiceName: text,
    VpcEndpointType: z.enum(['Gateway', 'Interface', 'GatewayLoadBalancer']).optional(),
    RouteTableIds: ids.optional(),
    SubnetIds: ids.optional(),
    SecurityGroupIds: ids.optional(),
    PolicyDocument: text.optional(),
    PrivateDnsEnabled: z.boolean().optional(),
  }),
  call('ModifyVpcEndpoint', {
    VpcEndpointId: idParameter,
    AddRouteTableIds: ids.optional(),
    RemoveRouteTableIds: ids.optional(),
    AddSubnetIds: ids.optional(),
    RemoveSubnetIds: ids.optional(),
    AddSecurityGroupIds: ids.optional(),
    RemoveSecurityGroupIds: ids.optional(),
    PolicyDocument: text.optional(),
    ResetPolicy: z.boolean().optional(),
    PrivateDnsEnabled: z.boolean().optional(),
  }),
  call('DeleteVpcEndpoints', { VpcEndpointIds: ids }),
] as const;
