/** Calls that put a network interface on an instance, and take it off. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachNetworkInterface.html */
import type { InstanceRow } from '../schema/network-interface';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { interfacesOf } from './interface-rows';
import { type Call, type Handlers, type IdParameter, type Refusal, refuse } from './outcome';
import { withRouteStates } from './route-state';
import { mapRows, replaceRow, rowsOf } from './rows';

export type NetworkInterfaceAttachmentAction =
  | (Call & {
      readonly Action: 'AttachNetworkInterface';
      readonly NetworkInterfaceId: IdParameter;
      readonly InstanceId: IdParameter;
      readonly DeviceIndex: number;
    })
  | (Call & {
      readonly Action: 'DetachNetworkInterface';
      readonly AttachmentId: IdParameter;
      readonly Force?: boolean | undefined;
    });

export const networkInterfaceAttachmentActions: Handlers<NetworkInterfaceAttachmentAction> = {
  AttachNetworkInterface(snapshot, { NetworkInterfaceId, InstanceId, DeviceIndex }, ids) {
    const row = find(snapshot, 'NetworkInterfaces', NetworkInterfaceId);
    if (!row) return missing('NetworkInterfaces', NetworkInterfaceId);
    const instance = find(snapshot, 'Instances', InstanceId);
    if (!instance) return missing('Instances', InstanceId);
    if (row.Attachment || row.Status === 'in-use')
      return refuse('InvalidNetworkInterface.InUse', `Interface: [${NetworkInterfaceId}] in use.`);
    const wrong = checkPlace(snapshot, instance, row.SubnetId, DeviceIndex);
    if (wrong) return wrong;
    const AttachmentId = ids('eni-attach');
    const Attachment = { AttachmentId, InstanceId, DeviceIndex, Status: 'attached' };
    const attached = { ...row, Status: 'in-use', Attachment };
    const told = replaceRow(snapshot, 'NetworkInterfaces', row, attached);
    const named = mapRows(told, 'Addresses', (address) =>
      address.NetworkInterfaceId === NetworkInterfaceId ? { ...address, InstanceId } : address,
    );
    return { snapshot: withRouteStates(named), id: AttachmentId };
  },
  DetachNetworkInterface(snapshot, { AttachmentId }) {
    const row = rowsOf(snapshot, 'NetworkInterfaces').find(
      ({ Attachment }) => Attachment?.AttachmentId === AttachmentId,
    );
    if (!row)
      return refuse(
        'InvalidAttachmentID.NotFound',
        `The network interface attachment ID '${AttachmentId}' does not exist`,
      );
    if (row.RequesterManaged)
      return refuse('AuthFailure', 'You do not have permission to access the specified resource.');
    if (row.Attachment?.DeviceIndex === 0)
      return refuse(
        'OperationNotPermitted',
        'The network interface at device index 0 and networkCard index 0 cannot be detached.',
      );
    const { Attachment: _gone, ...bare } = row;
    const detached = replaceRow(snapshot, 'NetworkInterfaces', row, { ...bare, Status: 'available' });
    const unnamed = mapRows(detached, 'Addresses', (address) => {
      if (address.NetworkInterfaceId !== row.NetworkInterfaceId) return address;
      const { InstanceId: _instance, ...rest } = address;
      return rest;
    });
    return { snapshot: withRouteStates(withoutCopy(unnamed, row.NetworkInterfaceId)) };
  },
};

/** Same zone, another device index, an instance that is there. */
function checkPlace(
  snapshot: Snapshot,
  instance: InstanceRow,
  subnetId: string,
  deviceIndex: number,
): Refusal | undefined {
  const id = instance.InstanceId;
  const state = instance.State?.Name ?? 'running';
  if (!['running', 'stopped'].includes(state))
    return refuse('IncorrectInstanceState', `The instance '${id}' is in state ${state}.`);
  const own = interfacesOf(snapshot, id);
  if (own.some(({ Attachment }) => Attachment?.DeviceIndex === deviceIndex))
    return refuse(
      'InvalidParameterValue',
      `Instance '${id}' already has an interface attached at device index '${deviceIndex}'.`,
    );
  const zone = (subnet: string | undefined): string | undefined =>
    subnet === undefined ? undefined : find(snapshot, 'Subnets', subnet)?.AvailabilityZone;
  const home = zone(own[0]?.SubnetId);
  if (home === undefined || home === zone(subnetId)) return undefined;
  return refuse(
    'InvalidParameterCombination',
    'You may not attach a network interface to an instance if they are not in the same availability zone',
  );
}

/** An instance may carry a copy of each of its interfaces. */
function withoutCopy(snapshot: Snapshot, interfaceId: string): Snapshot {
  return mapRows(snapshot, 'Instances', (instance) => {
    const own = instance.NetworkInterfaces ?? [];
    const left = own.filter(({ NetworkInterfaceId }) => NetworkInterfaceId !== interfaceId);
    return left.length === own.length ? instance : { ...instance, NetworkInterfaces: left };
  });
}
