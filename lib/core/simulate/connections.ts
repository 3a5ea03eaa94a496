/**
 * The memory of security groups: tracked connections per interface, forgotten when idle.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html
 */
import { FIN, type Packet, RST } from '../net/packet';
import { hasPorts, TCP } from '../net/protocol';
import type { Direction } from '../vpc/match';
import type { TrackingTimeouts } from '../vpc/network-interface';
import { FlowTable } from './flow-table';

interface Connection extends Remembered {
  /** Id of the interface that remembers it. */
  readonly place: string;
  lastPacketAt: number;
  sawAnswer: boolean;
  tracked: boolean;
  always: boolean;
  /** Who has said FIN: the end that opened it, and the other one. */
  closedByOpener: boolean;
  closedByOther: boolean;
}

/** The packet with which a connection began, and which way it went. */
export interface Opening {
  readonly packet: Packet;
  readonly direction: Direction;
}

/** What an interface knows about a flow. */
export interface Remembered {
  readonly opening: Opening;
  /** Where false, it is open to everybody both ways: known as one flow, but every packet of it is judged by the rules. */
  readonly tracked: boolean;
  /** Tracked only because of what its way leads through: the rules would not have it so. */
  readonly always: boolean;
}

/** Seconds without a packet after which a flow is forgotten, by whether both sides have spoken. */
export type IdleTimeout = (protocol: number, sawAnswer: boolean, timeouts: TrackingTimeouts) => number;

export class Connections {
  readonly #table = new FlowTable<Connection>(({ opening }) => opening.packet);

  /** Looks a packet's flow up; a look keeps it alive. `direction`: which way it passes this place. */
  touch(
    place: string,
    direction: Direction,
    packet: Packet,
    at: number,
    idleTimeout: IdleTimeout,
    timeouts: TrackingTimeouts,
  ): Remembered | undefined {
    const connection = this.#find(place, direction, packet);
    if (!connection) return undefined;
    const idleFor = (at - connection.lastPacketAt) / 1000;
    if (idleFor > idleTimeout(packet.protocol, connection.sawAnswer, timeouts)) {
      this.#table.delete(connection);
      return undefined;
    }
    connection.lastPacketAt = at;
    const byOpener = connection.opening.direction === direction;
    if (!byOpener) connection.sawAnswer = true;
    if (packet.protocol === TCP && ends(connection, packet, byOpener)) this.#table.delete(connection);
    return connection;
  }

  open(place: string, opening: Opening, at: number, tracked: boolean): void {
    const before = this.#find(place, opening.direction, opening.packet);
    if (before && before.opening.direction === opening.direction) this.#table.delete(before);
    this.#table.add({
      place,
      opening,
      lastPacketAt: at,
      sawAnswer: false,
      tracked,
      always: false,
      closedByOpener: false,
      closedByOther: false,
    });
  }

  /** From now on the flow is tracked: its way leads through something that always is. */
  track(place: string, direction: Direction, packet: Packet): void {
    const connection = this.#find(place, direction, packet);
    if (!connection || connection.tracked) return;
    connection.tracked = true;
    connection.always = true;
  }

  /** The flow is judged anew from its next packet on. */
  forget(place: string, { direction, packet }: Opening): void {
    const connection = this.#find(place, direction, packet);
    if (connection?.opening.direction === direction) this.#table.delete(connection);
  }

  clear(): void {
    this.#table.clear();
  }

  /**
   * The connection that the packet opened, else the one that it answers. An appliance sees one packet both ways: the flow
   * that came in says nothing about the same one going out.
   */
  #find(place: string, direction: Direction, packet: Packet): Connection | undefined {
    let answered: Connection | undefined;
    for (const connection of this.#table.near(packet)) {
      const { opening } = connection;
      if (connection.place !== place) continue;
      if (opening.direction !== direction)
        answered ??= answers(opening.packet, packet) ? connection : undefined;
      else if (isSameFlow(opening.packet, packet)) return connection;
    }
    return answered;
  }
}

/**
 * Whether this packet is the last of its connection: a reset, or what acknowledges the second FIN. It still passes; whatever
 * comes later is judged as new. https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html, `action`
 */
function ends(connection: Connection, { tcpFlags }: Packet, byOpener: boolean): boolean {
  if ((tcpFlags & RST) !== 0) return true;
  const isFin = (tcpFlags & FIN) !== 0;
  if (!isFin) return connection.closedByOpener && connection.closedByOther;
  if (byOpener) connection.closedByOpener = true;
  else connection.closedByOther = true;
  return false;
}

/** TCP and UDP are tracked by ports; everything else by addresses and protocol alone. */
function isSameFlow(one: Packet, other: Packet): boolean {
  return (
    one.source === other.source &&
    one.destination === other.destination &&
    one.protocol === other.protocol &&
    (!hasPorts(one.protocol) ||
      (one.sourcePort === other.sourcePort && one.destinationPort === other.destinationPort))
  );
}

function answers(one: Packet, other: Packet): boolean {
  return (
    one.source === other.destination &&
    one.destination === other.source &&
    one.protocol === other.protocol &&
    (!hasPorts(one.protocol) ||
      (one.sourcePort === other.destinationPort && one.destinationPort === other.sourcePort))
  );
}
