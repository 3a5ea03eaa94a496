/** Calls about Elastic IP addresses. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html */

import { invariant } from '../../assert';
import { formatAddress } from '../../net/address';
import { addressAt, parseCidr } from '../../net/cidr';
import type { AddressRow } from '../schema/gateway';
import type { NetworkInterfaceRow } from '../schema/network-interface';
import type { Snapshot } from '../schema/snapshot';
import { type Call, type Handlers, type IdParameter, type Outcome, refuse } from './outcome';
import { addRow, removeRow, replaceRow, rowsOf } from './rows';

export type AddressAction =
  | (Call & {
      readonly Action: 'AllocateAddress';
      readonly Domain?: 'vpc' | undefined;
      /** The address to recover, or one of an address pool. */
      readonly Address?: string | undefined;
    })
  | (Call & { readonly Action: 'ReleaseAddress'; readonly AllocationId: IdParameter })
  | (Call & {
      readonly Action: 'AssociateAddress';
      readonly AllocationId: IdParameter;
      readonly InstanceId?: IdParameter | undefined;
      readonly NetworkInterfaceId?: IdParameter | undefined;
      readonly PrivateIpAddress?: string | undefined;
      readonly AllowReassociation?: boolean | undefined;
    })
  | (Call & { readonly Action: 'DisassociateAddress'; readonly AssociationId: IdParameter });

export const addressActions: Handlers<AddressAction> = {
  AllocateAddress(snapshot, { Address }, ids) {
    const taken = new Set([
      ...rowsOf(snapshot, 'Addresses').map(({ PublicIp }) => PublicIp),
      ...rowsOf(snapshot, 'NetworkInterfaces').map(({ Association }) => Association?.PublicIp),
    ]);
    if (Address !== undefined && taken.has(Address)) {
      return refuse('InvalidAddress.NotFound', `The address '${Address}' is not available to be recovered.`);
    }
    const PublicIp = Address ?? freePublicAddress(taken);
    const AllocationId = ids('eipalloc');
    return {
      snapshot: addRow(snapshot, 'Addresses', { PublicIp, AllocationId, Domain: 'vpc' }),
      id: AllocationId,
    };
  },
  ReleaseAddress(snapshot, { AllocationId }) {
    const row = findAllocation(snapshot, AllocationId);
    if (!row) return noAllocation(AllocationId);
    if (row.AssociationId !== undefined)
      return refuse('InvalidIPAddress.InUse', `Address ${row.PublicIp} is in use.`);
    return { snapshot: removeRow(snapshot, 'Addresses', row) };
  },
  AssociateAddress(
    snapshot,
    { AllocationId, InstanceId, NetworkInterfaceId, PrivateIpAddress, AllowReassociation },
    ids,
  ) {
    const row = findAllocation(snapshot, AllocationId);
    if (!row) return noAllocation(AllocationId);
    const target = rowsOf(snapshot, 'NetworkInterfaces').find((eni) =>
      NetworkInterfaceId !== undefined
        ? eni.NetworkInterfaceId === NetworkInterfaceId
        : eni.Attachment?.InstanceId === InstanceId,
    );
    if (!target) {
      return NetworkInterfaceId !== undefined
        ? refuse(
            'InvalidNetworkInterfaceID.NotFound',
            `The networkInterface ID '${NetworkInterfaceId}' does not exist`,
          )
        : refuse('InvalidInstanceID.NotFound', `The instance ID '${InstanceId ?? ''}' does not exist`);
    }
    if (!hasInternetGateway(snapshot, target)) {
      return refuse(
        'Gateway.NotAttached',
        `Network ${vpcOf(snapshot, target) ?? ''} is not attached to any internet gateway`,
      );
    }
    if (row.AssociationId !== undefined && AllowReassociation === false) {
      return refuse(
        'Resource.AlreadyAssociated',
        `resource ${AllocationId} is already associated with associate-id ${row.AssociationId}`,
      );
    }
    const freed = row.AssociationId === undefined ? snapshot : disassociate(snapshot, row);
    const AssociationId = ids('eipassoc');
    const privateIp =
      PrivateIpAddress ?? target.PrivateIpAddress ?? target.PrivateIpAddresses?.[0]?.PrivateIpAddress;
    const paired: AddressRow = {
      ...row,
      AssociationId,
      NetworkInterfaceId: target.NetworkInterfaceId,
      ...(target.Attachment?.InstanceId !== undefined && { InstanceId: target.Attachment.InstanceId }),
      ...(privateIp !== undefined && { PrivateIpAddress: privateIp }),
    };
    const withAddress = {
      ...freed,
      Addresses: rowsOf(freed, 'Addresses').map((other) =>
        other.AllocationId === AllocationId ? paired : other,
      ),
    };
    const Association = {
      PublicIp: row.PublicIp,
      IpOwnerId: snapshot.OwnerId ?? '',
      AllocationId,
      AssociationId,
    };
    return {
      snapshot: pairInterface(withAddress, target.NetworkInterfaceId, privateIp, Association),
      id: AssociationId,
    };
  },
  DisassociateAddress(snapshot, { AssociationId }) {
    const row = rowsOf(snapshot, 'Addresses').find((other) => other.AssociationId === AssociationId);
    if (!row)
      return refuse('InvalidAssociationID.NotFound', `The association ID '${AssociationId}' does not exist`);
    return { snapshot: disassociate(snapshot, row) };
  },
};

