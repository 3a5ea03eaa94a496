/**
 * A TCP connection as Linux conducts it: handshake with retransmission, requests and answers, close (RFC 9293).
 * Lengths are IP lengths with timestamps on, which is what AWS's own example shows (63388 bytes in 1219 packets).
 */
import { ACK, FIN, type Packet, PSH, SYN } from '../../net/packet';
import type { Endpoint } from '../endpoint';
import { firewallVerdict } from '../host';
import { hostAt, receiverAt, respond } from '../respond';
import type { Trace } from '../trace';
import { answerFrom, type Call, hearRefusal, reachedClient, type Stage } from './call';

const SYN_LENGTH = 60;
const SEGMENT_HEADER = 52;
/** Payload of a full segment at an MTU of 1500 with timestamps. */
const MOST_PAYLOAD = 1448;

/** Seconds after the first SYN at which Linux tries again (`tcp_syn_retries` 6), and gives up. */
const SYN_RETRIES = [1, 3, 7, 15, 31, 63];
const SYN_GIVE_UP = 127;
/** The same for a SYN-ACK that nobody acknowledges (`tcp_synack_retries` 5). */
const SYN_ACK_RETRIES = [1, 3, 7, 15, 31];
/** Milliseconds between one end's packet and the other's next. */
const THINKING = 4;

export function startTcp(stage: Stage, call: Call, startedAt: number): void {
  let open = true;
  let forward: Trace | undefined;
  let back: Trace | undefined;
  let serverAnswered = false;

  const finish = (outcome: 'established' | 'refused' | 'timeout'): void => {
    if (!open) return;
    open = false;
    stage.finish({ call, startedAt, outcome, forward, back });
  };

  const sendSyn = (at: number): void => {
    if (!open) return;
    const trace = stage.send(call.client, { ...call.opening, tcpFlags: SYN, length: SYN_LENGTH }, at);
    forward ??= trace;
    if (trace.arrival) stage.at(trace.endedAt, () => onSyn(trace));
    hearRefusal(stage, call, trace, (refusal) => {
      back ??= refusal;
      finish('refused');
    });
  };

  const onSyn = (arrived: Trace): void => {
    if (!arrived.arrival) return;
    const { receiver, packet } = arrived.arrival;
    if (receiver === 'exempt-service') {
      finish('established');
      return;
    }
    const { reply, serves } = respond(receiverAt(stage.ground(), receiver), packet, call.replyBytes);
    const server = answerFrom(stage.ground(), arrived);
    if (!reply || !server) return;
    sendReply(server, reply, arrived.endedAt, serves);
    if (!serves || serverAnswered) return;
    serverAnswered = true;
    for (const seconds of SYN_ACK_RETRIES) {
      stage.at(arrived.endedAt + seconds * 1000, () => {
        if (open) sendReply(server, reply, arrived.endedAt + seconds * 1000, true);
      });
    }
  };

  const sendReply = (server: Endpoint, reply: Packet, at: number, serves: boolean): void => {
    const trace = stage.send(server, reply, at);
    back ??= trace;
    if (!open || !reachedClient(call, trace)) return;
    finish(serves ? 'established' : 'refused');
    if (serves) converse(stage, call, server, reply, trace.endedAt);
  };

  stage.at(startedAt, () => sendSyn(startedAt));
  for (const seconds of SYN_RETRIES)
    stage.at(startedAt + seconds * 1000, () => sendSyn(startedAt + seconds * 1000));
  stage.at(startedAt + SYN_GIVE_UP * 1000, () => finish('timeout'));
}

interface Segment {
  readonly from: 'client' | 'server';
  readonly flags: number;
  readonly payload: number;
  /** Milliseconds to wait before it is sent. */
  readonly after: number;
  /** A stray copy: nobody waits for it, so nobody sends it again. */
  readonly stray?: true;
}

/** Seconds after a segment at which it is sent again: the time-out starts at 0.2 and doubles; after that the end gives up. */
const RETRIES = [0.2, 0.6, 1.4, 3, 6.2, 12.6, 25.4, 51];

/** After the handshake: one segment after the other, each sent again until it arrives or nobody hopes any more. */
function converse(stage: Stage, call: Call, server: Endpoint, synAck: Packet, establishedAt: number): void {
  const script = segments(call);
  const next = (index: number, at: number): void => {
    const segment = script[index];
    if (!segment) return;
    const firstAt = at + segment.after;
    const attempt = (tries: number): void => {
      const sentAt = firstAt + (tries === 0 ? 0 : (RETRIES[tries - 1] ?? 0) * 1000);
      stage.at(sentAt, () => {
        const header = segment.from === 'client' ? call.opening : synAck;
        const packet = { ...header, tcpFlags: segment.flags, length: SEGMENT_HEADER + segment.payload };
        const trace = stage.send(segment.from === 'client' ? call.client : server, packet, sentAt);
        // After a refusal on the way there is nothing left to say.
        hearRefusal(stage, call, trace, () => undefined);
        if (trace.arrival && !isDropped(stage, trace)) next(index + 1, trace.endedAt);
        else if (!trace.bounce && !segment.stray && tries < RETRIES.length) attempt(tries + 1);
      });
    };
    attempt(0);
  };
  next(0, establishedAt);
}

/** A host firewall that was closed meanwhile cuts the connection too. */
function isDropped(stage: Stage, { arrival }: Trace): boolean {
  if (!arrival || arrival.receiver === 'exempt-service') return true;
  const host = hostAt(stage.ground().hosts, arrival.receiver);
  return firewallVerdict(host, 'ingress', arrival.packet) === 'drop';
}

function segments({ requests, bytes, replyBytes, pause, late }: Call): readonly Segment[] {
  const script: Segment[] = [{ from: 'client', flags: ACK, payload: 0, after: 0 }];
  for (let request = 0; request < requests; request++) {
    const wait = request === 0 ? THINKING : pause;
    script.push(...message('client', bytes, wait), ...message('server', replyBytes, THINKING));
    script.push({ from: 'client', flags: ACK, payload: 0, after: 0 });
  }
  script.push(
    { from: 'client', flags: FIN | ACK, payload: 0, after: THINKING },
    { from: 'server', flags: FIN | ACK, payload: 0, after: 0 },
    { from: 'client', flags: ACK, payload: 0, after: 0 },
  );
  if (late) script.push({ from: late.by, flags: FIN | ACK, payload: 0, after: late.after, stray: true });
  return script;
}

/** A message in full segments, the last one pushed; every second one is acknowledged on the way. */
function message(from: Segment['from'], bytes: number, after: number): readonly Segment[] {
  const other = from === 'client' ? 'server' : 'client';
  const parts: Segment[] = [];
  for (let sent = 0; sent < bytes; sent += MOST_PAYLOAD) {
    const isLast = sent + MOST_PAYLOAD >= bytes;
    const payload = Math.min(MOST_PAYLOAD, bytes - sent);
    parts.push({ from, flags: isLast ? PSH | ACK : ACK, payload, after: sent === 0 ? after : 0 });
    if (!isLast && (sent / MOST_PAYLOAD) % 2 === 1)
      parts.push({ from: other, flags: ACK, payload: 0, after: 0 });
  }
  return parts;
}
