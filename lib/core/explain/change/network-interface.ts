/** Sentences for calls about network interfaces, their addresses, and instances. */
import type { InstanceAction } from '../../ec2/actions/instance';
import type { NetworkInterfaceAction } from '../../ec2/actions/network-interface';
import type { NetworkInterfaceAttachmentAction } from '../../ec2/actions/network-interface-attachment';
import type { IdParameter } from '../../ec2/actions/outcome';
import type { PrivateAddressAction } from '../../ec2/actions/private-address';
import { code, type Prose, prose } from '../prose';
import { id, list, type Sentences, switches } from './words';

export const networkInterfaceSentences: Sentences<
  NetworkInterfaceAction | NetworkInterfaceAttachmentAction | PrivateAddressAction | InstanceAction
> = {
  CreateNetworkInterface: ({ SubnetId }) => prose`Make a network interface in ${id(SubnetId)}`,
  DeleteNetworkInterface: ({ NetworkInterfaceId }) => prose`Delete ${id(NetworkInterfaceId)}`,
  ModifyNetworkInterfaceAttribute: (action) =>
    action.ConnectionTrackingSpecification
      ? prose`Set the idle time-outs of ${id(action.NetworkInterfaceId)}: ${switches(action.ConnectionTrackingSpecification)}`
      : attribute(action.NetworkInterfaceId, action.Groups, action.SourceDestCheck),
  AttachNetworkInterface: ({ NetworkInterfaceId, InstanceId, DeviceIndex }) =>
    prose`Attach ${id(NetworkInterfaceId)} to ${id(InstanceId)} as device ${DeviceIndex}`,
  DetachNetworkInterface: ({ AttachmentId }) =>
    prose`End the network interface attachment ${id(AttachmentId)}`,
  AssignPrivateIpAddresses: ({
    NetworkInterfaceId,
    PrivateIpAddresses,
    SecondaryPrivateIpAddressCount: count,
  }) => prose`Give ${id(NetworkInterfaceId)} ${further(PrivateIpAddresses, count, 'private')}`,
  UnassignPrivateIpAddresses: ({ NetworkInterfaceId, PrivateIpAddresses }) =>
    prose`Take ${list(PrivateIpAddresses)} from ${id(NetworkInterfaceId)}`,
  AssignIpv6Addresses: ({ NetworkInterfaceId, Ipv6Addresses, Ipv6AddressCount }) =>
    prose`Give ${id(NetworkInterfaceId)} ${further(Ipv6Addresses, Ipv6AddressCount, 'IPv6')}`,
  UnassignIpv6Addresses: ({ NetworkInterfaceId, Ipv6Addresses }) =>
    prose`Take ${list(Ipv6Addresses)} from ${id(NetworkInterfaceId)}`,
  RunInstances: ({ InstanceType = 'm1.small', MaxCount, SubnetId }) =>
    MaxCount === 1
      ? prose`Launch an instance of type ${code(InstanceType)} in ${id(SubnetId)}`
      : prose`Launch ${MaxCount} instances of type ${code(InstanceType)} in ${id(SubnetId)}`,
  StartInstances: ({ InstanceIds }) => prose`Start ${list(InstanceIds)}`,
  StopInstances: ({ InstanceIds }) => prose`Stop ${list(InstanceIds)}`,
  TerminateInstances: ({ InstanceIds }) => prose`Terminate ${list(InstanceIds)}`,
  ModifyInstanceAttribute: ({ InstanceId, Groups, SourceDestCheck }) =>
    attribute(InstanceId, Groups, SourceDestCheck),
};

function attribute(
  owner: IdParameter,
  groups: readonly IdParameter[] | undefined,
  check: { readonly Value: boolean } | undefined,
): Prose {
  return groups
    ? prose`Give ${id(owner)} the security groups ${list(groups)}`
    : prose`Turn the source/destination check of ${id(owner)} ${check?.Value ? 'on' : 'off'}`;
}

function further(addresses: readonly string[] | undefined, count: number | undefined, kind: string): Prose {
  if (addresses?.length) return prose`the further addresses ${list(addresses)}`;
  return count === 1 ? prose`a further ${kind} address` : prose`${count ?? 0} further ${kind} addresses`;
}
