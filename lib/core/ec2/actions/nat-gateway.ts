/** Calls about NAT gateways. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html */
import type { NatGatewayRow } from '../schema/gateway';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { checkFree } from './free-address';
import { addNatAddresses } from './nat-address';
import {
  type Call,
  type Handlers,
  type IdParameter,
  type IdSource,
  type Outcome,
  type Refusal,
  type Resolved,
  refuse,
} from './outcome';
import { paired, unpaired } from './public-address';
import { createRegional, type ZoneAddresses } from './regional-nat-gateway';
import { withRouteStates } from './route-state';
import { addRow, removeRow, replaceRow, rowsOf } from './rows';
import { addServiceInterface, removeInterfaces } from './service-interface';

interface CreateCall extends Call {
  /** `zonal` unless said otherwise. */
  readonly AvailabilityMode?: 'zonal' | 'regional' | undefined;
  /** `public` unless said otherwise. */
  readonly ConnectivityType?: 'public' | 'private' | undefined;
  readonly SubnetId?: IdParameter | undefined;
  readonly AllocationId?: IdParameter | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly SecondaryAllocationIds?: readonly IdParameter[] | undefined;
  readonly SecondaryPrivateIpAddresses?: readonly string[] | undefined;
  readonly SecondaryPrivateIpAddressCount?: number | undefined;
  /** Regional ones only. */
  readonly VpcId?: IdParameter | undefined;
  readonly AvailabilityZoneAddresses?: readonly ZoneAddresses[] | undefined;
}

export type NatGatewayAction =
  | (CreateCall & { readonly Action: 'CreateNatGateway' })
  | (Call & { readonly Action: 'DeleteNatGateway'; readonly NatGatewayId: IdParameter });

export const natGatewayActions: Handlers<NatGatewayAction> = {
  CreateNatGateway(snapshot, action, ids) {
    const isPrivate = action.ConnectivityType === 'private';
    if (isPrivate && (action.AllocationId !== undefined || action.SecondaryAllocationIds?.length))
      return refuse(
        'InvalidParameterCombination',
        'An Elastic IP address cannot be associated with a private NAT gateway',
      );
    if (action.AvailabilityMode === 'regional') {
      const { SubnetId, AllocationId, VpcId } = action;
      if (isPrivate || SubnetId !== undefined || AllocationId !== undefined)
        return refuse(
          'InvalidParameterCombination',
          'A regional NAT gateway is public and has neither a subnet nor one Elastic IP address',
        );
      if (VpcId === undefined)
        return refuse('MissingParameter', 'The request must contain the parameter vpcId');
      return createRegional(snapshot, VpcId, action.AvailabilityZoneAddresses, ids);
    }
    return createZonal(snapshot, action, ids);
  },
  DeleteNatGateway(snapshot, { NatGatewayId }) {
    const row = find(snapshot, 'NatGateways', NatGatewayId);
    if (!row || row.State === 'deleted')
      return refuse('NatGatewayNotFound', `NAT gateway ${NatGatewayId} was not found`);
    // The row stays to be seen for about an hour, https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-working-with.html
    const { RouteTableId: _gone, ...bare } = row;
    const marked = replaceRow(snapshot, 'NatGateways', row, { ...bare, State: 'deleted' });
    return { snapshot: withRouteStates(withoutParts(marked, row)) };
  },
};

/** Its interface and its own route table go; Elastic IP addresses stay, but those that AWS had drawn for it. */
function withoutParts(
  snapshot: Snapshot,
  { NatGatewayAddresses = [], RouteTableId }: NatGatewayRow,
): Snapshot {
  const interfaces = new Set(NatGatewayAddresses.map(({ NetworkInterfaceId }) => NetworkInterfaceId));
  const pairings = new Set(NatGatewayAddresses.map(({ AllocationId }) => AllocationId));
  let current = removeInterfaces(snapshot, (row) => interfaces.has(row.NetworkInterfaceId));
  for (const address of rowsOf(current, 'Addresses')) {
    if (address.AllocationId === undefined || !pairings.has(address.AllocationId)) continue;
    current =
      address.ServiceManaged === 'nat'
        ? removeRow(current, 'Addresses', address)
        : unpaired(current, address);
  }
  const table = RouteTableId === undefined ? undefined : find(current, 'RouteTables', RouteTableId);
  return table ? removeRow(current, 'RouteTables', table) : current;
}

