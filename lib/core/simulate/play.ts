/** A connection's first packet and the answer to it: played out from hop to hop, or along ways that are known. */
import type { Packet } from '../net/packet';
import { answerFrom, type Call, reachedClient } from './conversation/call';
import type { Endpoint } from './endpoint';
import { firewallVerdict } from './host';
import { forgetAll } from './memory';
import type { Ground } from './motion';
import type { Disposition } from './outcome';
import { type Response, receiverAt, respond } from './respond';
import type { Arrival, Hop, Trace } from './trace';
import { type Asked, openingBetween, openingOf, type Unsent } from './traffic';
import { walkPacket } from './walk';
import { type Flow, followWay } from './way/follow-way';
import type { KnownWays } from './way/known-ways';

export interface Leg {
  readonly disposition: Disposition;
  readonly hops: readonly Hop[];
}

/** Bytes of payload, as ping sends. */
const BYTES = 56;

/** The first packet, what its receiver made of it, and the answer: the receiver's, or that of whoever stood in the way. */
export interface Played {
  readonly opening: Packet;
  readonly out: Leg;
  readonly arrival: Arrival | undefined;
  /** undefined: no host has the packet. */
  readonly response: Response | undefined;
  readonly back: Leg | undefined;
  readonly cameBack: boolean;
  /** Where somebody has the answer who waits for no such. */
  readonly strayed: { readonly end: Endpoint; readonly packet: Packet } | undefined;
}

/** From hop to hop. `choice`: the number that picks the source port. */
export function playOut(ground: Ground, request: Asked, choice: number): Played | Unsent {
  const sent = openingOf(ground, request, choice, BYTES);
  if ('unsent' in sent) return sent;
  forgetAll(ground.memory);
  const { client, opening } = sent;
  const out = walkPacket(ground, client, opening, 0);
  const { arrival, bounce } = out;
  if (bounce) {
    const back = walkPacket(ground, bounce.from, bounce.packet, out.endedAt);
    return { opening, out, arrival, response: undefined, back, ...cameTo(sent, back) };
  }
  if (!arrival || arrival.receiver === 'exempt-service')
    return { opening, out, arrival, response: undefined, back: undefined, ...cameTo(sent, undefined) };
  const response = respond(receiverAt(ground, arrival.receiver), arrival.packet, BYTES);
  const server = answerFrom(ground, out);
  const back = response.reply && server && walkPacket(ground, server, response.reply, out.endedAt);
  return { opening, out, arrival, response, back, ...cameTo(sent, back) };
}

function cameTo(
  sent: Pick<Call, 'client' | 'opening'>,
  back: Trace | undefined,
): Pick<Played, 'cameBack' | 'strayed'> {
  const cameBack = back !== undefined && reachedClient(sent, back);
  const arrival = cameBack ? undefined : back?.arrival;
  if (!arrival || arrival.receiver === 'exempt-service') return { cameBack, strayed: undefined };
  return { cameBack, strayed: { end: arrival.receiver, packet: arrival.packet } };
}

/** Along ways that are known, where both ends are plain interfaces; `undefined`: it has to be played out. */
export function playAlong(ways: KnownWays, ground: Ground, request: Asked): Played | undefined {
  const client = ways.door(request.from);
  const server = ways.door(request.to);
  if (!client || !server || client === server) return undefined;
  const there = ways.way(client, server);
  const andBack = ways.way(server, client);
  if (!there || !andBack) return undefined;
  const opening = openingBetween(request, client.sender, server.sender.address, BYTES);
  if (ground.laws.isExempt(client.subnet, opening)) return undefined;
  if (firewallVerdict(client.receiver.host, 'egress', opening) !== 'accept') return undefined;
  const flow: Flow = { client, server, opening, clientTracks: false, serverTracks: false };
  const out = followWay(ground, there, flow, opening);
  if (out.disposition !== 'delivered')
    return {
      opening,
      out,
      arrival: undefined,
      response: undefined,
      back: undefined,
      cameBack: false,
      strayed: undefined,
    };
  const response = respond(server.receiver, opening, BYTES);
  const arrival = { packet: opening, receiver: server.endpoint };
  const { reply } = response;
  if (!reply)
    return { opening, out, arrival, response, back: undefined, cameBack: false, strayed: undefined };
  if (ground.laws.isExempt(server.subnet, reply)) return undefined;
  const back = followWay(ground, andBack, flow, reply);
  return {
    opening,
    out,
    arrival,
    response,
    back,
    cameBack: back.disposition === 'delivered',
    strayed: undefined,
  };
}
