/** One conversation under way: who talks to whom, and what the two ends need of the simulation around them. */

import { contains } from '../../net/cidr';
import type { Packet } from '../../net/packet';
import type { PolicyDecision, ServiceRequest } from '../../rules/vpc-endpoint';
import { type Endpoint, sameEnd } from '../endpoint';
import { interfaceTowards } from '../host';
import type { Ground } from '../motion';
import type { ConnectionOutcome } from '../outcome';
import { hostAt } from '../respond';
import type { Trace } from '../trace';

export interface Call {
  /** Index of the Traffic row, and which of its repetitions. */
  readonly traffic: number;
  readonly repetition: number;
  readonly client: Endpoint;
  /** The first packet: its source is the client's address, its destination the one dialled. */
  readonly opening: Packet;
  readonly requests: number;
  readonly bytes: number;
  readonly replyBytes: number;
  /** Milliseconds between requests. */
  readonly pause: number;
  readonly late: { readonly by: 'client' | 'server'; readonly after: number } | undefined;
  /** What is asked of a service behind an endpoint. */
  readonly request: ServiceRequest | undefined;
}

/** What became of a call; `forward` and `back` are the walks of its first packet and of the first answer. */
export interface CallResult {
  readonly call: Call;
  readonly startedAt: number;
  readonly outcome: ConnectionOutcome;
  readonly forward: Trace | undefined;
  readonly back: Trace | undefined;
  /** What the policy of the endpoint on the way says of the request; undefined where there was none to judge. */
  readonly policy: PolicyDecision | undefined;
}

/** The simulation as a conversation sees it. */
export interface Stage {
  ground(): Ground;
  /** Sends now; what passes an interface is captured. */
  send(from: Endpoint, packet: Packet, at: number): Trace;
  at(time: number, run: () => void): void;
  finish(result: Omit<CallResult, 'policy'>): void;
}

/** Whether a walk ended at the client of the call, with a packet of this very conversation. */
export function reachedClient(
  { client, opening }: Pick<Call, 'client' | 'opening'>,
  { arrival }: Trace,
): boolean {
  if (arrival === undefined || arrival.receiver === 'exempt-service') return false;
  return sameEnd(arrival.receiver, client) && isExpected(opening, arrival.packet);
}

/** Nobody takes an answer from somebody else than whom he asked; an ICMP error may come from anywhere on the way. */
function isExpected(opening: Packet, answer: Packet): boolean {
  if (answer.protocol !== opening.protocol) return true;
  return answer.source === opening.destination && answer.sourcePort === opening.destinationPort;
}

/**
 * The end that received a packet, as the sender of its answer. A host with a default interface answers other subnets by
 * that one, though with the address that was asked.
 */
export function answerFrom({ network, hosts }: Ground, { arrival }: Trace): Endpoint | undefined {
  if (!arrival || arrival.receiver === 'exempt-service') return undefined;
  const { receiver, packet } = arrival;
  const host = hostAt(hosts, receiver);
  if (receiver.kind !== 'interface' || host?.defaultInterfaceId === undefined) return receiver;
  const arrivedAt = network.networkInterfaces.get(receiver.networkInterfaceId);
  const isNeighbour = arrivedAt?.subnet.cidrs.some((cidr) => contains(cidr, packet.source));
  if (!arrivedAt || isNeighbour) return receiver;
  return { ...receiver, networkInterfaceId: interfaceTowards(network, host, arrivedAt, packet.source).id };
}

/** What stood in the way may answer on its own account: a NAT gateway that has forgotten the connection, an appliance that rejects it. */
export function hearRefusal(
  stage: Stage,
  call: Call,
  { bounce, endedAt }: Trace,
  refused: (back: Trace) => void,
): void {
  if (!bounce) return;
  stage.at(endedAt, () => {
    const back = stage.send(bounce.from, bounce.packet, endedAt);
    if (reachedClient(call, back)) refused(back);
  });
}

/** What the policy of the endpoint that a call reached says of its request. */
export function judgeRequest(
  { laws, network, endpoints }: Ground,
  { request }: Pick<Call, 'request'>,
  forward: Pick<Trace, 'arrival'> | undefined,
): PolicyDecision | undefined {
  const receiver = forward?.arrival?.receiver;
  if (!request || receiver === undefined || receiver === 'exempt-service') return undefined;
  const endpoint =
    receiver.kind === 'service'
      ? network.vpcEndpoints.get(receiver.endpointId)
      : receiver.kind === 'interface'
        ? endpoints.get(receiver.networkInterfaceId)
        : undefined;
  return endpoint && laws.endpointPolicy(endpoint.policy, request);
}
