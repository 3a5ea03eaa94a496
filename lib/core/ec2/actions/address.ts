/** Calls about Elastic IP addresses. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html */
import type { NetworkInterfaceRow } from '../schema/network-interface';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, type Refusal, type Resolved, refuse } from './outcome';
import { newPublicAddress, paired, publicAddresses, unpaired } from './public-address';
import { addRow, removeRow, rowsOf } from './rows';

interface AssociateCall extends Call {
  readonly AllocationId: IdParameter;
  readonly InstanceId?: IdParameter | undefined;
  readonly NetworkInterfaceId?: IdParameter | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly AllowReassociation?: boolean | undefined;
}

export type AddressAction =
  | (Call & {
      readonly Action: 'AllocateAddress';
      readonly Domain?: 'vpc' | undefined;
      /** The address to recover, or one of an address pool. */
      readonly Address?: string | undefined;
    })
  | (Call & { readonly Action: 'ReleaseAddress'; readonly AllocationId: IdParameter })
  | (AssociateCall & { readonly Action: 'AssociateAddress' })
  | (Call & { readonly Action: 'DisassociateAddress'; readonly AssociationId: IdParameter });

export const addressActions: Handlers<AddressAction> = {
  AllocateAddress(snapshot, { Address }, ids) {
    if (Address !== undefined && publicAddresses(snapshot).has(Address)) {
      return refuse('InvalidAddress.NotFound', `The address '${Address}' is not available to be recovered.`);
    }
    const found = Address === undefined ? newPublicAddress(snapshot) : { address: Address };
    if ('error' in found) return found;
    const AllocationId = ids('eipalloc');
    return {
      snapshot: addRow(snapshot, 'Addresses', { PublicIp: found.address, AllocationId, Domain: 'vpc' }),
      id: AllocationId,
    };
  },
  ReleaseAddress(snapshot, { AllocationId }) {
    const row = find(snapshot, 'Addresses', AllocationId);
    if (!row) return missing('Addresses', AllocationId);
    if (row.AssociationId !== undefined)
      return refuse('InvalidIPAddress.InUse', `Address ${row.PublicIp} is in use.`);
    return { snapshot: removeRow(snapshot, 'Addresses', row) };
  },
  AssociateAddress(snapshot, action, ids) {
    const { AllocationId, PrivateIpAddress, AllowReassociation } = action;
    const row = find(snapshot, 'Addresses', AllocationId);
    if (!row) return missing('Addresses', AllocationId);
    const found = targetOf(snapshot, action);
    if ('error' in found) return found;
    const { target } = found;
    const vpcId = find(snapshot, 'Subnets', target.SubnetId)?.VpcId;
    if (!hasInternetGateway(snapshot, vpcId)) {
      return refuse('Gateway.NotAttached', `Network ${vpcId ?? ''} is not attached to any internet gateway`);
    }
    if (row.AssociationId !== undefined && AllowReassociation === false) {
      return refuse(
        'Resource.AlreadyAssociated',
        `resource ${AllocationId} is already associated with associate-id ${row.AssociationId}`,
      );
    }
    const privateIp =
      PrivateIpAddress ?? target.PrivateIpAddress ?? target.PrivateIpAddresses?.[0]?.PrivateIpAddress;
    if (privateIp !== undefined && !hasAddress(target, privateIp))
      return refuse(
        'InvalidParameterValue',
        `The private IP address ${privateIp} is not assigned to ${target.NetworkInterfaceId}`,
      );
    if (isOfService(snapshot, row.NetworkInterfaceId)) return notOurs();
    const freed = freeBoth(snapshot, row.PublicIp, target, privateIp);
    const free = find(freed, 'Addresses', AllocationId) ?? row;
    const AssociationId = ids('eipassoc');
    return { snapshot: paired(freed, free, target, privateIp, AssociationId), id: AssociationId };
  },
  DisassociateAddress(snapshot, { AssociationId }) {
    const row = rowsOf(snapshot, 'Addresses').find((other) => other.AssociationId === AssociationId);
    if (!row)
      return refuse('InvalidAssociationID.NotFound', `The association ID '${AssociationId}' does not exist`);
    if (isOfService(snapshot, row.NetworkInterfaceId)) return notOurs();
    return { snapshot: unpaired(snapshot, row) };
  },
};

/** A NAT gateway's address leaves with the gateway. */
function isOfService(snapshot: Snapshot, networkInterfaceId: string | undefined): boolean {
  const row = networkInterfaceId && find(snapshot, 'NetworkInterfaces', networkInterfaceId);
  return row ? row.RequesterManaged === true : false;
}

function notOurs(): Refusal {
  return refuse('AuthFailure', 'You do not have permission to access the specified resource.');
}

function targetOf(
  snapshot: Snapshot,
  { InstanceId, NetworkInterfaceId }: Resolved<AssociateCall>,
): { readonly target: NetworkInterfaceRow } | Refusal {
  if (NetworkInterfaceId !== undefined) {
    const target = find(snapshot, 'NetworkInterfaces', NetworkInterfaceId);
    return target ? { target } : missing('NetworkInterfaces', NetworkInterfaceId);
  }
  if (InstanceId === undefined)
    return refuse('MissingParameter', 'Either public IP or network interface or instance must be specified');
  const own = rowsOf(snapshot, 'NetworkInterfaces').filter(
    ({ Attachment }) => Attachment?.InstanceId === InstanceId,
  );
  const target = own.find(({ Attachment }) => Attachment?.DeviceIndex === 0) ?? own[0];
  return target ? { target } : missing('Instances', InstanceId);
}

function hasAddress(
  { PrivateIpAddress, PrivateIpAddresses = [] }: NetworkInterfaceRow,
  text: string,
): boolean {
  return PrivateIpAddress === text || PrivateIpAddresses.some((own) => own.PrivateIpAddress === text);
}

/** Neither the address nor the private one may be paired twice: the new pairing takes the place of both old ones. */
function freeBoth(
  snapshot: Snapshot,
  publicIp: string,
  { NetworkInterfaceId }: NetworkInterfaceRow,
  privateIp: string | undefined,
): Snapshot {
  const old = rowsOf(snapshot, 'Addresses').filter(
    (row) =>
      row.AssociationId !== undefined &&
      (row.PublicIp === publicIp ||
        (row.NetworkInterfaceId === NetworkInterfaceId && row.PrivateIpAddress === privateIp)),
  );
  return old.reduce(unpaired, snapshot);
}

function hasInternetGateway(snapshot: Snapshot, vpcId: string | undefined): boolean {
  return rowsOf(snapshot, 'InternetGateways').some((row) =>
    row.Attachments?.some(({ VpcId }) => VpcId === vpcId),
  );
}
