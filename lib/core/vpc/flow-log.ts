/** A flow log as a resource: what it covers, what it writes, and where that goes. */

import { nameInArn } from '../ec2/log-destination';
import type { LogField } from '../ec2/log-fields';
import { parseFormat } from '../ec2/log-format';
import type { FlowLogRow } from '../ec2/schema/flow-log';

export interface FlowLog {
  readonly id: string;
  /** A VPC, subnet, network interface or regional NAT gateway. */
  readonly resourceId: string;
  readonly trafficType: 'ACCEPT' | 'REJECT' | 'ALL';
  /** Fields in order; none where the document names no format. */
  readonly format: readonly LogField[];
  /** Seconds: 60 or 600. */
  readonly maxAggregationInterval: number;
  /** Milliseconds since 1970, or undefined where the document does not say. */
  readonly createdAt?: number;
  readonly active: boolean;
  readonly destination: LogDestination;
  /** Why nothing is delivered, in AWS's words: `Access error`, `Rate limited`, `Unknown error`. */
  readonly deliveryError?: string;
  /** Tag keys behind `instance-tag`, `instance-tag-2` and so on, by the kind of resource that carries the tag. */
  readonly tagKeys: Readonly<Record<TaggedResource, readonly string[]>>;
}

export type TaggedResource = 'instance' | 'network-interface' | 'auto-scaling-group';

export interface LogDestination {
  readonly type: 'cloud-watch-logs' | 's3' | 'kinesis-data-firehose';
  /** A log group, a bucket with its folder, or a stream; empty where the document does not say. */
  readonly name: string;
  readonly fileFormat: 'plain-text' | 'parquet';
  readonly hivePartitions: boolean;
  readonly hourlyPartitions: boolean;
}

/** The fields of a log whose document names no format are its reader's business. */
export function parseFlowLog(row: FlowLogRow): FlowLog {
  const createdAt = row.CreationTime === undefined ? undefined : Date.parse(row.CreationTime);
  const error =
    row.DeliverLogsErrorMessage || (row.DeliverLogsStatus === 'FAILED' ? 'Unknown error' : undefined);
  const tagKeys = (type: TaggedResource): readonly string[] =>
    (row.TagFieldSpecifications ?? [])
      .filter(({ ResourceType }) => ResourceType === type)
      .flatMap(({ TagKeys }) => TagKeys);
  return {
    id: row.FlowLogId,
    resourceId: row.ResourceId,
    trafficType: row.TrafficType ?? 'ALL',
    format: fieldsOf(row),
    maxAggregationInterval: row.MaxAggregationInterval ?? 600,
    ...(createdAt !== undefined && { createdAt }),
    active: row.FlowLogStatus === undefined || row.FlowLogStatus === 'ACTIVE',
    destination: destinationOf(row),
    ...(error && { deliveryError: error }),
    tagKeys: {
      instance: tagKeys('instance'),
      'network-interface': tagKeys('network-interface'),
      'auto-scaling-group': tagKeys('auto-scaling-group'),
    },
  };
}

function fieldsOf({ LogFormat }: FlowLogRow): readonly LogField[] {
  if (LogFormat === undefined) return [];
  const door = parseFormat(LogFormat);
  // A transit gateway's log has fields of its own, and covers nothing here.
  return 'fields' in door ? door.fields : [];
}

function destinationOf(row: FlowLogRow): LogDestination {
  const { LogDestination = '', LogDestinationType, LogGroupName, DestinationOptions } = row;
  const type = LogDestinationType ?? 'cloud-watch-logs';
  const name = LogGroupName ?? nameInArn(type, LogDestination) ?? LogDestination;
  return {
    type,
    name: name.replace(/\/$/, ''),
    fileFormat: DestinationOptions?.FileFormat ?? 'plain-text',
    hivePartitions: DestinationOptions?.HiveCompatiblePartitions ?? false,
    hourlyPartitions: DestinationOptions?.PerHourPartition ?? false,
  };
}
