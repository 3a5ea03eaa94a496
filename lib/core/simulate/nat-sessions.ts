/**
 * The memory of NAT gateways: which inside flow stands behind which port of the gateway's address.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
import type { Ipv4 } from '../net/ipv4';
import type { Packet } from '../net/packet';
import { hasPorts } from '../net/protocol';
import { NAT_PORTS } from '../rules/nat-gateway';

export class NatSessions {
  readonly #portByInside = new Map<string, number>();
  readonly #insideByOutside = new Map<string, Packet>();

  /** The packet as it leaves the gateway: source replaced, the port kept for the whole flow. */
  translate(natGatewayId: string, privateAddress: Ipv4, packet: Packet): Packet {
    const sourcePort = hasPorts(packet.protocol) ? this.#portFor(natGatewayId, packet) : 0;
    const translated = { ...packet, source: privateAddress, sourcePort };
    this.#insideByOutside.set(
      outsideKey(natGatewayId, translated.destination, translated.destinationPort, translated),
      packet,
    );
    return translated;
  }

  /** An answer from outside, readdressed to whoever asked; `undefined` when nobody did. */
  restore(natGatewayId: string, answer: Packet): Packet | undefined {
    const asked = this.#insideByOutside.get(
      outsideKey(natGatewayId, answer.source, answer.sourcePort, {
        ...answer,
        sourcePort: answer.destinationPort,
      }),
    );
    return asked && { ...answer, destination: asked.source, destinationPort: asked.sourcePort };
  }

  #portFor(natGatewayId: string, packet: Packet): number {
    const { protocol, source, sourcePort, destination, destinationPort } = packet;
    const inside = `${natGatewayId} ${protocol} ${source} ${sourcePort} ${destination} ${destinationPort}`;
    const known = this.#portByInside.get(inside);
    if (known !== undefined) return known;
    const span = NAT_PORTS.to - NAT_PORTS.from + 1;
    let port = NAT_PORTS.from + (hash(inside) % span);
    // A port is free for each remote end anew, so a search past the whole span cannot happen here.
    for (let tries = 0; tries < span; tries++) {
      if (
        !this.#insideByOutside.has(
          outsideKey(natGatewayId, destination, destinationPort, { protocol, sourcePort: port }),
        )
      )
        break;
      port = port === NAT_PORTS.to ? NAT_PORTS.from : port + 1;
    }
    this.#portByInside.set(inside, port);
    return port;
  }
}

function outsideKey(
  natGatewayId: string,
  remote: Packet['destination'],
  remotePort: number,
  { protocol, sourcePort }: Pick<Packet, 'protocol' | 'sourcePort'>,
): string {
  return `${natGatewayId} ${protocol} ${sourcePort} ${remote} ${remotePort}`;
}

/** FNV-1a, 32 bits: spreads ports without a die, http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
