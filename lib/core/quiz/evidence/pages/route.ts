/** The pages of what routes: route tables, transit gateways and their tables. */
import type { TransitGatewayRouteRow } from '../../../ec2/schema/transit-gateway';
import { routeTableOf } from '../../configuration-table';
import { described, details, page } from './page';

export const routeTablePage = page({
  rows: 'RouteTables',
  id: ({ RouteTableId }) => RouteTableId,
  tables: ({ RouteTableId, Associations = [], PropagatingVgws = [] }, { network }) => {
    const table = network.routeTables.get(RouteTableId);
    if (!table) return [];
    return [
      routeTableOf(table, ''),
      {
        title: 'associations',
        columns: ['associated with', 'name'],
        rows: Associations.map(({ SubnetId, GatewayId, Main }) =>
          Main
            ? ['main table', 'every subnet of the VPC without one of its own']
            : [SubnetId ?? GatewayId ?? '', network.subnets.get(SubnetId ?? '')?.name ?? ''],
        ),
      },
      {
        title: 'route propagation',
        columns: ['virtual private gateway'],
        rows: PropagatingVgws.map(({ GatewayId }) => [GatewayId]),
      },
    ];
  },
  printed: (row) => [
    described(`describe-route-tables --route-table-ids ${row.RouteTableId}`, 'RouteTables', [row]),
  ],
});

export const transitGatewayPage = page({
  rows: 'TransitGateways',
  id: ({ TransitGatewayId }) => TransitGatewayId,
  tables: ({ TransitGatewayId, State, Options }, { snapshot }) => [
    details('transit gateway', {
      state: State,
      'default association': Options?.DefaultRouteTableAssociation,
      'default propagation': Options?.DefaultRouteTablePropagation,
      'security group referencing': Options?.SecurityGroupReferencingSupport,
    }),
    {
      title: 'attachments',
      columns: ['attachment', 'resource', 'subnets', 'appliance mode', 'state'],
      rows: (snapshot.TransitGatewayAttachments ?? [])
        .filter((row) => row.TransitGatewayId === TransitGatewayId)
        .map(({ TransitGatewayAttachmentId: id, ResourceId = '', State: state = '' }) => {
          const own = snapshot.TransitGatewayVpcAttachments?.find(
            (row) => row.TransitGatewayAttachmentId === id,
          );
          const mode = own?.Options?.ApplianceModeSupport ?? '';
          return [id, ResourceId, (own?.SubnetIds ?? []).join(', '), mode, state];
        }),
    },
  ],
  printed: (row, { snapshot }) => {
    const id = row.TransitGatewayId;
    const filter = `--filters Name=transit-gateway-id,Values=${id}`;
    const own = <R extends { readonly TransitGatewayId: string }>(rows: readonly R[] = []): readonly R[] =>
      rows.filter(({ TransitGatewayId }) => TransitGatewayId === id);
    return [
      described(`describe-transit-gateways --transit-gateway-ids ${id}`, 'TransitGateways', [row]),
      described(
        `describe-transit-gateway-attachments ${filter}`,
        'TransitGatewayAttachments',
        own(snapshot.TransitGatewayAttachments),
      ),
      described(
        `describe-transit-gateway-vpc-attachments ${filter}`,
        'TransitGatewayVpcAttachments',
        own(snapshot.TransitGatewayVpcAttachments),
      ),
    ];
  },
});

export const transitGatewayRouteTablePage = page({
  rows: 'TransitGatewayRouteTables',
  id: ({ TransitGatewayRouteTableId }) => TransitGatewayRouteTableId,
  tables: ({ Routes = [], Associations = [], Propagations = [] }) => [
    {
      title: 'routes',
      columns: ['destination', 'attachment', 'resource', 'type', 'state'],
      rows: Routes.map(routeRow),
    },
    ...(
      [
        ['associations', Associations],
        ['propagations', Propagations],
      ] as const
    ).map(([title, rows]) => ({
      title,
      columns: ['attachment', 'resource', 'state'],
      rows: rows.map(({ TransitGatewayAttachmentId, ResourceId = '', State = '' }) => [
        TransitGatewayAttachmentId,
        ResourceId,
        State,
      ]),
    })),
  ],
  // The row holds the answers of three further calls.
  printed: ({ Routes = [], Associations = [], Propagations = [], ...row }) => {
    const id = row.TransitGatewayRouteTableId;
    const of = `--transit-gateway-route-table-id ${id}`;
    return [
      described(
        `describe-transit-gateway-route-tables --transit-gateway-route-table-ids ${id}`,
        'TransitGatewayRouteTables',
        [row],
      ),
      described(
        `search-transit-gateway-routes ${of} --filters Name=state,Values=active,blackhole`,
        'Routes',
        Routes,
      ),
      described(`get-transit-gateway-route-table-associations ${of}`, 'Associations', Associations),
      described(
        `get-transit-gateway-route-table-propagations ${of}`,
        'TransitGatewayRouteTablePropagations',
        Propagations,
      ),
    ];
  },
});

function routeRow(row: TransitGatewayRouteRow): readonly string[] {
  const { DestinationCidrBlock, PrefixListId, TransitGatewayAttachments = [], Type = '', State = '' } = row;
  return [
    DestinationCidrBlock ?? PrefixListId ?? '',
    TransitGatewayAttachments.map((one) => one.TransitGatewayAttachmentId).join(', '),
    TransitGatewayAttachments.map(({ ResourceId }) => ResourceId ?? '').join(', '),
    Type,
    State,
  ];
}
