/** Transit gateways: tables and their order, zones, attachment subnets. */
import { directConnect, vpn } from '../../support/network/premises';
import { asks, type Case } from './case';
import { ASKED, hub, ROUTES, SPOKES, THROUGH } from './hub-world';

const DROPPED = 'timeout: forward blackhole at tgw-rtb-1 by tgw.blackhole';

/** Two gateways for the premises behind `vpn-1` and `dxvif-1`. */
const HYBRID = { ...SPOKES, vpn: 'vpn-1', dx: 'dxgw-1' };
const onPremises = [vpn('1', 'tgw-1'), directConnect('1', 'dxgw-1', { 'tgw-1': ['10.0.0.0/8'] })];

export const CASES: readonly Case[] = [
  asks('tgw.tables', 'there and back', hub(), ASKED, THROUGH),
  asks(
    'tgw.tables',
    'no route',
    hub({ routes: ['10.1.0.0/16 a'] }),
    ASKED,
    'timeout: forward no-route at tgw-rtb-1 by tgw.no-route',
  ),
  asks(
    'tgw.tables',
    'no route back',
    hub({ routes: ['10.2.0.0/16 b'] }),
    ASKED,
    'timeout: return no-route at tgw-rtb-1 by tgw.no-route',
  ),
  asks(
    'tgw.tables',
    'associated with none',
    hub({ routes: { hub: { for: ['b'], routes: ROUTES } } }),
    ASKED,
    'timeout: forward gateway-refused at tgw-attach-a by tgw.no-association',
  ),
  asks(
    'tgw.tables',
    'each attachment has its own',
    hub({
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
    hub({
      routes: { left: { for: ['a'], routes: ['10.1.0.0/16 a'] }, right: { for: ['b'], routes: ROUTES } },
    }),
    ASKED,
    'timeout: forward no-route at tgw-rtb-left by tgw.no-route',
  ),
  asks(
    'tgw.tables',
    'a blackhole drops',
    hub({ routes: [...ROUTES, '10.2.1.0/24 blackhole'] }),
    ASKED,
    DROPPED,
  ),
  asks(
    'tgw.tables',
    'static beats propagated on one block',
    hub({ routes: ['10.1.0.0/16 a', '10.2.0.0/16 b propagated', '10.2.0.0/16 blackhole'] }),
    ASKED,
    DROPPED,
  ),
  asks(
    'tgw.tables',
    'a longer propagated block beats static',
    hub({ routes: ['10.1.0.0/16 a', '10.2.1.0/24 b propagated', '10.2.0.0/16 blackhole'] }),
    ASKED,
    THROUGH,
  ),
  asks(
    'tgw.tables',
    'the route of an attachment that is gone is a blackhole',
    hub({ routes: ['10.1.0.0/16 a', '10.2.0.0/16 b propagated blackhole'] }),
    ASKED,
    DROPPED,
  ),
  asks(
    'tgw.tables',
    'an attachment that nobody has accepted',
    hub({ attachments: { ...SPOKES, b: 'tb 10.2.8.5 pending' } }),
    ASKED,
    'timeout: forward gateway-refused at tgw-attach-b by tgw.not-attached',
  ),
  asks(
    'tgw.tables',
    'a VPC that is not attached',
    hub({ attachments: { b: SPOKES.b }, routes: ['10.2.0.0/16 b'] }),
    ASKED,
    'timeout: forward gateway-refused at tgw-1 by tgw.not-attached',
  ),
  asks(
    'tgw.order',
    'prefix list after static',
    hub({ routes: ['10.1.0.0/16 a', 'pl-b b', '10.2.0.0/16 blackhole'] }),
    ASKED,
    DROPPED,
  ),
  asks(
    'tgw.order',
    'prefix list before propagated',
    hub(
      { routes: ['10.1.0.0/16 a', 'pl-b b', '10.2.0.0/16 vpn propagated'], attachments: HYBRID },
      ...onPremises,
    ),
    ASKED,
    THROUGH,
  ),
  asks(
    'tgw.order',
    'a VPC before Direct Connect',
    hub(
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
    hub(
      {
        attachments: HYBRID,
        routes: ['10.1.0.0/16 a', '192.168.0.0/16 vpn propagated', '192.168.0.0/16 dx propagated'],
      },
      ...onPremises,
    ),
    'web > 192.168.4.7 tcp 443',
    'established via dxvif-1 / dxvif-1',
  ),
  asks('tgw.zones', 'another subnet of the zone', hub(), ASKED, 'established via tgw-attach-a'),
  asks(
    'tgw.zones',
    'another zone',
    hub(),
    'late > api tcp 443',
    'timeout: forward gateway-refused at tgw-attach-a by tgw.zone',
  ),
  asks(
    'tgw.zones',
    'is reached from the gateway all the same, and cannot answer',
    hub(),
    'api > late tcp 443',
    'timeout: return gateway-refused at tgw-attach-a by tgw.zone',
  ),
  asks('tgw.attachment-table', 'it delivers', hub({ tb: [] }), ASKED, THROUGH),
  asks(
    'tgw.attachment-table',
    'or leads astray',
    hub({ tb: ['10.2.1.0/24 eni-gone blackhole'] }),
    ASKED,
    'timeout: forward blackhole at rtb-tb by route.blackhole',
  ),
  asks(
    'tgw.attachment-table',
    'the table of the receiver is asked for the answer only',
    hub({ b: [] }),
    ASKED,
    'timeout: return no-route at rtb-b by route.none',
  ),
];
