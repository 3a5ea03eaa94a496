/** The pages of a VPC with its subnets and what each of them uses, and of a flow log: what it covers and keeps, and how its delivery fares. */
import { described, details, page } from './page';

export const vpcPage = page({
  rows: 'Vpcs',
  id: ({ VpcId }) => VpcId,
  tables: (
    { VpcId, CidrBlock, CidrBlockAssociationSet = [], Ipv6CidrBlockAssociationSet = [] },
    { snapshot, network },
  ) => [
    {
      title: 'blocks',
      columns: ['block', 'state'],
      rows: [
        ...(CidrBlockAssociationSet.length > 0
          ? CidrBlockAssociationSet
          : [{ CidrBlock, CidrBlockState: undefined }]
        ).map((row) => [row.CidrBlock, row.CidrBlockState?.State ?? 'associated']),
        ...Ipv6CidrBlockAssociationSet.map((row) => [
          row.Ipv6CidrBlock,
          row.Ipv6CidrBlockState?.State ?? 'associated',
        ]),
      ],
    },
    {
      title: 'subnets',
      columns: ['subnet', 'name', 'block', 'zone', 'route table', 'network ACL'],
      rows: (snapshot.Subnets ?? [])
        .filter((subnet) => subnet.VpcId === VpcId)
        .map(({ SubnetId, CidrBlock = '', AvailabilityZone = '' }) => {
          const subnet = network.subnets.get(SubnetId);
          const { name = '', routeTable, networkAcl } = subnet ?? {};
          return [SubnetId, name, CidrBlock, AvailabilityZone, routeTable?.id ?? '', networkAcl?.id ?? ''];
        }),
    },
  ],
  printed: (row, { snapshot }) => [
    described(`describe-vpcs --vpc-ids ${row.VpcId}`, 'Vpcs', [row]),
    described(
      `describe-subnets --filters Name=vpc-id,Values=${row.VpcId}`,
      'Subnets',
      (snapshot.Subnets ?? []).filter(({ VpcId }) => VpcId === row.VpcId),
    ),
  ],
});

export const flowLogPage = page({
  rows: 'FlowLogs',
  id: ({ FlowLogId }) => FlowLogId,
  tables: (row) => [
    details('flow log', {
      covers: row.ResourceId,
      filter: row.TrafficType,
      status: row.FlowLogStatus,
      'maximum aggregation interval': `${row.MaxAggregationInterval ?? 600} seconds`,
      format: row.LogFormat,
      created: row.CreationTime,
      destination: row.LogGroupName ?? row.LogDestination,
      'destination type': row.LogDestinationType,
      delivery: row.DeliverLogsStatus,
      'delivery error': row.DeliverLogsErrorMessage,
    }),
  ],
  printed: (row) => [described(`describe-flow-logs --flow-log-ids ${row.FlowLogId}`, 'FlowLogs', [row])],
});
