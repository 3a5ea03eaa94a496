/** What a Change is made on: the components of which somebody would say that they were mended. */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { Change } from '../simulate/world';

/** A route or a rule belongs to its list; what it leads to is not touched by it. */
const LIST_KEYS = [
  'RouteTableId',
  'TransitGatewayRouteTableId',
  'NetworkAclId',
  'GroupId',
  'SubnetId',
  'FlowLogId',
] as const;

/** What is changed where no list is. */
const OWN_KEYS = [
  'NetworkInterfaceId',
  'InternetGatewayId',
  'EgressOnlyInternetGatewayId',
  'NatGatewayId',
  'VpcPeeringConnectionId',
  'TransitGatewayAttachmentId',
  'TransitGatewayId',
  'VpcEndpointId',
  'VpnConnectionId',
  'VpnGatewayId',
  'VpcId',
  'Host',
] as const;

/** Ids, or the name of a host or of premises. */
export function subjectsOf(change: Change, snapshot: Snapshot): readonly string[] {
  const values: Readonly<Record<string, unknown>> = { ...change };
  const named = (keys: readonly string[]): readonly string[] =>
    keys.map((key) => values[key]).filter((value) => typeof value === 'string');
  const lists = [...named(LIST_KEYS), ...associatedWith(values.AssociationId, snapshot)];
  if (lists.length > 0) return lists;
  const logs = Array.isArray(values.FlowLogIds) ? values.FlowLogIds.map(String) : [];
  return [...named(OWN_KEYS), ...logs];
}

/** An association has an id of its own, which nobody would name: the subnet is meant, and the list that it leaves. */
function associatedWith(id: unknown, { RouteTables = [], NetworkAcls = [] }: Snapshot): readonly string[] {
  const tables = RouteTables.flatMap(({ RouteTableId, Associations = [] }) =>
    Associations.filter(({ RouteTableAssociationId }) => RouteTableAssociationId === id).flatMap(
      ({ SubnetId }) => [RouteTableId, SubnetId],
    ),
  );
  const lists = NetworkAcls.flatMap(({ NetworkAclId, Associations = [] }) =>
    Associations.filter(({ NetworkAclAssociationId }) => NetworkAclAssociationId === id).flatMap(
      ({ SubnetId }) => [NetworkAclId, SubnetId],
    ),
  );
  return id === undefined ? [] : [...tables, ...lists].filter((one) => one !== undefined);
}
