/** One question, one answer: would a connection from here to there work, and what decides? No history, no time. */
import { type Packet, SYN } from '../net/packet';
import { ICMP, ICMPV6, TCP, UDP } from '../net/protocol';
import type { PacketLaws } from '../rules/packet-laws';
import type { Rule } from '../rules/rule';
import type { PolicyDecision } from '../rules/vpc-endpoint';
import { answerFrom, type Call, judgeRequest, reachedClient } from './conversation/call';
import type { Endpoint } from './endpoint';
import { freshGround, groundOf } from './ground';
import type { Ground } from './motion';
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
  /** What an endpoint's policy says of the request, where one was asked. */
  readonly policy: PolicyDecision | undefined;
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

export type ProbeRequest = Pick<Traffic, 'from' | 'to' | 'protocol' | 'port' | 'sourcePort' | 'icmp'> &
  Partial<Pick<Traffic, 'request'>>;

/** A network made ready for any number of questions. */
export interface Prober {
  explain(request: ProbeRequest): Probe;
  /** The same answer without its reasons, several times as fast. */
  verdict(request: ProbeRequest): ConnectionOutcome;
}

type Mapped = Pick<ParsedWorld, 'network' | 'hosts' | 'seed'>;

export function proberOf(world: Mapped, laws?: PacketLaws): Prober {
  const explaining = groundOf(world.network, world.hosts, { ...(laws && { laws }) });
  const plain: Ground = { ...explaining, keepsSteps: false };
  return {
    explain: (request) => ask(world, freshGround(explaining), request),
    verdict: (request) => ask(world, freshGround(plain), request).connection,
  };
}

/** `world.traffic` and `world.timeline` do not matter here. */
export function probe(world: Mapped, request: ProbeRequest, laws?: PacketLaws): Probe {
  return proberOf(world, laws).explain(request);
}

const NEVER_SENT: Probe = {
  connection: 'never-sent',
  forward: undefined,
  return: undefined,
  decidedBy: undefined,
  policy: undefined,
};

function ask(world: Mapped, ground: Ground, request: ProbeRequest): Probe {
  const traffic: Traffic = {
    request: undefined,
    ...request,
    at: 0,
    requests: 1,
    pause: 0,
    late: undefined,
    bytes: 56,
    replyBytes: 56,
    every: 0,
    times: 1,
  };
  const call = callOf(world, traffic, 0, 0);
  if (!call) return NEVER_SENT;
  const opening: Packet =
    call.opening.protocol === TCP ? { ...call.opening, tcpFlags: SYN, length: 60 } : call.opening;
  const out = walkPacket(ground, call.client, opening, 0);
  return { ...follow(ground, call, out), policy: judgeRequest(ground, call, out) };
}

function follow(ground: Ground, call: Call, out: Trace): Omit<Probe, 'policy'> {
  const unanswered = isAnswered(call) ? 'timeout' : 'not-answered';
  const { bounce } = out;
  if (bounce) {
    const back = walkPacket(ground, bounce.from, bounce.packet, out.endedAt);
    const connection = reachedClient(call, back) ? 'refused' : unanswered;
    return { connection, forward: out, return: back, decidedBy: decided('forward', out) };
  }
  if (!out.arrival)
    return { connection: unanswered, forward: out, return: undefined, decidedBy: decided('forward', out) };
  const { receiver, packet } = out.arrival;
  if (receiver === 'exempt-service') {
    const connection = call.opening.protocol === TCP ? 'established' : 'replied';
    return { connection, forward: out, return: undefined, decidedBy: decided('forward', out) };
  }
  const response = respond(ground, receiver, packet, call.replyBytes);
  const forward = atHost(ground, out, receiver, response.disposition, response.rule);
  const server = answerFrom(ground, out);
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

function isAnswered({ opening: { protocol, icmp } }: Call): boolean {
  if (protocol === ICMP) return icmp?.type === 8;
  if (protocol === ICMPV6) return icmp?.type === 128;
  return protocol === TCP || protocol === UDP;
}

/** The walk with the host's own judgement as its last hop. */
function atHost(
  { hosts, network, keepsSteps }: Ground,
  trace: Trace,
  receiver: Endpoint,
  disposition: Disposition,
  rule: Rule,
): Trace {
  const { arrival } = trace;
  if (!arrival || !keepsSteps) return { ...trace, disposition };
  const component = hostAt(hosts, receiver)?.name ?? nameOf(receiver, network);
  const step: Step = { kind: 'host', allowed: disposition === 'delivered', rule, packet: arrival.packet };
  return { ...trace, disposition, hops: [...trace.hops, { component, steps: [step] }] };
}

/** Of an end that nobody described as a Host. */
function nameOf(end: Endpoint, { networkInterfaces, vpcEndpoints }: Ground['network']): string {
  switch (end.kind) {
    case 'interface':
      return networkInterfaces.get(end.networkInterfaceId)?.instance?.id ?? end.networkInterfaceId;
    case 'outside':
      return 'internet host';
    case 'premises':
      return `host on ${end.premises}`;
    case 'service':
      return vpcEndpoints.get(end.endpointId)?.serviceName || end.endpointId;
    case 'nat-gateway':
      return end.natGatewayId;
  }
}

function decided(leg: Decided['leg'], trace: Trace): Decided | undefined {
  const deciding = decidingStep(trace);
  return deciding && { leg, ...deciding };
}
