/** Instances with one interface each, as `describe-instances` and `describe-network-interfaces` print them. */
import { nameTag, OWNER_ID, type Row } from './rows';

export interface Server {
  readonly interfaceId: string;
  readonly instanceId: string;
  readonly name: string;
  readonly address: string;
  readonly subnetId: string;
  readonly groupIds: readonly string[];
  readonly publicAddress?:
    | { readonly address: string; readonly allocationId: string | undefined }
    | undefined;
}

export function networkInterfaceRow(vpcId: string, server: Server): Row<'NetworkInterfaces'> {
  const { interfaceId, instanceId, name, address, subnetId, groupIds, publicAddress } = server;
  const Association = publicAddress && {
    PublicIp: publicAddress.address,
    IpOwnerId: publicAddress.allocationId ? OWNER_ID : 'amazon',
    ...(publicAddress.allocationId && {
      AllocationId: publicAddress.allocationId,
      AssociationId: associationIdOf(publicAddress.allocationId),
    }),
  };
  return {
    NetworkInterfaceId: interfaceId,
    SubnetId: subnetId,
    VpcId: vpcId,
    OwnerId: OWNER_ID,
    Description: '',
    InterfaceType: 'interface',
    RequesterManaged: false,
    SourceDestCheck: true,
    Status: 'in-use',
    PrivateIpAddress: address,
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: address, ...(Association && { Association }) }],
    Ipv6Addresses: [],
    Groups: groupIds.map((GroupId) => ({ GroupId })),
    Attachment: {
      AttachmentId: `eni-attach-${interfaceId.slice(4)}`,
      InstanceId: instanceId,
      DeviceIndex: 0,
      Status: 'attached',
    },
    ...(Association && { Association }),
    TagSet: nameTag(name),
  };
}

export function associationIdOf(allocationId: string): string {
  return allocationId.replace('eipalloc', 'eipassoc');
}

export function instanceRow(
  vpcId: string,
  { instanceId, name, address, subnetId }: Server,
): Row<'Instances'> {
  return {
    InstanceId: instanceId,
    InstanceType: 'm7g.large',
    State: { Code: 16, Name: 'running' },
    PrivateIpAddress: address,
    SubnetId: subnetId,
    VpcId: vpcId,
    Tags: nameTag(name),
  };
}
