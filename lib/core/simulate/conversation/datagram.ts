/** Conversations without a handshake: UDP queries, pings, and protocols that never answer. */
import { ICMP, ICMPV6, UDP } from '../../net/protocol';
import type { ConnectionOutcome } from '../outcome';
import { respond } from '../respond';
import type { Trace } from '../trace';
import { type Call, reachedClient, receiverOf, type Stage } from './call';

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
  };

  const onArrival = (arrived: Trace): void => {
    const server = receiverOf(arrived);
    if (!arrived.arrival || !server) return;
    if (arrived.arrival.isExemptService) {
      outcome = 'replied';
      return;
    }
    const { reply, serves } = respond(stage.ground().hosts, arrived.arrival, call.replyBytes);
    if (!reply) return;
    const trace = stage.send(server, reply, arrived.endedAt);
    back ??= trace;
    if (!reachedClient(call, trace)) return;
    if (serves) outcome = 'replied';
    else if (outcome !== 'replied') outcome = 'refused';
  };

  for (let request = 0; request < call.requests; request++) {
    const at = startedAt + request * 1000;
    stage.at(at, () => send(at));
  }
  const done = startedAt + (call.requests - 1) * 1000 + PATIENCE;
  stage.at(done, () => stage.finish({ call, startedAt, outcome, forward, back }));
}

function expectsAnswer({ opening }: Call): boolean {
  if (opening.protocol === ICMP) return opening.icmp?.type === 8;
  if (opening.protocol === ICMPV6) return opening.icmp?.type === 128;
  return opening.protocol === UDP;
}
