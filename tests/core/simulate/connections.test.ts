/** What an interface remembers: which packets belong to a connection, when it ends, and when it is forgotten. */
import { describe, expect, it } from 'vitest';
import { ACK, FIN, type Packet, RST, replyTo } from '@/lib/core/net/packet';
import { idleTimeout } from '@/lib/core/rules/connection-tracking';
import { Connections } from '@/lib/core/simulate/connections';
import type { Direction } from '@/lib/core/vpc/match';
import { echo, tcp, udp } from '../../support/packet';

const TIMEOUTS = { tcpEstablished: 350, udpStream: 180, udp: 30 };
const SECOND = 1000;
const SYN_PACKET = tcp('10.0.0.4:50000 > 10.0.1.5:443');
const answer = (packet: Packet, flags = ACK): Packet => replyTo(packet, flags, 60, packet.icmp);

function opened(packet = SYN_PACKET, tracked = true) {
  const connections = new Connections();
  connections.open('eni-1', { packet, direction: 'egress' }, 0, tracked);
  return (direction: Direction, other: Packet, at = 0, place = 'eni-1') =>
    connections.touch(place, direction, other, at, idleTimeout, TIMEOUTS);
}

describe('a connection', () => {
  it.each([
    ['more of it', 'egress', tcp('10.0.0.4:50000 > 10.0.1.5:443', ACK), true],
    ['its answer', 'ingress', answer(SYN_PACKET), true],
    ['another port of the client', 'egress', tcp('10.0.0.4:50001 > 10.0.1.5:443'), false],
    ['another port of the server', 'ingress', answer(tcp('10.0.0.4:50000 > 10.0.1.5:80')), false],
    ['another protocol', 'egress', udp('10.0.0.4:50000 > 10.0.1.5:443'), false],
    ['the same way, but coming in', 'ingress', SYN_PACKET, false],
    ['the answer, but going out', 'egress', answer(SYN_PACKET), false],
  ] as const)('of TCP knows by its ports: %s', (_, direction, packet, known) => {
    expect(opened()(direction, packet) !== undefined).toBe(known);
  });

  it('belongs to one interface', () => {
    expect(opened()('ingress', answer(SYN_PACKET), 0, 'eni-2')).toBeUndefined();
  });

  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html
  it('of another protocol than TCP and UDP is known by addresses alone', () => {
    const ping = echo('10.0.0.4 > 10.0.1.5');
    expect(opened(ping)('ingress', { ...answer(ping), icmp: { type: 3, code: 4 } })).toBeDefined();
    expect(opened(ping)('ingress', echo('10.0.1.6 > 10.0.0.4'))).toBeUndefined();
  });

  it('says whether it is tracked', () => {
    expect(opened(SYN_PACKET, false)('ingress', answer(SYN_PACKET))?.tracked).toBe(false);
    expect(opened(SYN_PACKET, true)('ingress', answer(SYN_PACKET))?.tracked).toBe(true);
  });

  it.each([
    ['TCP', SYN_PACKET, 350],
    ['UDP without an answer', udp('10.0.0.4:50000 > 10.0.1.5:53'), 30],
    ['ICMP', echo('10.0.0.4 > 10.0.1.5'), 600],
  ])('of %s is forgotten when idle for longer than its time-out', (_, packet, seconds) => {
    expect(opened(packet)('egress', packet, seconds * SECOND)).toBeDefined();
    expect(opened(packet)('egress', packet, seconds * SECOND + 1)).toBeUndefined();
  });

  it('of UDP lives longer once both have spoken, and every packet keeps it alive', () => {
    const query = udp('10.0.0.4:50000 > 10.0.1.5:53');
    const touch = opened(query);
    expect(touch('ingress', answer(query), 20 * SECOND)).toBeDefined();
    expect(touch('egress', query, 200 * SECOND)).toBeDefined();
    expect(touch('egress', query, 381 * SECOND)).toBeUndefined();
  });

  it('ends with a reset, which still passes', () => {
    const touch = opened();
    expect(touch('ingress', answer(SYN_PACKET, RST))).toBeDefined();
    expect(touch('ingress', answer(SYN_PACKET, RST))).toBeUndefined();
  });

  it('ends with what acknowledges the second FIN', () => {
    const touch = opened();
    const client = { ...SYN_PACKET, tcpFlags: FIN | ACK };
    expect(touch('egress', client)).toBeDefined();
    expect(touch('ingress', answer(SYN_PACKET))).toBeDefined();
    expect(touch('ingress', answer(SYN_PACKET, FIN | ACK))).toBeDefined();
    expect(touch('egress', { ...SYN_PACKET, tcpFlags: ACK })).toBeDefined();
    expect(touch('egress', { ...SYN_PACKET, tcpFlags: ACK })).toBeUndefined();
  });
});

describe('connections', () => {
  it('are told apart among thousands', () => {
    const connections = new Connections();
    const nth = (n: number): Packet => tcp(`10.0.0.4:${1024 + n} > 10.0.1.5:443`);
    for (let n = 0; n < 5000; n++)
      connections.open('eni-1', { packet: nth(n), direction: 'egress' }, n, n % 2 === 0);
    const known = (n: number) =>
      connections.touch('eni-1', 'ingress', answer(nth(n)), 5000, idleTimeout, TIMEOUTS);
    expect(known(4998)?.tracked).toBe(true);
    expect(known(4999)?.tracked).toBe(false);
    connections.forget('eni-1', { packet: nth(4998), direction: 'egress' });
    expect(known(4998)).toBeUndefined();
    expect(known(5001)).toBeUndefined();
    connections.clear();
    expect(known(4999)).toBeUndefined();
  });

  it('opened once more by the same packet begin anew', () => {
    const connections = new Connections();
    const opening = { packet: SYN_PACKET, direction: 'egress' } as const;
    connections.open('eni-1', opening, 0, true);
    connections.open('eni-1', opening, 1, false);
    const touched = connections.touch('eni-1', 'egress', SYN_PACKET, 2, idleTimeout, TIMEOUTS);
    expect(touched?.tracked).toBe(false);
    connections.forget('eni-1', opening);
    expect(connections.touch('eni-1', 'egress', SYN_PACKET, 2, idleTimeout, TIMEOUTS)).toBeUndefined();
  });

  it('become tracked where their way leads through something that always is', () => {
    const connections = new Connections();
    connections.open('eni-1', { packet: SYN_PACKET, direction: 'egress' }, 0, false);
    connections.track('eni-1', 'egress', SYN_PACKET);
    const touched = connections.touch('eni-1', 'ingress', answer(SYN_PACKET), 1, idleTimeout, TIMEOUTS);
    expect(touched).toMatchObject({ tracked: true, always: true });
    connections.track('eni-1', 'egress', SYN_PACKET);
    connections.open('eni-1', { packet: SYN_PACKET, direction: 'egress' }, 2, true);
    connections.track('eni-1', 'egress', SYN_PACKET);
    const anew = connections.touch('eni-1', 'ingress', answer(SYN_PACKET), 3, idleTimeout, TIMEOUTS);
    expect(anew).toMatchObject({ tracked: true, always: false });
  });
});
