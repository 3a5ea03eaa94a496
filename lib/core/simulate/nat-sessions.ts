/**
 * The memory of whatever translates many addresses into few: which inside flow stands behind which port.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
import type { Ipv4 } from '../net/ipv4';
import type { Packet } from '../net/packet';
import { hasPorts, ICMP, TCP } from '../net/protocol';
import { isIdle, PortPool, type Session } from './port-pool';

/** Who translates: a gateway or an instance, the addresses it writes, and how much and how long it remembers. */
export interface Translator {
  readonly id: string;
  readonly addresses: readonly Ipv4[];
  /** At a time, from one address to one remote end. */
  readonly connections: number;
  /** Seconds. */
  readonly idleTimeout: number;
}

export type Translation =
  | { readonly packet: Packet }
  /** Forgotten after too long a silence, out of ports, or an answer to nothing that was asked. */
  | { readonly refused: 'idle' | 'port-allocation' | 'unsolicited' };

/** RFC 792. */
const ECHO_REPLY = 0;

export class NatSessions {
  readonly #byInside = new Map<string, Session>();
  /** Translator, remote end and address -> who stands behind which port. */
  readonly #pools = new Map<string, PortPool>();

  /** The packet as it leaves: source replaced, the port kept for the whole flow. `opens`: whether it may begin one. */
  translate(translator: Translator, packet: Packet, at: number, opens: boolean): Translation {
    const key = insideKey(translator.id, packet);
    const known = this.#byInside.get(key);
    if (known && !isIdle(known, at, translator.idleTimeout)) {
      this.#poolTowards(translator, packet, known.address).touch(known, packet, at, 1);
      return { packet: translated(known, packet) };
    }
    if (known) this.#forget(translator, known);
    if (!opens && packet.protocol === TCP) return { refused: 'idle' };
    if (packet.protocol === ICMP && packet.icmp?.type === ECHO_REPLY) return { refused: 'unsolicited' };
    const session = this.#open(translator, packet, key, at);
    return session ? { packet: translated(session, packet) } : { refused: 'port-allocation' };
  }

  /** An answer from outside, readdressed to whoever asked; `undefined` when nobody did. */
  restore(translator: Translator, answer: Packet, at: number): Packet | undefined {
    const { source, sourcePort, destination, protocol, icmp, about } = answer;
    // Of ICMP an echo reply is an answer, and an error about something that was sent; nothing else is.
    if (protocol === ICMP && icmp?.type !== ECHO_REPLY && !about) return undefined;
    const pool = this.#pools.get(
      poolKey(translator, { protocol, address: source, port: sourcePort }, destination),
    );
    const session = pool?.behind(hasPorts(protocol) ? answer.destinationPort : (answer.echoId ?? 0));
    if (!pool || !session || isIdle(session, at, translator.idleTimeout)) return undefined;
    pool.touch(session, answer, at, 2);
    return readdressed(answer, session.inside);
  }

  clear(): void {
    if (this.#byInside.size > 0) this.#byInside.clear();
    if (this.#pools.size > 0) this.#pools.clear();
  }

  #open(translator: Translator, packet: Packet, key: string, at: number): Session | undefined {
    const { connections, idleTimeout } = translator;
    for (const address of translator.addresses) {
      const pool = this.#poolTowards(translator, packet, address);
      for (const { insideKey: over } of pool.makeRoom(connections, at, idleTimeout))
        this.#byInside.delete(over);
      const session = pool.open(connections, { insideKey: key, inside: packet, address }, at);
      if (!session) continue;
      this.#byInside.set(key, session);
      return session;
    }
    return undefined;
  }

  #forget(translator: Translator, session: Session): void {
    this.#byInside.delete(session.insideKey);
    this.#poolTowards(translator, session.inside, session.address).free(session);
  }

  #poolTowards(translator: Translator, packet: Packet, own: Packet['source']): PortPool {
    const { protocol, destination: address, destinationPort: port } = packet;
    const key = poolKey(translator, { protocol, address, port }, own);
    const pool = this.#pools.get(key) ?? new PortPool();
    this.#pools.set(key, pool);
    return pool;
  }
}

function translated({ address, port }: Session, packet: Packet): Packet {
  return hasPorts(packet.protocol)
    ? { ...packet, source: address, sourcePort: port }
    : { ...packet, source: address, echoId: port };
}

function readdressed(answer: Packet, { source, sourcePort, echoId }: Packet): Packet {
  return hasPorts(answer.protocol)
    ? { ...answer, destination: source, destinationPort: sourcePort }
    : { ...answer, destination: source, ...(echoId !== undefined && { echoId }) };
}

function insideKey(id: string, packet: Packet): string {
  const { protocol, source, sourcePort, destination, destinationPort, echoId = 0 } = packet;
  return `${id} ${protocol} ${source} ${sourcePort} ${destination} ${destinationPort} ${echoId}`;
}

interface RemoteEnd {
  readonly protocol: number;
  readonly address: Packet['source'];
  readonly port: number;
}

function poolKey({ id }: Translator, remote: RemoteEnd, own: Packet['source']): string {
  return `${id} ${remote.protocol} ${remote.address} ${remote.port} ${own}`;
}
