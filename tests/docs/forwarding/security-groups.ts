/** Security groups: what lets a packet pass, and what a rule may name. */
import type { Lists } from '../../support/network/filter-rows';
import { prefixList } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { vpc } from '../../support/network/vpc';
import { asks, type Case } from './case';

/** `web` asks `db`, which has the groups given: `sg-db`, and `sg-more` where it is described. */
const world = (groups: Readonly<Record<string, Lists>>, ...more: readonly Part[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      blocks: ['2001:db8:a::/56'],
      subnets: { app: '10.1.1.0/24 2001:db8:a:1::/64', data: '10.1.2.0/24 2001:db8:a:2::/64' },
      servers: {
        web: '10.1.1.10 198.51.100.7 2001:db8:a:1::10 sg-web',
        db: `10.1.2.10 198.51.100.8 2001:db8:a:2::10 ${Object.keys(groups).join(' ')}`,
      },
      groups: { 'sg-web': {}, ...groups },
      routes: { main: ['0.0.0.0/0 igw-a'] },
      igw: true,
    }),
    ...more,
  );

const REFUSED = 'timeout: forward denied-in at sg-db by sg.no-rule';
const inOnly = (...rules: readonly string[]) => world({ 'sg-db': { in: rules } });

export const CASES: readonly Case[] = [
  asks(
    'sg.union',
    'any rule of a group',
    inOnly('tcp 10.9.0.0/16 443', 'tcp 10.1.1.0/24 443'),
    'web > db tcp 443',
    'established',
  ),
  asks(
    'sg.union',
    'of any group on the interface',
    world({ 'sg-db': { in: [] }, 'sg-more': { in: ['tcp 10.1.1.0/24 443'] } }),
    'web > db tcp 443',
    'established',
  ),
  asks(
    'sg.union',
    'no rule of any of them',
    world({ 'sg-db': { in: [] }, 'sg-more': { in: ['tcp 10.1.1.0/24 80'] } }),
    'web > db tcp 443',
    REFUSED,
  ),
  asks(
    'sg.union',
    'inside one subnet as well',
    worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.1.20 sg-db' },
        groups: { 'sg-db': { in: [] } },
      }),
    ),
    'web > db tcp 443',
    REFUSED,
  ),

  asks('sg.new', 'nothing comes in', world({ 'sg-db': { in: [] } }), 'web > db tcp 443', REFUSED),
  asks('sg.new', 'everything goes out', world({ 'sg-db': { in: [] } }), 'db > web tcp 443', 'established'),
  asks(
    'sg.new',
    'without rules nothing goes out either',
    world({ 'sg-db': { in: [], out: [] } }),
    'db > web tcp 443',
    'timeout: forward denied-out at sg-db by sg.no-rule',
  ),

  asks(
    'sg.stateful',
    'the answer needs no outbound rule',
    world({ 'sg-db': { in: ['tcp 10.1.1.0/24 443'], out: [] } }),
    'web > db tcp 443',
    'established',
  ),
  asks(
    'sg.stateful',
    'nor an inbound one at the asker',
    world({ 'sg-db': { in: [] } }),
    'db > web udp 53',
    'replied',
  ),
  asks(
    'sg.stateful',
    'nor does a refusal',
    world({ 'sg-db': { in: ['tcp 10.1.1.0/24 443'], out: [] } }, { Hosts: [{ Name: 'db', Listeners: [] }] }),
    'web > db tcp 443',
    'refused: forward not-listening at db by host.not-listening',
  ),

  asks(
    'sg.peers',
    'an IPv4 block says nothing about IPv6',
    inOnly('tcp 0.0.0.0/0 443'),
    'web > 2001:db8:a:2::10 tcp 443',
    REFUSED,
  ),
  asks(
    'sg.peers',
    'an IPv6 block',
    inOnly('tcp 2001:db8:a:1::/64 443'),
    'web > 2001:db8:a:2::10 tcp 443',
    'established',
  ),
  asks(
    'sg.peers',
    'a prefix list',
    world({ 'sg-db': { in: ['tcp pl-office 443'] } }, prefixList('office', ['192.0.2.0/24', '10.1.1.0/24'])),
    'web > db tcp 443',
    'established',
  ),
  asks(
    'sg.peers',
    'a prefix list without the address',
    world({ 'sg-db': { in: ['tcp pl-office 443'] } }, prefixList('office', ['192.0.2.0/24'])),
    'web > db tcp 443',
    REFUSED,
  ),
  asks('sg.peers', 'a prefix list out of sight', inOnly('tcp pl-elsewhere 443'), 'web > db tcp 443', REFUSED),
  asks('sg.peers', 'a group', inOnly('tcp sg-web 443'), 'web > db tcp 443', 'established'),
  asks(
    'sg.peers',
    'a group, by an IPv6 address of a member',
    inOnly('tcp sg-web 443'),
    'web > 2001:db8:a:2::10 tcp 443',
    'established',
  ),
  asks(
    'sg.peers',
    'a group of which the sender is no member',
    inOnly('tcp sg-a 443'),
    'web > db tcp 443',
    REFUSED,
  ),
  asks(
    'sg.peers',
    'a group means private addresses: over public ones it does not match',
    inOnly('tcp sg-web 443'),
    'web > 198.51.100.8 tcp 443',
    REFUSED,
  ),
  asks(
    'sg.peers',
    'while the public address of the sender does',
    inOnly('tcp 198.51.100.7/32 443'),
    'web > 198.51.100.8 tcp 443',
    'established',
  ),
  asks(
    'sg.peers',
    'a rule of the other protocol',
    inOnly('udp 10.1.1.0/24 443'),
    'web > db tcp 443',
    REFUSED,
  ),
  asks('sg.peers', 'an ICMP type', inOnly('icmp 10.1.1.0/24 8/-1'), 'web > db icmp', 'replied'),
  asks('sg.peers', 'another ICMP type', inOnly('icmp 10.1.1.0/24 0/-1'), 'web > db icmp', REFUSED),
];
