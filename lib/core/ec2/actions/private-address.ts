/** Calls about the further private addresses of a network interface. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssignPrivateIpAddresses.html */
import { parseAddress } from '../../net/address';
import type { NetworkInterfaceRow } from '../schema/network-interface';
import type { Snapshot } from '../schema/snapshot';
import type { SubnetRow } from '../schema/vpc';
import { find, missing } from './find';
import { freeAddresses, subnetBlocks } from './free-address';
import { interfacesIn } from './interface-rows';
import { checkOurs } from './network-interface';
import { checkAddresses } from './new-interface';
import { type Call, type Handlers, type IdParameter, type Outcome, type Refusal, refuse } from './outcome';
import { unpaired } from './public-address';
import { replaceRow, rowsOf } from './rows';

interface InterfaceCall extends Call {
  readonly NetworkInterfaceId: IdParameter;
}

export type PrivateAddressAction =
  | (InterfaceCall & {
      readonly Action: 'AssignPrivateIpAddresses';
      readonly PrivateIpAddresses?: readonly string[] | undefined;
      readonly SecondaryPrivateIpAddressCount?: number | undefined;
      /** Takes secondary addresses from other interfaces. */
      readonly AllowReassignment?: boolean | undefined;
    })
  | (InterfaceCall & {
      readonly Action: 'UnassignPrivateIpAddresses';
      readonly PrivateIpAddresses: readonly string[];
    })
  | (InterfaceCall & {
      readonly Action: 'AssignIpv6Addresses';
      readonly Ipv6Addresses?: readonly string[] | undefined;
      readonly Ipv6AddressCount?: number | undefined;
    })
  | (InterfaceCall & {
      readonly Action: 'UnassignIpv6Addresses';
      readonly Ipv6Addresses: readonly string[];
    });

export const privateAddressActions: Handlers<PrivateAddressAction> = {
  AssignPrivateIpAddresses(snapshot, action) {
    const { NetworkInterfaceId, PrivateIpAddresses: named = [], AllowReassignment = false } = action;
    const count = action.SecondaryPrivateIpAddressCount ?? 0;
    return onInterface(snapshot, NetworkInterfaceId, (row, subnet) => {
      const either = checkEither(named.length, count, 'PrivateIpAddresses');
      if (either) return either;
      const moved = AllowReassignment ? takeAway(snapshot, row, named) : snapshot;
      const assigned = named.find((address) => isAssigned(moved, subnet, address));
      if (assigned !== undefined)
        return refuse('InvalidParameterValue', `[${assigned}] assigned, but move is not allowed.`);
      const wrong = checkAddresses(moved, subnet, named);
      if (wrong) return wrong;
      const free = freeAddresses(moved, subnet, count);
      if ('error' in free) return free;
      const added = [...named, ...free.addresses].map((PrivateIpAddress) => ({
        Primary: false,
        PrivateIpAddress,
      }));
      const PrivateIpAddresses = [...addressesOf(row), ...added];
      return { snapshot: replaceRow(moved, 'NetworkInterfaces', row, { ...row, PrivateIpAddresses }) };
    });
  },
  UnassignPrivateIpAddresses: (snapshot, { NetworkInterfaceId, PrivateIpAddresses }) =>
    onInterface(snapshot, NetworkInterfaceId, (row) => {
      const own = addressesOf(row);
      for (const address of PrivateIpAddresses) {
        const found = own.find(({ PrivateIpAddress }) => PrivateIpAddress === address);
        if (!found || found.Primary || address === row.PrivateIpAddress)
          return refuse(
            'InvalidParameterValue',
            `${address} is not a secondary address of ${NetworkInterfaceId}`,
          );
      }
      return { snapshot: withoutAddresses(snapshot, row, PrivateIpAddresses) };
    }),
  AssignIpv6Addresses(snapshot, { NetworkInterfaceId, Ipv6Addresses: named = [], Ipv6AddressCount = 0 }) {
    return onInterface(snapshot, NetworkInterfaceId, (row, subnet) => {
      const wrong =
        checkEither(named.length, Ipv6AddressCount, 'Ipv6Addresses') ??
        checkIpv6(subnet) ??
        checkAddresses(snapshot, subnet, named);
      if (wrong) return wrong;
      const free = freeAddresses(snapshot, subnet, Ipv6AddressCount, 'IPv6');
      if ('error' in free) return free;
      const added = [...named, ...free.addresses].map((Ipv6Address) => ({ Ipv6Address }));
      const changed = { ...row, Ipv6Addresses: [...(row.Ipv6Addresses ?? []), ...added] };
      return { snapshot: replaceRow(snapshot, 'NetworkInterfaces', row, changed) };
    });
  },
  UnassignIpv6Addresses: (snapshot, { NetworkInterfaceId, Ipv6Addresses: named }) =>
    onInterface(snapshot, NetworkInterfaceId, (row) => {
      const own = row.Ipv6Addresses ?? [];
      const gone = new Set(named.map(parseAddress));
      const Ipv6Addresses = own.filter(({ Ipv6Address }) => !gone.has(parseAddress(Ipv6Address)));
      if (own.length - Ipv6Addresses.length !== named.length)
        return refuse(
          'InvalidParameterValue',
          `Some of [${named.join(', ')}] are not assigned to ${NetworkInterfaceId}`,
        );
      return { snapshot: replaceRow(snapshot, 'NetworkInterfaces', row, { ...row, Ipv6Addresses }) };
    }),
};

