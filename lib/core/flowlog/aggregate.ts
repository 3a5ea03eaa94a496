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

/** `crossings` of one interface in order of time; `interval` in seconds. */
export function aggregate(crossings: readonly Crossing[], interval: number): readonly Flow[] {
  const flows = new Map<string, Flow>();
  for (const crossing of crossings) {
    const windowStart = windowOf(crossing.at, interval);
    const key = `${windowStart} ${crossing.direction} ${crossing.action} ${flowKey(crossing.packet)}`;
    const { packet, at } = crossing;
    let flow = flows.get(key);
    if (!flow) {
      flow = {
        sample: crossing,
        windowStart,
        firstAt: at,
        lastAt: at,
        packets: 0,
        bytes: 0,
        tcpFlags: 0,
        inferred: new Set(),
      };
      flows.set(key, flow);
    }
    flow.lastAt = at;
    flow.packets += 1;
    flow.bytes += packet.length;
    if (packet.protocol === TCP) flow.tcpFlags |= recordedFlags(packet.tcpFlags);
    if (crossing.unrouted) flow.inferred.add(LOG_EGRESS_UNROUTED);
    if (leavesFromSecondary(crossing)) flow.inferred.add(LOG_EGRESS_SECONDARY);
  }
  return [...flows.values()];
}

/** The start of the window that holds a moment, both in milliseconds. */
export function windowOf(at: number, interval: number): number {
  const length = interval * 1000;
  return Math.floor(at / length) * length;
}
