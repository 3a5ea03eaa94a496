/**
 * One line of a flow log as a value: AWS's field names, numbers where AWS has numbers, `null` for `-`.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
import type { LOG_FIELDS, LogField } from '../ec2/log-fields';
import type { Rule } from '../rules/rule';

/** Fields that every record has, and those of which AWS lists the values. */
interface Known {
  readonly version: number;
  /** Unix seconds. */
  readonly start: number;
  readonly end: number;
  readonly action: 'ACCEPT' | 'REJECT' | null;
  readonly 'log-status': 'OK' | 'NODATA' | 'SKIPDATA';
  readonly type: 'IPv4' | 'IPv6' | 'EFA' | null;
  readonly 'flow-direction': 'ingress' | 'egress' | null;
}

/** The fields of versions 2 to 11. */
export type FlowLogRecord = {
  readonly [Name in LogField]: Name extends keyof Known
    ? Known[Name]
    : (typeof LOG_FIELDS)[Name] extends 'STRING'
      ? string | null
      : number | null;
};

export type FieldName = LogField;

/** A record with what stands behind it. */
export interface WrittenRecord {
  /** The interface, or the regional NAT gateway. */
  readonly interfaceId: string;
  readonly flowLogId: string | undefined;
  readonly record: FlowLogRecord;
  /** The record in the log's own format. */
  readonly line: string;
  /** The end of its aggregation window, and when it can be read: milliseconds since 1970, infinity while delivery fails. */
  readonly windowEnd: number;
  readonly deliveredAt: number;
  /** Rules on which this record rests and that AWS does not document; a learner is shown them. */
  readonly inferred: readonly Rule[];
}

/** What a line says: the fields that its format has, and under its own name as text what AWS's table does not have. */
export type ParsedRecord = Partial<FlowLogRecord> & {
  readonly [column: string]: string | number | null | undefined;
};
