/**
 * One line of a flow log as a value: AWS's field names, numbers where AWS has numbers, `null` for `-`.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
import type { Rule } from '../rules/rule';

/** The fields of versions 2 to 11, in AWS's table order. */
export interface FlowLogRecord {
  readonly version: number;
  readonly 'account-id': string | null;
  readonly 'interface-id': string | null;
  readonly srcaddr: string | null;
  readonly dstaddr: string | null;
  readonly srcport: number | null;
  readonly dstport: number | null;
  readonly protocol: number | null;
  readonly packets: number | null;
  readonly bytes: number | null;
  /** Unix seconds. */
  readonly start: number;
  readonly end: number;
  readonly action: 'ACCEPT' | 'REJECT' | null;
  readonly 'log-status': 'OK' | 'NODATA' | 'SKIPDATA';
  readonly 'vpc-id': string | null;
  readonly 'subnet-id': string | null;
  readonly 'instance-id': string | null;
  readonly 'tcp-flags': number | null;
  readonly type: 'IPv4' | 'IPv6' | 'EFA' | null;
  readonly 'pkt-srcaddr': string | null;
  readonly 'pkt-dstaddr': string | null;
  readonly region: string | null;
  readonly 'az-id': string | null;
  readonly 'sublocation-type': string | null;
  readonly 'sublocation-id': string | null;
  readonly 'pkt-src-aws-service': string | null;
  readonly 'pkt-dst-aws-service': string | null;
  readonly 'flow-direction': 'ingress' | 'egress' | null;
  readonly 'traffic-path': number | null;
  readonly 'ecs-cluster-arn': string | null;
  readonly 'ecs-cluster-name': string | null;
  readonly 'ecs-container-instance-arn': string | null;
  readonly 'ecs-container-instance-id': string | null;
  readonly 'ecs-container-id': string | null;
  readonly 'ecs-second-container-id': string | null;
  readonly 'ecs-service-name': string | null;
  readonly 'ecs-task-definition-arn': string | null;
  readonly 'ecs-task-arn': string | null;
  readonly 'ecs-task-id': string | null;
  readonly 'reject-reason': string | null;
  readonly 'resource-id': string | null;
  readonly 'encryption-status': number | null;
  /** Tag values are percent-encoded. */
  readonly 'instance-tag': string | null;
  readonly 'instance-tag-2': string | null;
  readonly 'interface-tag': string | null;
  readonly 'interface-tag-2': string | null;
  readonly 'asg-tag': string | null;
  readonly 'asg-tag-2': string | null;
  readonly 'interface-type': string | null;
  readonly 'next-hop-interface-id': string | null;
  readonly 'next-hop-subnet-id': string | null;
  readonly 'next-hop-az-id': string | null;
  readonly 'next-hop-vpc-id': string | null;
  readonly 'next-hop-interface-type': string | null;
}

export type FieldName = keyof FlowLogRecord;

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
