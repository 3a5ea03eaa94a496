/** Random networks of every kind of component, for laws: two VPCs, a hub, the premises, and odd routes between them. */
import fc from 'fast-check';
import type { World } from '@/lib/core/simulate/world';
import type { Lists } from './filter-rows';
import {
  blockPublicAccess,
  egressOnly,
  gatewayEndpoint,
  interfaceEndpoint,
  natGateway,
  peering,
  regionalNat,
} from './gateways';
import { type Part, worldOf } from './part';
import { iso } from './play';
import { directConnect, premises, vpn, vpnGateway } from './premises';
import { tgw } from './transit-gateway';
import { vpc } from './vpc';

/** One route for each block at most: a table with two would not pass the door. */
const routesAmong = (candidates: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...candidates), {
    maxLength: 6,
    selector: (text) => text.split(' ')[0],
  });

const FROM_A = [
  '0.0.0.0/0 igw-a',
  '0.0.0.0/0 nat-x',
  '0.0.0.0/0 nat-r',
  '0.0.0.0/0 tgw-1',
  '0.0.0.0/0 eni-fw',
  '10.2.0.0/16 pcx-ab',
  '10.2.0.0/16 tgw-1',
  '10.2.0.0/16 nat-x',
  '10.1.2.0/24 eni-fw',
  '10.1.1.0/24 eni-fw',
  '192.168.0.0/16 vgw-a',
  '192.168.0.0/16 tgw-1',
  '192.168.4.0/24 vgw-a propagated',
  '203.0.113.0/24 nat-gone blackhole',
  'pl-s3 vpce-s3',
  '::/0 igw-a',
  '::/0 eigw-a',
];
const FROM_B = ['10.1.0.0/16 pcx-ab', '10.1.0.0/16 tgw-1', '0.0.0.0/0 tgw-1', '192.168.0.0/16 tgw-1'];
const IN_HUB = [
  '10.1.0.0/16 a',
  '10.2.0.0/16 b',
  '0.0.0.0/0 a',
  '192.168.0.0/16 on',
  '10.2.1.0/24 blackhole',
  '10.1.0.0/16 b propagated',
];

const rules = fc.constantFrom<readonly string[]>(
  ['all 0.0.0.0/0', 'all ::/0'],
  ['tcp 0.0.0.0/0 443'],
  ['tcp sg-a 443', 'icmp 10.0.0.0/8'],
  ['tcp pl-s3 443'],
  [],
);
const entries = fc.constantFrom<readonly string[]>(
  ['100 allow all 0.0.0.0/0', '110 allow all ::/0'],
  ['100 deny tcp 10.0.0.0/8 443', '200 allow all 0.0.0.0/0'],
  ['100 allow tcp 0.0.0.0/0 1024-65535'],
);
const lists = <T>(one: fc.Arbitrary<T>) => fc.record({ in: one, out: one });

/** Mostly the first one: a network in which nothing works teaches little. */
const mostly = <const T extends readonly string[]>(...all: T): fc.Arbitrary<T[number]> =>
  fc.constantFrom(...Array.from({ length: 4 }, () => all[0] as T[number]), ...all);

const ENDS = [
  'web',
  'db',
  'api',
  'fw',
  'erp',
  '10.1.1.99',
  '10.2.1.10',
  '192.168.9.9',
  '203.0.113.5',
  '198.51.100.7',
  '52.95.128.9',
  '10.1.5.20',
  '10.1.9.5',
  '2001:db8:a:2::10',
  '2001:4860::8',
  '169.254.169.253',
  '10.1.0.2',
];

export const question = fc
  .record({
    from: fc.constantFrom(
      'web',
      'db',
      'api',
      'fw',
      'erp',
      '203.0.113.5',
      '192.168.9.9',
      '2001:4860::8',
      'eni-vpce-kms',
    ),
    to: fc.constantFrom(...ENDS),
    how: fc.constantFrom('tcp 443', 'tcp 22', 'udp 53', 'icmp', 'icmpv6', '47'),
  })
  .filter(({ from, to, how }) => from !== to && isOfOneFamily(from, to, how))
  .map(({ from, to, how }) => `${from} > ${to} ${how}`);

/** The doors refuse questions across families. */
function isOfOneFamily(from: string, to: string, how: string): boolean {
  const isIpv6 = to.includes(':');
  if (from.includes(':') !== isIpv6 && /^[\d:]/.test(from)) return false;
  if (isIpv6 && from === 'erp') return false;
  return how === 'icmp' ? !isIpv6 : how === 'icmpv6' ? isIpv6 : true;
}

