/** Network interfaces wherever they stand: under their own key, or only inside their instance. */
import type { NetworkInterfaceRow } from '../schema/network-interface';
import type { Snapshot } from '../schema/snapshot';
import { rowsOf, withRows } from './rows';

/** Every interface under its own key, so that calls find it; the very same Snapshot where all are there. */
export function withOwnInterfaces(snapshot: Snapshot): Snapshot {
  const nested = rowsOf(snapshot, 'Instances').filter(({ NetworkInterfaces }) => NetworkInterfaces?.length);
  if (nested.length === 0) return snapshot;
  const own = rowsOf(snapshot, 'NetworkInterfaces');
  const known = new Set(own.map(({ NetworkInterfaceId }) => NetworkInterfaceId));
  const added = nested.flatMap(({ InstanceId, NetworkInterfaces = [] }) =>
    NetworkInterfaces.filter(({ NetworkInterfaceId }) => !known.has(NetworkInterfaceId)).map(
      (row): NetworkInterfaceRow => ({ ...row, Attachment: { ...row.Attachment, InstanceId } }),
    ),
  );
  return added.length === 0 ? snapshot : withRows(snapshot, 'NetworkInterfaces', [...own, ...added]);
}

export function interfacesIn(snapshot: Snapshot, subnetId: string): readonly NetworkInterfaceRow[] {
  return rowsOf(snapshot, 'NetworkInterfaces').filter(({ SubnetId }) => SubnetId === subnetId);
}

export function interfacesOf(snapshot: Snapshot, instanceId: string): readonly NetworkInterfaceRow[] {
  return rowsOf(snapshot, 'NetworkInterfaces').filter(
    ({ Attachment }) => Attachment?.InstanceId === instanceId,
  );
}
