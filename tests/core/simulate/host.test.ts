/** Behind the interface, where AWS neither filters nor looks: listeners, host firewalls, hosts with several interfaces. */
import { describe, expect, it } from 'vitest';
import type { HostDocument } from '@/lib/core/simulate/world';
import { expectAnswer } from '../../support/network/ask';
import { type Part, worldOf } from '../../support/network/part';
import { play, traffic } from '../../support/network/play';
import { vpc } from '../../support/network/vpc';

/** `web` asks `db`, which has a second interface in another subnet; `near` is a neighbour of that one. */
const world = (host: Partial<HostDocument>, ...more: readonly Part[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      blocks: ['2001:db8:a::/56'],
      subnets: {
        app: '10.1.1.0/24 2001:db8:a:1::/64',
        data: '10.1.2.0/24 2001:db8:a:2::/64',
        back: '10.1.3.0/24',
      },
      servers: {
        web: '10.1.1.10 2001:db8:a:1::10',
        db: '10.1.2.10 2001:db8:a:2::10',
        'db/2': '10.1.3.10',
        near: '10.1.3.20',
      },
    }),
    { Hosts: [{ Name: 'db', ...host }] },
    ...more,
  );

const listening = (...Bind: readonly (string | undefined)[]): Partial<HostDocument> => ({
  Listeners: Bind.map((one) => ({ Protocol: 'tcp', Port: 443, ...(one !== undefined && { Bind: one }) })),
});
const REFUSED = 'refused: forward not-listening at db by host.not-listening';
const IPV6 = 'web > 2001:db8:a:2::10 tcp 443';

describe('a listener', () => {
  it.each([
    ['bound to nothing in particular', listening(undefined), 'web > db tcp 443', 'established'],
    ['the same over IPv6', listening(undefined), IPV6, 'established'],
    ['bound to 0.0.0.0', listening('0.0.0.0'), 'web > db tcp 443', 'established'],
    ['which is every address of IPv4 alone', listening('0.0.0.0'), IPV6, REFUSED],
    ['bound to ::', listening('::'), 'web > db tcp 443', 'established'],
    ['bound to 127.0.0.1', listening('127.0.0.1'), 'web > db tcp 443', REFUSED],
    ['bound to ::1', listening('::1'), IPV6, REFUSED],
    ['bound to the address that is asked', listening('10.1.2.10'), 'web > db tcp 443', 'established'],
    ['bound to the address of the other interface', listening('10.1.3.10'), 'web > db tcp 443', REFUSED],
    ['on another port', { Listeners: [{ Protocol: 'tcp', Port: 80 }] }, 'web > db tcp 443', REFUSED],
    ['of another protocol', { Listeners: [{ Protocol: 'udp', Port: 443 }] }, 'web > db tcp 443', REFUSED],
    ['none at all; the kernel answers pings', { Listeners: [] }, 'web > db icmp', 'replied'],
  ] as const)('%s', (_name, host, asked, answer) => {
    expectAnswer(world(host), asked, answer);
  });
});

