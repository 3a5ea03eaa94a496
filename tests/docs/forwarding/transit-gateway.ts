/** Transit gateways: tables and their order, zones, attachment subnets and their network ACLs. */
import type { Lists } from '../../support/network/filter-rows';
import { prefixList } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { directConnect, vpn } from '../../support/network/premises';
import { type TgwSketch, tgw } from '../../support/network/transit-gateway';
import { vpc } from '../../support/network/vpc';
import { asks, type Case } from './case';

type Acls = Readonly<Record<string, Lists>>;

interface Hub extends Partial<TgwSketch> {
  readonly inA?: Acls;
  readonly inB?: Acls;
  /** Routes of b, and of its attachment subnet. */
  readonly b?: readonly string[];
  readonly tb?: readonly string[];
}

const SPOKES = { a: 'ta 10.1.8.5', b: 'tb 10.2.8.5' };
const ROUTES = ['10.1.0.0/16 a', '10.2.0.0/16 b'];
const BACK = ['10.1.0.0/16 tgw-1'];

/**
 * `web` in a and `api` in b, joined by `tgw-1`, which has a subnet of its own in zone a of each. `late` sits in zone b,
 * `here` and `there` in the attachment subnets themselves.
 */
const world = (hub: Hub = {}, ...more: readonly Part[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', ta: '10.1.8.0/28', late: '10.1.2.0/24 b' },
      servers: { web: '10.1.1.10', late: '10.1.2.10', here: '10.1.8.10' },
      routes: { main: ['0.0.0.0/0 tgw-1'], ta: ['0.0.0.0/0 tgw-1'] },
      acls: hub.inA ?? {},
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { far: '10.2.1.0/24', tb: '10.2.8.0/28' },
      servers: { api: '10.2.1.10', there: '10.2.8.10' },
      routes: { main: hub.b ?? BACK, tb: hub.tb ?? BACK },
      acls: hub.inB ?? {},
    }),
    prefixList('b', ['10.2.0.0/16']),
    tgw('1', { attachments: hub.attachments ?? SPOKES, routes: hub.routes ?? ROUTES }),
    ...more,
  );

const ASKED = 'web > api tcp 443';
const THROUGH = 'established via tgw-rtb-1 / tgw-rtb-1';
const DROPPED = 'timeout: forward blackhole at tgw-rtb-1 by tgw.blackhole';
const at = (leg: string, acl: string): string => `timeout: ${leg} at ${acl} by nacl.default-deny`;

/** Two gateways for the premises behind `vpn-1` and `dxvif-1`. */
const HYBRID = { ...SPOKES, vpn: 'vpn-1', dx: 'dxgw-1' };
const onPremises = [vpn('1', 'tgw-1'), directConnect('1', 'dxgw-1', { 'tgw-1': ['10.0.0.0/8'] })];

