/** Appliances between subnets, NAT instances, and the check that lets them be. */
import { expect } from 'vitest';
import { natGateway } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { play, traffic } from '../../support/network/play';
import { vpc } from '../../support/network/vpc';
import { asks, type Case, proves } from './case';

/** `web` and `db` in subnets of their own, `fw` in a third; their tables lead through it. */
const between = (fw: string, groups: Readonly<Record<string, { in: readonly string[] }>> = {}) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24 b', fw: '10.1.5.0/24' },
      servers: { web: '10.1.1.10', db: `10.1.2.10 ${Object.keys(groups)[0] ?? ''}`, fw: `10.1.5.10 ${fw}` },
      routes: { app: ['10.1.2.0/24 eni-fw'], data: ['10.1.1.0/24 eni-fw'], fw: [] },
      groups,
    }),
  );

const THROUGH = 'established via eni-fw';
const onForwarding = (Forwarding: 'route' | 'masquerade' | 'off'): Part => ({
  Hosts: [{ Name: 'fw', Forwarding }],
});

/** `web` behind `nat`, which stands in a public subnet. */
const natInstance = (nat: string) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', pub: '10.1.9.0/24' },
      servers: { web: '10.1.1.10', nat: `10.1.9.10 ${nat}` },
      groups: { 'sg-nat': { in: ['tcp 10.1.1.0/24 80'] } },
      routes: { app: ['0.0.0.0/0 eni-nat'], pub: ['0.0.0.0/0 igw-a'] },
      igw: true,
    }),
    { Hosts: [{ Name: 'nat', Forwarding: 'masquerade' }] },
  );

export const CASES: readonly Case[] = [
  asks(
    'route.middlebox',
    'between two subnets, both ways',
    between('no-check'),
    'web > db tcp 443',
    `${THROUGH} / eni-fw`,
  ),
  asks(
    'route.middlebox',
    'a group reference no longer matches behind it',
    between('no-check', { 'sg-db': { in: ['tcp sg-a 443'] } }),
    'web > db tcp 443',
    'timeout: forward denied-in at sg-db by sg.no-rule',
  ),
  asks(
    'route.middlebox',
    'while an address does',
    between('no-check', { 'sg-db': { in: ['tcp 10.1.1.0/24 443'] } }),
    'web > db tcp 443',
    THROUGH,
  ),
  asks(
    'route.middlebox',
    'in the subnet of one end it meets its own route, and the packet goes round in circles',
    worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24' },
        servers: { web: '10.1.1.10', fw: '10.1.1.20 no-check', db: '10.1.2.10' },
        routes: { app: ['10.1.2.0/24 eni-fw'] },
      }),
    ),
    'web > db tcp 443',
    'timeout: forward loop at eni-fw by route.loop',
  ),
  asks(
    'route.more-specific-than-local',
    'the target of the local route itself may be replaced',
    worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24', fw: '10.1.5.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.2.10', fw: '10.1.5.10 no-check' },
        routes: { app: ['10.1.0.0/16 eni-fw'], data: ['10.1.0.0/16 eni-fw'] },
      }),
    ),
    'web > db tcp 443',
    `${THROUGH} / eni-fw`,
  ),
  asks(
    'route.more-specific-than-local',
    'a NAT gateway may stand between two subnets',
    worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24', nat: '10.1.5.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.2.10' },
        routes: { app: ['10.1.2.0/24 nat-x'] },
      }),
      natGateway('x', 'a', 'nat', '10.1.5.5'),
    ),
    'web > db tcp 443',
    'established via nat-x / nat-x',
  ),

  asks(
    'interface.source-dest-check',
    'on, the appliance receives nothing for others',
    between(''),
    'web > db tcp 443',
    'timeout: forward source-dest-check at eni-fw by eni.source-dest-check',
  ),
  asks(
    'interface.source-dest-check',
    'nobody sends with an address that is not its own',
    worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.2.10', 'db/2': '10.1.2.20' },
      }),
      { Hosts: [{ Name: 'db', DefaultInterfaceId: 'eni-db-2' }] },
    ),
    'web > db tcp 443',
    'timeout: return source-dest-check at eni-db-2 by eni.source-dest-check',
  ),
  asks(
    'interface.source-dest-check',
    'off, the operating system may still refuse to forward',
    worldOf(between('no-check'), onForwarding('off')),
    'web > db tcp 443',
    'timeout: forward host-dropped at fw by host.forwarding-off',
  ),
  asks(
    'interface.source-dest-check',
    'a stopped appliance forwards nothing',
    between('no-check stopped'),
    'web > db tcp 443',
    'timeout: forward host-dropped at fw by host.stopped',
  ),
  asks(
    'interface.source-dest-check',
    'a NAT instance answers for those behind it',
    worldOf(between('no-check'), onForwarding('masquerade')),
    'web > db tcp 443',
    'established via eni-fw / fw',
  ),
  proves('interface.source-dest-check', 'what a NAT instance sends has its address', () => {
    const { lines } = play(
      worldOf(
        between('no-check'),
        onForwarding('masquerade'),
        traffic('web > db tcp 443', { SourcePort: 40000 }),
      ),
    );
    expect(lines('eni-db')[0]).toMatch(/^10 ingress ACCEPT 10\.1\.5\.10:\d+ > 10\.1\.2\.10:443 S$/);
    expect(lines('eni-web')[1]).toBe('10 ingress ACCEPT 10.1.2.10:443 > 10.1.1.10:40000 S');
  }),
  asks(
    'interface.source-dest-check',
    'a NAT instance to the internet needs a public address of its own',
    natInstance('no-check'),
    'web > 203.0.113.5 tcp 443',
    'timeout: forward gateway-refused at igw-a by igw.needs-public-source',
  ),
  asks(
    'interface.source-dest-check',
    'has one, and works',
    natInstance('198.51.100.9 no-check'),
    'web > 203.0.113.5 tcp 443',
    'established via nat igw-a / igw-a nat',
  ),
  asks(
    'interface.source-dest-check',
    'its security group judges what comes from inside',
    natInstance('198.51.100.9 no-check sg-nat'),
    'web > 203.0.113.5 tcp 443',
    'timeout: forward denied-in at sg-nat by sg.no-rule',
  ),
];
