/**
 * From packets to flows: everything of one 5-tuple, direction and action at one place in one window is one record.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
import { flowKey } from '../net/packet';
import { TCP } from '../net/protocol';
import type { Rule } from '../rules/rule';
import type { Passage } from '../simulate/trace';
import { leavesFromSecondary } from './addresses';
import type { LogLaws } from './log-laws';
import { LOG_EGRESS_SECONDARY, LOG_EGRESS_UNROUTED } from './rules';
import type { Seen } from './subject';
import type { Window } from './windows';

/** One flow in one window. Times in milliseconds since 1970. */
export interface Flow {
  readonly sample: Seen;
  readonly action: Passage['action'];
  readonly window: Window;
  readonly firstAt: number;
  lastAt: number;
  packets: number;
  bytes: number;
  tcpFlags: number;
  readonly inferred: Set<Rule>;
}

/** `seen` at one place in order of time. */
export function aggregate(
  seen: readonly Seen[],
  windowAt: (moment: number) => Window,
  laws: Pick<LogLaws, 'action' | 'tcpFlags'>,
): readonly Flow[] {
  const flows = new Map<string, Flow>();
  for (const one of seen) {
    const window = windowAt(one.at);
    const action = laws.action(one);
    const key = `${window.start} ${one.direction} ${action} ${one.rejectReason ?? ''} ${flowKey(one.packet)}`;
    const flow = flows.get(key) ?? newFlow(one, action, window);
    flows.set(key, flow);
    add(flow, one, laws);
  }
  return [...flows.values()];
}

function newFlow(sample: Seen, action: Flow['action'], window: Window): Flow {
  const { at } = sample;
  const empty = { packets: 0, bytes: 0, tcpFlags: 0 };
  return { sample, action, window, firstAt: at, lastAt: at, ...empty, inferred: new Set() };
}

function add(flow: Flow, seen: Seen, { tcpFlags }: Pick<LogLaws, 'tcpFlags'>): void {
  const { packet, at, unrouted, inferred } = seen;
  flow.lastAt = at;
  flow.bytes += packet.length;
  if (packet.protocol === TCP) flow.tcpFlags = tcpFlags(flow, packet.tcpFlags);
  flow.packets += 1;
  if (unrouted) flow.inferred.add(LOG_EGRESS_UNROUTED);
  if (leavesFromSecondary(seen)) flow.inferred.add(LOG_EGRESS_SECONDARY);
  for (const rule of inferred) flow.inferred.add(rule);
}

/** Each flow with the first and last time of all flows of its window. */
export function stampedPerWindow(flows: readonly Flow[]): readonly Flow[] {
  const windows = new Map<number, { firstAt: number; lastAt: number }>();
  for (const { window, firstAt, lastAt } of flows) {
    const stamps = windows.get(window.start);
    windows.set(window.start, {
      firstAt: Math.min(firstAt, stamps?.firstAt ?? firstAt),
      lastAt: Math.max(lastAt, stamps?.lastAt ?? lastAt),
    });
  }
  return flows.map((flow) => ({ ...flow, ...windows.get(flow.window.start) }));
}
