/** Flow logs and AWS's published address ranges. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html */
import * as z from 'zod';
import { destinationFault } from '../log-destination';
import { isOfTransitGateway, parseFormat } from '../log-format';
import type { Immutable } from './immutable';
import { id, ipv4Block, tags, time } from './value';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagFieldSpecificationRequest.html */
export const taggedResource = z.enum(['instance', 'network-interface', 'auto-scaling-group']);
/** Whose values the fields `…-tag` and `…-tag-2` print. */
export const tagKeys = z.array(z.string().min(1).max(128)).min(1).max(2);

const row = z.looseObject({
  FlowLogId: id('fl'),
  ResourceId: z.string(),
  TrafficType: z.enum(['ACCEPT', 'REJECT', 'ALL']).optional(),
  FlowLogStatus: z.string().optional(),
  LogFormat: z.string().optional(),
  MaxAggregationInterval: z.literal([60, 600]).optional(),
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
  TagFieldSpecifications: z
    .array(z.looseObject({ ResourceType: taggedResource, TagKeys: tagKeys }))
    .optional(),
  Tags: tags,
});

/** Transit gateways have fields of their own, which nobody here writes. */
export const flowLogSchema = row.superRefine((value, context) => {
  const { LogFormat, ResourceId } = value;
  if (LogFormat !== undefined && !isOfTransitGateway(ResourceId)) {
    const door = parseFormat(LogFormat);
    if ('issue' in door) context.addIssue({ code: 'custom', path: ['LogFormat'], message: door.issue });
  }
  const fault = destinationFault(value);
  if (fault)
    context.addIssue({ code: 'custom', path: [fault.key], message: `\`${fault.value}\` ${fault.says}` });
});

/** A row of https://ip-ranges.amazonaws.com/ip-ranges.json */
export const ipRangeSchema = z.looseObject({
  ip_prefix: ipv4Block,
  service: z.string(),
  region: z.string().optional(),
});

export type FlowLogRow = Immutable<z.infer<typeof flowLogSchema>>;
