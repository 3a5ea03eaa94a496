/** What is remembered of a connection, and for how long: rules taken away under it, silence, and the gateways that forget. */
import { expect } from 'vitest';
import { aclEntry } from '@/lib/core/scenario/blueprints/filter-rows';
import type { Change } from '@/lib/core/simulate/world';
import { permission } from '../../support/network/filter-rows';
import { type Part, worldOf } from '../../support/network/part';
import { at, play, traffic } from '../../support/network/play';
import { vpc } from '../../support/network/vpc';
import { type Case, ec2, proves } from './case';

/** `web` talks to `db`, whose group lets in what `rule` says, and lets out what `out` says. */
const world = (rule: string, ...more: readonly Part[]) => sketch({ rule }, ...more);

interface Sketch {
  readonly rule: string;
  readonly out?: readonly string[];
  /** What is unusual about `db`: its instance type. */
  readonly db?: string;
}

const sketch = ({ rule, out, db = '' }: Sketch, ...more: readonly Part[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24' },
      servers: { web: '10.1.1.10', db: `10.1.2.10 sg-db ${db}` },
      groups: { 'sg-db': { in: [rule], ...(out && { out }) } },
      acls: { data: {} },
    }),
    ...more,
  );

const revoke = (rule: string): Change =>
  ec2({ Action: 'RevokeSecurityGroupIngress', GroupId: 'sg-db', IpPermissions: [permission(rule)] });
const deny = (egress: boolean): Change => {
  const { Protocol, PortRange, CidrBlock } = aclEntry(50, egress, '0.0.0.0/0', [0, 65535]);
  const call = {
    Action: 'CreateNetworkAclEntry',
    NetworkAclId: 'acl-data',
    RuleNumber: 50,
    RuleAction: 'deny',
  };
  return ec2({ ...call, Egress: egress, Protocol, PortRange, CidrBlock });
};

/** One request each second from second 10 to second 30; what happens does so at second 20. */
const talk = (text: string): Part => traffic(text, { Requests: 21 });
const TCP = talk('web > db tcp 443');

/** The seconds at which `db` let something in. */
const heard = (...parts: readonly [string, ...Part[]]): readonly number[] =>
  play(world(...parts)).seconds('eni-db', 'ingress');

const NARROW = 'tcp 10.1.1.0/24 443';
const OPEN = 'tcp 0.0.0.0/0 443';

/** Two requests with a silence between them; whether the second one still passes once the rule is gone. */
const afterSilence = (text: string, rule: string, pause: number, db = ''): string => {
  const made = play(sketch({ rule, db }, traffic(text, { Requests: 2, Pause: pause }), at(12, revoke(rule))));
  const refused = made.seconds('eni-db', 'ingress', 'REJECT').some((second) => second >= 10 + pause);
  return refused ? 'refused' : 'passes';
};

const silence = (name: string, text: string, rule: string, pause: number, outcome: string, db = ''): Case =>
  proves('sg.timeouts', `${name}, ${pause} s`, () =>
    expect(afterSilence(text, rule, pause, db)).toBe(outcome),
  );

