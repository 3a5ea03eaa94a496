/**
 * The memory of security groups: tracked connections per interface, forgotten when idle.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html
 */
import { answerKey, FIN, flowKey, type Packet, RST } from '../net/packet';
import { hasPorts, TCP } from '../net/protocol';
import type { Direction } from '../vpc/match';

interface Connection {
  lastPacketAt: number;
  sawAnswer: boolean;
  /** The key under which the first packet was seen. */
  readonly openedBy: string;
  readonly opening: Opening;
  /** Who has said FIN: the end that opened it, and the other one. */
  readonly closedBy: { opener: boolean; other: boolean };
  /** Open to everybody both ways: known as one flow, but every packet of it is judged by the rules. */
  tracked: boolean;
}

/** The packet with which a connection began, and which way it went. */
export interface Opening {
  readonly packet: Packet;
  readonly direction: Direction;
}

/** What an interface knows about the flow of a packet. */
export type Remembered =
  | { readonly flow: 'tracked' | 'untracked'; readonly opening: Opening }
  | { readonly flow: 'unknown' };

/** Seconds without a packet after which a flow is forgotten, by whether both sides have spoken. */
export type IdleTimeout = (protocol: number, sawAnswer: boolean) => number;

const UNKNOWN: Remembered = { flow: 'unknown' };

export class Connections {
  readonly #byPlace = new Map<string, Map<string, Connection>>();

  /** Looks a packet's flow up; a look keeps it alive. `direction`: which way it passes this place. */
  touch(
    place: string,
    direction: Direction,
    packet: Packet,
    at: number,
    idleTimeout: IdleTimeout,
  ): Remembered {
    const table = this.#byPlace.get(place);
    if (!table) return UNKNOWN;
    const own = ownKey(direction, packet);
    const connection = table.get(own) ?? table.get(answeredKey(direction, packet));
    if (!connection) return UNKNOWN;
    const idleFor = (at - connection.lastPacketAt) / 1000;
    if (idleFor > idleTimeout(packet.protocol, connection.sawAnswer)) {
      table.delete(connection.openedBy);
      return UNKNOWN;
    }
    connection.lastPacketAt = at;
    const byOpener = own === connection.openedBy;
    if (!byOpener) connection.sawAnswer = true;
    if (packet.protocol === TCP && ends(connection, packet, byOpener)) table.delete(connection.openedBy);
    return connection.tracked
      ? { flow: 'tracked', opening: connection.opening }
      : { flow: 'untracked', opening: connection.opening };
  }

  open(place: string, opening: Opening, at: number, tracked: boolean): void {
    const openedBy = ownKey(opening.direction, opening.packet);
    const table = this.#byPlace.get(place) ?? new Map<string, Connection>();
    const closedBy = { opener: false, other: false };
    table.set(openedBy, { lastPacketAt: at, sawAnswer: false, openedBy, opening, closedBy, tracked });
    this.#byPlace.set(place, table);
  }

  /** From now on the flow is tracked: its way leads through something that always is. */
  track(place: string, direction: Direction, packet: Packet): void {
    const table = this.#byPlace.get(place);
    const connection = table?.get(ownKey(direction, packet)) ?? table?.get(answeredKey(direction, packet));
    if (connection) connection.tracked = true;
  }

  /** The flow is judged anew from its next packet on. */
  forget(place: string, { direction, packet }: Opening): void {
    this.#byPlace.get(place)?.delete(ownKey(direction, packet));
  }
}

/**
 * Whether this packet is the last of its connection: a reset, or what acknowledges the second FIN. It still passes; whatever
 * comes later is judged as new. https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html, `action`
 */
function ends({ closedBy }: Connection, { tcpFlags }: Packet, byOpener: boolean): boolean {
  if ((tcpFlags & RST) !== 0) return true;
  const isFin = (tcpFlags & FIN) !== 0;
  if (!isFin) return closedBy.opener && closedBy.other;
  if (byOpener) closedBy.opener = true;
  else closedBy.other = true;
  return false;
}

const OTHER_WAY = { ingress: 'egress', egress: 'ingress' } as const;

/** An appliance sees one packet both ways: the flow that came in says nothing about the same one going out. */
function ownKey(direction: Direction, packet: Packet): string {
  return `${direction} ${hasPorts(packet.protocol) ? flowKey(packet) : addressKey(packet, false)}`;
}

/** The key of the flow that this packet would answer. */
function answeredKey(direction: Direction, packet: Packet): string {
  const flow = hasPorts(packet.protocol) ? answerKey(packet) : addressKey(packet, true);
  return `${OTHER_WAY[direction]} ${flow}`;
}

/** TCP and UDP are tracked by ports; everything else by addresses and protocol alone. */
function addressKey({ protocol, source, destination }: Packet, asAnswer: boolean): string {
  return asAnswer ? `${protocol} ${destination} ${source}` : `${protocol} ${source} ${destination}`;
}
