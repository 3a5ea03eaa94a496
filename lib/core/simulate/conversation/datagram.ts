/** Conversations without a handshake: UDP queries, pings, and protocols that never answer. */
import { ICMP, ICMPV6, UDP } from '../../net/protocol';
import type { ConnectionOutcome } from '../outcome';
import { receiverAt, respond } from '../respond';
import type { Trace } from '../trace';
import { answerFrom, type Call, hearRefusal, reachedClient, type Stage } from './call';

/** How long a client waits for the last answer before it gives up, in milliseconds. */
const PATIENCE = 5000;

export function startDatagram(stage: Stage, call: Call, startedAt: number): void {
  let forward: Trace | undefined;
  let back: Trace | undefined;
  let outcome: ConnectionOutcome = expectsAnswer(call) ? 'timeout' : 'not-answered';

  const send = (at: number): void => {
    const trace = stage.send(call.client, call.opening, at);
    forward ??= trace;
    if (trace.arrival) stage.at(trace.endedAt, () => onArrival(trace));
    hearRefusal(stage, call, trace, (refusal) => {
      back ??= refusal;
      if (outcome !== 'replied') outcome = 'refused';
    });
  };

  const onArrival = (arrived: Trace): void => {
    if (!arrived.arrival) return;
    const { receiver, packet } = arrived.arrival;
    if (receiver === 'exempt-service') {
      outcome = 'replied';
      return;
    }
    const { reply, serves } = respond(receiverAt(stage.ground(), receiver), packet, call.replyBytes);
    const server = answerFrom(stage.ground(), arrived);
    if (!reply || !server) return;
    const trace = stage.send(server, reply, arrived.endedAt);
    back ??= trace;
    if (!reachedClient(call, trace)) return;
    if (serves) outcome = 'replied';
    else if (outcome !== 'replied') outcome = 'refused';
  };

  for (let request = 0; request < call.requests; request++) {
    const at = startedAt + request * call.pause;
    stage.at(at, () => send(at));
  }
  const done = startedAt + (call.requests - 1) * call.pause + PATIENCE;
  stage.at(done, () => stage.finish({ call, startedAt, outcome, forward, back }));
}

function expectsAnswer({ opening }: Call): boolean {
  if (opening.protocol === ICMP) return opening.icmp?.type === 8;
  if (opening.protocol === ICMPV6) return opening.icmp?.type === 128;
  return opening.protocol === UDP;
}