/** A customer's own interface and its subnet. */
function onInterface(
  snapshot: Snapshot,
  id: string,
  change: (row: NetworkInterfaceRow, subnet: SubnetRow) => Outcome,
): Outcome {
  const row = find(snapshot, 'NetworkInterfaces', id);
  if (!row) return missing('NetworkInterfaces', id);
  const subnet = find(snapshot, 'Subnets', row.SubnetId);
  if (!subnet) return missing('Subnets', row.SubnetId);
  return checkOurs(row) ?? change(row, subnet);
}

function checkEither(named: number, count: number, parameter: string): Refusal | undefined {
  if (named > 0 && count > 0)
    return refuse('InvalidParameterCombination', 'Addresses are either named or counted');
  if (named + count > 0) return undefined;
  return refuse(
    'MissingParameter',
    `The request must contain the parameter ${parameter} or a number of them`,
  );
}

function checkIpv6(subnet: SubnetRow): Refusal | undefined {
  if (subnetBlocks(subnet).some(({ base }) => typeof base === 'bigint')) return undefined;
  return refuse('InvalidParameterValue', `The subnet ${subnet.SubnetId} has no IPv6 CIDR block`);
}

function addressesOf(row: NetworkInterfaceRow): NonNullable<NetworkInterfaceRow['PrivateIpAddresses']> {
  if (row.PrivateIpAddresses?.length) return row.PrivateIpAddresses;
  return row.PrivateIpAddress === undefined
    ? []
    : [{ Primary: true, PrivateIpAddress: row.PrivateIpAddress }];
}

function isAssigned(snapshot: Snapshot, subnet: SubnetRow, address: string): boolean {
  return interfacesIn(snapshot, subnet.SubnetId).some((row) =>
    addressesOf(row).some(({ PrivateIpAddress }) => PrivateIpAddress === address),
  );
}

/** Takes secondary addresses from whoever else has them in the subnet; primary ones cannot move. */
function takeAway(
  snapshot: Snapshot,
  { SubnetId, NetworkInterfaceId }: NetworkInterfaceRow,
  named: readonly string[],
): Snapshot {
  return interfacesIn(snapshot, SubnetId)
    .filter((row) => row.NetworkInterfaceId !== NetworkInterfaceId && !row.RequesterManaged)
    .reduce((current, row) => {
      const moving = addressesOf(row)
        .filter(({ Primary, PrivateIpAddress }) => !Primary && named.includes(PrivateIpAddress))
        .map(({ PrivateIpAddress }) => PrivateIpAddress);
      return moving.length > 0 ? withoutAddresses(current, row, moving) : current;
    }, snapshot);
}

/** Elastic IP addresses on them are free again. */
function withoutAddresses(snapshot: Snapshot, row: NetworkInterfaceRow, gone: readonly string[]): Snapshot {
  const { NetworkInterfaceId: id } = row;
  const freed = rowsOf(snapshot, 'Addresses')
    .filter((own) => own.NetworkInterfaceId === id && gone.includes(own.PrivateIpAddress ?? ''))
    .reduce(unpaired, snapshot);
  const now = find(freed, 'NetworkInterfaces', id) ?? row;
  const PrivateIpAddresses = addressesOf(now).filter(
    ({ PrivateIpAddress }) => !gone.includes(PrivateIpAddress),
  );
  return replaceRow(freed, 'NetworkInterfaces', now, { ...now, PrivateIpAddresses });
}
