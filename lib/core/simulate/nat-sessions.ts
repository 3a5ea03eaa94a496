/**
 * The memory of whatever translates many addresses into few: which inside flow stands behind which port.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
import type { Ipv4 } from '../net/ipv4';
import type { Packet } from '../net/packet';
import { hasPorts, TCP } from '../net/protocol';
import { spread } from '../net/spread';
import { NAT_CONNECTIONS, NAT_PORTS } from '../rules/nat-gateway';

/** Who translates: a gateway or an instance, the addresses it writes, and how long it remembers a silent flow. */
export interface Translator {
  readonly id: string;
  readonly addresses: readonly Ipv4[];
  /** Seconds. */
  readonly idleTimeout: number;
}

interface Session {
  readonly inside: Packet;
  readonly outside: string;
  readonly address: Ipv4;
  readonly port: number;
  lastPacketAt: number;
}

export type Translation =
  | { readonly packet: Packet }
  /** Forgotten after too long a silence, or out of ports. */
  | { readonly refused: 'idle' | 'port-allocation' };

export class NatSessions {
  readonly #byInside = new Map<string, Session>();
  readonly #byOutside = new Map<string, Session>();
  /** Translator, address and remote end -> how many connections there are. */
  readonly #counts = new Map<string, number>();

  /** The packet as it leaves: source replaced, the port kept for the whole flow. `opens`: whether it may begin one. */
  translate(translator: Translator, packet: Packet, at: number, opens: boolean): Translation {
    const key = insideKey(translator.id, packet);
    const known = this.#byInside.get(key);
    if (known && at - known.lastPacketAt <= translator.idleTimeout * 1000) {
      known.lastPacketAt = at;
      return { packet: translated(packet, known) };
    }
    if (known) this.#forget(translator.id, key, known);
    if (!opens && packet.protocol === TCP) return { refused: 'idle' };
    const session = this.#open(translator, packet, at);
    if (!session) return { refused: 'port-allocation' };
    this.#byInside.set(key, session);
    return { packet: translated(packet, session) };
  }

  /** An answer from outside, readdressed to whoever asked; `undefined` when nobody did. */
  restore({ id, idleTimeout }: Translator, answer: Packet, at: number): Packet | undefined {
    const { source, sourcePort, destination, destinationPort, protocol } = answer;
    const remote = remoteKey(id, protocol, source, sourcePort);
    const session = this.#byOutside.get(outsideKey(remote, destination as Ipv4, destinationPort));
    if (!session || at - session.lastPacketAt > idleTimeout * 1000) return undefined;
    session.lastPacketAt = at;
    const { inside } = session;
    return { ...answer, destination: inside.source, destinationPort: inside.sourcePort };
  }

  #open({ id, addresses }: Translator, packet: Packet, at: number): Session | undefined {
    const { protocol, destination, destinationPort } = packet;
    const remote = remoteKey(id, protocol, destination, destinationPort);
    const address = addresses.find((one) => (this.#counts.get(`${remote} ${one}`) ?? 0) < NAT_CONNECTIONS);
    if (address === undefined) return undefined;
    const port = hasPorts(protocol) ? this.#freePort(remote, address, packet) : 0;
    const outside = outsideKey(remote, address, port);
    const session = { inside: packet, outside, address, port, lastPacketAt: at };
    this.#byOutside.set(outside, session);
    this.#counts.set(`${remote} ${address}`, (this.#counts.get(`${remote} ${address}`) ?? 0) + 1);
    return session;
  }

  #forget(id: string, key: string, { inside, outside, address }: Session): void {
    this.#byInside.delete(key);
    this.#byOutside.delete(outside);
    const count = `${remoteKey(id, inside.protocol, inside.destination, inside.destinationPort)} ${address}`;
    this.#counts.set(count, (this.#counts.get(count) ?? 1) - 1);
  }

  /** A port is free for each remote end anew, and there are more ports than connections: one is found. */
  #freePort(remote: string, address: Ipv4, { source, sourcePort }: Packet): number {
    const span = NAT_PORTS.to - NAT_PORTS.from + 1;
    let port = NAT_PORTS.from + (spread(`${remote} ${source} ${sourcePort}`) % span);
    while (this.#byOutside.has(outsideKey(remote, address, port)))
      port = port === NAT_PORTS.to ? NAT_PORTS.from : port + 1;
    return port;
  }
}

function translated(packet: Packet, { address, port }: Session): Packet {
  return { ...packet, source: address, sourcePort: port };
}

function insideKey(
  id: string,
  { protocol, source, sourcePort, destination, destinationPort }: Packet,
): string {
  return `${id} ${protocol} ${source} ${sourcePort} ${destination} ${destinationPort}`;
}

function remoteKey(id: string, protocol: number, remote: Packet['source'], port: number): string {
  return `${id} ${protocol} ${remote} ${port}`;
}

function outsideKey(remote: string, address: Ipv4, port: number): string {
  return `${remote} ${address} ${port}`;
}