describe('a host firewall', () => {
  const rule = (row: object): Partial<HostDocument> => ({
    Firewall: [{ Direction: 'in', Do: 'drop', ...row } as NonNullable<HostDocument['Firewall']>[number]],
  });
  const ASKED = 'web > db tcp 443';
  it.each([
    ['drops in silence', rule({}), ASKED, 'timeout: forward host-dropped at db by host.firewall-drops'],
    [
      'drops one port',
      rule({ Port: 443 }),
      ASKED,
      'timeout: forward host-dropped at db by host.firewall-drops',
    ],
    ['and no other', rule({ Port: 22 }), ASKED, 'established'],
    [
      'rejects aloud',
      rule({ Do: 'reject' }),
      ASKED,
      'refused: forward host-rejected at db by host.firewall-rejects',
    ],
    ['lets answers in to what its host has asked', rule({}), 'db > web tcp 443', 'established'],
    ['lets nothing out', rule({ Direction: 'out' }), 'db > web tcp 443', 'never-sent'],
    ['lets answers out', rule({ Direction: 'out' }), ASKED, 'established'],
  ] as const)('%s', (_name, host, asked, answer) => {
    expectAnswer(world(host), asked, answer);
  });

  it('is read from the top', () => {
    const both = (first: 'accept' | 'drop', second: 'accept' | 'drop'): Partial<HostDocument> => ({
      Firewall: [first, second].map((Do) => ({ Direction: 'in', Do })),
    });
    expectAnswer(world(both('accept', 'drop')), ASKED, 'established');
    expectAnswer(
      world(both('drop', 'accept')),
      ASKED,
      'timeout: forward host-dropped at db by host.firewall-drops',
    );
  });

  it('that rejects is written as ICMP out of the interface', () => {
    const { outcomes, lines } = play(world(rule({ Do: 'reject' }), traffic(ASKED, { SourcePort: 40000 })));
    expect(outcomes).toEqual(['refused']);
    expect(lines('eni-db')).toEqual([
      '10 ingress ACCEPT 10.1.1.10:40000 > 10.1.2.10:443 S',
      '10 egress ACCEPT 10.1.2.10 > 10.1.1.10',
    ]);
  });

  it('of an appliance that rejects is heard by the client', () => {
    const through = worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24', fw: '10.1.5.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.2.10', fw: '10.1.5.10 no-check' },
        routes: { app: ['10.1.2.0/24 eni-fw'], data: ['10.1.1.0/24 eni-fw'] },
      }),
      { Hosts: [{ Name: 'fw', Firewall: [{ Direction: 'in', Protocol: 'tcp', Port: 443, Do: 'reject' }] }] },
    );
    expectAnswer(through, ASKED, 'refused: forward host-rejected at fw by host.firewall-rejects');
    expectAnswer(through, 'web > db tcp 80', 'established via eni-fw / eni-fw');
    expect(play(worldOf(through, traffic(ASKED))).outcomes).toEqual(['refused']);
  });
});

describe('a host with two interfaces', () => {
  const byDefault = (id: 'eni-db' | 'eni-db-2'): Partial<HostDocument> => ({ DefaultInterfaceId: id });
  const CHECKED = 'timeout: return source-dest-check at eni-db-2 by eni.source-dest-check';
  it.each([
    [
      'answers where the request came in',
      {},
      'web > 10.1.3.10 tcp 443',
      'established via eni-db-2 / eni-db-2',
    ],
    [
      'answers by its default interface',
      byDefault('eni-db'),
      'web > db tcp 443',
      'established via eni-db / eni-db',
    ],
    [
      'with the address that was asked, which that interface does not have',
      byDefault('eni-db-2'),
      'web > db tcp 443',
      CHECKED,
    ],
    [
      'answers a neighbour directly',
      byDefault('eni-db'),
      'near > 10.1.3.10 tcp 443',
      'established via eni-db-2 / eni-db-2',
    ],
    [
      'asks a neighbour directly',
      byDefault('eni-db'),
      'db > near tcp 443',
      'established via eni-db-2 / eni-db-2',
    ],
    [
      'asks others by its default interface',
      byDefault('eni-db-2'),
      'db > web tcp 443',
      'established via eni-db-2 / eni-db-2',
    ],
  ] as const)('%s', (_name, host, asked, answer) => {
    expectAnswer(world(host), asked, answer);
  });

  it('may change its mind', () => {
    const change = { Service: 'host', Action: 'SetDefaultInterface', Host: 'db' } as const;
    const made = world(
      byDefault('eni-db-2'),
      traffic('web > db tcp 443', { after: 10 }),
      traffic('web > db tcp 443', { after: 300 }),
      { Timeline: [{ At: '2026-03-02T10:04:00Z', Changes: [{ ...change, NetworkInterfaceId: 'eni-db' }] }] },
    );
    expect(play(made).outcomes).toEqual(['timeout', 'established']);
  });
});

describe('a stopped instance', () => {
  it('answers nothing', () => {
    const stopped = worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.1.20 stopped' },
      }),
    );
    expectAnswer(stopped, 'web > db tcp 443', 'timeout: forward host-dropped at db by host.stopped');
  });
});
