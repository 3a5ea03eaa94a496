/** The internet gateway, and the egress-only one beside it. */
import { expect } from 'vitest';
import { egressOnly } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { at, play, traffic } from '../../support/network/play';
import { vpc } from '../../support/network/vpc';
import { asks, type Case, ec2, proves } from './case';

interface Edge {
  readonly routes?: readonly string[];
  readonly igw?: boolean;
  readonly sgIn?: readonly string[];
}

/** `web` with a public address, `app` without, both also with IPv6. */
const world = (
  { routes = ['0.0.0.0/0 igw-a', '::/0 igw-a'], igw = true, sgIn }: Edge = {},
  ...more: readonly Part[]
) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      blocks: ['2001:db8:a::/56'],
      subnets: { pub: '10.1.1.0/24 2001:db8:a:1::/64' },
      servers: {
        web: `10.1.1.10 198.51.100.7 2001:db8:a:1::10 ${sgIn ? 'sg-web' : ''}`,
        app: '10.1.1.20 2001:db8:a:1::20',
        two: '10.1.1.30 198.51.100.30 10.1.1.31 198.51.100.31',
      },
      groups: { 'sg-web': { in: sgIn ?? [] } },
      routes: { main: routes },
      igw,
    }),
    ...more,
  );

const OUT = 'web > 203.0.113.5 tcp 443';
const IN = '203.0.113.5 > web tcp 443';
const PRIVATE = 'by igw.private-destination';

