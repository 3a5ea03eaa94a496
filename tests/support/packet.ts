/** Notation for packets: `tcp('10.0.0.4:50000 > 10.0.1.5:443')`, `echo('10.0.0.4 > 10.0.1.5')`. */
import { invariant } from '@/lib/core/assert';
import { parseAddress } from '@/lib/core/net/address';
import { type Packet, SYN } from '@/lib/core/net/packet';
import { ICMP, TCP, UDP } from '@/lib/core/net/protocol';

const END = /^(.+?)(?::(\d+))?$/;

function ends(
  text: string,
): readonly [{ address: Packet['source']; port: number }, { address: Packet['source']; port: number }] {
  const [from, to] = text.split('>').map((part) => {
    const match = END.exec(part.trim());
    const address = parseAddress((match?.[1] ?? '').replace(/^\[|\]$/g, ''));
    invariant(address !== undefined, `\`${part}\` is an end`);
    return { address, port: Number(match?.[2] ?? 0) };
  });
  invariant(from && to, `\`${text}\` has two ends`);
  return [from, to];
}

function packet(protocol: number, text: string, more: Partial<Packet>): Packet {
  const [from, to] = ends(text);
  return {
    protocol,
    source: from.address,
    destination: to.address,
    sourcePort: from.port,
    destinationPort: to.port,
    tcpFlags: 0,
    length: 60,
    ...more,
  };
}

export const tcp = (text: string, tcpFlags = SYN): Packet => packet(TCP, text, { tcpFlags });
export const udp = (text: string): Packet => packet(UDP, text, {});
export const echo = (text: string): Packet => packet(ICMP, text, { icmp: { type: 8, code: 0 }, length: 84 });
