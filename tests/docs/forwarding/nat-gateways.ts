/** NAT gateways in a public subnet: what they carry, and what they need for it. */
import { expect } from 'vitest';
import { AWS_PACKET_LAWS } from '@/lib/core/rules/packet-laws';
import { natGateway } from '../../support/network/gateways';
import { play, traffic } from '../../support/network/play';
import { asks, type Case, proves } from './case';
import { behindNat, OUT, PUBLIC, THROUGH } from './nat-world';

export const CASES: readonly Case[] = [
  asks('nat.public', 'TCP', behindNat(), OUT, THROUGH),
  asks('nat.public', 'UDP', behindNat(), 'web > 203.0.113.5 udp 53', 'replied via nat-x igw-a / igw-a nat-x'),
  asks('nat.public', 'ICMP', behindNat(), 'web > 203.0.113.5 icmp', 'replied via nat-x igw-a / igw-a nat-x'),
  asks(
    'nat.public',
    'and nothing else',
    behindNat(),
    'web > 203.0.113.5 47',
    'not-answered: forward gateway-refused at nat-x by nat.protocols',
  ),
  asks(
    'nat.public',
    'its subnet needs the route to the internet gateway',
    behindNat({ routes: { app: ['0.0.0.0/0 nat-x'] } }),
    OUT,
    'timeout: forward no-route at rtb-a by route.none',
  ),
  asks(
    'nat.public',
    'not before it is available',
    behindNat({}, natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9', { State: 'pending' })),
    OUT,
    'timeout: forward gateway-refused at nat-x by nat.state',
  ),
  asks(
    'nat.public',
    'nor once it is deleted, when the route is a blackhole',
    behindNat({ routes: { app: ['0.0.0.0/0 nat-gone blackhole'], pub: [] } }),
    OUT,
    'timeout: forward blackhole at rtb-app by route.blackhole',
  ),
  asks(
    'nat.public',
    'the network ACL of its subnet judges what comes from inside',
    behindNat({ acls: { pub: { in: ['100 allow tcp 10.1.0.0/16 80'] } } }),
    OUT,
    'timeout: forward denied-in at acl-pub by nacl.default-deny',
  ),
  asks(
    'nat.public',
    'what it sends on',
    behindNat({ acls: { pub: { out: ['100 allow tcp 10.1.0.0/16 1024-65535'] } } }),
    OUT,
    'timeout: forward denied-out at acl-pub by nacl.default-deny',
  ),
  asks(
    'nat.public',
    'and the answers, which go to 1024-65535',
    behindNat({ acls: { pub: { in: ['100 allow all 10.1.0.0/16', '200 allow tcp 0.0.0.0/0 1024-65535'] } } }),
    OUT,
    THROUGH,
  ),
  asks(
    'nat.public',
    'an entry for the ports of the client does not hold for the gateway',
    behindNat({ acls: { pub: { in: ['100 allow all 10.1.0.0/16', '200 allow tcp 0.0.0.0/0 443'] } } }),
    OUT,
    'timeout: return denied-in at acl-pub by nacl.default-deny',
  ),
  asks(
    'nat.public',
    'nothing starts outside, although the log says ACCEPT',
    behindNat(),
    '203.0.113.5 > 198.51.100.9 tcp 443',
    'timeout: forward no-session at nat-x by nat.unsolicited',
  ),
  proves('nat.public', 'two clients with one source port are kept apart, pings too', () => {
    const port = { SourcePort: 40000 };
    const made = play(
      behindNat(
        {},
        PUBLIC,
        traffic(OUT, port),
        traffic('two > 203.0.113.5 tcp 443', port),
        traffic('web > 203.0.113.5 icmp'),
        traffic('two > 203.0.113.5 icmp'),
      ),
    );
    expect(made.outcomes).toEqual(['replied', 'replied', 'established', 'established'].sort());
    for (const id of ['eni-web', 'eni-two'])
      expect(made.lines(id).filter((line) => line.includes('ingress')).length).toBeGreaterThan(3);
    const ports = made.crossings
      .filter(
        ({ networkInterface, direction, packet }) =>
          networkInterface.id === 'eni-nat-x' && direction === 'egress' && packet.destinationPort === 443,
      )
      .map(({ packet }) => packet.sourcePort);
    expect(new Set(ports).size).toBe(2);
    for (const one of ports) expect(one >= 1024).toBe(true);
  }),
  proves(
    'nat.public',
    'with a limit of two connections to one destination the third is not carried, and another destination is',
    () => {
      const laws = { ...AWS_PACKET_LAWS, natConnections: () => 2 };
      // The last SYN of a client that hears nothing is sent after 63 seconds.
      const long = { Requests: 100 };
      const calls = [
        traffic(OUT, long),
        traffic(OUT, long),
        traffic(OUT, { after: 12 }),
        traffic('web > 203.0.113.6 tcp 443', { after: 12 }),
        traffic(OUT, { after: 200 }),
      ];
      const made = play(behindNat({}, PUBLIC, ...calls), laws);
      expect([...made.outcomes].sort()).toEqual(
        ['established', 'established', 'established', 'established', 'timeout'].sort(),
      );
    },
  ),
  proves('nat.order', 'its own private address first, the public one at the internet gateway', () => {
    const { lines } = play(behindNat({}, PUBLIC, traffic(OUT, { SourcePort: 40000 })));
    const [taken, sent] = lines('eni-nat-x');
    expect(taken).toBe('10 ingress ACCEPT 10.1.1.10:40000 > 203.0.113.5:443 S');
    expect(sent).toMatch(/^10 egress ACCEPT 10\.1\.9\.5:\d+ > 203\.0\.113\.5:443 S$/);
  }),
  asks(
    'nat.own-subnet',
    'a route to it in its own subnet leads in circles',
    behindNat({ routes: { pub: ['0.0.0.0/0 nat-x'] } }),
    'pubweb > 203.0.113.5 tcp 443',
    'timeout: forward loop at acl-a by route.loop',
  ),
];
