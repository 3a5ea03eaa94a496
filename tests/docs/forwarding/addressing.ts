/** Addresses that AWS keeps for itself, what no filter judges and no flow log writes down, and the blocks of a VPC. */
import { expect } from 'vitest';
import { parseWorld } from '@/lib/core/simulate/parse-world';
import { worldOf } from '../../support/network/part';
import { play, traffic } from '../../support/network/play';
import { vpc } from '../../support/network/vpc';
import { parsed } from '../../support/pair';
import { asks, type Case, proves } from './case';

/** `web` behind a closed network ACL and, where `closed` says so, a security group without rules. */
const world = (closed: 'acl' | 'group') =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      blocks: ['100.64.0.0/16', '2001:db8:a::/56'],
      subnets: { app: '10.1.1.0/24 2001:db8:a:1::/64', data: '10.1.2.0/24', extra: '100.64.1.0/24' },
      servers: {
        web: `10.1.1.10 2001:db8:a:1::10 ${closed === 'group' ? 'sg-shut' : ''}`,
        db: '10.1.2.10',
        spare: '100.64.1.10',
      },
      groups: { 'sg-shut': { in: [], out: [] } },
      acls: closed === 'acl' ? { app: { in: [], out: [] }, extra: { in: [], out: [] } } : {},
    }),
  );

const EXEMPT: readonly (readonly [string, string])[] = [
  ['the resolver at base plus two', 'web > 10.1.0.2 udp 53'],
  ['the resolver over TCP', 'web > 10.1.0.2 tcp 53'],
  ['the resolver at its link-local address', 'web > 169.254.169.253 udp 53'],
  ['instance metadata', 'web > 169.254.169.254 tcp 80'],
  ['task metadata', 'web > 169.254.170.2 tcp 80'],
  ['Windows activation', 'web > 169.254.169.250 tcp 1688'],
  ['the time service', 'web > 169.254.169.123 udp 123'],
  ['DHCP', 'web > 255.255.255.255 udp 67'],
  ['the resolver over IPv6', 'web > fd00:ec2::253 udp 53'],
  ['instance metadata over IPv6', 'web > fd00:ec2::254 tcp 80'],
  ['Windows activation over IPv6', 'web > fd00:ec2::250 tcp 1688'],
  ['the time service over IPv6', 'web > fd00:ec2::123 udp 123'],
  ['DHCPv6', 'web > ff02::1:2 udp 547'],
];

const outcome = (asked: string) => (asked.includes(' udp ') ? 'replied' : 'established');

export const CASES: readonly Case[] = [
  ...EXEMPT.map(([what, asked]) => asks('acl.exempt', what, world('acl'), asked, outcome(asked))),
  ...EXEMPT.map(([what, asked]) => asks('sg.exempt', what, world('group'), asked, outcome(asked))),
  asks(
    'acl.exempt',
    "the router's address takes what it is sent, and answers nobody",
    world('acl'),
    'web > 10.1.1.1 icmp',
    'timeout: forward exited at eni-web by flowlog.never-logged',
  ),
  asks(
    'acl.exempt',
    'a resolver of somebody’s own is judged',
    world('acl'),
    'web > db udp 53',
    'timeout: forward denied-out at acl-app by nacl.default-deny',
  ),
  asks(
    'sg.exempt',
    'and so is any other port of the same addresses',
    world('group'),
    'web > 169.254.169.123 tcp 80',
    'timeout: forward denied-out at sg-shut by sg.no-rule',
  ),
  proves('acl.exempt', 'none of it leaves a record', () => {
    const made = play(worldOf(world('acl'), ...EXEMPT.map(([, asked]) => traffic(asked))));
    expect(made.outcomes).toHaveLength(EXEMPT.length);
    expect(made.crossings).toEqual([]);
  }),
  ...['10.1.0.2', '169.254.169.253', 'fd00:ec2::253'].map((address) =>
    asks(
      'address.resolver',
      'answers past closed filters',
      world('group'),
      `web > ${address} udp 53`,
      'replied',
    ),
  ),
  asks(
    'address.resolver',
    'also from a subnet of a secondary block',
    world('acl'),
    'spare > 10.1.0.2 udp 53',
    'replied',
  ),
  asks(
    'address.resolver',
    'the base of a secondary block plus two is no resolver',
    world('acl'),
    'spare > 100.64.0.2 udp 53',
    'timeout: forward denied-out at acl-extra by nacl.default-deny',
  ),
  ...['10.1.1.0', '10.1.1.1', '10.1.1.2', '10.1.1.3', '10.1.1.255'].map((address) =>
    proves('address.reserved', `nobody may have ${address}`, () => {
      const door = parseWorld(
        worldOf(vpc('a', '10.1.0.0/16', { subnets: { app: '10.1.1.0/24' }, servers: { web: address } })),
      );
      expect('issues' in door && door.issues.map(({ message }) => message)).toEqual([
        `\`${address}\` is one of the five addresses that AWS keeps in \`subnet-app\``,
      ]);
    }),
  ),
  proves('address.reserved', 'the first of the others may be had', () => {
    expect(
      parsed(
        worldOf(
          vpc('a', '10.1.0.0/16', {
            subnets: { app: '10.1.1.0/28' },
            servers: { web: '10.1.1.4', db: '10.1.1.14' },
          }),
        ),
      ).network.networkInterfaces.size,
    ).toBe(2);
  }),
  asks(
    'address.secondary-block',
    'it has a local route of its own',
    world('group'),
    'db > spare tcp 443',
    'established via rtb-a / rtb-a',
  ),
  proves('address.secondary-block', 'two blocks of a VPC may not overlap', () => {
    const door = parseWorld(worldOf(vpc('a', '10.1.0.0/16', { blocks: ['10.1.128.0/17'], subnets: {} })));
    expect('issues' in door && door.issues.map(({ message }) => message)).toEqual([
      'two blocks of `vpc-a` overlap',
    ]);
  }),
];
