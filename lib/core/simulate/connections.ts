/**
 * The memory of security groups: tracked connections per interface, forgotten when idle.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html
 */
import { answerKey, flowKey, type Packet } from '../net/packet';
import { hasPorts } from '../net/protocol';
import { idleTimeout } from '../rules/connection-tracking';

interface TrackedConnection {
  lastPacketAt: number;
  sawAnswer: boolean;
  /** The key under which the first packet was seen. */
  readonly openedBy: string;
}

export class Connections {
  readonly #byInterface = new Map<string, Map<string, TrackedConnection>>();

  /** Whether the packet belongs to a connection this interface remembers; using it keeps it alive. */
  touch(networkInterfaceId: string, packet: Packet, at: number): boolean {
    const table = this.#byInterface.get(networkInterfaceId);
    const own = trackingKey(packet, false);
    const connection = table?.get(own) ?? table?.get(trackingKey(packet, true));
    if (!connection) return false;
    const idleFor = (at - connection.lastPacketAt) / 1000;
    if (idleFor > idleTimeout(packet.protocol, connection.sawAnswer)) {
      table?.delete(connection.openedBy);
      return false;
    }
    connection.lastPacketAt = at;
    if (own !== connection.openedBy) connection.sawAnswer = true;
    return true;
  }

  /** Whether an ICMP error quotes a connection that this interface remembers. */
  isRelated(networkInterfaceId: string, { about }: Packet, at: number): boolean {
    return about !== undefined && this.touch(networkInterfaceId, about, at);
  }

  open(networkInterfaceId: string, packet: Packet, at: number): void {
    const openedBy = trackingKey(packet, false);
    const table = this.#byInterface.get(networkInterfaceId) ?? new Map<string, TrackedConnection>();
    table.set(openedBy, { lastPacketAt: at, sawAnswer: false, openedBy });
    this.#byInterface.set(networkInterfaceId, table);
  }
}

/** TCP and UDP are tracked by ports; everything else by addresses and protocol alone. */
function trackingKey(packet: Packet, asAnswer: boolean): string {
  if (hasPorts(packet.protocol)) return asAnswer ? answerKey(packet) : flowKey(packet);
  const { protocol, source, destination } = packet;
  return asAnswer ? `${protocol} ${destination} ${source}` : `${protocol} ${source} ${destination}`;
}