function findAllocation(snapshot: Snapshot, id: string): AddressRow | undefined {
  return rowsOf(snapshot, 'Addresses').find(({ AllocationId }) => AllocationId === id);
}

function noAllocation(id: string): Outcome {
  return refuse('InvalidAllocationID.NotFound', `The allocation ID '${id}' does not exist`);
}

/** New addresses come from a documentation range (RFC 5737), counted from its end, so that nobody's real one shows up. */
function freePublicAddress(taken: ReadonlySet<string | undefined>): string {
  const pool = parseCidr('192.0.2.0/24');
  invariant(pool, 'a constant block');
  for (let host = 254; host > 0; host--) {
    const address = addressAt(pool, host);
    const text = address === undefined ? '' : formatAddress(address);
    if (text !== '' && !taken.has(text)) return text;
  }
  invariant(false, 'no account holds a whole /24 of Elastic IP addresses');
}

function vpcOf(snapshot: Snapshot, { SubnetId }: NetworkInterfaceRow): string | undefined {
  return rowsOf(snapshot, 'Subnets').find((row) => row.SubnetId === SubnetId)?.VpcId;
}

function hasInternetGateway(snapshot: Snapshot, target: NetworkInterfaceRow): boolean {
  const vpcId = vpcOf(snapshot, target);
  return rowsOf(snapshot, 'InternetGateways').some((row) =>
    row.Attachments?.some(({ VpcId }) => VpcId === vpcId),
  );
}

function disassociate(snapshot: Snapshot, row: AddressRow): Snapshot {
  const { AssociationId: _a, NetworkInterfaceId, InstanceId: _i, PrivateIpAddress, ...free } = row;
  const freed = replaceRow(snapshot, 'Addresses', row, free);
  return NetworkInterfaceId === undefined
    ? freed
    : pairInterface(freed, NetworkInterfaceId, PrivateIpAddress, undefined);
}

type Association = NonNullable<NetworkInterfaceRow['Association']>;

/** Both places that name the pairing: the interface, for its primary address, and the private address itself. */
function pairInterface(
  snapshot: Snapshot,
  id: string,
  privateIp: string | undefined,
  pairing: Association | undefined,
): Snapshot {
  const row = rowsOf(snapshot, 'NetworkInterfaces').find((other) => other.NetworkInterfaceId === id);
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
