/**
 * Regional NAT gateways: no subnet and no interface, but a route table of their own and addresses by zone.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
import type { NatGatewayRow } from '../schema/gateway';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { blocksOf, localRoute } from './local-route';
import {
  type IdParameter,
  type IdSource,
  type Outcome,
  type Refusal,
  type Resolved,
  refuse,
} from './outcome';
import { newPublicAddress } from './public-address';
import { addRow, replaceRow, rowsOf } from './rows';

/** Who names addresses manages the zones himself; otherwise the gateway follows the interfaces of the VPC. */
export interface ZoneAddresses {
  readonly AvailabilityZone?: string | undefined;
  readonly AvailabilityZoneId?: string | undefined;
  readonly AllocationIds: readonly IdParameter[];
}

export function createRegional(
  snapshot: Snapshot,
  VpcId: string,
  asked: readonly Resolved<ZoneAddresses>[] | undefined,
  ids: IdSource,
): Outcome {
  const vpc = find(snapshot, 'Vpcs', VpcId);
  if (!vpc) return missing('Vpcs', VpcId);
  const id = ids('nat');
  const row: NatGatewayRow = {
    NatGatewayId: id,
    VpcId,
    State: 'available',
    ConnectivityType: 'public',
    AvailabilityMode: 'regional',
    AutoProvisionZones: asked ? 'disabled' : 'enabled',
    AutoScalingIps: asked ? 'disabled' : 'enabled',
    NatGatewayAddresses: [],
  };
  const gateway = rowsOf(snapshot, 'InternetGateways').find((other) =>
    other.Attachments?.some((own) => own.VpcId === VpcId),
  );
  if (!gateway) {
    const FailureMessage = `Network ${VpcId} has no Internet gateway attached`;
    const failed: NatGatewayRow = {
      ...row,
      State: 'failed',
      FailureCode: 'Gateway.NotAttached',
      FailureMessage,
    };
    return { snapshot: addRow(snapshot, 'NatGateways', failed), id };
  }
  const RouteTableId = ids('rtb');
  const out = {
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: gateway.InternetGatewayId,
    Origin: 'CreateRoute',
    State: 'active' as const,
  };
  const Routes = [...blocksOf(vpc).map(localRoute), out];
  const table = { RouteTableId, VpcId, Routes, Associations: [] };
  const made = addRow(addRow(snapshot, 'RouteTables', table), 'NatGateways', { ...row, RouteTableId });
  const zones = asked ? { zones: asked, snapshot: made } : drawAddresses(made, VpcId, ids);
  if ('error' in zones) return zones;
  let current = zones.snapshot;
  for (const zone of zones.zones) {
    const added = addZoneAddresses(current, find(current, 'NatGateways', id) ?? row, zone, ids);
    if ('error' in added) return added;
    current = added.snapshot;
  }
  return { snapshot: current, id };
}

/** One address of AWS's own for every zone in which the VPC has an interface. */
function drawAddresses(
  snapshot: Snapshot,
  vpcId: string,
  ids: IdSource,
): { readonly zones: readonly Resolved<ZoneAddresses>[]; readonly snapshot: Snapshot } | Refusal {
  const inUse = new Set(rowsOf(snapshot, 'NetworkInterfaces').map(({ SubnetId }) => SubnetId));
  const subnets = rowsOf(snapshot, 'Subnets').filter((row) => row.VpcId === vpcId && inUse.has(row.SubnetId));
  const zones = new Map<string, Resolved<ZoneAddresses>>();
  let current = snapshot;
  for (const { AvailabilityZone, AvailabilityZoneId } of subnets) {
    const zone = AvailabilityZoneId ?? AvailabilityZone;
    if (zone === undefined || zones.has(zone)) continue;
    const found = newPublicAddress(current);
    if ('error' in found) return found;
    const AllocationId = ids('eipalloc');
    const address = { PublicIp: found.address, AllocationId, Domain: 'vpc', ServiceManaged: 'nat' };
    current = addRow(current, 'Addresses', address);
    zones.set(zone, { AvailabilityZone, AvailabilityZoneId, AllocationIds: [AllocationId] });
  }
  return { zones: [...zones.values()], snapshot: current };
}

export function addZoneAddresses(
  snapshot: Snapshot,
  row: NatGatewayRow,
  { AvailabilityZone, AvailabilityZoneId, AllocationIds }: Resolved<ZoneAddresses>,
  ids: IdSource,
): { readonly snapshot: Snapshot } | Refusal {
  if (AvailabilityZone === undefined && AvailabilityZoneId === undefined)
    return refuse('MissingParameter', 'The request must contain the parameter availabilityZone');
  let current = snapshot;
  const NatGatewayAddresses = [...(row.NatGatewayAddresses ?? [])];
  for (const AllocationId of AllocationIds) {
    const address = find(current, 'Addresses', AllocationId);
    if (!address) return missing('Addresses', AllocationId);
    if (address.AssociationId !== undefined)
      return refuse(
        'Resource.AlreadyAssociated',
        `Elastic IP address [${AllocationId}] is already associated`,
      );
    const AssociationId = ids('eipassoc');
    current = replaceRow(current, 'Addresses', address, { ...address, AssociationId });
    NatGatewayAddresses.push({
      AllocationId,
      PublicIp: address.PublicIp,
      AssociationId,
      ...(AvailabilityZone !== undefined && { AvailabilityZone }),
      ...(AvailabilityZoneId !== undefined && { AvailabilityZoneId }),
      Status: 'succeeded',
    });
  }
  return { snapshot: replaceRow(current, 'NatGateways', row, { ...row, NatGatewayAddresses }) };
}
