/** What a person is shown of networks, logs and verdicts: plain values and English, nothing to compute. */
import type { Prose } from '../explain/prose';
import type { WrittenRecord } from '../flowlog/record';
import type { Rule } from '../rules/rule';
import type { Network } from '../vpc/network';

/**
 * Before the answer the network as it was designed, so that nothing shows which a look at the configuration would have to
 * find; after it the network as it is, and where the two differ.
 */
export interface DrawingView {
  readonly network: Network;
  readonly isDesign: boolean;
  readonly differences: readonly DrawingDifference[];
  readonly targetId: string;
  /** Of the target's VPC, also while it is detached; undefined: it has none. */
  readonly internetGatewayId: string | undefined;
  /** The interface that connects, or undefined where the client sits outside. */
  readonly clientInterfaceId: string | undefined;
  readonly outside: readonly OutsideHost[];
  /** "two VPCs, one peering connection" */
  readonly summary: string;
}

/** "no route to 10.1.0.0/16" at a subnet, "detached" at a gateway. */
export interface DrawingDifference {
  readonly id: string;
  readonly says: string;
  /** For a small drawing. */
  readonly short: string;
}

export interface OutsideHost {
  readonly name: string;
  readonly address: string;
  readonly isClient: boolean;
}

export interface FlowLogView {
  readonly flowLogId: string;
  /** undefined: they are what has to be found out. */
  readonly settings: FlowLogSettings | undefined;
  /** Milliseconds since 1970, UTC: the stretch that is shown. */
  readonly from: number;
  readonly to: number;
  readonly fields: readonly string[];
  /** What every log rests on that AWS does not document; the same for each case, so that it gives nothing away. */
  readonly inferred: readonly Rule[];
  /** The target first, then a busy neighbour where one is shown. */
  readonly interfaces: readonly InterfaceLogView[];
}

export interface FlowLogSettings {
  /** The VPC, subnet or interface that it is made for. */
  readonly resourceName: string;
  readonly resourceId: string;
  readonly trafficType: 'ACCEPT' | 'REJECT' | 'ALL';
  /** Seconds. */
  readonly maxAggregationInterval: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface InterfaceLogView {
  readonly interfaceId: string;
  readonly name: string;
  /** "same subnet" and the like; empty for the target. */
  readonly relation: string;
  readonly isTarget: boolean;
  /** In order of time, NODATA included; only the log's own fields are filled in. Which record rests on what the verdict tells. */
  readonly records: readonly WrittenRecord[];
}

export interface ConfigurationTable {
  readonly kind: 'route-table' | 'security-group' | 'network-acl';
  readonly id: string;
  readonly title: string;
  /** "route table of app-a" */
  readonly relation: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface DecidingStepView {
  readonly sentence: Prose;
  readonly rule: Rule;
  /** Where AWS says so, or says something about it; not always where the Rule comes from. */
  readonly awsPage: string;
  /** The rule list or table that decided, with the deciding row marked; undefined where no list decided. */
  readonly table: (ConfigurationTable & { readonly decidingRow: number | undefined }) | undefined;
}

export interface StepView {
  readonly leg: 'forward' | 'return';
  readonly component: string;
  readonly kind: string;
  readonly allowed: boolean;
  readonly sentence: Prose;
  readonly rule: Rule;
}

export interface CounterfactualRun {
  /** Of the option that it runs. */
  readonly id: string;
  readonly title: string;
  readonly isChosen: boolean;
  /** Belongs to the answer. */
  readonly isKey: boolean;
  readonly changes: readonly ChangeView[];
  /** The address that the run dials, where its repair gave the target another one. */
  readonly dialled: string | undefined;
  readonly mends: boolean;
  /** "Still times out" / "Handshake completes" */
  readonly outcome: string;
  /** "Still no record." / "Same two records at build-1." */
  readonly sentence: Prose;
  /** The step at which the packet still dies; undefined: it does not, or nothing shows it. */
  readonly stop: Prose | undefined;
  /** What the first attempt leaves at the target, beside what it left without the change. */
  readonly flows: readonly FlowComparison[];
}

export interface ChangeView {
  readonly sentence: Prose;
  /** The world has it already: the sentence says so, and nothing has to be called. */
  readonly isAlreadySo: boolean;
  /** The same call as an AWS CLI line, cut where it may be broken. */
  readonly command: readonly string[] | undefined;
}

export interface FlowComparison {
  /** `10.0.0.4:50000` */
  readonly source: string;
  readonly destination: string;
  readonly action: 'ACCEPT' | 'REJECT';
  /** undefined: there was none. */
  readonly before: FlowSize | undefined;
  readonly after: FlowSize | undefined;
}

export interface FlowSize {
  readonly packets: number;
  readonly bytes: number;
}
