/**
 * The next free private addresses of a subnet; AWS keeps the first four of each block and the last.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
import { type Address, formatAddress, parseAddress } from '../../net/address';
import { addressAt, type Cidr, contains } from '../../net/cidr';
import type { Snapshot } from '../schema/snapshot';
import type { SubnetRow } from '../schema/vpc';
import { documentBlock } from './block';
import { interfacesIn } from './interface-rows';
import { isThere } from './local-route';
import { type Refusal, refuse } from './outcome';

/** So many addresses, or AWS's refusal if the subnet has fewer left; the lowest free ones, so that a replay is the same. `besides`: spoken for. */
export function freeAddresses(
  snapshot: Snapshot,
  subnet: SubnetRow,
  count: number,
  family: 'IPv4' | 'IPv6' = 'IPv4',
  besides: readonly string[] = [],
): { readonly addresses: readonly string[] } | Refusal {
  const block = subnetBlocks(subnet).find((own) => (typeof own.base === 'number') === (family === 'IPv4'));
  const taken = new Set([
    ...addressesOf(snapshot, subnet.SubnetId),
    ...besides.flatMap((text) => parseAddress(text) ?? []),
  ]);
  const addresses: string[] = [];
  const last = block && lastOffset(block);
  for (let offset = 4; block && offset < (last ?? 0) && addresses.length < count; offset++) {
    const address = addressAt(block, offset);
    if (address !== undefined && !taken.has(address)) addresses.push(formatAddress(address));
  }
  if (addresses.length === count) return { addresses };
  return refuse(
    'InsufficientFreeAddressesInSubnet',
    `There are not enough free addresses in subnet '${subnet.SubnetId}' to satisfy the requested number of instances.`,
  );
}

/** What speaks against giving somebody exactly this address. */
export function checkFree(snapshot: Snapshot, subnet: SubnetRow, text: string): Refusal | undefined {
  const address = parseAddress(text);
  const block = address !== undefined && subnetBlocks(subnet).find((own) => contains(own, address));
  if (address === undefined || !block)
    return refuse(
      'InvalidParameterValue',
      `Address '${text}' does not fall within the subnet's address range`,
    );
  if ([0, 1, 2, 3, lastOffset(block)].some((offset) => addressAt(block, offset) === address))
    return refuse('InvalidParameterValue', `Address '${text}' is in subnet's reserved address range`);
  if (addressesOf(snapshot, subnet.SubnetId).has(address))
    return refuse('InvalidIPAddress.InUse', `Address ${text} is in use.`);
  return undefined;
}

export function subnetBlocks(subnet: SubnetRow): readonly Cidr[] {
  const ipv6 = (subnet.Ipv6CidrBlockAssociationSet ?? []).filter(({ Ipv6CidrBlockState }) =>
    isThere(Ipv6CidrBlockState),
  );
  return [subnet.CidrBlock, ...ipv6.map(({ Ipv6CidrBlock }) => Ipv6CidrBlock)]
    .filter((text) => text !== undefined)
    .map(documentBlock);
}

/** An IPv6 block is larger than a number counts exactly; its last address is then out of anybody's reach. */
function lastOffset({ base, length }: Cidr): number {
  return 2 ** Math.min((typeof base === 'number' ? 32 : 128) - length, 52) - 1;
}

function addressesOf(snapshot: Snapshot, subnetId: string): ReadonlySet<Address> {
  const texts = interfacesIn(snapshot, subnetId).flatMap(
    ({ PrivateIpAddress, PrivateIpAddresses = [], Ipv6Addresses = [] }) => [
      ...(PrivateIpAddress === undefined ? [] : [PrivateIpAddress]),
      ...PrivateIpAddresses.map((own) => own.PrivateIpAddress),
      ...Ipv6Addresses.map(({ Ipv6Address }) => Ipv6Address),
    ],
  );
  return new Set(texts.flatMap((text) => parseAddress(text) ?? []));
}
