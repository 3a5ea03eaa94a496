/** Calls about flow logs. */
import * as z from 'zod';
import { call, ids, text } from './call';

export const flowLogCalls = [
  call('CreateFlowLogs', {
    ResourceIds: ids,
    ResourceType: z.enum(['VPC', 'Subnet', 'NetworkInterface', 'RegionalNatGateway']),
    TrafficType: z.enum(['ACCEPT', 'REJECT', 'ALL']),
    LogDestinationType: z.enum(['cloud-watch-logs', 's3', 'kinesis-data-firehose']).optional(),
    LogDestination: text.optional(),
    LogGroupName: text.optional(),
    DeliverLogsPermissionArn: text.optional(),
    LogFormat: text.optional(),
    MaxAggregationInterval: z.union([z.literal(60), z.literal(600)]).optional(),
    DestinationOptions: z
      .strictObject({
        FileFormat: z.enum(['plain-text', 'parquet']).optional(),
        HiveCompatiblePartitions: z.boolean().optional(),
        PerHourPartition: z.boolean().optional(),
      })
      .optional(),
  }),
  call('DeleteFlowLogs', { FlowLogIds: ids }),
] as const;
