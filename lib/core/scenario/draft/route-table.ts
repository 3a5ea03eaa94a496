/** Route tables and their routes. */
import { invariant } from '../../assert';
import { type Draft, nameTag, OWNER_ID, type Row } from './draft';

type RouteRow = NonNullable<Row<'RouteTables'>['Routes']>[number];

interface OfVpc {
  readonly id: string;
  readonly cidr: string;
  readonly ipv6: string | undefined;
}

/** With the local routes of its VPC. */
export function addRouteTable(
  draft: Draft,
  { id: VpcId, cidr, ipv6 }: OfVpc,
  name: string,
  main = false,
): string {
  const id = draft.id('rtb');
  const local = { GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' } as const;
  const Routes: RouteRow[] = [
    { DestinationCidrBlock: cidr, ...local },
    ...(ipv6 ? [{ DestinationIpv6CidrBlock: ipv6, ...local }] : []),
  ];
  const association = {
    RouteTableAssociationId: draft.id('rtbassoc'),
    RouteTableId: id,
    Main: true,
    AssociationState: { State: 'associated' },
  };
  draft.add('RouteTables', {
    RouteTableId: id,
    VpcId,
    OwnerId: OWNER_ID,
    Routes,
    Associations: main ? [association] : [],
    PropagatingVgws: [],
    Tags: nameTag(name),
  });
  return id;
}

/** Where a route leads, under the key that `describe-route-tables` prints for it. */
export type Target = Pick<
  RouteRow,
  | 'GatewayId'
  | 'NatGatewayId'
  | 'NetworkInterfaceId'
  | 'VpcPeeringConnectionId'
  | 'TransitGatewayId'
  | 'EgressOnlyInternetGatewayId'
>;

/** `destination`: a block of either family, or a prefix list. */
export function addRoute(
  draft: Draft,
  tableId: string,
  destination: string,
  target: Target,
  Origin = 'CreateRoute',
): void {
  const table = tableOf(draft, tableId);
  const route: RouteRow = { [keyOf(destination)]: destination, ...target, Origin, State: 'active' };
  draft.replace('RouteTables', table, { ...table, Routes: [...(table.Routes ?? []), route] });
}

/** What a virtual private gateway has learned, in a table that takes it over. */
export function propagate(
  draft: Draft,
  tableId: string,
  vpnGatewayId: string,
  blocks: readonly string[],
): void {
  const table = tableOf(draft, tableId);
  draft.replace('RouteTables', table, {
    ...table,
    PropagatingVgws: [...(table.PropagatingVgws ?? []), { GatewayId: vpnGatewayId }],
  });
  for (const block of blocks)
    addRoute(draft, tableId, block, { GatewayId: vpnGatewayId }, 'EnableVgwRoutePropagation');
}

/** Makes it the table that steers what enters by a gateway. */
export function associateWithGateway(draft: Draft, tableId: string, GatewayId: string): void {
  const table = tableOf(draft, tableId);
  const association = {
    RouteTableAssociationId: draft.id('rtbassoc'),
    RouteTableId: tableId,
    GatewayId,
    Main: false,
    AssociationState: { State: 'associated' },
  };
  draft.replace('RouteTables', table, {
    ...table,
    Associations: [...(table.Associations ?? []), association],
  });
}

function keyOf(destination: string) {
  if (destination.startsWith('pl-')) return 'DestinationPrefixListId';
  return destination.includes(':') ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock';
}

function tableOf(draft: Draft, id: string): Row<'RouteTables'> {
  const table = draft.rows('RouteTables').find(({ RouteTableId }) => RouteTableId === id);
  invariant(table, `route table ${id} was added`);
  return table;
}
