/** The further addresses of a zonal NAT gateway: private ones of its interface, each paired with a public one if the gateway is public. */
import type { NatGatewayRow } from '../schema/gateway';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { checkFree, freeAddresses } from './free-address';
import { type IdSource, type Outcome, type Refusal, refuse } from './outcome';
import { paired, unpaired } from './public-address';
import { replaceRow, rowsOf } from './rows';

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
const MOST_ADDRESSES = 8;

interface Asked {
  readonly allocationIds?: readonly string[] | undefined;
  readonly addresses?: readonly string[] | undefined;
  readonly count?: number | undefined;
}

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

export type NatAddress = NonNullable<NatGatewayRow['NatGatewayAddresses']>[number];

/** The private addresses go with the public ones. */
export function removeNatAddresses(
  snapshot: Snapshot,
  row: NatGatewayRow,
  gone: readonly NatAddress[],
): Snapshot {
  const NatGatewayAddresses = (row.NatGatewayAddresses ?? []).filter((address) => !gone.includes(address));
  const listed = replaceRow(snapshot, 'NatGateways', row, { ...row, NatGatewayAddresses });
  const allocations = new Set(gone.flatMap(({ AllocationId }) => AllocationId ?? []));
  const freed = rowsOf(listed, 'Addresses')
    .filter(({ AllocationId }) => AllocationId !== undefined && allocations.has(AllocationId))
    .reduce(unpaired, listed);
  return gone.reduce(withoutPrivateAddress, freed);
}

function withoutPrivateAddress(snapshot: Snapshot, { NetworkInterfaceId, PrivateIp }: NatAddress): Snapshot {
  const eni = find(snapshot, 'NetworkInterfaces', NetworkInterfaceId ?? '');
  if (!eni) return snapshot;
  const PrivateIpAddresses = (eni.PrivateIpAddresses ?? []).filter(
    (own) => own.PrivateIpAddress !== PrivateIp,
  );
  return replaceRow(snapshot, 'NetworkInterfaces', eni, { ...eni, PrivateIpAddresses });
}
