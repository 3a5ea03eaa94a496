/** Calls about the further addresses of a NAT gateway. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateNatGatewayAddress.html */
import type { NatGatewayRow } from '../schema/gateway';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { checkFree, freeAddresses } from './free-address';
import {
  type Call,
  type Handlers,
  type IdParameter,
  type IdSource,
  type Outcome,
  type Refusal,
  refuse,
} from './outcome';
import { paired, unpaired } from './public-address';
import { addZoneAddresses } from './regional-nat-gateway';
import { replaceRow, rowsOf } from './rows';

interface AddressCall extends Call {
  readonly NatGatewayId: IdParameter;
}

export type NatGatewayAddressAction =
  | (AddressCall & {
      readonly Action: 'AssociateNatGatewayAddress';
      readonly AllocationIds: readonly IdParameter[];
      readonly PrivateIpAddresses?: readonly string[] | undefined;
      /** Regional ones only. */
      readonly AvailabilityZone?: string | undefined;
      readonly AvailabilityZoneId?: string | undefined;
    })
  | (AddressCall & {
      readonly Action: 'DisassociateNatGatewayAddress';
      readonly AssociationIds: readonly IdParameter[];
    })
  | (AddressCall & {
      readonly Action: 'AssignPrivateNatGatewayAddress';
      readonly PrivateIpAddresses?: readonly string[] | undefined;
      readonly PrivateIpAddressCount?: number | undefined;
    })
  | (AddressCall & {
      readonly Action: 'UnassignPrivateNatGatewayAddress';
      readonly PrivateIpAddresses: readonly string[];
    });

export const NAT_INTERFACE = { InterfaceType: 'nat_gateway', SourceDestCheck: false };

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
const MOST_ADDRESSES = 8;

export const natGatewayAddressActions: Handlers<NatGatewayAddressAction> = {
  AssociateNatGatewayAddress(snapshot, action, ids) {
    const { NatGatewayId, AllocationIds, PrivateIpAddresses } = action;
    const found = findLive(snapshot, NatGatewayId);
    if ('error' in found) return found;
    const { row } = found;
    if (row.ConnectivityType === 'private')
      return refuse(
        'InvalidParameterCombination',
        'An Elastic IP address cannot be associated with a private NAT gateway',
      );
    if (row.AvailabilityMode === 'regional')
      return addZoneAddresses(snapshot, row, { ...action, AllocationIds }, ids);
    return addNatAddresses(
      snapshot,
      NatGatewayId,
      { allocationIds: AllocationIds, addresses: PrivateIpAddresses },
      ids,
    );
  },
  DisassociateNatGatewayAddress: (snapshot, { NatGatewayId, AssociationIds }) =>
    removeAddresses(
      snapshot,
      NatGatewayId,
      AssociationIds,
      ({ AssociationId }) => AssociationId,
      (id) => refuse('InvalidAssociationID.NotFound', `The association ID '${id}' does not exist`),
    ),
  AssignPrivateNatGatewayAddress(snapshot, { NatGatewayId, PrivateIpAddresses, PrivateIpAddressCount }, ids) {
    const found = findLive(snapshot, NatGatewayId);
    if ('error' in found) return found;
    const { row } = found;
    if (row.ConnectivityType !== 'private')
      return refuse('InvalidParameterValue', `NAT gateway ${NatGatewayId} is not private`);
    return addNatAddresses(
      snapshot,
      NatGatewayId,
      { addresses: PrivateIpAddresses, count: PrivateIpAddressCount },
      ids,
    );
  },
  UnassignPrivateNatGatewayAddress: (snapshot, { NatGatewayId, PrivateIpAddresses }) =>
    removeAddresses(
      snapshot,
      NatGatewayId,
      PrivateIpAddresses,
      ({ PrivateIp }) => PrivateIp,
      (address) =>
        refuse('InvalidParameterValue', `The address ${address} is not assigned to ${NatGatewayId}`),
    ),
};

function findLive(snapshot: Snapshot, id: string): { readonly row: NatGatewayRow } | Refusal {
  const row = find(snapshot, 'NatGateways', id);
  if (row && row.State !== 'deleted' && row.State !== 'failed') return { row };
  return refuse('NatGatewayNotFound', `NAT gateway ${id} was not found`);
}

interface Asked {
  readonly allocationIds?: readonly string[] | undefined;
  readonly addresses?: readonly string[] | undefined;
  readonly count?: number | undefined;
}

