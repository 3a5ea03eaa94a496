/** Public addresses: where new ones come from, and the two places in which a pairing is told. */
import { formatAddress } from '../../net/address';
import { addressAt } from '../../net/cidr';
import type { AddressRow } from '../schema/gateway';
import type { NetworkInterfaceRow } from '../schema/network-interface';
import type { Snapshot } from '../schema/snapshot';
import { documentBlock } from './block';
import { find } from './find';
import { type Refusal, refuse } from './outcome';
import { mapRows, replaceRow, rowsOf } from './rows';

/** Documentation ranges (RFC 5737), so that nobody's real address shows up; the one least used in examples first. */
const POOLS = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'].map(documentBlock);

/** Counted from the end of each range, where examples seldom go. */
export function newPublicAddress(snapshot: Snapshot): { readonly address: string } | Refusal {
  const taken = publicAddresses(snapshot);
  for (const pool of POOLS) {
    for (let host = 254; host > 0; host--) {
      const address = addressAt(pool, host);
      const text = address === undefined ? '' : formatAddress(address);
      if (text !== '' && !taken.has(text)) return { address: text };
    }
  }
  return refuse('AddressLimitExceeded', 'The maximum number of addresses has been reached.');
}

export function publicAddresses(snapshot: Snapshot): ReadonlySet<string | undefined> {
  return new Set([
    ...rowsOf(snapshot, 'Addresses').map(({ PublicIp }) => PublicIp),
    ...rowsOf(snapshot, 'NetworkInterfaces').flatMap(({ Association, PrivateIpAddresses = [] }) => [
      Association?.PublicIp,
      ...PrivateIpAddresses.map((own) => own.Association?.PublicIp),
    ]),
    ...rowsOf(snapshot, 'CustomerGateways').map(({ IpAddress }) => IpAddress),
    ...rowsOf(snapshot, 'VpnConnections').flatMap(({ VgwTelemetry = [] }) =>
      VgwTelemetry.map(({ OutsideIpAddress }) => OutsideIpAddress),
    ),
  ]);
}

/** An Elastic IP address paired with a private address of an interface, told at both. */
export function paired(
  snapshot: Snapshot,
  address: AddressRow,
  target: NetworkInterfaceRow,
  privateIp: string | undefined,
  AssociationId: string,
): Snapshot {
  const { InstanceId } = target.Attachment ?? {};
  const row: AddressRow = {
    ...address,
    AssociationId,
    NetworkInterfaceId: target.NetworkInterfaceId,
    ...(InstanceId !== undefined && { InstanceId }),
    ...(privateIp !== undefined && { PrivateIpAddress: privateIp }),
  };
  const Association = {
    PublicIp: address.PublicIp,
    IpOwnerId: snapshot.OwnerId ?? '',
    ...(address.AllocationId !== undefined && { AllocationId: address.AllocationId }),
    AssociationId,
  };
  const told = replaceRow(snapshot, 'Addresses', address, row);
  return withAssociation(told, target.NetworkInterfaceId, privateIp, Association);
}

export function unpaired(snapshot: Snapshot, address: AddressRow): Snapshot {
  const { AssociationId: _a, NetworkInterfaceId, InstanceId: _i, PrivateIpAddress, ...free } = address;
  const freed = replaceRow(snapshot, 'Addresses', address, free);
  return NetworkInterfaceId === undefined
    ? freed
    : withAssociation(freed, NetworkInterfaceId, PrivateIpAddress, undefined);
}

/** Every Elastic IP address of an interface that goes away. */
export function withoutPairings(snapshot: Snapshot, networkInterfaceId: string): Snapshot {
  return mapRows(snapshot, 'Addresses', (row) => {
    if (row.NetworkInterfaceId !== networkInterfaceId) return row;
    const { AssociationId: _a, NetworkInterfaceId: _n, InstanceId: _i, PrivateIpAddress: _p, ...free } = row;
    return free;
  });
}

type Association = NonNullable<NetworkInterfaceRow['Association']>;

/** The interface tells it for its primary address, and each private address for itself. */
export function withAssociation(
  snapshot: Snapshot,
  id: string,
  privateIp: string | undefined,
  pairing: Association | undefined,
): Snapshot {
  const row = find(snapshot, 'NetworkInterfaces', id);
  if (!row) return snapshot;
  const isPrimary = privateIp === undefined || privateIp === row.PrivateIpAddress;
  const { Association: own, ...rest } = row;
  const kept = isPrimary ? pairing : own;
  const changed: NetworkInterfaceRow = {
    ...rest,
    ...(kept && { Association: kept }),
    PrivateIpAddresses: (row.PrivateIpAddresses ?? []).map((address) => {
      if (address.PrivateIpAddress !== (privateIp ?? row.PrivateIpAddress)) return address;
      const { Association: _old, ...bare } = address;
      return { ...bare, ...(pairing && { Association: pairing }) };
    }),
  };
  return replaceRow(snapshot, 'NetworkInterfaces', row, changed);
}
