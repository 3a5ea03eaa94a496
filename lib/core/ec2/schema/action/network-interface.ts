/** Calls about network interfaces, their addresses, and instances. */
import * as z from 'zod';
import { call, idParameter, ids, text, texts, whole } from './call';

const flag = z.strictObject({ Value: z.boolean() });
const tracking = z.strictObject({
  TcpEstablishedTimeout: whole.optional(),
  UdpStreamTimeout: whole.optional(),
  UdpTimeout: whole.optional(),
});
const interfaceId = { NetworkInterfaceId: idParameter };

export const networkInterfaceCalls = [
  call('CreateNetworkInterface', {
    SubnetId: idParameter,
    Description: text.optional(),
    Groups: ids.optional(),
    PrivateIpAddress: text.optional(),
    PrivateIpAddresses: z
      .array(z.strictObject({ PrivateIpAddress: text, Primary: z.boolean().optional() }))
      .optional(),
    SecondaryPrivateIpAddressCount: whole.optional(),
    Ipv6Addresses: z.array(z.strictObject({ Ipv6Address: text })).optional(),
    Ipv6AddressCount: whole.optional(),
    ConnectionTrackingSpecification: tracking.optional(),
  }),
  call('DeleteNetworkInterface', interfaceId),
  call('ModifyNetworkInterfaceAttribute', {
    ...interfaceId,
    Groups: ids.optional(),
    SourceDestCheck: flag.optional(),
    ConnectionTrackingSpecification: tracking.optional(),
  }),
  call('AttachNetworkInterface', { ...interfaceId, InstanceId: idParameter, DeviceIndex: whole }),
  call('DetachNetworkInterface', { AttachmentId: idParameter, Force: z.boolean().optional() }),
  call('AssignPrivateIpAddresses', {
    ...interfaceId,
    PrivateIpAddresses: texts.optional(),
    SecondaryPrivateIpAddressCount: whole.optional(),
    AllowReassignment: z.boolean().optional(),
  }),
  call('UnassignPrivateIpAddresses', { ...interfaceId, PrivateIpAddresses: texts }),
  call('AssignIpv6Addresses', {
    ...interfaceId,
    Ipv6Addresses: texts.optional(),
    Ipv6AddressCount: whole.optional(),
  }),
  call('UnassignIpv6Addresses', { ...interfaceId, Ipv6Addresses: texts }),
  call('RunInstances', {
    ImageId: text,
    InstanceType: text.optional(),
    MinCount: whole,
    MaxCount: whole,
    SubnetId: idParameter,
    SecurityGroupIds: ids.optional(),
    PrivateIpAddress: text.optional(),
  }),
  call('StartInstances', { InstanceIds: ids }),
  call('StopInstances', { InstanceIds: ids }),
  call('TerminateInstances', { InstanceIds: ids }),
  call('ModifyInstanceAttribute', {
    InstanceId: idParameter,
    SourceDestCheck: flag.optional(),
    Groups: ids.optional(),
  }),
] as const;