/** Each further address is a private one of the gateway's interface, paired with a public one if the gateway is public. */
export function addNatAddresses(
  snapshot: Snapshot,
  id: string,
  { allocationIds = [], addresses = [], count = 0 }: Asked,
  ids: IdSource,
): Outcome {
  let current = snapshot;
  const places = Math.max(allocationIds.length, addresses.length, count);
  const own = find(snapshot, 'NatGateways', id)?.NatGatewayAddresses ?? [];
  if (own.length + places > MOST_ADDRESSES)
    return refuse(
      'PrivateIpAddressLimitExceeded',
      `NAT gateway ${id} has room for ${MOST_ADDRESSES} addresses`,
    );
  for (let i = 0; i < places; i++) {
    const added = addOne(current, id, allocationIds[i], addresses[i], ids);
    if ('error' in added) return added;
    current = added.snapshot;
  }
  return { snapshot: current };
}

function addOne(
  snapshot: Snapshot,
  id: string,
  allocationId: string | undefined,
  asked: string | undefined,
  ids: IdSource,
): { readonly snapshot: Snapshot } | Refusal {
  const row = find(snapshot, 'NatGateways', id);
  const interfaceId = row?.NatGatewayAddresses?.[0]?.NetworkInterfaceId ?? '';
  const eni = find(snapshot, 'NetworkInterfaces', interfaceId);
  const subnet = eni && find(snapshot, 'Subnets', eni.SubnetId);
  if (!row || !eni || !subnet) return missing('NetworkInterfaces', interfaceId);
  const address = allocationId === undefined ? undefined : find(snapshot, 'Addresses', allocationId);
  if (allocationId !== undefined && !address) return missing('Addresses', allocationId);
  if (address?.AssociationId !== undefined)
    return refuse('Resource.AlreadyAssociated', `Elastic IP address [${allocationId}] is already associated`);
  const taken = asked === undefined ? undefined : checkFree(snapshot, subnet, asked);
  if (taken) return taken;
  const free = asked === undefined ? freeAddresses(snapshot, subnet, 1) : { addresses: [asked] };
  if ('error' in free) return free;
  const [PrivateIpAddress = ''] = free.addresses;
  const PrivateIpAddresses = [...(eni.PrivateIpAddresses ?? []), { Primary: false, PrivateIpAddress }];
  const target = { ...eni, PrivateIpAddresses };
  const widened = replaceRow(snapshot, 'NetworkInterfaces', eni, target);
  const AssociationId = address && ids('eipassoc');
  const told = {
    ...(address && { AllocationId: allocationId, PublicIp: address.PublicIp, AssociationId }),
    NetworkInterfaceId: interfaceId,
    PrivateIp: PrivateIpAddress,
    IsPrimary: false,
    Status: 'succeeded',
  };
  const NatGatewayAddresses = [...(row.NatGatewayAddresses ?? []), told];
  const listed = replaceRow(widened, 'NatGateways', row, { ...row, NatGatewayAddresses });
  return {
    snapshot:
      address && AssociationId !== undefined
        ? paired(listed, address, target, PrivateIpAddress, AssociationId)
        : listed,
  };
}

type NatAddress = NonNullable<NatGatewayRow['NatGatewayAddresses']>[number];

function removeAddresses(
  snapshot: Snapshot,
  id: string,
  names: readonly string[],
  nameOf: (address: NatAddress) => string | undefined,
  unknown: (name: string) => Refusal,
): Outcome {
  const found = findLive(snapshot, id);
  if ('error' in found) return found;
  const { row } = found;
  const own = row.NatGatewayAddresses ?? [];
  const stranger = names.find((name) => !own.some((address) => nameOf(address) === name));
  if (stranger !== undefined) return unknown(stranger);
  const gone = own.filter((address) => names.includes(nameOf(address) ?? ''));
  if (gone.some(({ IsPrimary }) => IsPrimary))
    return refuse('InvalidParameterValue', `The primary address of NAT gateway ${id} cannot be removed`);
  const NatGatewayAddresses = own.filter((address) => !gone.includes(address));
  const listed = replaceRow(snapshot, 'NatGateways', row, { ...row, NatGatewayAddresses });
  const allocations = new Set(gone.flatMap(({ AllocationId }) => AllocationId ?? []));
  const freed = rowsOf(listed, 'Addresses')
    .filter(({ AllocationId }) => AllocationId !== undefined && allocations.has(AllocationId))
    .reduce(unpaired, listed);
  return { snapshot: gone.reduce(withoutPrivateAddress, freed) };
}

function withoutPrivateAddress(snapshot: Snapshot, { NetworkInterfaceId, PrivateIp }: NatAddress): Snapshot {
  const eni = find(snapshot, 'NetworkInterfaces', NetworkInterfaceId ?? '');
  if (!eni) return snapshot;
  const PrivateIpAddresses = (eni.PrivateIpAddresses ?? []).filter(
    (own) => own.PrivateIpAddress !== PrivateIp,
  );
  return replaceRow(snapshot, 'NetworkInterfaces', eni, { ...eni, PrivateIpAddresses });
}
