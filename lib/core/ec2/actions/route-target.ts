/** Where a route may lead: each kind of target, and what has to be so before a route may name it. */
import type { RouteRow, RouteTableRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { type IdParameter, type Refusal, type Resolved, refuse } from './outcome';
import { isAttachedVpc } from './route-state';
import { rowsOf } from './rows';

export interface TargetParameters {
  /** `igw-…`, `vgw-…`, or `local` where the route has the place of a local one. */
  readonly GatewayId?: IdParameter | undefined;
  readonly NatGatewayId?: IdParameter | undefined;
  readonly NetworkInterfaceId?: IdParameter | undefined;
  readonly InstanceId?: IdParameter | undefined;
  readonly VpcPeeringConnectionId?: IdParameter | undefined;
  readonly TransitGatewayId?: IdParameter | undefined;
  readonly EgressOnlyInternetGatewayId?: IdParameter | undefined;
  /** Of a Gateway Load Balancer. */
  readonly VpcEndpointId?: IdParameter | undefined;
}

const TARGETS = [
  'GatewayId',
  'NatGatewayId',
  'NetworkInterfaceId',
  'InstanceId',
  'VpcPeeringConnectionId',
  'TransitGatewayId',
  'EgressOnlyInternetGatewayId',
  'VpcEndpointId',
] as const;

export interface Target {
  /** What the parameter means: `GatewayId` has three meanings, an instance is its interface. */
  readonly kind: (typeof TARGETS)[number] | 'Local';
  /** As `describe-route-tables` prints it. */
  readonly row: Partial<RouteRow>;
}

export const LOCAL: Target = { kind: 'Local', row: { GatewayId: 'local' } };

/** The one target of a call, found and in reach of the table's VPC. */
export function readTarget(
  snapshot: Snapshot,
  table: RouteTableRow,
  action: Resolved<TargetParameters>,
): Target | Refusal {
  const names = TARGETS.filter((name) => action[name] !== undefined);
  const [name] = names;
  const id = name && action[name];
  if (name === undefined || id === undefined)
    return refuse('MissingParameter', 'The request must contain exactly one route target');
  if (names.length > 1)
    return refuse(
      'InvalidParameterCombination',
      `The parameters ${names.join(' and ')} cannot be used together`,
    );
  if (name === 'GatewayId' && id === 'local') return LOCAL;
  if (name === 'InstanceId') return interfaceOf(snapshot, table, id);
  const kind = name === 'GatewayId' && id.startsWith('vpce-') ? 'VpcEndpointId' : name;
  const wrong = CHECKS[kind](snapshot, table, id);
  if (wrong) return wrong;
  return { kind, row: kind === 'VpcEndpointId' ? { GatewayId: id } : { [name]: id } };
}

/** EC2 writes down the interface; which one it means must be plain. */
function interfaceOf(snapshot: Snapshot, table: RouteTableRow, id: string): Target | Refusal {
  if (!find(snapshot, 'Instances', id)) return missing('Instances', id);
  const own = rowsOf(snapshot, 'NetworkInterfaces').filter(({ Attachment }) => Attachment?.InstanceId === id);
  const [only] = own;
  if (!only || own.length > 1)
    return refuse(
      'InvalidInstanceID',
      `There are multiple interfaces attached to instance '${id}'. Please specify an interface ID for the operation instead.`,
    );
  const wrong = CHECKS.NetworkInterfaceId(snapshot, table, only.NetworkInterfaceId);
  return wrong ?? { kind: 'NetworkInterfaceId', row: { NetworkInterfaceId: only.NetworkInterfaceId } };
}

type Check = (snapshot: Snapshot, table: RouteTableRow, id: string) => Refusal | undefined;

const elsewhere = ({ RouteTableId }: RouteTableRow, what: string, id: string): Refusal =>
  refuse(
    'InvalidParameterValue',
    `route table ${RouteTableId} and ${what} ${id} belong to different networks`,
  );

const CHECKS: Readonly<Record<Exclude<(typeof TARGETS)[number], 'InstanceId'>, Check>> = {
  GatewayId(snapshot, table, id) {
    if (id.startsWith('igw-')) {
      const gateway = find(snapshot, 'InternetGateways', id);
      if (!gateway) return missing('InternetGateways', id);
      const isHere = gateway.Attachments?.some(({ VpcId }) => VpcId === table.VpcId);
      return isHere ? undefined : elsewhere(table, 'network gateway', id);
    }
    if (id.startsWith('vgw-')) {
      const gateway = find(snapshot, 'VpnGateways', id);
      if (!gateway) return missing('VpnGateways', id);
      const isHere = gateway.VpcAttachments?.some(({ VpcId }) => VpcId === table.VpcId);
      return isHere ? undefined : elsewhere(table, 'network gateway', id);
    }
    return refuse('InvalidGatewayID.NotFound', `The gateway ID '${id}' does not exist`);
  },
  NatGatewayId(snapshot, table, id) {
    const gateway = find(snapshot, 'NatGateways', id);
    if (!gateway) return missing('NatGateways', id);
    return gateway.VpcId === table.VpcId ? undefined : elsewhere(table, 'NAT gateway', id);
  },
  NetworkInterfaceId(snapshot, table, id) {
    const row = find(snapshot, 'NetworkInterfaces', id);
    if (!row) return missing('NetworkInterfaces', id);
    const vpcId = find(snapshot, 'Subnets', row.SubnetId)?.VpcId;
    return vpcId === table.VpcId ? undefined : elsewhere(table, 'interface', id);
  },
  VpcPeeringConnectionId(snapshot, table, id) {
    const pcx = find(snapshot, 'VpcPeeringConnections', id);
    if (!pcx) return missing('VpcPeeringConnections', id);
    const isHere = [pcx.RequesterVpcInfo, pcx.AccepterVpcInfo].some(({ VpcId }) => VpcId === table.VpcId);
    return isHere ? undefined : elsewhere(table, 'peering connection', id);
  },
  /** AWS knows a transit gateway only where the VPC is attached to it. */
  TransitGatewayId: (snapshot, table, id) =>
    isAttachedVpc(snapshot, id, table.VpcId) ? undefined : missing('TransitGateways', id),
  EgressOnlyInternetGatewayId(snapshot, table, id) {
    const gateway = find(snapshot, 'EgressOnlyInternetGateways', id);
    if (!gateway) return missing('EgressOnlyInternetGateways', id);
    const isHere = gateway.Attachments?.some(({ VpcId }) => VpcId === table.VpcId);
    return isHere ? undefined : elsewhere(table, 'egress-only internet gateway', id);
  },
  VpcEndpointId(snapshot, table, id) {
    const endpoint = find(snapshot, 'VpcEndpoints', id);
    if (!endpoint) return missing('VpcEndpoints', id);
    if (endpoint.VpcEndpointType !== 'GatewayLoadBalancer')
      return refuse(
        'RouteNotSupported',
        `Route table contains unsupported route target: ${id}. VPC Endpoints of this type cannot be used as route targets.`,
      );
    return endpoint.VpcId === table.VpcId ? undefined : elsewhere(table, 'VPC endpoint', id);
  },
};
