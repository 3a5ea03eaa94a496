/** Calls about flow logs. */
import * as z from 'zod';
import { taggedResource } from '../flow-log';
import { call, ids, text, texts } from './call';

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
    MaxAggregationInterval: z.literal([60, 600]).optional(),
    DestinationOptions: z
      .strictObject({
        FileFormat: z.enum(['plain-text', 'parquet']).optional(),
        HiveCompatiblePartitions: z.boolean().optional(),
        PerHourPartition: z.boolean().optional(),
      })
      .optional(),
    TagFieldSpecifications: z
      .array(z.strictObject({ ResourceType: taggedResource, TagKeys: texts }))
      .optional(),
  }),
  call('DeleteFlowLogs', { FlowLogIds: ids }),
] as const;
