/**
 * The memory of security groups: tracked connections per interface, forgotten when idle.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html
 */
import { answerKey, flowKey, type Packet } from '../net/packet';
import { hasPorts } from '../net/protocol';
import { idleTimeout } from '../rules/connection-tracking';

interface Connection {
  lastPacketAt: number;
  sawAnswer: boolean;
  /** The key under which the first packet was seen. */
  readonly openedBy: string;
  /** Open to everybody both ways: known as one flow, but every packet of it is judged by the rules. */
  readonly tracked: boolean;
}

/** What an interface knows about the flow of a packet. */
export type Remembered = 'tracked' | 'untracked' | 'unknown';

export class Connections {
  readonly #byInterface = new Map<string, Map<string, Connection>>();

  /** Looks a packet's flow up, in either direction; a look keeps it alive. */
  touch(networkInterfaceId: string, packet: Packet, at: number): Remembered {
    const table = this.#byInterface.get(networkInterfaceId);
    const own = trackingKey(packet, false);
    const connection = table?.get(own) ?? table?.get(trackingKey(packet, true));
    if (!connection) return 'unknown';
    const idleFor = (at - connection.lastPacketAt) / 1000;
    if (idleFor > idleTimeout(packet.protocol, connection.sawAnswer)) {
      table?.delete(connection.openedBy);
      return 'unknown';
    }
    connection.lastPacketAt = at;
    if (own !== connection.openedBy) connection.sawAnswer = true;
    return connection.tracked ? 'tracked' : 'untracked';
  }

  /** Whether an ICMP error quotes a tracked connection. */
  isRelated(networkInterfaceId: string, { about }: Packet, at: number): boolean {
    return about !== undefined && this.touch(networkInterfaceId, about, at) === 'tracked';
  }

  open(networkInterfaceId: string, packet: Packet, at: number, tracked: boolean): void {
    const openedBy = trackingKey(packet, false);
    const table = this.#byInterface.get(networkInterfaceId) ?? new Map<string, Connection>();
    table.set(openedBy, { lastPacketAt: at, sawAnswer: false, openedBy, tracked });
    this.#byInterface.set(networkInterfaceId, table);
  }
}

/** TCP and UDP are tracked by ports; everything else by addresses and protocol alone. */
function trackingKey(packet: Packet, asAnswer: boolean): string {
  if (hasPorts(packet.protocol)) return asAnswer ? answerKey(packet) : flowKey(packet);
  const { protocol, source, destination } = packet;
  return asAnswer ? `${protocol} ${destination} ${source}` : `${protocol} ${source} ${destination}`;
}
