/** Calls about VPC endpoints. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html */
import type { Snapshot } from '../schema/snapshot';
import type { VpcEndpointRow } from '../schema/vpc-endpoint';
import { checkParameters, checkPolicy, checkService, type EndpointType } from './endpoint-checks';
import { addEndpointInterfaces, endpointGroups, removeEndpointInterfaces } from './endpoint-interface';
import { find, missing } from './find';
import { addEndpointRoutes, prefixListOf, removeEndpointRoutes } from './gateway-endpoint-route';
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
import { withRouteStates } from './route-state';
import { addRow, removeRow, replaceRow, rowsOf } from './rows';

interface CreateCall extends Call {
  readonly VpcId: IdParameter;
  readonly ServiceName: string;
  /** `Gateway` unless said otherwise. */
  readonly VpcEndpointType?: EndpointType | undefined;
  readonly RouteTableIds?: readonly IdParameter[] | undefined;
  readonly SubnetIds?: readonly IdParameter[] | undefined;
  readonly SecurityGroupIds?: readonly IdParameter[] | undefined;
  readonly PolicyDocument?: string | undefined;
  readonly PrivateDnsEnabled?: boolean | undefined;
}

interface ModifyCall extends Call {
  readonly VpcEndpointId: IdParameter;
  readonly AddRouteTableIds?: readonly IdParameter[] | undefined;
  readonly RemoveRouteTableIds?: readonly IdParameter[] | undefined;
  readonly AddSubnetIds?: readonly IdParameter[] | undefined;
  readonly RemoveSubnetIds?: readonly IdParameter[] | undefined;
  readonly AddSecurityGroupIds?: readonly IdParameter[] | undefined;
  readonly RemoveSecurityGroupIds?: readonly IdParameter[] | undefined;
  readonly PolicyDocument?: string | undefined;
  readonly ResetPolicy?: boolean | undefined;
  readonly PrivateDnsEnabled?: boolean | undefined;
}

export type VpcEndpointAction =
  | (CreateCall & { readonly Action: 'CreateVpcEndpoint' })
  | (ModifyCall & { readonly Action: 'ModifyVpcEndpoint' })
  | (Call & { readonly Action: 'DeleteVpcEndpoints'; readonly VpcEndpointIds: readonly IdParameter[] });

export const vpcEndpointActions: Handlers<VpcEndpointAction> = {
  CreateVpcEndpoint(snapshot, action, ids) {
    const { VpcId, ServiceName, VpcEndpointType = 'Gateway', PolicyDocument } = action;
    if (!find(snapshot, 'Vpcs', VpcId)) return missing('Vpcs', VpcId);
    const wrong =
      checkService(ServiceName, VpcEndpointType) ??
      checkParameters(VpcEndpointType, action.RouteTableIds, action.SubnetIds, action.SecurityGroupIds) ??
      checkPolicy(PolicyDocument);
    if (wrong) return wrong;
    const id = ids('vpce');
    const row: VpcEndpointRow = {
      VpcEndpointId: id,
      VpcEndpointType,
      VpcId,
      ServiceName,
      State: 'available',
      ...(PolicyDocument !== undefined && { PolicyDocument }),
      RouteTableIds: [],
      SubnetIds: [],
      Groups: [],
      NetworkInterfaceIds: [],
      PrivateDnsEnabled: VpcEndpointType === 'Interface' && (action.PrivateDnsEnabled ?? true),
      RequesterManaged: false,
    };
    const listed = addRow(snapshot, 'VpcEndpoints', row);
    const made =
      VpcEndpointType === 'Gateway'
        ? addTables(listed, row, action.RouteTableIds ?? [], ids)
        : wire(listed, row, action, ids);
    return 'error' in made ? made : { snapshot: made.snapshot, id };
  },
  ModifyVpcEndpoint(snapshot, action, ids) {
    const row = find(snapshot, 'VpcEndpoints', action.VpcEndpointId);
    if (!row) return missing('VpcEndpoints', action.VpcEndpointId);
    return modify(snapshot, row, action, ids);
  },
  DeleteVpcEndpoints(snapshot, { VpcEndpointIds }) {
    let current = snapshot;
    for (const id of VpcEndpointIds) {
      const row = find(current, 'VpcEndpoints', id);
      if (!row) return missing('VpcEndpoints', id);
      const isTarget = rowsOf(current, 'RouteTables').some((table) =>
        table.Routes?.some(({ GatewayId }) => GatewayId === id),
      );
      // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpcEndpoints.html
      if (isTarget && row.VpcEndpointType === 'GatewayLoadBalancer')
        return refuse('InvalidParameter', 'Endpoint must be removed from route table before deletion');
      const unrouted = removeEndpointRoutes(current, id, row.RouteTableIds ?? []);
      current = removeEndpointInterfaces(removeRow(unrouted, 'VpcEndpoints', row), row, row.SubnetIds ?? []);
    }
    return { snapshot: withRouteStates(current) };
  },
};

