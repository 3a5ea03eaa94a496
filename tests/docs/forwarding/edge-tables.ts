/** Gateway route tables, which lead what enters a VPC through an appliance. */
import { type Part, worldOf } from '../../support/network/part';
import { vpn, vpnGateway } from '../../support/network/premises';
import { vpc } from '../../support/network/vpc';
import { asks, type Case } from './case';

interface Fleet {
  /** What is unusual about the appliance's interface. */
  readonly fw?: string;
  readonly web?: readonly string[];
  readonly edge?: readonly string[];
}

/** What comes in for `web` is led through `fw`, which stands in a subnet of its own. */
const ingress = ({ fw = '198.51.100.8 no-check', web, edge }: Fleet, ...more: readonly Part[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', fw: '10.1.5.0/24', other: '10.1.3.0/24' },
      servers: {
        web: '10.1.1.10 198.51.100.7',
        fw: `10.1.5.10 ${fw}`,
        past: '10.1.3.10 198.51.100.9',
      },
      routes: {
        app: web ?? ['0.0.0.0/0 eni-fw'],
        fw: ['0.0.0.0/0 igw-a'],
        other: ['0.0.0.0/0 igw-a'],
      },
      edges: { 'igw-a': edge ?? ['10.1.1.0/24 eni-fw'] },
      igw: true,
    }),
    ...more,
  );

const FROM_OUTSIDE = '203.0.113.5 > web tcp 443';

export const CASES: readonly Case[] = [
  asks(
    'route.edge-table',
    'in and out through the appliance',
    ingress({}),
    FROM_OUTSIDE,
    'established via rtb-igw-a eni-fw / eni-fw igw-a',
  ),
  asks(
    'route.edge-table',
    'other subnets go the short way',
    ingress({}),
    '203.0.113.5 > past tcp 443',
    'established via rtb-igw-a / igw-a',
  ),
  asks(
    'route.edge-table',
    'the whole block of the VPC may be led away',
    ingress({ edge: ['10.1.0.0/16 eni-fw'] }),
    FROM_OUTSIDE,
    'established via eni-fw / eni-fw',
  ),
  asks(
    'route.edge-table',
    'the appliance needs a public address',
    ingress({ fw: 'no-check' }),
    FROM_OUTSIDE,
    'timeout: forward gateway-refused at rtb-igw-a by route.appliance-public',
  ),
  asks(
    'route.edge-table',
    'and a running instance',
    ingress({ fw: '198.51.100.8 no-check stopped' }),
    FROM_OUTSIDE,
    'timeout: forward gateway-refused at rtb-igw-a by route.appliance-public',
  ),
  asks(
    'route.edge-table',
    'the answer may not go past it',
    ingress({ web: ['0.0.0.0/0 igw-a'] }),
    FROM_OUTSIDE,
    'timeout: return gateway-refused at igw-a by route.same-appliance',
  ),
  asks(
    'route.edge-table',
    'nor may the subnet open a connection past it',
    ingress({ web: ['0.0.0.0/0 igw-a'] }),
    'web > 203.0.113.5 tcp 443',
    'timeout: forward gateway-refused at igw-a by route.same-appliance',
  ),
  asks(
    'route.edge-table',
    'behind a virtual private gateway it needs no public address',
    worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', fw: '10.1.5.0/24' },
        servers: { web: '10.1.1.10', fw: '10.1.5.10 no-check' },
        routes: { app: ['192.168.0.0/16 eni-fw'], fw: ['192.168.0.0/16 vgw-a'] },
        edges: { 'vgw-a': ['10.1.1.0/24 eni-fw'] },
      }),
      vpnGateway('a'),
      vpn('1', 'vgw-a 192.168.0.0/16'),
    ),
    '192.168.4.7 > web tcp 443',
    'established via rtb-vgw-a eni-fw / eni-fw vgw-a',
  ),
];
