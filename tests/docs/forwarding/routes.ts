/** Which route decides, and what stands beside the routes. */
import { expect } from 'vitest';
import { ask } from '../../support/network/ask';
import { egressOnly, natGateway, peering, prefixList } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { vpnGateway } from '../../support/network/premises';
import { vpc } from '../../support/network/vpc';
import { asks, type Case, proves } from './case';

const SUBNETS = {
  app: '10.1.1.0/24 2001:db8:a:1::/64',
  data: '10.1.2.0/24 b 2001:db8:a:2::/64',
  pub: '10.1.9.0/24 2001:db8:a:9::/64',
};
const SERVERS = {
  web: '10.1.1.10 198.51.100.7 2001:db8:a:1::10',
  near: '10.1.1.20',
  db: '10.1.2.10 2001:db8:a:2::10',
};

/** VPC a with the routes of `web`'s subnet, peered with VPC b (10.2.0.0/16), with every kind of gateway at hand. */
const world = (app: readonly string[], ...more: readonly Part[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      blocks: ['100.65.0.0/16', '2001:db8:a::/56'],
      subnets: { ...SUBNETS, extra: '100.65.1.0/24' },
      servers: { ...SERVERS, spare: '100.65.1.10' },
      routes: { app, pub: ['0.0.0.0/0 igw-a'] },
      igw: true,
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { far: '10.2.1.0/24' },
      servers: { api: '10.2.1.10' },
      routes: { main: ['10.1.0.0/16 pcx-ab'] },
    }),
    peering('a', 'b'),
    natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9'),
    vpnGateway('a'),
    prefixList('b', ['10.2.0.0/16']),
    prefixList('also-b', ['10.2.0.0/16']),
    egressOnly('a'),
    ...more,
  );

const NOWHERE = 'forward no-route at rtb-app by route.none';
const DISCARDED = 'timeout: forward blackhole at rtb-app by route.blackhole';
const UNKNOWN_BLOCK = 'timeout: forward gateway-refused at vgw-a by vgw.unknown-prefix';

