/** What comes and goes with the state of an instance. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
import type { InstanceRow, NetworkInterfaceRow } from '../schema/network-interface';
import type { Snapshot } from '../schema/snapshot';
import { find } from './find';
import { interfacesOf } from './interface-rows';
import type { Outcome, Refusal } from './outcome';
import { newPublicAddress, withAssociation } from './public-address';
import { mapRows, replaceRow, rowsOf } from './rows';
import { removeInterfaces } from './service-interface';

export function start(snapshot: Snapshot, row: InstanceRow): Outcome {
  if (row.State?.Name !== 'stopped') return { snapshot };
  const running = { ...row, State: { Code: 16, Name: 'running' as const } };
  return withAutoAddress(replaceRow(snapshot, 'Instances', row, running), row.InstanceId);
}

/** An address that AWS had drawn goes back to its pool; an Elastic IP address stays. */
export function stop(snapshot: Snapshot, row: InstanceRow): Outcome {
  const { PublicIpAddress: _address, PublicDnsName: _name, ...rest } = row;
  const stopped: InstanceRow = { ...rest, State: { Code: 80, Name: 'stopped' } };
  const halted = replaceRow(snapshot, 'Instances', row, stopped);
  return {
    snapshot: interfacesOf(halted, row.InstanceId).reduce((current, eni) => {
      const isDrawn = eni.Association?.PublicIp !== undefined && eni.Association.AllocationId === undefined;
      return isDrawn && !hasElasticAddress(current, eni.Association?.PublicIp)
        ? withAssociation(current, eni.NetworkInterfaceId, eni.PrivateIpAddress, undefined)
        : current;
    }, halted),
  };
}

/** A document may tell the pairing in its list of addresses only. */
function hasElasticAddress(snapshot: Snapshot, publicIp: string | undefined): boolean {
  return rowsOf(snapshot, 'Addresses').some(({ PublicIp }) => PublicIp === publicIp);
}

/** The primary interface goes with its instance, the others stay behind. */
export function terminate(snapshot: Snapshot, row: InstanceRow): Outcome {
  const { NetworkInterfaces: _copies, PublicIpAddress: _address, ...rest } = row;
  const gone: InstanceRow = { ...rest, State: { Code: 48, Name: 'terminated' } };
  const ended = replaceRow(snapshot, 'Instances', row, gone);
  const isOwn = ({ Attachment }: NetworkInterfaceRow): boolean => Attachment?.InstanceId === row.InstanceId;
  const left = removeInterfaces(ended, (eni) => isOwn(eni) && (eni.Attachment?.DeviceIndex ?? 0) === 0);
  return {
    snapshot: mapRows(left, 'NetworkInterfaces', (eni) => {
      if (!isOwn(eni)) return eni;
      const { Attachment: _attachment, ...bare } = eni;
      return { ...bare, Status: 'available' };
    }),
  };
}

/** A subnet may give every starting instance a public address; one that has an address already gets none. */
export function withAutoAddress(
  snapshot: Snapshot,
  instanceId: string,
): { readonly snapshot: Snapshot } | Refusal {
  const own = interfacesOf(snapshot, instanceId);
  const row = own.find(({ Attachment }) => Attachment?.DeviceIndex === 0);
  const subnet = row && find(snapshot, 'Subnets', row.SubnetId);
  const isPaired = own.some(
    (eni) =>
      eni.Association ||
      rowsOf(snapshot, 'Addresses').some((a) => a.NetworkInterfaceId === eni.NetworkInterfaceId),
  );
  if (!row || subnet?.MapPublicIpOnLaunch !== true || isPaired) return { snapshot };
  const found = newPublicAddress(snapshot);
  if ('error' in found) return found;
  const pairing = { PublicIp: found.address, IpOwnerId: 'amazon' };
  return { snapshot: withAssociation(snapshot, row.NetworkInterfaceId, row.PrivateIpAddress, pairing) };
}
