/** A new network interface with its addresses and groups, as CreateNetworkInterface and RunInstances make it. */
import type { NetworkInterfaceRow } from '../schema/network-interface';
import type { Snapshot } from '../schema/snapshot';
import type { SubnetRow } from '../schema/vpc';
import { missing } from './find';
import { checkFree, freeAddresses } from './free-address';
import { type IdParameter, type IdSource, type Refusal, type Resolved, refuse } from './outcome';
import { rowsOf } from './rows';

export interface InterfaceRequest {
  readonly Groups?: readonly IdParameter[] | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly PrivateIpAddresses?:
    | readonly { readonly PrivateIpAddress: string; readonly Primary?: boolean | undefined }[]
    | undefined;
  readonly SecondaryPrivateIpAddressCount?: number | undefined;
  readonly Ipv6Addresses?: readonly { readonly Ipv6Address: string }[] | undefined;
  readonly Ipv6AddressCount?: number | undefined;
}

/** Not yet in the Snapshot: nobody holds it. */
export function newInterface(
  snapshot: Snapshot,
  subnet: SubnetRow,
  asked: Resolved<InterfaceRequest>,
  ids: IdSource,
): { readonly row: NetworkInterfaceRow } | Refusal {
  const groups = readGroups(snapshot, subnet.VpcId, asked.Groups);
  if ('error' in groups) return groups;
  const ipv4 = readIpv4(snapshot, subnet, asked);
  if ('error' in ipv4) return ipv4;
  const ipv6 = readIpv6(snapshot, subnet, asked);
  if ('error' in ipv6) return ipv6;
  const [PrivateIpAddress = ''] = ipv4.addresses;
  return {
    row: {
      NetworkInterfaceId: ids('eni'),
      SubnetId: subnet.SubnetId,
      VpcId: subnet.VpcId,
      OwnerId: snapshot.OwnerId ?? '',
      Description: '',
      InterfaceType: 'interface',
      RequesterManaged: false,
      SourceDestCheck: true,
      Status: 'available',
      PrivateIpAddress,
      PrivateIpAddresses: ipv4.addresses.map((address, i) => ({
        Primary: i === 0,
        PrivateIpAddress: address,
      })),
      Ipv6Addresses: ipv6.addresses.map((Ipv6Address) => ({ Ipv6Address })),
      Groups: groups.groups,
      TagSet: [],
    },
  };
}

/** The VPC's default group where the call names none. */
function readGroups(
  snapshot: Snapshot,
  vpcId: string,
  asked: readonly string[] | undefined,
): { readonly groups: NonNullable<NetworkInterfaceRow['Groups']> } | Refusal {
  const own = rowsOf(snapshot, 'SecurityGroups').filter(({ VpcId }) => VpcId === vpcId);
  const unknown = asked?.find((id) => !own.some(({ GroupId }) => GroupId === id));
  if (unknown !== undefined) return missing('SecurityGroups', unknown);
  const chosen = asked?.length
    ? asked
    : own.filter(({ GroupName }) => GroupName === 'default').map(({ GroupId }) => GroupId);
  return { groups: chosen.map((GroupId) => ({ GroupId })) };
}

type Addresses = { readonly addresses: readonly string[] } | Refusal;

/** The primary first. */
function readIpv4(snapshot: Snapshot, subnet: SubnetRow, asked: Resolved<InterfaceRequest>): Addresses {
  const listed = asked.PrivateIpAddresses ?? [];
  if (asked.PrivateIpAddress !== undefined && listed.some(({ Primary }) => Primary))
    return refuse('InvalidParameterCombination', 'An interface has one primary address');
  const primary = asked.PrivateIpAddress ?? listed.find(({ Primary }) => Primary)?.PrivateIpAddress;
  const secondary = listed.filter(({ Primary }) => !Primary).map(({ PrivateIpAddress }) => PrivateIpAddress);
  const named = [...(primary === undefined ? [] : [primary]), ...secondary];
  const wrong = checkAddresses(snapshot, subnet, named);
  if (wrong) return wrong;
  const count = asked.SecondaryPrivateIpAddressCount ?? 0;
  const free = freeAddresses(snapshot, subnet, count + (primary === undefined ? 1 : 0), 'IPv4', named);
  if ('error' in free) return free;
  const [first, ...rest] = primary === undefined ? free.addresses : [primary, ...free.addresses];
  return { addresses: [...(first === undefined ? [] : [first]), ...secondary, ...rest] };
}

function readIpv6(snapshot: Snapshot, subnet: SubnetRow, asked: Resolved<InterfaceRequest>): Addresses {
  const named = (asked.Ipv6Addresses ?? []).map(({ Ipv6Address }) => Ipv6Address);
  const wrong = checkAddresses(snapshot, subnet, named);
  if (wrong) return wrong;
  const free = freeAddresses(snapshot, subnet, asked.Ipv6AddressCount ?? 0, 'IPv6', named);
  return 'error' in free ? free : { addresses: [...named, ...free.addresses] };
}

/** Free, and each named once. */
export function checkAddresses(
  snapshot: Snapshot,
  subnet: SubnetRow,
  named: readonly string[],
): Refusal | undefined {
  for (const [i, address] of named.entries()) {
    if (named.indexOf(address) !== i)
      return refuse('InvalidParameterValue', `Address ${address} is named twice`);
    const wrong = checkFree(snapshot, subnet, address);
    if (wrong) return wrong;
  }
  return undefined;
}