export const CASES: readonly Case[] = [
  asks(
    'route.longest-prefix',
    'a /16 to the peer beats the default route',
    world(['0.0.0.0/0 igw-a', '10.2.0.0/16 pcx-ab']),
    'web > 10.2.1.10 tcp 443',
    'established via pcx-ab / pcx-ab',
  ),
  asks(
    'route.longest-prefix',
    'a /32 to nowhere beats the /16',
    world(['10.2.0.0/16 pcx-ab', '10.2.1.10/32 nat-gone blackhole']),
    'web > 10.2.1.10 tcp 443',
    DISCARDED,
  ),
  asks(
    'route.longest-prefix',
    'a default route for IPv4 is none for IPv6',
    world(['0.0.0.0/0 igw-a']),
    'web > 2001:4860::8 tcp 443',
    `timeout: ${NOWHERE}`,
  ),
  asks(
    'route.longest-prefix',
    'IPv6 has a default route of its own',
    world(['0.0.0.0/0 nat-gone blackhole', '::/0 igw-a']),
    'web > 2001:4860::8 tcp 443',
    'established via igw-a / igw-a',
  ),

  asks(
    'route.tie',
    'static before prefix list',
    world(['pl-b igw-a', '10.2.0.0/16 pcx-ab']),
    'web > 10.2.1.10 tcp 443',
    'established via pcx-ab / pcx-ab',
  ),
  asks(
    'route.tie',
    'prefix list before propagated',
    world(['10.2.0.0/16 vgw-a propagated', 'pl-b pcx-ab']),
    'web > 10.2.1.10 tcp 443',
    'established via pcx-ab / pcx-ab',
  ),
  asks(
    'route.tie',
    'static before propagated, also where the static one is a blackhole',
    world(['10.2.0.0/16 vgw-a propagated', '10.2.0.0/16 pcx-gone blackhole']),
    'web > 10.2.1.10 tcp 443',
    DISCARDED,
  ),
  proves('route.tie', 'the step names the rule that settled it', () => {
    const { forward } = ask(world(['pl-b igw-a', '10.2.0.0/16 pcx-ab']), 'web > 10.2.1.10 tcp 443');
    const step = forward?.hops.find(({ component }) => component === 'rtb-app')?.steps[0];
    expect(step?.rule.id).toBe('route.priority');
  }),

  asks(
    'route.kind-does-not-matter',
    'a propagated /24 beats a static /16',
    world(['10.2.0.0/16 pcx-ab', '10.2.1.0/24 vgw-a propagated']),
    'web > 10.2.1.10 tcp 443',
    UNKNOWN_BLOCK,
  ),
  asks(
    'route.kind-does-not-matter',
    'of two prefix lists the first one stays',
    world(['pl-b pcx-ab', 'pl-also-b igw-a']),
    'web > 10.2.1.10 tcp 443',
    'established via pcx-ab / pcx-ab',
  ),

  asks(
    'route.propagated-inside-vpc',
    'a propagated /24 of the VPC itself counts for nothing',
    world(['10.1.2.0/24 vgw-a propagated']),
    'web > db tcp 443',
    'established',
  ),
  asks(
    'route.propagated-inside-vpc',
    'nor does one for the block of the VPC',
    world(['10.1.0.0/16 vgw-a propagated']),
    'web > db tcp 443',
    'established',
  ),
  proves(
    'route.propagated-inside-vpc',
    'the step says that local was preferred, and for that block only',
    () => {
      const ruleFor = (to: string): string | undefined =>
        ask(world(['10.1.2.0/24 vgw-a propagated']), `web > ${to} tcp 443`).forward?.hops.find(
          ({ component }) => component === 'rtb-app',
        )?.steps[0]?.rule.id;
      expect(ruleFor('db')).toBe('route.local-before-propagated');
      expect(ruleFor('spare')).toBe('route.local');
    },
  ),
  asks(
    'route.two-guides',
    'a propagated default route is wider than local, and works for everything else',
    world(['0.0.0.0/0 vgw-a propagated']),
    'web > 203.0.113.5 tcp 443',
    UNKNOWN_BLOCK,
  ),
  asks(
    'route.two-guides',
    'and so does a propagated 10.0.0.0/8 around the VPC',
    world(['10.0.0.0/8 vgw-a propagated']),
    'web > 10.7.1.1 tcp 443',
    UNKNOWN_BLOCK,
  ),
  asks(
    'route.two-guides',
    'while the VPC itself stays local',
    world(['10.0.0.0/8 vgw-a propagated']),
    'web > db tcp 443',
    'established',
  ),
  asks(
    'route.two-guides',
    'a static route inside the VPC beats local by its prefix',
    world(['10.1.2.0/24 eni-gone blackhole']),
    'web > db tcp 443',
    DISCARDED,
  ),

  asks('route.local-per-block', 'the primary block', world([]), 'web > db tcp 443', 'established'),
  asks('route.local-per-block', 'a secondary block', world([]), 'web > spare tcp 443', 'established'),
  asks('route.local-per-block', 'the IPv6 block', world([]), 'web > 2001:db8:a:2::10 tcp 443', 'established'),

  asks(
    'route.reserved',
    'no route leads to 169.254.168.0/22',
    world(['0.0.0.0/0 igw-a']),
    'web > 169.254.169.7 tcp 80',
    'timeout: forward no-route at rtb-app by route.reserved',
  ),
  asks(
    'route.reserved',
    'nor to fd00:ec2::/32',
    world(['::/0 igw-a']),
    'web > fd00:ec2::77 tcp 80',
    'timeout: forward no-route at rtb-app by route.reserved',
  ),

  asks(
    'route.explicit-or-main',
    'the associated table has no route',
    world([]),
    'web > 203.0.113.5 tcp 443',
    `timeout: ${NOWHERE}`,
  ),
  asks(
    'route.explicit-or-main',
    'a subnet without one follows the main table',
    world([]),
    'db > 203.0.113.5 tcp 443',
    'timeout: forward no-route at rtb-a by route.none',
  ),

  asks(
    'route.state',
    'one that a route server advertises carries',
    world(['10.2.0.0/16 pcx-ab advertised']),
    'web > 10.2.1.10 tcp 443',
    'established via pcx-ab / pcx-ab',
  ),
  asks(
    'route.state',
    'unless somebody wrote one for the same block',
    world(['10.2.0.0/16 pcx-ab advertised', '10.2.0.0/16 nat-gone blackhole']),
    'web > 10.2.1.10 tcp 443',
    DISCARDED,
  ),
  asks(
    'route.state',
    'a filtered route is none',
    world(['10.2.0.0/16 pcx-ab filtered']),
    'web > 10.2.1.10 tcp 443',
    `timeout: ${NOWHERE}`,
  ),
  asks(
    'route.blackhole',
    'it does not fall through to the default route',
    world(['203.0.113.0/24 nat-gone blackhole', '0.0.0.0/0 igw-a']),
    'web > 203.0.113.5 tcp 443',
    DISCARDED,
  ),
  asks(
    'route.same-subnet',
    'no route leads away from a neighbour',
    world(['10.1.1.0/24 eni-gone blackhole']),
    'web > near tcp 443',
    'established',
  ),
];
