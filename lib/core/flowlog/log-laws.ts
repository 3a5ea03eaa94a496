/** What is written down, as a replaceable value: other readings of what AWS leaves open are logs one can write. */
import type { Rule } from '../rules/rule';
import type { Passage } from '../simulate/trace';
import { type RecordAddresses, recordAddresses } from './addresses';
import { LOG_EGRESS_UNROUTED, LOG_NODATA_CADENCE, LOG_STAMPS, LOG_WINDOWS } from './rules';
import type { Seen } from './subject';
import { recordedFlags } from './tcp-flags';

export interface LogLaws {
  /** Whether a packet at an interface becomes part of a record at all. */
  readonly writes: (passage: Passage) => boolean;
  /** What the record says became of it. */
  readonly action: (passage: Passage) => Passage['action'];
  /** What stands in `srcaddr` and `dstaddr`. */
  readonly addresses: (seen: Seen) => RecordAddresses;
  /** The `tcp-flags` of a flow with one packet more, whose own flags are given. */
  readonly tcpFlags: (
    soFar: { readonly packets: number; readonly tcpFlags: number },
    packet: number,
  ) => number;
  /** Where windows begin: so far behind the flow log's creation, as a share of the interval. */
  readonly windowOffset: number;
  /** Whether all flows of a window bear one start and one end, and not the times of their own packets. */
  readonly stampsPerWindow: boolean;
  /** Whether an idle interface gets a NODATA record for each window. */
  readonly writesNoData: boolean;
}

export const AWS_LOG_LAWS: LogLaws = {
  writes: () => true,
  action: ({ action }) => action,
  addresses: recordAddresses,
  tcpFlags: (soFar, packet) => soFar.tcpFlags | recordedFlags(packet),
  windowOffset: 0,
  stampsPerWindow: false,
  writesNoData: true,
};

export interface LogReading {
  readonly rule: Rule;
  /** The laws that differ where the rule is read the other way. */
  readonly otherwise: Partial<LogLaws>;
}

/** Every inferred rule of the log that a case can meet, with its other reading. No key may depend on which one is true. */
export const LOG_READINGS: readonly LogReading[] = [
  { rule: LOG_WINDOWS, otherwise: { windowOffset: 0.5 } },
  { rule: LOG_STAMPS, otherwise: { stampsPerWindow: true } },
  { rule: LOG_NODATA_CADENCE, otherwise: { writesNoData: false } },
  { rule: LOG_EGRESS_UNROUTED, otherwise: { writes: ({ unrouted }) => !unrouted } },
];
