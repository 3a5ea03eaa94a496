/** One run of a case's attempts on one world: how each of them ended, and what the log shows of them. */
import type { LogLaws } from '../flowlog/log-laws';
import type { Stretch } from '../flowlog/write';
import { RST } from '../net/packet';
import type { PacketLaws } from '../rules/packet-laws';
import type { Rule } from '../rules/rule';
import type { CallResult } from '../simulate/conversation/call';
import type { ParsedWorld } from '../simulate/parse-world';
import { type Capture, simulate } from '../simulate/simulate';
import type { World } from '../simulate/world';
import { TRIED } from './attempt';
import { type LogLine, readableLines } from './log-view';
import { openWorld } from './open-world';
import type { Ending } from './symptom-kind';

export interface Trial {
  readonly world: ParsedWorld;
  readonly capture: Capture;
  /** In order of time, each with the moment at which it began. */
  readonly endings: readonly { readonly at: number; readonly ending: Ending }[];
}

export function play(document: World, laws: PacketLaws): Trial {
  const world = openWorld(document);
  const capture = simulate(world, laws);
  const endings = capture.results
    .filter((result) => ('call' in result ? result.call.traffic : result.traffic) === TRIED)
    .map((result) => ({
      at: result.startedAt,
      ending: 'call' in result ? endingOf(result, capture) : ('not-sent' as const),
    }))
    .sort((a, b) => a.at - b.at);
  return { world, capture, endings };
}

function endingOf({ call, outcome, policy, forward }: CallResult, { crossings }: Capture): Ending {
  if (outcome === 'refused' || outcome === 'timeout') return outcome;
  // Where no answer is due, whoever waits at the other end gets what was sent, or waits in vain.
  if (outcome === 'not-answered') return forward?.disposition === 'delivered' ? 'works' : 'timeout';
  if (outcome === 'never-sent') return 'not-sent';
  if (policy && !policy.allowed) return 'denied';
  const { source, sourcePort } = call.opening;
  // Whoever has a connection reset under his hands gets the reset at his own interface.
  const isReset = crossings.some(
    ({ direction, action, packet }) =>
      direction === 'ingress' &&
      action === 'ACCEPT' &&
      packet.destination === source &&
      packet.destinationPort === sourcePort &&
      (packet.tcpFlags & RST) !== 0,
  );
  return isReset ? 'interrupted' : 'works';
}

/** What can be read of these interfaces; of all when left out. */
export function linesOf(
  { world, capture }: Trial,
  stretch: Stretch,
  laws: LogLaws,
  interfaceIds?: readonly string[],
): readonly LogLine[] {
  return readableLines(world, capture, { ...stretch, ...(interfaceIds && { interfaceIds }) }, laws);
}

/** The rules that AWS does not document and that the packets of the attempts met. */
export function inferredIn({ capture }: Trial): ReadonlySet<Rule> {
  const met = new Set<Rule>();
  for (const result of capture.results) {
    if (!('call' in result) || result.call.traffic !== TRIED) continue;
    for (const trace of [result.forward, result.back])
      for (const { steps } of trace?.hops ?? [])
        for (const { rule } of steps) if (rule.standing === 'inferred') met.add(rule);
  }
  return met;
}
