/** Flow logs and AWS's published address ranges. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html */
import * as z from 'zod';
import type { Immutable } from './immutable';
import { id, ipv4Block, tags, time } from './value';

export const flowLogSchema = z.looseObject({
  FlowLogId: id('fl'),
  ResourceId: z.string(),
  TrafficType: z.enum(['ACCEPT', 'REJECT', 'ALL']).optional(),
  FlowLogStatus: z.string().optional(),
  LogFormat: z.string().optional(),
  MaxAggregationInterval: z.union([z.literal(60), z.literal(600)]).optional(),
  CreationTime: time.optional(),
  LogDestinationType: z.enum(['cloud-watch-logs', 's3', 'kinesis-data-firehose']).optional(),
  /** ARN of a log group, a bucket or a stream. */
  LogDestination: z.string().optional(),
  LogGroupName: z.string().optional(),
  DeliverLogsStatus: z.enum(['SUCCESS', 'FAILED']).optional(),
  /** `Rate limited`, `Access error` or `Unknown error`. */
  DeliverLogsErrorMessage: z.string().optional(),
  DeliverLogsPermissionArn: z.string().optional(),
  DestinationOptions: z
    .looseObject({
      FileFormat: z.enum(['plain-text', 'parquet']).optional(),
      HiveCompatiblePartitions: z.boolean().optional(),
      PerHourPartition: z.boolean().optional(),
    })
    .optional(),
  /** Whose tags the fields `…-tag` and `…-tag-2` print. */
  TagFieldSpecifications: z
    .array(
      z.looseObject({
        ResourceType: z.enum(['instance', 'network-interface', 'auto-scaling-group']),
        TagKeys: z.array(z.string()).max(2),
      }),
    )
    .optional(),
  Tags: tags,
});

/** A row of https://ip-ranges.amazonaws.com/ip-ranges.json */
export const ipRangeSchema = z.looseObject({
  ip_prefix: ipv4Block,
  service: z.string(),
  region: z.string().optional(),
});

export type FlowLogRow = Immutable<z.infer<typeof flowLogSchema>>;
