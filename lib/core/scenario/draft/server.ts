/** Instances and their interfaces, and interfaces that services made. */
import { invariant } from '../../assert';
import { formatAddress } from '../../net/address';
import { addressAt, canonicalCidr } from '../../net/cidr';
import { type Draft, nameTag, OWNER_ID, type Row } from './draft';
import type { DraftSubnet } from './vpc';

export interface DraftServer {
  readonly name: string;
  readonly instanceId: string;
  readonly interfaceId: string;
  readonly address: string;
  readonly ipv6: string | undefined;
  readonly publicAddress: string | undefined;
  readonly subnet: DraftSubnet;
  readonly groupIds: readonly string[];
}

interface ServerOptions {
  readonly name: string;
  readonly groupIds: readonly string[];
  /** Offset in its subnet. */
  readonly host: number;
  /** An Elastic IP address, or one that came with the launch. */
  readonly publicAddress?: { readonly address: string; readonly elastic: boolean };
  readonly forwards?: boolean;
}

export function addServer(draft: Draft, subnet: DraftSubnet, options: ServerOptions): DraftServer {
  const { name, groupIds, host, publicAddress, forwards = false } = options;
  const address = hostAddress(subnet.cidr, host);
  const ipv6 = subnet.ipv6 && hostAddress(subnet.ipv6, host);
  const instanceId = draft.id('i');
  const association = publicAddress && associate(draft, publicAddress);
  const row = addInterface(draft, subnet, {
    description: '',
    address,
    ipv6,
    groupIds,
    association,
    forwards,
    name,
    attachment: {
      AttachmentId: draft.id('eni-attach'),
      InstanceId: instanceId,
      DeviceIndex: 0,
      Status: 'attached',
    },
  });
  const interfaceId = row.NetworkInterfaceId;
  draft.add('Instances', {
    InstanceId: instanceId,
    InstanceType: 'm7g.large',
    State: { Code: 16, Name: 'running' },
    PrivateIpAddress: address,
    SubnetId: subnet.id,
    VpcId: subnet.vpc.id,
    Tags: nameTag(name),
  });
  if (publicAddress?.elastic && association?.AllocationId)
    draft.add('Addresses', {
      PublicIp: publicAddress.address,
      AllocationId: association.AllocationId,
      AssociationId: association.AssociationId,
      Domain: 'vpc',
      NetworkInterfaceId: interfaceId,
      NetworkInterfaceOwnerId: OWNER_ID,
      InstanceId: instanceId,
      PrivateIpAddress: address,
    });
  const publicIp = publicAddress?.address;
  return { name, instanceId, interfaceId, address, ipv6, publicAddress: publicIp, subnet, groupIds };
}

interface InterfaceOptions {
  readonly description: string;
  readonly address: string;
  readonly ipv6?: string | undefined;
  readonly groupIds: readonly string[];
  readonly association?: Association | undefined;
  readonly forwards?: boolean;
  /** `nat_gateway`, `transit_gateway`, `vpc_endpoint`: made by a service on the owner's behalf. */
  readonly type?: string;
  readonly name?: string;
  readonly attachment?: Row<'NetworkInterfaces'>['Attachment'];
}

export function addInterface(
  draft: Draft,
  subnet: DraftSubnet,
  options: InterfaceOptions,
): Row<'NetworkInterfaces'> {
  const {
    description,
    address,
    ipv6,
    groupIds,
    association,
    forwards = false,
    type,
    name,
    attachment,
  } = options;
  return draft.add('NetworkInterfaces', {
    NetworkInterfaceId: draft.id('eni'),
    SubnetId: subnet.id,
    VpcId: subnet.vpc.id,
    OwnerId: OWNER_ID,
    Description: description,
    InterfaceType: type ?? 'interface',
    RequesterManaged: type !== undefined,
    SourceDestCheck: !forwards && (type === undefined || type === 'lambda'),
    Status: 'in-use',
    PrivateIpAddress: address,
    PrivateIpAddresses: [
      { Primary: true, PrivateIpAddress: address, ...(association && { Association: association }) },
    ],
    Ipv6Addresses: ipv6 ? [{ Ipv6Address: ipv6 }] : [],
    Groups: groupIds.map((GroupId) => ({ GroupId })),
    ...(attachment && { Attachment: attachment }),
    ...(association && { Association: association }),
    TagSet: name === undefined ? [] : nameTag(name),
  });
}

type Association = NonNullable<Row<'NetworkInterfaces'>['Association']>;

function associate(
  draft: Draft,
  { address, elastic }: NonNullable<ServerOptions['publicAddress']>,
): Association {
  if (!elastic) return { PublicIp: address, IpOwnerId: 'amazon' };
  const [AllocationId, AssociationId] = [draft.id('eipalloc'), draft.id('eipassoc')];
  return { PublicIp: address, IpOwnerId: OWNER_ID, AllocationId, AssociationId };
}

/** The interface by which a function of Lambda works in a VPC: it is Lambda's, and never has a public address. */
export function addFunction(
  draft: Draft,
  subnet: DraftSubnet,
  name: string,
  host: number,
  groupIds: readonly string[],
): string {
  return addInterface(draft, subnet, {
    description: `AWS Lambda VPC ENI-${name}`,
    address: hostAddress(subnet.cidr, host),
    groupIds,
    type: 'lambda',
    name,
  }).NetworkInterfaceId;
}

/** A further interface of a server that was added before. */
export function addSecondInterface(
  draft: Draft,
  subnet: DraftSubnet,
  { instanceId, name }: DraftServer,
  host: number,
  groupIds: readonly string[],
): { readonly interfaceId: string; readonly address: string } {
  const address = hostAddress(subnet.cidr, host);
  const attachment = {
    AttachmentId: draft.id('eni-attach'),
    InstanceId: instanceId,
    DeviceIndex: 1,
    Status: 'attached',
  };
  const row = addInterface(draft, subnet, {
    description: '',
    address,
    groupIds,
    name: `${name}-1`,
    attachment,
  });
  return { interfaceId: row.NetworkInterfaceId, address };
}

/** `10.20.11.0/24`, 25 -> `10.20.11.25`: the first four addresses and the last are AWS's. */
export function hostAddress(block: string, host: number): string {
  const cidr = canonicalCidr(block);
  const address = cidr && addressAt(cidr, host);
  invariant(address !== undefined && host > 3, `${block} has a host ${host}`);
  return formatAddress(address);
}