export const CASES: readonly Case[] = [
  proves('sg.outlives-rule', 'the connection goes on, a new one does not begin', () => {
    const made = play(world(NARROW, TCP, traffic('web > db tcp 443', { after: 25 }), at(20, revoke(NARROW))));
    expect(made.outcomes).toEqual(['established', 'timeout']);
    expect(Math.max(...made.seconds('eni-db', 'ingress'))).toBe(30);
    expect(made.seconds('eni-db', 'ingress', 'REJECT')[0]).toBe(25);
  }),
  proves(
    'sg.outlives-rule',
    'the same ports once more, after both ends have closed, are a new connection',
    () => {
      const again = { SourcePort: 40000 };
      const made = play(
        world(
          NARROW,
          traffic('web > db tcp 443', again),
          traffic('web > db tcp 443', { ...again, after: 25 }),
          at(20, revoke(NARROW)),
        ),
      );
      expect(made.outcomes).toEqual(['established', 'timeout']);
      expect(made.seconds('eni-db', 'ingress', 'REJECT')[0]).toBe(25);
    },
  ),
  proves('sg.outlives-rule', 'an inbound entry of the network ACL cuts it at once', () => {
    const made = play(world(NARROW, TCP, at(20.5, deny(false))));
    expect(Math.max(...made.seconds('eni-db', 'ingress'))).toBe(20);
    expect(made.seconds('eni-db', 'ingress', 'REJECT')[0]).toBe(21);
  }),
  proves('sg.outlives-rule', 'an outbound one lets the requests in and no answer out', () => {
    const made = play(world(NARROW, TCP, at(20.5, deny(true))));
    expect(made.seconds('eni-db', 'egress', 'REJECT')[0]).toBe(21);
    expect(Math.max(...made.seconds('eni-web', 'ingress'))).toBe(20);
  }),

  proves('sg.untracked', 'open to everybody both ways: cut with the rule', () => {
    expect(Math.max(...heard(OPEN, TCP, at(20.5, revoke(OPEN))))).toBe(20);
  }),
  proves('sg.untracked', 'not where the other way is open to some', () => {
    const made = play(sketch({ rule: OPEN, out: ['all 10.0.0.0/8'] }, TCP, at(20.5, revoke(OPEN))));
    expect(Math.max(...made.seconds('eni-db', 'ingress'))).toBe(30);
  }),
  proves('sg.untracked', 'not where the other way is open for some ports', () => {
    const made = play(sketch({ rule: OPEN, out: ['tcp 0.0.0.0/0 1024-65535'] }, TCP, at(20.5, revoke(OPEN))));
    expect(Math.max(...made.seconds('eni-db', 'ingress'))).toBe(30);
  }),
  proves('sg.untracked', 'UDP as well', () => {
    const rule = 'udp 0.0.0.0/0 53';
    expect(Math.max(...heard(rule, talk('web > db udp 53'), at(20.5, revoke(rule))))).toBe(20);
  }),
  proves('sg.untracked', 'ICMP is tracked, however open', () => {
    const rule = 'icmp 0.0.0.0/0';
    expect(Math.max(...heard(rule, talk('web > db icmp'), at(20.5, revoke(rule))))).toBe(30);
  }),

  silence('TCP is kept for five days', 'web > db tcp 443', NARROW, 431_000, 'passes'),
  silence('and no longer', 'web > db tcp 443', NARROW, 433_000, 'refused'),
  silence('on the sixth Nitro generation for 350 s', 'web > db tcp 443', NARROW, 349, 'passes', 'm8i.large'),
  silence('and no longer', 'web > db tcp 443', NARROW, 351, 'refused', 'm8i.large'),
  silence(
    'UDP that has been answered is kept for 180 s',
    'web > db udp 53',
    'udp 10.1.1.0/24 53',
    179,
    'passes',
  ),
  silence('and no longer', 'web > db udp 53', 'udp 10.1.1.0/24 53', 181, 'refused'),
  silence('a ping for 600 s', 'web > db icmp', 'icmp 10.1.1.0/24', 599, 'passes'),
  silence('and no longer', 'web > db icmp', 'icmp 10.1.1.0/24', 601, 'refused'),
  ...[
    [29, 'passes'],
    [31, 'refused'],
  ].map(([pause, outcome]) =>
    proves('sg.timeouts', `UDP that nobody has answered for 30 s, ${pause} s`, () => {
      const rule = 'udp 10.1.1.0/24 53';
      const silent: Part = { Hosts: [{ Name: 'db', Firewall: [{ Direction: 'in', Do: 'drop' }] }] };
      const made = play(
        world(
          rule,
          silent,
          traffic('web > db udp 53', { Requests: 2, Pause: Number(pause) }),
          at(12, revoke(rule)),
        ),
      );
      const last = made.seconds('eni-db', 'ingress', outcome === 'passes' ? 'ACCEPT' : 'REJECT').at(-1);
      expect(last).toBe(10 + Number(pause));
    }),
  ),
  ...[
    [99, 'ACCEPT'],
    [101, 'REJECT'],
  ].map(([pause, action]) =>
    proves('sg.timeouts', `a time-out of 100 s set for the interface, ${pause} s`, () => {
      const made = world(
        NARROW,
        traffic('web > db tcp 443', { Requests: 2, Pause: Number(pause) }),
        at(12, revoke(NARROW)),
      );
      const NetworkInterfaces = (made.Snapshot.NetworkInterfaces ?? []).map((row) => ({
        ...row,
        ConnectionTrackingConfiguration: { TcpEstablishedTimeout: 100 },
      }));
      const { seconds } = play({ ...made, Snapshot: { ...made.Snapshot, NetworkInterfaces } });
      expect(seconds('eni-db', 'ingress', action as 'ACCEPT' | 'REJECT')).toContain(10 + Number(pause));
    }),
  ),

  ...(['udp 0.0.0.0/0', 'icmp 0.0.0.0/0'] as const).map((second) =>
    proves(
      'sg.fragmentation-needed',
      `about an untracked one it ${second.startsWith('icmp') ? 'passes by' : 'needs'} an inbound rule for ICMP`,
      () => {
        const made = play(
          worldOf(
            vpc('a', '10.1.0.0/16', {
              subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24' },
              servers: { web: '10.1.1.10 sg-web', db: '10.1.2.10' },
              groups: { 'sg-web': { in: ['udp 0.0.0.0/0', second] } },
            }),
            { Hosts: [{ Name: 'db', Listeners: [] }] },
            traffic('web > db udp 53'),
          ),
        );
        const passes = second.startsWith('icmp');
        expect(made.outcomes).toEqual([passes ? 'refused' : 'timeout']);
        expect(made.lines('eni-web').at(-1)).toBe(
          `10 ingress ${passes ? 'ACCEPT' : 'REJECT'} 10.1.2.10 > 10.1.1.10`,
        );
      },
    ),
  ),
  proves('sg.fragmentation-needed', 'an ICMP error about a tracked connection passes', () => {
    const made = play(
      sketch(
        { rule: 'udp 10.1.1.0/24 53', out: [] },
        { Hosts: [{ Name: 'db', Listeners: [] }] },
        traffic('web > db udp 53'),
      ),
    );
    expect(made.outcomes).toEqual(['refused']);
    expect(made.lines('eni-db').at(-1)).toBe('10 egress ACCEPT 10.1.2.10 > 10.1.1.10');
  }),
];
