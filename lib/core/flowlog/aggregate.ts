/**
 * From packets to flows: everything of one 5-tuple, direction and action at one interface in one window is one record.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
import { flowKey } from '../net/packet';
import { TCP } from '../net/protocol';
import type { Rule } from '../rules/rule';
import type { Crossing } from '../simulate/trace';
import { leavesFromSecondary } from './addresses';
import { LOG_EGRESS_SECONDARY, LOG_EGRESS_UNROUTED } from './rules';
import { recordedFlags } from './tcp-flags';

/** One flow in one window. Times in milliseconds since 1970. */
export interface Flow {
  readonly sample: Crossing;
  readonly windowStart: number;
  readonly firstAt: number;
  lastAt: number;
  packets: number;
  bytes: number;
  tcpFlags: number;
  readonly inferred: Set<Rule>;
}

/** How one log cuts time: `interval` in seconds, `phase` any window's start in milliseconds since 1970. */
export interface Windows {
  readonly interval: number;
  readonly phase: number;
}

/** `crossings` of one interface in order of time. */
export function aggregate(crossings: readonly Crossing[], windows: Windows): readonly Flow[] {
  const flows = new Map<string, Flow>();
  for (const crossing of crossings) {
    const windowStart = windowOf(crossing.at, windows);
    const key = `${windowStart} ${crossing.direction} ${crossing.action} ${flowKey(crossing.packet)}`;
    const flow = flows.get(key) ?? newFlow(crossing, windowStart);
    flows.set(key, flow);
    add(flow, crossing);
  }
  return [...flows.values()];
}

function newFlow(sample: Crossing, windowStart: number): Flow {
  const { at } = sample;
  return {
    sample,
    windowStart,
    firstAt: at,
    lastAt: at,
    packets: 0,
    bytes: 0,
    tcpFlags: 0,
    inferred: new Set(),
  };
}

function add(flow: Flow, crossing: Crossing): void {
  const { packet, at, unrouted } = crossing;
  flow.lastAt = at;
  flow.packets += 1;
  flow.bytes += packet.length;
  if (packet.protocol === TCP) flow.tcpFlags |= recordedFlags(packet.tcpFlags);
  if (unrouted) flow.inferred.add(LOG_EGRESS_UNROUTED);
  if (leavesFromSecondary(crossing)) flow.inferred.add(LOG_EGRESS_SECONDARY);
}

/** The start of the window that holds a moment, in milliseconds. */
export function windowOf(at: number, { interval, phase }: Windows): number {
  const length = interval * 1000;
  return phase + Math.floor((at - phase) / length) * length;
}
