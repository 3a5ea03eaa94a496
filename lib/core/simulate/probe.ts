/** One question, one answer: would a connection from here to there work, and what decides? No history, no time. */
import type { Packet } from '../net/packet';
import { ICMP, ICMPV6, TCP, UDP } from '../net/protocol';
import { spread } from '../net/spread';
import { HOST_NO_RECEIVER } from '../rules/host';
import { AWS_PACKET_LAWS, type PacketLaws } from '../rules/packet-laws';
import type { Rule } from '../rules/rule';
import type { PolicyDecision } from '../rules/vpc-endpoint';
import { judgeRequest } from './conversation/call';
import { groundOf } from './ground';
import type { Ground } from './motion';
import type { ConnectionOutcome } from './outcome';
import type { ParsedWorld } from './parse-world';
import { type Leg, type Played, playAlong, playOut } from './play';
import { type Response, receiverAt } from './respond';
import { decidingStep, type Step } from './trace';
import type { Asked, Traffic, Unsent } from './traffic';
import { KnownWays } from './way/known-ways';

export interface Probe {
  readonly connection: ConnectionOutcome;
  readonly forward: Leg | undefined;
  readonly return: Leg | undefined;
  /** The step without which the answer would be another; undefined where nothing was sent. */
  readonly decidedBy: Decided | undefined;
  /** Why nothing was sent; undefined where something was. */
  readonly unsent: Rule | undefined;
  /** What an endpoint's policy says of the request, where one was asked. */
  readonly policy: PolicyDecision | undefined;
}

export interface Decided {
  readonly leg: 'forward' | 'return';
  readonly component: string;
  readonly step: Step;
}

export type ProbeRequest = Asked & Partial<Pick<Traffic, 'request'>>;

/** A network made ready for any number of questions. */
export interface Prober {
  explain(request: ProbeRequest): Probe;
  /** The same answer without its reasons, several times as fast. */
  verdict(request: ProbeRequest): ConnectionOutcome;
}

type Mapped = Pick<ParsedWorld, 'network' | 'hosts' | 'seed'>;

export function proberOf(world: Mapped, laws: PacketLaws = AWS_PACKET_LAWS): Prober {
  const choice = spread(`${world.seed} 0 0`);
  const explaining = groundOf(world.network, world.hosts, { laws });
  const plain: Ground = { ...explaining, keepsSteps: false };
  // A wrong law may look at whatever it likes, also where AWS looks at addresses only.
  const ways = laws === AWS_PACKET_LAWS ? new KnownWays(explaining, choice) : undefined;
  const play = (ground: Ground, request: ProbeRequest): Played | Unsent =>
    (ways && playAlong(ways, ground, request)) ?? playOut(ground, request, choice);
  return {
    explain(request) {
      const played = play(explaining, request);
      return 'unsent' in played ? { ...NEVER_SENT, ...played } : probeOf(explaining, request, played);
    },
    verdict(request) {
      const played = play(plain, request);
      return 'unsent' in played ? NEVER_SENT.connection : connectionOf(played);
    },
  };
}

/** `world.traffic` and `world.timeline` do not matter here. */
export function probe(world: Mapped, request: ProbeRequest, laws?: PacketLaws): Probe {
  return proberOf(world, laws).explain(request);
}

const NEVER_SENT: Omit<Probe, 'unsent'> = {
  connection: 'never-sent',
  forward: undefined,
  return: undefined,
  decidedBy: undefined,
  policy: undefined,
};

function connectionOf({ opening, arrival, response, back, cameBack }: Played): ConnectionOutcome {
  const works = opening.protocol === TCP ? 'established' : 'replied';
  if (cameBack) return response?.serves ? works : 'refused';
  if (arrival?.receiver === 'exempt-service') return works;
  return isAnswered(opening) && (back || !response?.serves) ? 'timeout' : 'not-answered';
}

function isAnswered({ protocol, icmp }: Packet): boolean {
  if (protocol === ICMP) return icmp?.type === 8;
  if (protocol === ICMPV6) return icmp?.type === 128;
  return protocol === TCP || protocol === UDP;
}

function probeOf(ground: Ground, { request }: ProbeRequest, played: Played): Probe {
  const { arrival, response, strayed } = played;
  const connection = connectionOf(played);
  const out = arrival && response ? atHost(played.out, response.by, arrival.packet, response) : played.out;
  const back =
    played.back && strayed
      ? atHost(played.back, receiverAt(ground, strayed.end).name, strayed.packet, STRAYED)
      : played.back;
  const decidesThere = !response || !back || connection === 'refused';
  return {
    connection,
    forward: out,
    return: back,
    unsent: undefined,
    decidedBy: decidesThere ? decided('forward', out) : decided('return', back),
    policy: judgeRequest(ground, { request }, played),
  };
}

const STRAYED = { disposition: 'host-dropped', rule: HOST_NO_RECEIVER } as const;

/** The walk with the host's own judgement as its last hop. */
function atHost(
  { hops }: Leg,
  component: string,
  packet: Packet,
  { disposition, rule }: Pick<Response, 'disposition' | 'rule'>,
): Leg {
  const step: Step = { kind: 'host', allowed: disposition === 'delivered', rule, packet };
  return { disposition, hops: [...hops, { component, steps: [step] }] };
}

function decided(leg: Decided['leg'], trace: Pick<Leg, 'hops'>): Decided | undefined {
  const deciding = decidingStep(trace);
  return deciding && { leg, component: deciding.component, step: deciding.step };
}