export const CASES: readonly Case[] = [
  asks('igw.one-to-one', 'out', world(), OUT, 'established via igw-a / igw-a'),
  asks('igw.one-to-one', 'in', world(), IN, 'established via igw-a / igw-a'),
  asks(
    'igw.one-to-one',
    'without a public address nothing leaves',
    world(),
    'app > 203.0.113.5 tcp 443',
    'timeout: forward gateway-refused at igw-a by igw.needs-public-source',
  ),
  asks(
    'igw.one-to-one',
    'without a route nothing leaves',
    world({ routes: [] }),
    OUT,
    'timeout: forward no-route at rtb-a by route.none',
  ),
  asks(
    'igw.one-to-one',
    'what comes in is answered to nowhere',
    world({ routes: [] }),
    IN,
    'timeout: return no-route at rtb-a by route.none',
  ),
  asks(
    'igw.one-to-one',
    'a detached gateway is a blackhole',
    world({ routes: ['0.0.0.0/0 igw-a blackhole'], igw: false }),
    OUT,
    'timeout: forward blackhole at rtb-a by route.blackhole',
  ),
  asks(
    'igw.one-to-one',
    'and lets nothing in',
    world({ routes: [], igw: false }),
    IN,
    'timeout: forward gateway-refused at vpc-a by igw.not-attached',
  ),
  asks(
    'igw.one-to-one',
    'the security group is asked as well',
    world({ sgIn: ['tcp 192.0.2.0/24 443'] }),
    IN,
    'timeout: forward denied-in at sg-web by sg.no-rule',
  ),
  asks(
    'igw.one-to-one',
    'a secondary private address has a public one of its own',
    world(),
    '203.0.113.5 > 198.51.100.31 tcp 443',
    'established',
  ),
  asks(
    'igw.one-to-one',
    'a neighbour is reached at its public address by way of the gateway',
    world(),
    'web > 198.51.100.30 tcp 443',
    'established via igw-a / igw-a',
  ),
  proves('igw.one-to-one', 'the interface knows its private address only', () => {
    const { lines } = play(world({}, traffic('203.0.113.5 > web tcp 443', { SourcePort: 40000 })));
    expect(lines('eni-web').slice(0, 2)).toEqual([
      '10 ingress ACCEPT 203.0.113.5:40000 > 10.1.1.10:443 S',
      '10 egress ACCEPT 10.1.1.10:443 > 203.0.113.5:40000 S',
    ]);
  }),

  ...['10.99.0.1', '172.20.0.1', '192.168.7.1', '100.64.0.1'].map((address) =>
    asks(
      'igw.refusals',
      'no private destination',
      world(),
      `web > ${address} tcp 443`,
      `timeout: forward gateway-refused at igw-a ${PRIVATE}`,
    ),
  ),
  asks(
    'igw.refusals',
    'no private source',
    world(),
    '192.168.7.1 > 198.51.100.7 tcp 443',
    'timeout: forward gateway-refused at igw-a by igw.private-source',
  ),
  asks(
    'igw.refusals',
    'a public address that nobody here has',
    world(),
    '203.0.113.5 > 198.51.100.99 tcp 443',
    'timeout: forward not-owned at internet by address.not-owned',
  ),
  asks(
    'igw.refusals',
    'a private address is nothing to the internet',
    world(),
    '203.0.113.5 > 10.1.1.10 tcp 443',
    'timeout: forward not-owned at internet by internet.private-address',
  ),
  asks(
    'igw.shared-space',
    'from 100.64.0.0/10',
    world(),
    '100.64.0.9 > 198.51.100.7 tcp 443',
    'timeout: forward gateway-refused at igw-a by igw.private-source',
  ),

  asks(
    'eigw.outbound',
    'IPv6 out, and its answer',
    world({ routes: ['::/0 eigw-a'] }, egressOnly('a')),
    'web > 2001:4860::8 tcp 443',
    'established via eigw-a / eigw-a',
  ),
  asks(
    'eigw.outbound',
    'nothing starts outside',
    world({ routes: ['::/0 eigw-a'], igw: false }, egressOnly('a')),
    '2001:4860::8 > 2001:db8:a:1::10 tcp 443',
    'timeout: forward no-session at eigw-a by eigw.unsolicited',
  ),
  asks(
    'eigw.outbound',
    'IPv4 is not for it',
    world({ routes: ['0.0.0.0/0 eigw-a'] }, egressOnly('a')),
    OUT,
    'timeout: forward gateway-refused at eigw-a by eigw.family',
  ),
  asks(
    'eigw.outbound',
    'detached, it is a blackhole',
    world({ routes: ['::/0 eigw-a blackhole'] }, egressOnly('a', false)),
    'web > 2001:4860::8 tcp 443',
    'timeout: forward blackhole at rtb-a by route.blackhole',
  ),
  asks(
    'eigw.outbound',
    'it has no security group: its answers are tracked at the sender',
    world({ routes: ['::/0 eigw-a'], sgIn: [] }, egressOnly('a')),
    'web > 2001:4860::8 tcp 443',
    'established',
  ),
  asks(
    'eigw.outbound',
    'ping',
    world({ routes: ['::/0 eigw-a'] }, egressOnly('a')),
    'web > 2001:4860::8 icmpv6',
    'replied',
  ),
  proves('eigw.outbound', 'an answer comes back by it though the internet gateway stands beside it', () => {
    const made = play(
      world(
        { routes: ['::/0 eigw-a'] },
        egressOnly('a'),
        traffic('web > 2001:4860::8 tcp 443', { Requests: 5 }),
      ),
    );
    expect(made.outcomes).toEqual(['established']);
    expect(Math.max(...made.seconds('eni-web', 'ingress'))).toBe(14);
  }),
  proves(
    'sg.always-tracked',
    'through an egress-only gateway a connection outlives a rule that is open both ways',
    () => {
      const rule = {
        GroupId: 'sg-a',
        IpPermissions: [{ IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] }],
      };
      const cut = at(12.5, ec2({ Action: 'RevokeSecurityGroupEgress', ...rule }));
      const last = (routes: readonly string[]): number =>
        Math.max(
          ...play(
            world({ routes }, egressOnly('a'), traffic('app > 2001:4860::8 tcp 443', { Requests: 5 }), cut),
          ).seconds('eni-app', 'egress'),
        );
      expect(last(['::/0 igw-a'])).toBe(12);
      expect(last(['::/0 eigw-a'])).toBe(14);
    },
  ),
];
