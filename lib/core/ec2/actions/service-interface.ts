/**
 * Network interfaces that AWS makes in a customer's subnet on behalf of something else.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html
 */
import type { NetworkInterfaceRow } from '../schema/network-interface';
import type { Snapshot } from '../schema/snapshot';
import type { SubnetRow } from '../schema/vpc';
import { freeAddresses } from './free-address';
import type { IdSource, Refusal } from './outcome';
import { withoutPairings } from './public-address';
import { addRow, mapRows, rowsOf, withRows } from './rows';

interface ServiceInterface {
  readonly InterfaceType: string;
  readonly Description: string;
  readonly SourceDestCheck: boolean;
  readonly groupIds?: readonly string[];
  /** A free one of the subnet, unless somebody asked for this one. */
  readonly address?: string | undefined;
}

export function addServiceInterface(
  snapshot: Snapshot,
  subnet: SubnetRow,
  asked: ServiceInterface,
  ids: IdSource,
): { readonly snapshot: Snapshot; readonly row: NetworkInterfaceRow } | Refusal {
  const { InterfaceType, Description, SourceDestCheck, groupIds = [], address } = asked;
  const free = address === undefined ? freeAddresses(snapshot, subnet, 1) : { addresses: [address] };
  if ('error' in free) return free;
  const [PrivateIpAddress = ''] = free.addresses;
  const row: NetworkInterfaceRow = {
    NetworkInterfaceId: ids('eni'),
    SubnetId: subnet.SubnetId,
    VpcId: subnet.VpcId,
    OwnerId: snapshot.OwnerId ?? '',
    Description,
    InterfaceType,
    RequesterManaged: true,
    SourceDestCheck,
    Status: 'in-use',
    PrivateIpAddress,
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress }],
    Ipv6Addresses: [],
    Groups: groupIds.map((GroupId) => ({ GroupId })),
    Attachment: {
      AttachmentId: ids('eni-attach'),
      InstanceOwnerId: 'amazon-aws',
      DeviceIndex: 1,
      Status: 'attached',
    },
    TagSet: [],
  };
  return { snapshot: addRow(snapshot, 'NetworkInterfaces', row), row };
}

/** Interfaces go with what they were made for; their Elastic IP addresses stay with the account. */
export function removeInterfaces(snapshot: Snapshot, gone: (row: NetworkInterfaceRow) => boolean): Snapshot {
  const rows = rowsOf(snapshot, 'NetworkInterfaces');
  const left = rows.filter((row) => !gone(row));
  if (left.length === rows.length) return snapshot;
  const freed = rows
    .filter(gone)
    .reduce(
      (current, { NetworkInterfaceId }) => withoutPairings(current, NetworkInterfaceId),
      withRows(snapshot, 'NetworkInterfaces', left),
    );
  // An instance may carry a copy of each of its interfaces.
  return mapRows(freed, 'Instances', (instance) => {
    const own = instance.NetworkInterfaces ?? [];
    const kept = own.filter((row) => !gone(row));
    return kept.length === own.length ? instance : { ...instance, NetworkInterfaces: kept };
  });
}