interface Draw {
  readonly app: readonly string[];
  readonly pub: readonly string[];
  readonly fw: readonly string[];
  readonly b: readonly string[];
  readonly hub: readonly string[];
  readonly edge: readonly string[];
  readonly acl: Lists;
  readonly group: Lists;
  readonly mode: string;
  readonly peering: string;
  readonly nat: string;
  readonly bpa: string;
  readonly vpn: string;
  readonly advertises: readonly string[] | undefined;
  readonly forwarding: string;
  readonly firewall: string;
  readonly region: string;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  app: routesAmong(FROM_A),
  pub: routesAmong(FROM_A),
  fw: routesAmong(FROM_A),
  b: routesAmong(FROM_B),
  hub: routesAmong(IN_HUB),
  edge: fc.constantFrom<readonly string[]>([], ['10.1.1.0/24 eni-fw'], ['10.1.0.0/16 eni-fw']),
  acl: lists(entries),
  group: lists(rules),
  mode: mostly('', 'appliance', 'no-groups', 'pending'),
  peering: mostly('active', 'pending-acceptance', 'deleted'),
  nat: mostly('available', 'pending', 'failed'),
  bpa: mostly('off', 'block-ingress', 'block-bidirectional'),
  vpn: mostly('vgw-a', 'vgw-a down', 'vgw-a 192.168.0.0/16', 'tgw-1'),
  advertises: fc.option(fc.constantFrom<readonly string[]>(['192.168.0.0/16'], ['192.168.4.0/24'], []), {
    nil: undefined,
  }),
  forwarding: mostly('route', 'masquerade', 'off'),
  firewall: mostly('none', 'accept', 'drop', 'reject'),
  region: mostly('eu-central-1', 'eu-west-1'),
});

function build(drawn: Draw, asked: readonly string[]): World {
  const isTransit = drawn.vpn.startsWith('tgw-');
  return worldOf(
    { Seed: 'law' },
    vpc('a', '10.1.0.0/16', {
      blocks: ['2001:db8:a::/56'],
      subnets: {
        app: '10.1.1.0/24 2001:db8:a:1::/64',
        data: '10.1.2.0/24 b 2001:db8:a:2::/64',
        fw: '10.1.5.0/24',
        ta: '10.1.8.0/28',
        pub: '10.1.9.0/24',
      },
      servers: {
        web: '10.1.1.10 198.51.100.7 2001:db8:a:1::10',
        db: '10.1.2.10 2001:db8:a:2::10 sg-db',
        fw: '10.1.5.10 198.51.100.8 no-check',
      },
      groups: { 'sg-db': drawn.group },
      acls: { data: drawn.acl },
      routes: { main: [], app: drawn.app, data: drawn.app, pub: drawn.pub, fw: drawn.fw, ta: drawn.fw },
      edges: { 'igw-a': drawn.edge, 'vgw-a': drawn.edge },
      igw: true,
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { far: '10.2.1.0/24', tb: '10.2.8.0/28' },
      servers: { api: '10.2.1.10' },
      routes: { main: drawn.b },
      region: drawn.region,
    }),
    peering('a', 'b', drawn.peering),
    natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9', { State: drawn.nat as 'available' }),
    regionalNat('r', 'a', { a: '198.51.100.1' }),
    egressOnly('a'),
    gatewayEndpoint('s3', 'a', ['52.95.128.0/21']),
    interfaceEndpoint('kms', 'a', 'fw', '10.1.5.20', 'sg-a'),
    blockPublicAccess(drawn.bpa as 'off', {
      'subnet-pub': 'allow-egress',
      'subnet-app': 'allow-bidirectional',
    }),
    vpnGateway('a'),
    vpn('1', drawn.vpn),
    directConnect('1', 'dxgw-1', { 'vgw-a': ['10.1.0.0/16'] }),
    tgw('1', {
      attachments: {
        a: `ta 10.1.8.5 ${drawn.mode}`,
        b: 'tb 10.2.8.5',
        ...(isTransit && { on: 'vpn-1' }),
      },
      routes: drawn.hub.filter((text) => isTransit || !text.endsWith(' on')),
      groups: true,
    }),
    premises('plant', {
      connections: ['vpn-1', 'dxvif-1'],
      hosts: { erp: '192.168.4.7' },
      ...(drawn.advertises && { advertises: drawn.advertises }),
    }),
    hostsOf(drawn),
    { Traffic: asked.map((text, i) => trafficRow(text, i)) },
  );
}

function hostsOf({ forwarding, firewall }: Draw): Part {
  return {
    Hosts: [
      {
        Name: 'fw',
        Forwarding: forwarding as 'route',
        Firewall: firewall === 'none' ? [] : [{ Direction: 'in', Port: 443, Do: firewall as 'drop' }],
      },
      {
        Name: 'api',
        Listeners: [{ Protocol: 'tcp', Port: 443 }],
        Firewall: [{ Direction: 'in', Protocol: 'tcp', Port: 22, Do: 'reject' }],
      },
    ],
  };
}

function trafficRow(text: string, i: number): NonNullable<World['Traffic']>[number] {
  const [From = '', , To = '', Protocol = '', port] = text.split(' ');
  return { From, To, Protocol, ...(port && { Port: Number(port) }), Requests: 2, At: iso(10 * i) };
}

export const randomNetwork: fc.Arbitrary<World> = fc
  .tuple(draw, fc.array(question, { minLength: 1, maxLength: 5 }))
  .map(([drawn, asked]) => build(drawn, asked));
