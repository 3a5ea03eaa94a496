/** One question, one answer: would a connection from here to there work, and what decides? No history, no time. */

import type { Packet } from '../net/packet';
import { SYN } from '../net/packet';
import { TCP } from '../net/protocol';
import { AWS_PACKET_LAWS, type PacketLaws } from '../rules/packet-laws';
import type { Rule } from '../rules/rule';
import { type Call, reachedClient, receiverOf } from './conversation/call';
import { groundOf } from './ground';
import type { ConnectionOutcome, Disposition } from './outcome';
import type { ParsedWorld } from './parse-world';
import { hostAt, respond } from './respond';
import { decidingStep, type Hop, type Step, type Trace } from './trace';
import { callOf, type Traffic } from './traffic';
import { walkPacket } from './walk';

export interface Probe {
  readonly connection: ConnectionOutcome;
  readonly forward: Leg | undefined;
  readonly return: Leg | undefined;
  /** The step without which the answer would be another; undefined where nothing was sent. */
  readonly decidedBy: Decided | undefined;
}

export interface Leg {
  readonly disposition: Disposition;
  readonly hops: readonly Hop[];
}

export interface Decided {
  readonly leg: 'forward' | 'return';
  readonly component: string;
  readonly step: Step;
}

export type ProbeRequest = Pick<Traffic, 'from' | 'to' | 'protocol' | 'port' | 'sourcePort' | 'icmp'>;

/** `world.traffic` and `world.timeline` do not matter here. */
export function probe(world: ParsedWorld, request: ProbeRequest, laws: PacketLaws = AWS_PACKET_LAWS): Probe {
  const traffic: Traffic = { ...request, at: 0, requests: 1, bytes: 56, replyBytes: 56, every: 0, times: 1 };
  const call = callOf(world, traffic, 0, 0);
  if (!call) return { connection: 'never-sent', forward: undefined, return: undefined, decidedBy: undefined };
  const ground = groundOf(world.network, world.hosts, laws);
  const opening: Packet =
    call.opening.protocol === TCP ? { ...call.opening, tcpFlags: SYN, length: 60 } : call.opening;
  return follow(ground, call, walkPacket(ground, call.client, opening, 0));
}

function follow(ground: ReturnType<typeof groundOf>, call: Call, out: Trace): Probe {
  const unanswered = isAnswered(call) ? 'timeout' : 'not-answered';
  if (!out.arrival)
    return { connection: unanswered, forward: out, return: undefined, decidedBy: decided('forward', out) };
  if (out.arrival.isExemptService) {
    const connection = call.opening.protocol === TCP ? 'established' : 'replied';
    return { connection, forward: out, return: undefined, decidedBy: decided('forward', out) };
  }
  const response = respond(ground.hosts, out.arrival, call.replyBytes);
  const forward = atHost(ground, out, response.disposition, response.rule);
  const server = receiverOf(out);
  if (!response.reply || !server) {
    const connection = response.serves ? 'not-answered' : unanswered;
    return { connection, forward, return: undefined, decidedBy: decided('forward', forward) };
  }
  const back = walkPacket(ground, server, response.reply, out.endedAt);
  const arrived = reachedClient(call, back);
  const connection: ConnectionOutcome = !arrived
    ? unanswered
    : !response.serves
      ? 'refused'
      : call.opening.protocol === TCP
        ? 'established'
        : 'replied';
  const decidedBy = arrived && !response.serves ? decided('forward', forward) : decided('return', back);
  return { connection, forward, return: back, decidedBy };
}

function isAnswered({ opening }: Call): boolean {
  return (
    opening.protocol === TCP ||
    opening.protocol === 17 ||
    opening.icmp?.type === 8 ||
    opening.icmp?.type === 128
  );
}

/** The walk with the host's own judgement as its last hop. */
function atHost(
  ground: ReturnType<typeof groundOf>,
  trace: Trace,
  disposition: Disposition,
  rule: Rule,
): Trace {
  const { arrival } = trace;
  if (!arrival) return trace;
  const { networkInterface, packet } = arrival;
  const component =
    hostAt(ground.hosts, arrival)?.name ??
    networkInterface?.instance?.id ??
    networkInterface?.id ??
    'internet host';
  const step: Step = { kind: 'host', allowed: disposition === 'delivered', rule, packet };
  return { ...trace, disposition, hops: [...trace.hops, { component, steps: [step] }] };
}

function decided(leg: Decided['leg'], trace: Trace): Decided | undefined {
  const deciding = decidingStep(trace);
  return deciding && { leg, ...deciding };
}
