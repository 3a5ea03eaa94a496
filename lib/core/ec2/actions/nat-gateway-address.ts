/** Calls about the further addresses of a NAT gateway. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateNatGatewayAddress.html */
import type { NatGatewayRow } from '../schema/gateway';
import type { Snapshot } from '../schema/snapshot';
import { find } from './find';
import { addNatAddresses, type NatAddress, removeNatAddresses } from './nat-address';
import { type Call, type Handlers, type IdParameter, type Outcome, type Refusal, refuse } from './outcome';
import { addZoneAddresses } from './regional-nat-gateway';

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
  return { snapshot: removeNatAddresses(snapshot, row, gone) };
}