function createZonal(snapshot: Snapshot, action: Resolved<CreateCall>, ids: IdSource): Outcome {
  const { SubnetId, AllocationId, PrivateIpAddress, ConnectivityType = 'public' } = action;
  if (SubnetId === undefined)
    return refuse('MissingParameter', 'The request must contain the parameter subnetId');
  const subnet = find(snapshot, 'Subnets', SubnetId);
  if (!subnet) return missing('Subnets', SubnetId);
  if (ConnectivityType === 'public' && AllocationId === undefined)
    return refuse('MissingParameter', 'The request must contain the parameter allocationId');
  const taken = PrivateIpAddress === undefined ? undefined : checkFree(snapshot, subnet, PrivateIpAddress);
  if (taken) return taken;
  const NatGatewayId = ids('nat');
  const row: NatGatewayRow = {
    NatGatewayId,
    VpcId: subnet.VpcId,
    SubnetId,
    State: 'available',
    ConnectivityType,
    AvailabilityMode: 'zonal',
    NatGatewayAddresses: [],
  };
  const failed = failure(snapshot, row, AllocationId);
  if (failed) return fail(snapshot, row, failed, AllocationId);
  const made = addServiceInterface(
    snapshot,
    subnet,
    {
      InterfaceType: 'nat_gateway',
      Description: `Interface for NAT Gateway ${NatGatewayId}`,
      SourceDestCheck: false,
      address: PrivateIpAddress,
    },
    ids,
  );
  if ('error' in made) return fail(snapshot, row, made, AllocationId);
  const address = AllocationId === undefined ? undefined : find(made.snapshot, 'Addresses', AllocationId);
  const AssociationId = address && ids('eipassoc');
  const first = {
    ...(address && { AllocationId, PublicIp: address.PublicIp, AssociationId }),
    NetworkInterfaceId: made.row.NetworkInterfaceId,
    PrivateIp: made.row.PrivateIpAddress,
    IsPrimary: true,
    Status: 'succeeded',
  };
  const joined =
    address && AssociationId !== undefined
      ? paired(made.snapshot, address, made.row, made.row.PrivateIpAddress, AssociationId)
      : made.snapshot;
  const whole = addRow(joined, 'NatGateways', { ...row, NatGatewayAddresses: [first] });
  const more = addNatAddresses(
    whole,
    NatGatewayId,
    {
      allocationIds: action.SecondaryAllocationIds,
      addresses: action.SecondaryPrivateIpAddresses,
      count: action.SecondaryPrivateIpAddressCount,
    },
    ids,
  );
  return 'error' in more ? more : { snapshot: more.snapshot, id: NatGatewayId };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html: the call succeeds, and the gateway fails. */
function failure(
  snapshot: Snapshot,
  { VpcId }: NatGatewayRow,
  allocationId: string | undefined,
): Refusal | undefined {
  if (allocationId === undefined) return undefined;
  const hasGateway = rowsOf(snapshot, 'InternetGateways').some((row) =>
    row.Attachments?.some((own) => own.VpcId === VpcId),
  );
  if (!hasGateway) return refuse('Gateway.NotAttached', `Network ${VpcId} has no Internet gateway attached`);
  const address = find(snapshot, 'Addresses', allocationId);
  if (!address) return missing('Addresses', allocationId);
  if (address.AssociationId === undefined) return undefined;
  return refuse('Resource.AlreadyAssociated', `Elastic IP address [${allocationId}] is already associated`);
}

function fail(
  snapshot: Snapshot,
  row: NatGatewayRow,
  { error }: Refusal,
  AllocationId: string | undefined,
): Outcome {
  const failed: NatGatewayRow = {
    ...row,
    State: 'failed',
    FailureCode: error.Code,
    FailureMessage: error.Message,
    NatGatewayAddresses: AllocationId === undefined ? [] : [{ AllocationId }],
  };
  return { snapshot: addRow(snapshot, 'NatGateways', failed), id: row.NatGatewayId };
}