export const CASES: readonly Case[] = [
  asks('tgw.tables', 'there and back', world(), ASKED, THROUGH),
  asks(
    'tgw.tables',
    'no route',
    world({ routes: ['10.1.0.0/16 a'] }),
    ASKED,
    'timeout: forward no-route at tgw-rtb-1 by tgw.no-route',
  ),
  asks(
    'tgw.tables',
    'no route back',
    world({ routes: ['10.2.0.0/16 b'] }),
    ASKED,
    'timeout: return no-route at tgw-rtb-1 by tgw.no-route',
  ),
  asks(
    'tgw.tables',
    'associated with none',
    world({ routes: { hub: { for: ['b'], routes: ROUTES } } }),
    ASKED,
    'timeout: forward gateway-refused at tgw-attach-a by tgw.no-association',
  ),
  asks(
    'tgw.tables',
    'each attachment has its own',
    world({
      routes: {
        left: { for: ['a'], routes: ['10.2.0.0/16 b'] },
        right: { for: ['b'], routes: ['10.1.0.0/16 a'] },
      },
    }),
    ASKED,
    'established via tgw-rtb-left / tgw-rtb-right',
  ),
  asks(
    'tgw.tables',
    'and knows only that',
    world({
      routes: { left: { for: ['a'], routes: ['10.1.0.0/16 a'] }, right: { for: ['b'], routes: ROUTES } },
    }),
    ASKED,
    'timeout: forward no-route at tgw-rtb-left by tgw.no-route',
  ),
  asks(
    'tgw.tables',
    'a blackhole drops',
    world({ routes: [...ROUTES, '10.2.1.0/24 blackhole'] }),
    ASKED,
    DROPPED,
  ),
  asks(
    'tgw.tables',
    'static beats propagated on one block',
    world({ routes: ['10.1.0.0/16 a', '10.2.0.0/16 b propagated', '10.2.0.0/16 blackhole'] }),
    ASKED,
    DROPPED,
  ),
  asks(
    'tgw.tables',
    'a longer propagated block beats static',
    world({ routes: ['10.1.0.0/16 a', '10.2.1.0/24 b propagated', '10.2.0.0/16 blackhole'] }),
    ASKED,
    THROUGH,
  ),
  asks(
    'tgw.tables',
    'the route of an attachment that is gone is a blackhole',
    world({ routes: ['10.1.0.0/16 a', '10.2.0.0/16 b propagated blackhole'] }),
    ASKED,
    DROPPED,
  ),
  asks(
    'tgw.tables',
    'an attachment that nobody has accepted',
    world({ attachments: { ...SPOKES, b: 'tb 10.2.8.5 pending' } }),
    ASKED,
    'timeout: forward gateway-refused at tgw-attach-b by tgw.not-attached',
  ),
  asks(
    'tgw.tables',
    'a VPC that is not attached',
    world({ attachments: { b: SPOKES.b }, routes: ['10.2.0.0/16 b'] }),
    ASKED,
    'timeout: forward gateway-refused at tgw-1 by tgw.not-attached',
  ),

  asks(
    'tgw.order',
    'prefix list after static',
    world({ routes: ['10.1.0.0/16 a', 'pl-b b', '10.2.0.0/16 blackhole'] }),
    ASKED,
    DROPPED,
  ),
  asks(
    'tgw.order',
    'prefix list before propagated',
    world(
      { routes: ['10.1.0.0/16 a', 'pl-b b', '10.2.0.0/16 vpn propagated'], attachments: HYBRID },
      ...onPremises,
    ),
    ASKED,
    THROUGH,
  ),
  asks(
    'tgw.order',
    'a VPC before Direct Connect',
    world(
      {
        attachments: HYBRID,
        routes: ['10.1.0.0/16 a', '10.2.0.0/16 dx propagated', '10.2.0.0/16 b propagated'],
      },
      ...onPremises,
    ),
    ASKED,
    THROUGH,
  ),
  asks(
    'tgw.order',
    'Direct Connect before VPN',
    world(
      {
        attachments: HYBRID,
        routes: ['10.1.0.0/16 a', '192.168.0.0/16 vpn propagated', '192.168.0.0/16 dx propagated'],
      },
      ...onPremises,
    ),
    'web > 192.168.4.7 tcp 443',
    'established via dxvif-1 / dxvif-1',
  ),

  asks('tgw.zones', 'another subnet of the zone', world(), ASKED, 'established via tgw-attach-a'),
  asks(
    'tgw.zones',
    'another zone',
    world(),
    'late > api tcp 443',
    'timeout: forward gateway-refused at tgw-attach-a by tgw.zone',
  ),
  asks(
    'tgw.zones',
    'is reached from the gateway all the same, and cannot answer',
    world(),
    'api > late tcp 443',
    'timeout: return gateway-refused at tgw-attach-a by tgw.zone',
  ),

  asks('tgw.attachment-table', 'it delivers', world({ tb: [] }), ASKED, THROUGH),
  asks(
    'tgw.attachment-table',
    'or leads astray',
    world({ tb: ['10.2.1.0/24 eni-gone blackhole'] }),
    ASKED,
    'timeout: forward blackhole at rtb-tb by route.blackhole',
  ),
  asks(
    'tgw.attachment-table',
    'the table of the receiver is asked for the answer only',
    world({ b: [] }),
    ASKED,
    'timeout: return no-route at rtb-b by route.none',
  ),

  asks(
    'tgw.acl-own-subnet',
    'out of the subnet of the sender',
    world({ inA: { app: { out: [] } } }),
    ASKED,
    at('forward denied-out', 'acl-app'),
  ),
  asks(
    'tgw.acl-own-subnet',
    'into the attachment subnet, by the source',
    world({ inA: { ta: { in: ['100 allow all 10.1.2.0/24'] } } }),
    ASKED,
    at('forward denied-in', 'acl-ta'),
  ),
  asks(
    'tgw.acl-own-subnet',
    'what the attachment subnet lets out does not matter on this way',
    world({ inA: { ta: { out: ['100 allow all 10.1.1.0/24'] } } }),
    ASKED,
    THROUGH,
  ),
  asks(
    'tgw.acl-own-subnet',
    'out of the attachment subnet, by the destination',
    world({ inB: { tb: { out: ['100 allow all 10.2.2.0/24'] } } }),
    ASKED,
    at('forward denied-out', 'acl-tb'),
  ),
  asks(
    'tgw.acl-own-subnet',
    'into the subnet of the receiver',
    world({ inB: { far: { in: [] } } }),
    ASKED,
    at('forward denied-in', 'acl-far'),
  ),
  asks(
    'tgw.acl-own-subnet',
    'the answer into the attachment subnet there',
    world({ inB: { tb: { in: [] } } }),
    ASKED,
    at('return denied-in', 'acl-tb'),
  ),
  asks(
    'tgw.acl-own-subnet',
    'the answer out of the attachment subnet here',
    world({ inA: { ta: { out: [] } } }),
    ASKED,
    at('return denied-out', 'acl-ta'),
  ),

  asks(
    'tgw.acl-same-subnet',
    'to the gateway: outbound',
    world({ inA: { ta: { out: [] } } }),
    'here > api tcp 443',
    at('forward denied-out', 'acl-ta'),
  ),
  asks(
    'tgw.acl-same-subnet',
    'to the gateway: inbound as well, where the source is the instance',
    world({ inA: { ta: { in: ['100 allow all 10.2.0.0/16'] } } }),
    'here > api tcp 443',
    at('forward denied-in', 'acl-ta'),
  ),
  asks(
    'tgw.acl-same-subnet',
    'from the gateway: neither',
    world({
      inB: {
        tb: { in: ['100 allow tcp 10.2.8.0/28 0-65535'], out: ['100 allow tcp 10.1.0.0/16 1024-65535'] },
      },
    }),
    'web > there tcp 443',
    'established',
  ),
];
