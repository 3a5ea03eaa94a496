/** VPN connections on a virtual private gateway, and the routers at both ends. */
import { premises, vpn } from '../../support/network/premises';
import { asks, type Case } from './case';
import { BY_ONE, behindVgw, down, IN, LAN, OUT, plant } from './premises-world';

export const CASES: readonly Case[] = [
  asks(
    'vgw.routing',
    'a static VPN, from AWS',
    behindVgw({}, vpn('1', `vgw-a ${LAN}`), plant()),
    OUT,
    'established via vgw-a vpn-1 / vpn-1 vgw-a',
  ),
  asks(
    'vgw.routing',
    'and from the premises, to the private address',
    behindVgw({}, vpn('1', `vgw-a ${LAN}`), plant()),
    IN,
    BY_ONE,
  ),
  asks(
    'vgw.routing',
    'an address of the premises that nobody has described',
    behindVgw({}, vpn('1', `vgw-a ${LAN}`)),
    '192.168.9.9 > web tcp 443',
    BY_ONE,
  ),
  asks(
    'vgw.routing',
    'a block that no static route names',
    behindVgw({ routes: ['0.0.0.0/0 vgw-a'] }, vpn('1', `vgw-a ${LAN}`), plant()),
    'web > 172.16.0.9 tcp 443',
    'timeout: forward gateway-refused at vgw-a by vgw.unknown-prefix',
  ),
  asks(
    'vgw.routing',
    'a block that BGP has not brought',
    behindVgw({ routes: ['0.0.0.0/0 vgw-a'] }, vpn('1', 'vgw-a'), plant({ advertises: [LAN] })),
    'web > 172.16.0.9 tcp 443',
    'timeout: forward gateway-refused at vgw-a by vgw.unknown-prefix',
  ),
  asks(
    'vgw.routing',
    'a gateway that is not attached',
    behindVgw({ routes: [`${LAN} vgw-a blackhole`], attached: false }, vpn('1', `vgw-a ${LAN}`), plant()),
    OUT,
    'timeout: forward blackhole at rtb-a by route.blackhole',
  ),
  asks(
    'vgw.routing',
    'nor does it let anything in',
    behindVgw({ routes: [], attached: false }, vpn('1', `vgw-a ${LAN}`), plant({ routes: ['10.0.0.0/8'] })),
    IN,
    'timeout: forward gateway-refused at vgw-a by vgw.not-attached',
  ),
  asks(
    'vgw.routing',
    'no way to another VPC or the internet',
    behindVgw({}, vpn('1', `vgw-a ${LAN}`), plant({ routes: ['0.0.0.0/0'] })),
    'erp > 203.0.113.5 tcp 443',
    'timeout: forward gateway-refused at vgw-a by vgw.own-address',
  ),
  asks(
    'vgw.routing',
    'both tunnels down',
    behindVgw({}, vpn('1', `vgw-a ${LAN} down`), plant()),
    OUT,
    down('vpn-1', 'vpn.down'),
  ),
  asks(
    'vgw.routing',
    'which the premises notice as well',
    behindVgw({}, vpn('1', `vgw-a ${LAN} down`), plant()),
    IN,
    down('vpn-1', 'vpn.down'),
  ),
  asks(
    'vgw.routing',
    'no IPv6 over VPN',
    behindVgw(
      { routes: ['2001:db8:ff::/48 vgw-a'] },
      vpn('1', 'vgw-a'),
      premises('plant', { connections: ['vpn-1'], hosts: { six: '2001:db8:ff::7' } }),
    ),
    'web > six tcp 443',
    down('vpn-1', 'vpn.family'),
  ),
  asks(
    'vgw.routing',
    'the router of the premises has no route',
    behindVgw({}, vpn('1', `vgw-a ${LAN}`), plant({ routes: ['10.9.0.0/16'] })),
    IN,
    'timeout: forward no-route at plant by premises.no-route',
  ),
  asks(
    'vgw.routing',
    'nor for the answer',
    behindVgw({}, vpn('1', `vgw-a ${LAN}`), plant({ routes: ['10.9.0.0/16'] })),
    OUT,
    'timeout: return no-route at plant by premises.no-route',
  ),
  asks(
    'vgw.routing',
    'the VPC has no route back',
    behindVgw({ routes: [] }, vpn('1', `vgw-a ${LAN}`), plant()),
    IN,
    'timeout: return no-route at rtb-a by route.none',
  ),
  asks(
    'vgw.routing',
    'not where the table does not take it over',
    behindVgw({ routes: [] }, vpn('1', 'vgw-a'), plant({ advertises: [LAN] })),
    OUT,
    'timeout: forward no-route at rtb-a by route.none',
  ),
];