/** The tables of a gateway endpoint, each with its route. */
function addTables(
  snapshot: Snapshot,
  row: VpcEndpointRow,
  tableIds: readonly string[],
  ids: IdSource,
): Outcome {
  if (tableIds.length === 0) return { snapshot };
  const list = prefixListOf(snapshot, row.ServiceName ?? '', ids);
  const routed = addEndpointRoutes(list.snapshot, row, list.id, tableIds);
  if ('error' in routed) return routed;
  const RouteTableIds = [...(row.RouteTableIds ?? []), ...tableIds];
  return { snapshot: replaceRow(routed.snapshot, 'VpcEndpoints', row, { ...row, RouteTableIds }) };
}

/** The subnets of the other kinds, each with an interface. */
function wire(
  snapshot: Snapshot,
  row: VpcEndpointRow,
  { SubnetIds = [], SecurityGroupIds }: Resolved<CreateCall>,
  ids: IdSource,
): Outcome {
  const groups = endpointGroups(snapshot, row, SecurityGroupIds);
  if ('error' in groups) return groups;
  const grouped = { ...row, Groups: groups.groups };
  const changed = replaceRow(snapshot, 'VpcEndpoints', row, grouped);
  return addEndpointInterfaces(changed, grouped, SubnetIds, ids);
}

function modify(
  snapshot: Snapshot,
  row: VpcEndpointRow,
  action: Resolved<ModifyCall>,
  ids: IdSource,
): Outcome {
  const { AddRouteTableIds = [], RemoveRouteTableIds = [], AddSubnetIds = [], RemoveSubnetIds = [] } = action;
  const type = (row.VpcEndpointType ?? 'Gateway') as EndpointType;
  const groupIds = [...(action.AddSecurityGroupIds ?? []), ...(action.RemoveSecurityGroupIds ?? [])];
  if (action.ResetPolicy && action.PolicyDocument !== undefined)
    return refuse('InvalidParameterCombination', 'A policy is either given or reset');
  const wrong =
    checkParameters(type, [...AddRouteTableIds, ...RemoveRouteTableIds], undefined, groupIds) ??
    checkParameters(type, undefined, [...AddSubnetIds, ...RemoveSubnetIds], undefined) ??
    checkPolicy(action.PolicyDocument);
  if (wrong) return wrong;
  const { PolicyDocument, ...rest } = row;
  const policy = action.ResetPolicy ? undefined : (action.PolicyDocument ?? PolicyDocument);
  const groups = changedGroups(snapshot, row, action);
  if ('error' in groups) return groups;
  const left: VpcEndpointRow = {
    ...rest,
    ...(policy !== undefined && { PolicyDocument: policy }),
    Groups: groups.groups,
    RouteTableIds: (row.RouteTableIds ?? []).filter((id) => !RemoveRouteTableIds.includes(id)),
    ...(action.PrivateDnsEnabled !== undefined && { PrivateDnsEnabled: action.PrivateDnsEnabled }),
  };
  const changed = removeEndpointRoutes(
    replaceRow(snapshot, 'VpcEndpoints', row, left),
    row.VpcEndpointId,
    RemoveRouteTableIds,
  );
  const unwired = removeEndpointInterfaces(changed, left, RemoveSubnetIds);
  const now = find(unwired, 'VpcEndpoints', row.VpcEndpointId) ?? left;
  const routed = addTables(unwired, now, AddRouteTableIds, ids);
  if ('error' in routed || AddSubnetIds.length === 0) return routed;
  return addEndpointInterfaces(routed.snapshot, now, AddSubnetIds, ids);
}

function changedGroups(
  snapshot: Snapshot,
  row: VpcEndpointRow,
  { AddSecurityGroupIds = [], RemoveSecurityGroupIds = [] }: Resolved<ModifyCall>,
): { readonly groups: NonNullable<VpcEndpointRow['Groups']> } | Refusal {
  const added =
    AddSecurityGroupIds.length > 0 ? endpointGroups(snapshot, row, AddSecurityGroupIds) : { groups: [] };
  if ('error' in added) return added;
  const own = (row.Groups ?? []).filter(({ GroupId }) => !RemoveSecurityGroupIds.includes(GroupId));
  const fresh = added.groups.filter(({ GroupId }) => !own.some((other) => other.GroupId === GroupId));
  const groups = [...own, ...fresh];
  if (groups.length === 0 && row.VpcEndpointType === 'Interface' && RemoveSecurityGroupIds.length > 0)
    return refuse('InvalidParameter', 'An interface endpoint has at least one security group');
  return { groups };
}
