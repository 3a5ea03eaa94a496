/** Route tables as `describe-route-tables` prints them. */
import { nameTag, OWNER_ID, type Row } from './rows';

type RouteRow = NonNullable<Row<'RouteTables'>['Routes']>[number];

export function routeTableRow(
  id: string,
  vpcId: string,
  name: string,
  routes: readonly RouteRow[],
  subnetIds: readonly string[],
  main = false,
): Row<'RouteTables'> {
  const associations = subnetIds.map((SubnetId) => ({
    RouteTableAssociationId: `rtbassoc-${SubnetId.slice(7)}`,
    RouteTableId: id,
    SubnetId,
    Main: false,
    AssociationState: { State: 'associated' },
  }));
  const mainAssociation = {
    RouteTableAssociationId: `rtbassoc-${id.slice(4)}`,
    RouteTableId: id,
    Main: true,
    AssociationState: { State: 'associated' },
  };
  return {
    RouteTableId: id,
    VpcId: vpcId,
    OwnerId: OWNER_ID,
    Routes: [...routes],
    Associations: main ? [mainAssociation, ...associations] : associations,
    PropagatingVgws: [],
    Tags: nameTag(name),
  };
}

export const localRoute = (cidr: string): RouteRow => ({
  DestinationCidrBlock: cidr,
  GatewayId: 'local',
  Origin: 'CreateRouteTable',
  State: 'active',
});

export const routeTo = (cidr: string, target: Partial<RouteRow>): RouteRow => ({
  DestinationCidrBlock: cidr,
  ...target,
  Origin: 'CreateRoute',
  State: 'active',
});
