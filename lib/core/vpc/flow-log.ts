/** A flow log as a resource: what it covers and what it writes. */

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
