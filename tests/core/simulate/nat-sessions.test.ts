/** The ports of a translator: kept for a flow, free again once it is over, and never more than there are. */
import { describe, expect, it } from 'vitest';
import { parseIpv4 } from '@/lib/core/net/ipv4';
import { ACK, FIN, type Packet, RST, SYN } from '@/lib/core/net/packet';
import { NAT_CONNECTIONS, NAT_IDLE_TIMEOUT, NAT_PORTS } from '@/lib/core/rules/nat-gateway';
import { NatSessions, type Translator } from '@/lib/core/simulate/nat-sessions';
import { echo, tcp, udp } from '../../support/packet';

const address = (text: string) => {
  const parsed = parseIpv4(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};

const GATEWAY: Translator = {
  id: 'nat-1',
  addresses: [address('10.0.9.5')],
  connections: NAT_CONNECTIONS,
  idleTimeout: NAT_IDLE_TIMEOUT,
};

/** The n-th connection to one destination. */
const call = (n: number, flags = SYN): Packet =>
  tcp(`10.0.${1 + Math.floor(n / 60_000)}.10:${1024 + (n % 60_000)} > 203.0.113.5:443`, flags);

const sent = (sessions: NatSessions, packet: Packet, at = 0, opens = true, gateway = GATEWAY): Packet => {
  const translation = sessions.translate(gateway, packet, at, opens);
  if ('refused' in translation) throw new Error(translation.refused);
  return translation.packet;
};

const answer = (
  { source, sourcePort, destination, destinationPort, ...rest }: Packet,
  tcpFlags = ACK,
): Packet => ({
  ...rest,
  source: destination,
  sourcePort: destinationPort,
  destination: source,
  destinationPort: sourcePort,
  tcpFlags,
});

const PORTS_GONE = { refused: 'port-allocation' };
const LATER = (NAT_IDLE_TIMEOUT + 1) * 1000;

describe('one flow', () => {
  it('keeps its port, and its answers find home', () => {
    const sessions = new NatSessions();
    const first = sent(sessions, call(0));
    expect(sent(sessions, call(0, ACK), 10_000, false)).toMatchObject({ sourcePort: first.sourcePort });
    expect(first.sourcePort).toBeGreaterThanOrEqual(NAT_PORTS.from);
    expect(sessions.restore(GATEWAY, answer(first), 20_000)).toMatchObject({
      destination: call(0).source,
      destinationPort: call(0).sourcePort,
    });
  });

  it('is answered by nobody else, and on no other port', () => {
    const sessions = new NatSessions();
    const first = sent(sessions, udp('10.0.1.10:5000 > 203.0.113.5:53'));
    expect(
      sessions.restore(GATEWAY, { ...answer(first), source: address('203.0.113.6') }, 1),
    ).toBeUndefined();
    expect(sessions.restore(GATEWAY, { ...answer(first), sourcePort: 54 }, 1)).toBeUndefined();
    expect(sessions.restore(GATEWAY, { ...answer(first), destinationPort: 1 }, 1)).toBeUndefined();
  });

  it('is forgotten after 350 seconds, either way', () => {
    const sessions = new NatSessions();
    const first = sent(sessions, call(0));
    expect(sessions.restore(GATEWAY, answer(first), LATER)).toBeUndefined();
    expect(sessions.translate(GATEWAY, call(0, ACK), LATER, false)).toEqual({ refused: 'idle' });
    expect(sessions.translate(GATEWAY, call(0), LATER, true)).toHaveProperty('packet');
  });

  it('of pings is told from another by its identifier', () => {
    const sessions = new NatSessions();
    const pings = ['10.0.1.10', '10.0.1.20'].map((host) => ({ ...echo(`${host} > 203.0.113.5`), echoId: 7 }));
    const out = pings.map((ping) => sent(sessions, ping));
    expect(new Set(out.map(({ echoId }) => echoId)).size).toBe(2);
    for (const [i, one] of out.entries()) {
      const home = sessions.restore(GATEWAY, { ...answer(one), icmp: { type: 0, code: 0 } }, 5);
      expect(home).toMatchObject({ destination: pings[i]?.source, echoId: 7 });
    }
  });
});

describe('connections to one destination', () => {
  const MOST = 300;
  const SMALL: Translator = { ...GATEWAY, connections: MOST };

  const full = (gateway = SMALL): NatSessions => {
    const sessions = new NatSessions();
    for (let n = 0; n < MOST; n++) sent(sessions, call(n), 0, true, gateway);
    return sessions;
  };

  it('are 55,000, each by a port of its own, and the next one is not carried', () => {
    const sessions = new NatSessions();
    const ports = new Set<number>();
    for (let n = 0; n < 55_000; n++) ports.add(sent(sessions, call(n)).sourcePort);
    expect(ports.size).toBe(55_000);
    expect(sessions.translate(GATEWAY, call(55_000), 1, true)).toEqual(PORTS_GONE);
  });

  it('say nothing about another destination, port or protocol', () => {
    const sessions = full();
    expect(sessions.translate(SMALL, call(MOST), 1, true)).toEqual(PORTS_GONE);
    for (const other of [
      tcp('10.0.1.10:1024 > 203.0.113.6:443'),
      tcp('10.0.1.10:1024 > 203.0.113.5:444'),
      udp('10.0.1.10:1024 > 203.0.113.5:443'),
    ])
      expect(sessions.translate(SMALL, other, 1, true)).toHaveProperty('packet');
  });

  it('are counted for each address of the gateway', () => {
    const two = { ...SMALL, addresses: [address('10.0.9.5'), address('10.0.9.6')] };
    const sessions = full(two);
    expect(sent(sessions, call(MOST), 1, true, two).source).toBe(address('10.0.9.6'));
  });

  it('make room when one falls silent for too long', () => {
    const sessions = full();
    for (let n = 1; n < MOST; n++) sent(sessions, call(n, ACK), 300_000, false, SMALL);
    expect(sessions.translate(SMALL, call(MOST), 300_000, true)).toEqual(PORTS_GONE);
    expect(sessions.translate(SMALL, call(MOST), LATER, true)).toHaveProperty('packet');
    expect(sessions.translate(SMALL, call(MOST + 1), LATER, true)).toEqual(PORTS_GONE);
  });

  it.each([
    ['both ends have closed it', FIN | ACK, FIN | ACK, true],
    ['one end has closed it', FIN | ACK, ACK, false],
    ['it was reset', RST, ACK, true],
  ])('make room when %s', (_what, inside, outside, isFree) => {
    const sessions = full();
    const out = sent(sessions, call(7, inside), 1, false, SMALL);
    sessions.restore(SMALL, answer(out, outside), 2);
    const next = sessions.translate(SMALL, call(MOST), 3, true);
    if (isFree) expect(next).toHaveProperty('packet');
    else expect(next).toEqual(PORTS_GONE);
  });
});
