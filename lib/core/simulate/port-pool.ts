/** The ports of one translated address towards one remote end: who stands behind each, and which may be had again. */
import { FIN, type Packet, RST } from '../net/packet';
import { TCP } from '../net/protocol';
import { spread } from '../net/spread';
import { NAT_PORTS } from '../rules/nat-gateway';

export interface Session {
  readonly insideKey: string;
  readonly inside: Packet;
  readonly address: Packet['source'];
  /** The identifier of an echo, where the protocol has no ports. */
  readonly port: number;
  lastPacketAt: number;
  /** Ends of a TCP connection that have closed it: 1 the inside, 2 the outside. */
  closedBy: number;
}

const ALL_PORTS = NAT_PORTS.to - NAT_PORTS.from + 1;
const BOTH = 3;

export class PortPool {
  readonly #sessions = new Map<number, Session>();
  /** Milliseconds since 1970: before that no session can have fallen idle. */
  #idleFrom = 0;

  behind(port: number): Session | undefined {
    return this.#sessions.get(port);
  }

  free({ port }: Session): void {
    this.#sessions.delete(port);
  }

  /** Sessions that are closed or idle hold their ports only until somebody needs one; these are returned, and free. */
  makeRoom(most: number, at: number, idleTimeout: number): readonly Session[] {
    if (this.#hasRoom(most) || at < this.#idleFrom) return [];
    const over: Session[] = [];
    let longestSilentSince = at;
    for (const session of this.#sessions.values()) {
      if (session.closedBy === BOTH || isIdle(session, at, idleTimeout)) over.push(session);
      else longestSilentSince = Math.min(longestSilentSince, session.lastPacketAt);
    }
    for (const session of over) this.free(session);
    this.#idleFrom = longestSilentSince + idleTimeout * 1000;
    return over;
  }

  /** A session of its own port for the packet; `undefined` where `most` are taken. */
  open(
    most: number,
    session: Omit<Session, 'port' | 'lastPacketAt' | 'closedBy'>,
    at: number,
  ): Session | undefined {
    if (!this.#hasRoom(most)) return undefined;
    const opened = { ...session, port: this.#freePort(session.inside), lastPacketAt: at, closedBy: 0 };
    this.#sessions.set(opened.port, opened);
    return opened;
  }

  /** One more packet of a session. `side`: 1 from the inside, 2 from the outside. */
  touch(session: Session, { protocol, tcpFlags }: Packet, at: number, side: 1 | 2): void {
    session.lastPacketAt = at;
    if (protocol !== TCP) return;
    if ((tcpFlags & RST) !== 0) session.closedBy = BOTH;
    else if ((tcpFlags & FIN) !== 0) session.closedBy |= side;
    if (session.closedBy === BOTH) this.#idleFrom = 0;
  }

  #hasRoom(most: number): boolean {
    return this.#sessions.size < Math.min(most, ALL_PORTS);
  }

  #freePort({ source, sourcePort, echoId = 0 }: Packet): number {
    let port = NAT_PORTS.from + (spread(`${source} ${sourcePort} ${echoId}`) % ALL_PORTS);
    while (this.#sessions.has(port)) port = port === NAT_PORTS.to ? NAT_PORTS.from : port + 1;
    return port;
  }
}

export function isIdle({ lastPacketAt }: Session, at: number, idleTimeout: number): boolean {
  return at - lastPacketAt > idleTimeout * 1000;
}
