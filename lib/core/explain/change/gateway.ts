/** Sentences for calls about gateways to the internet, their addresses, VPC peering and VPC endpoints. */
import type { AddressAction } from '../../ec2/actions/address';
import type { EgressOnlyInternetGatewayAction } from '../../ec2/actions/egress-only-internet-gateway';
import type { InternetGatewayAction } from '../../ec2/actions/internet-gateway';
import type { NatGatewayAction } from '../../ec2/actions/nat-gateway';
import type { NatGatewayAddressAction } from '../../ec2/actions/nat-gateway-address';
import type { VpcPeeringConnectionAction } from '../../ec2/actions/vpc-peering-connection';
import { code, prose } from '../prose';
import { id, list, type Sentences } from './words';

export const gatewaySentences: Sentences<
  | AddressAction
  | InternetGatewayAction
  | EgressOnlyInternetGatewayAction
  | NatGatewayAction
  | NatGatewayAddressAction
  | VpcPeeringConnectionAction
> = {
  AllocateAddress: ({ Address }) =>
    Address === undefined
      ? prose`Allocate an Elastic IP address`
      : prose`Recover the Elastic IP address ${code(Address)}`,
  ReleaseAddress: ({ AllocationId }) => prose`Release the Elastic IP address ${id(AllocationId)}`,
  AssociateAddress: ({ AllocationId, NetworkInterfaceId, InstanceId }) =>
    typeof AllocationId === 'string'
      ? prose`Associate the address ${id(AllocationId)} with ${id(NetworkInterfaceId ?? InstanceId)}`
      : prose`Associate the address with ${id(NetworkInterfaceId ?? InstanceId)}`,
  DisassociateAddress: ({ AssociationId }) => prose`End the address association ${id(AssociationId)}`,
  CreateInternetGateway: () => prose`Make an internet gateway`,
  DeleteInternetGateway: ({ InternetGatewayId }) => prose`Delete ${id(InternetGatewayId)}`,
  AttachInternetGateway: ({ InternetGatewayId, VpcId }) =>
    prose`Attach ${id(InternetGatewayId)} to ${id(VpcId)}`,
  DetachInternetGateway: ({ InternetGatewayId, VpcId }) =>
    prose`Detach ${id(InternetGatewayId)} from ${id(VpcId)}`,
  CreateEgressOnlyInternetGateway: ({ VpcId }) =>
    prose`Make an egress-only internet gateway for ${id(VpcId)}`,
  DeleteEgressOnlyInternetGateway: ({ EgressOnlyInternetGatewayId }) =>
    prose`Delete the egress-only internet gateway ${id(EgressOnlyInternetGatewayId)}`,
  CreateNatGateway: ({ AvailabilityMode, ConnectivityType = 'public', SubnetId, VpcId }) =>
    AvailabilityMode === 'regional'
      ? prose`Make a regional NAT gateway in ${id(VpcId)}`
      : prose`Make a ${ConnectivityType} NAT gateway in ${id(SubnetId)}`,
  DeleteNatGateway: ({ NatGatewayId }) => prose`Delete ${id(NatGatewayId)}`,
  AssociateNatGatewayAddress: ({ NatGatewayId, AllocationIds }) =>
    prose`Give ${id(NatGatewayId)} the further addresses ${list(AllocationIds)}`,
  DisassociateNatGatewayAddress: ({ NatGatewayId, AssociationIds }) =>
    prose`Take the address associations ${list(AssociationIds)} from ${id(NatGatewayId)}`,
  AssignPrivateNatGatewayAddress: ({ NatGatewayId, PrivateIpAddresses, PrivateIpAddressCount = 0 }) =>
    PrivateIpAddresses?.length
      ? prose`Give ${id(NatGatewayId)} the further private addresses ${list(PrivateIpAddresses)}`
      : prose`Give ${id(NatGatewayId)} so many further private addresses: ${PrivateIpAddressCount}`,
  UnassignPrivateNatGatewayAddress: ({ NatGatewayId, PrivateIpAddresses }) =>
    prose`Take the private addresses ${list(PrivateIpAddresses)} from ${id(NatGatewayId)}`,
  CreateVpcPeeringConnection: ({ VpcId, PeerVpcId }) =>
    prose`Ask for a peering connection between ${id(VpcId)} and ${id(PeerVpcId)}`,
  AcceptVpcPeeringConnection: ({ VpcPeeringConnectionId }) =>
    prose`Accept peering connection ${id(VpcPeeringConnectionId)}`,
  RejectVpcPeeringConnection: ({ VpcPeeringConnectionId }) =>
    prose`Reject peering connection ${id(VpcPeeringConnectionId)}`,
  DeleteVpcPeeringConnection: ({ VpcPeeringConnectionId }) =>
    prose`Delete peering connection ${id(VpcPeeringConnectionId)}`,
  ModifyVpcPeeringConnectionOptions: (action) => {
    const { RequesterPeeringConnectionOptions: requester, AccepterPeeringConnectionOptions: accepter } =
      action;
    const sides = [
      requester && `requester ${onOff(requester.AllowDnsResolutionFromRemoteVpc)}`,
      accepter && `accepter ${onOff(accepter.AllowDnsResolutionFromRemoteVpc)}`,
    ].filter((side) => side !== undefined);
    return prose`Set DNS resolution over peering connection ${id(action.VpcPeeringConnectionId)}: ${sides.join(', ')}`;
  },
};

function onOff(value: boolean | undefined): 'on' | 'off' {
  return value ? 'on' : 'off';
}
