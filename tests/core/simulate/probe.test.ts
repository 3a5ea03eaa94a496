/** What an answer says where nothing was sent, and where what came back was for nobody. */
import { describe, expect, it } from 'vitest';
import { probeJson } from '@/lib/core/explain/probe-json';
import { simulate } from '@/lib/core/simulate/simulate';
import { ask, expectAnswer } from '../../support/network/ask';
import { natGateway } from '../../support/network/gateways';
import { worldOf } from '../../support/network/part';
import { traffic } from '../../support/network/play';
import { vpc } from '../../support/network/vpc';
import { parsed } from '../../support/pair';

const two = worldOf(
  vpc('a', '10.1.0.0/16', {
    blocks: ['2001:db8:a::/56'],
    subnets: { app: '10.1.1.0/24 2001:db8:a:1::/64' },
    servers: { web: '10.1.1.10 2001:db8:a:1::10', db: '10.1.1.20' },
  }),
  {
    Hosts: [{ Name: 'web', Firewall: [{ Direction: 'out', Protocol: 'udp', Do: 'drop' }] }],
  },
);

describe('nothing is sent', () => {
  it.each([
    ['to nobody', 'web > nobody tcp 443', 'host.unknown-name'],
    ['by nobody', 'nobody > web tcp 443', 'host.unknown-name'],
    ['without an address of the family', 'db > 2001:db8:a:1::10 tcp 443', 'host.unknown-name'],
    ['to oneself', 'web > 10.1.1.10 tcp 443', 'host.own-address'],
    ['to a loopback address', 'web > 127.0.0.1 tcp 443', 'host.own-address'],
    ['past a firewall of one’s own', 'web > db udp 53', 'host.firewall-keeps'],
  ])('%s: %s, by %s', (_, text, rule) => {
    const answer = ask(two, text);
    expect(answer.connection).toBe('never-sent');
    expect(answer.unsent?.id).toBe(rule);
    expect(probeJson(answer)).toEqual({
      connection: 'never-sent',
      unsent: {
        rule,
        standing: 'derived',
        source: expect.stringMatching(/^https:/),
        says: expect.any(String),
      },
    });
  });

  it('and a played world says the same', () => {
    const { results } = simulate(parsed(worldOf(two, traffic('web > db udp 53'))));
    expect(results).toMatchObject([{ outcome: 'never-sent', because: { id: 'host.firewall-keeps' } }]);
  });
});

describe('an answer', () => {
  it('that its receiver did not ask for is ignored, and that decides', () => {
    // The request comes in by the internet gateway, the answer leaves by the NAT gateway and has its address.
    const world = worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', pub: '10.1.3.0/24' },
        servers: { web: '10.1.1.10 198.51.100.10' },
        igw: true,
        routes: { main: ['0.0.0.0/0 nat-a'], pub: ['0.0.0.0/0 igw-a'] },
      }),
      natGateway('a', 'a', 'pub', '10.1.3.200 198.51.100.99'),
      { Hosts: [{ Name: 'office', IpAddress: '8.8.8.8' }] },
    );
    const ignored = 'timeout: return host-dropped at office by host.no-receiver';
    expectAnswer(world, 'office > web udp 53', ignored);
  });
});
