/** What joins a VPC to AWS's services: prefix lists, gateway endpoints, interface endpoints, and their policies. */
import { type Draft, nameTag, REGION, type Row } from './draft';
import { addRoute } from './route-table';
import { addInterface, hostAddress } from './server';
import type { DraftSubnet, DraftVpc } from './vpc';

/** What an endpoint lets these roles do, as `PolicyDocument`: everything with these resources. */
export function endpointPolicy(roles: readonly string[], resources: readonly string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: roles }, Action: 's3:*', Resource: resources }],
  });
}

/** A list of AWS's own, by which routes and rules name a service. */
export function addServiceList(draft: Draft, service: 's3' | 'dynamodb', blocks: readonly string[]): string {
  const id = draft.id('pl');
  draft.add('PrefixLists', {
    PrefixListId: id,
    PrefixListName: `com.amazonaws.${REGION}.${service}`,
    Cidrs: [...blocks],
  });
  return id;
}

/** With the route that AWS puts into each of the tables. */
export function addGatewayEndpoint(
  draft: Draft,
  { id: VpcId, name }: DraftVpc,
  service: 's3' | 'dynamodb',
  listId: string,
  tableIds: readonly string[],
  PolicyDocument?: string,
): string {
  const id = draft.id('vpce');
  draft.add('VpcEndpoints', {
    VpcEndpointId: id,
    VpcEndpointType: 'Gateway',
    VpcId,
    ServiceName: `com.amazonaws.${REGION}.${service}`,
    State: 'available',
    ...(PolicyDocument !== undefined && { PolicyDocument }),
    RouteTableIds: [...tableIds],
    SubnetIds: [],
    Groups: [],
    NetworkInterfaceIds: [],
    Tags: nameTag(`${name}-${service}`),
  });
  for (const tableId of tableIds) addRoute(draft, tableId, listId, { GatewayId: id });
  return id;
}

/** One interface in each of its subnets, which are of different zones. */
export function addInterfaceEndpoint(
  draft: Draft,
  subnets: readonly (readonly [DraftSubnet, host: number])[],
  service: string,
  groupIds: readonly string[],
): { readonly id: string; readonly interfaces: readonly Row<'NetworkInterfaces'>[] } {
  const id = draft.id('vpce');
  const interfaces = subnets.map(([subnet, host]) =>
    addInterface(draft, subnet, {
      description: `VPC Endpoint Interface ${id}`,
      address: hostAddress(subnet.cidr, host),
      groupIds,
      type: 'vpc_endpoint',
    }),
  );
  const [first] = subnets;
  draft.add('VpcEndpoints', {
    VpcEndpointId: id,
    VpcEndpointType: 'Interface',
    VpcId: first?.[0].vpc.id ?? '',
    ServiceName: `com.amazonaws.${REGION}.${service}`,
    State: 'available',
    PrivateDnsEnabled: true,
    RouteTableIds: [],
    SubnetIds: subnets.map(([subnet]) => subnet.id),
    Groups: groupIds.map((GroupId) => ({ GroupId })),
    NetworkInterfaceIds: interfaces.map(({ NetworkInterfaceId }) => NetworkInterfaceId),
    Tags: nameTag(`${first?.[0].vpc.name}-${service}`),
  });
  return { id, interfaces };
}
