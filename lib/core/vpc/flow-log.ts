/** A flow log as a resource: what it covers and what it writes. */
import type { FlowLogRow } from '../ec2/schema/flow-log';

export interface FlowLog {
  readonly id: string;
  /** A VPC, subnet or network interface id. */
  readonly resourceId: string;
  readonly trafficType: 'ACCEPT' | 'REJECT' | 'ALL';
  /** Field names in order, without `${}`. */
  readonly format: readonly string[];
  /** Seconds: 60 or 600. */
  readonly maxAggregationInterval: number;
  /** Milliseconds since 1970, or undefined where the document does not say. */
  readonly createdAt?: number;
  readonly active: boolean;
}

/** The fields of a log whose document names no format are its reader's business. */
export function parseFlowLog(row: FlowLogRow): FlowLog {
  const createdAt = row.CreationTime === undefined ? undefined : Date.parse(row.CreationTime);
  return {
    id: row.FlowLogId,
    resourceId: row.ResourceId,
    trafficType: row.TrafficType ?? 'ALL',
    format: [...(row.LogFormat ?? '').matchAll(/\$\{([a-z0-9-]+)\}/g)].flatMap(([, name]) => name ?? []),
    maxAggregationInterval: row.MaxAggregationInterval ?? 600,
    ...(createdAt !== undefined && { createdAt }),
    active: row.FlowLogStatus === undefined || row.FlowLogStatus === 'ACTIVE',
  };
}
