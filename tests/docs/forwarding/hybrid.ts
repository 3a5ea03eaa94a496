/** The premises: virtual private gateways, VPN connections, Direct Connect, and which of them carries a packet. */
import { expect } from 'vitest';
import { type Part, worldOf } from '../../support/network/part';
import { at, play, traffic } from '../../support/network/play';
import { directConnect, premises, vpn, vpnGateway } from '../../support/network/premises';
import { tgw } from '../../support/network/transit-gateway';
import { vpc } from '../../support/network/vpc';
import { asks, type Case, proves } from './case';

const LAN = '192.168.0.0/16';

interface Site {
  readonly routes?: readonly string[];
  readonly propagates?: boolean;
  readonly attached?: boolean;
}

/** `web` in VPC a, behind `vgw-a`; the parts say what leads to the premises. */
const behindVgw = (
  { routes = [`${LAN} vgw-a`], propagates = false, attached = true }: Site,
  ...more: readonly Part[]
) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      blocks: ['2001:db8:a::/56'],
      subnets: { app: '10.1.1.0/24 2001:db8:a:1::/64' },
      servers: { web: '10.1.1.10 198.51.100.7 2001:db8:a:1::10' },
      routes: { main: routes },
      propagates,
    }),
    vpnGateway('a', attached),
    ...more,
  );

const plant = (sketch: Partial<Parameters<typeof premises>[1]> = {}) =>
  premises('plant', { connections: ['vpn-1'], hosts: { erp: '192.168.4.7' }, ...sketch });

/** Two connections of one plant; the first one named is preferred by its router. */
const two = (text: string, other: string, sketch: Partial<Parameters<typeof premises>[1]> = {}) => [
  vpn('1', text),
  vpn('2', other),
  plant({ connections: ['vpn-1', 'vpn-2'], ...sketch }),
];

const OUT = 'web > erp tcp 443';
const IN = 'erp > web tcp 443';
const BY_ONE = 'established via vpn-1 / vpn-1';
const down = (id: string, rule: string): string => `timeout: forward gateway-refused at ${id} by ${rule}`;

/** `web` in VPC a behind `tgw-1`, to which the plant's VPN leads. */
const behindTgw = (
  vpnText: string,
  routes: readonly string[],
  learns: readonly string[],
  ...more: readonly Part[]
) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', ta: '10.1.8.0/28' },
      servers: { web: '10.1.1.10' },
      routes: { main: [`${LAN} tgw-1`], ta: [] },
    }),
    vpn('1', vpnText),
    tgw('1', {
      attachments: { a: 'ta 10.1.8.5', vpn: 'vpn-1' },
      routes: { hub: { for: ['a', 'vpn'], routes: ['10.1.0.0/16 a propagated', ...routes], learns } },
    }),
    ...more,
  );

const host = (Action: 'AdvertisePrefix' | 'WithdrawPrefix', CidrBlock: string) =>
  ({ Service: 'host', Action, Host: 'plant', CidrBlock }) as const;

const viaDx = (allowed: readonly string[], routes?: readonly string[]) =>
  behindVgw(
    {},
    directConnect('1', 'dxgw-1', { 'vgw-a': allowed }),
    plant({ connections: ['dxvif-1'], advertises: [LAN], ...(routes && { routes }) }),
  );

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
    'the longer static block',
    behindVgw({}, ...two(`vgw-a ${LAN}`, 'vgw-a 192.168.4.0/24')),
    OUT,
    'established via vpn-2',
  ),
  asks(
    'vgw.routing',
    'static before BGP',
    behindVgw(
      {},
      vpn('1', 'vgw-a'),
      vpn('2', `vgw-a ${LAN}`),
      plant({ connections: ['vpn-1', 'vpn-2'], advertises: [LAN] }),
    ),
    OUT,
    'established via vpn-2',
  ),
  asks(
    'vgw.routing',
    'Direct Connect before static VPN',
    behindVgw(
      {},
      vpn('1', `vgw-a ${LAN}`),
      directConnect('1', 'vgw-a'),
      plant({ connections: ['vpn-1', 'dxvif-1'], advertises: [LAN] }),
    ),
    OUT,
    'established via dxvif-1',
  ),
  asks(
    'vgw.routing',
    'the tunnel that is up',
    behindVgw({}, ...two(`vgw-a ${LAN} down`, `vgw-a ${LAN}`)),
    OUT,
    'established via vpn-2 / vpn-2',
  ),
  asks(
    'vgw.routing',
    'the longer block only while its tunnel is up',
    behindVgw({}, ...two(`vgw-a ${LAN}`, 'vgw-a 192.168.4.0/24 down')),
    OUT,
    'established via vpn-1 / vpn-1',
  ),
  asks(
    'vgw.routing',
    'the premises answer by the connection that they prefer',
    behindVgw({}, ...two(`vgw-a ${LAN}`, 'vgw-a 192.168.4.0/24')),
    OUT,
    'established via vpn-2 / vpn-1',
  ),

  asks(
    'vgw.routing',
    'Direct Connect through a gateway of its own',
    viaDx([]),
    OUT,
    'established via vgw-a dxvif-1 / dxvif-1 vgw-a',
  ),
  asks(
    'vgw.routing',
    'whose list holds the block of the VPC',
    viaDx(['10.0.0.0/15']),
    IN,
    'established via dxvif-1',
  ),
  asks(
    'vgw.routing',
    'or only part of it, which is not told at all',
    viaDx(['10.1.1.0/24']),
    IN,
    'timeout: forward no-route at plant by premises.no-route',
  ),
  asks(
    'vgw.routing',
    'and not let in where the premises send it all the same',
    viaDx(['10.1.1.0/24'], ['10.0.0.0/8']),
    IN,
    down('dxvif-1', 'dx.allowed-prefix'),
  ),
  asks(
    'vgw.routing',
    'a session that is down',
    behindVgw({}, directConnect('1', 'vgw-a down'), plant({ connections: ['dxvif-1'] })),
    OUT,
    down('dxvif-1', 'dx.down'),
  ),

  asks(
    'vgw.routing',
    'a propagated route stands while the premises advertise',
    behindVgw({ routes: [], propagates: true }, vpn('1', 'vgw-a'), plant({ advertises: [LAN] })),
    OUT,
    BY_ONE,
  ),
  asks(
    'vgw.routing',
    'not where the table does not take it over',
    behindVgw({ routes: [] }, vpn('1', 'vgw-a'), plant({ advertises: [LAN] })),
    OUT,
    'timeout: forward no-route at rtb-a by route.none',
  ),
  asks(
    'vgw.routing',
    'not while the session is down',
    behindVgw({ routes: [], propagates: true }, vpn('1', 'vgw-a down'), plant({ advertises: [LAN] })),
    OUT,
    'timeout: forward no-route at rtb-a by route.none',
  ),
  asks(
    'vgw.routing',
    'nor at a gateway that is not attached',
    behindVgw(
      { routes: [], propagates: true, attached: false },
      vpn('1', 'vgw-a'),
      plant({ advertises: [LAN] }),
    ),
    OUT,
    'timeout: forward no-route at rtb-a by route.none',
  ),
  proves('vgw.routing', 'withdrawn, it is gone, and comes again', () => {
    const ping = traffic('web > erp icmp', { Requests: 30 });
    const site = behindVgw(
      { routes: [], propagates: true },
      vpn('1', 'vgw-a'),
      plant({ advertises: [LAN] }),
      ping,
      at(15.5, host('WithdrawPrefix', LAN)),
      at(25.5, host('AdvertisePrefix', LAN)),
    );
    const heard = play(site).seconds('eni-web', 'ingress');
    expect(heard.filter((second) => second > 15 && second <= 25)).toEqual([]);
    expect(heard.filter((second) => second > 25).length).toBeGreaterThan(10);
  }),
  proves('vgw.routing', 'a static VPN route at the same gateway stays where BGP withdraws its own', () => {
    const site = behindVgw(
      { routes: ['172.16.0.0/16 vgw-a propagated'], propagates: true },
      vpn('1', 'vgw-a'),
      vpn('2', 'vgw-a 172.16.0.0/16'),
      plant({
        connections: ['vpn-1', 'vpn-2'],
        advertises: [LAN],
        hosts: { erp: '192.168.4.7', old: '172.16.0.9' },
      }),
      at(5, host('WithdrawPrefix', LAN)),
      traffic('web > old icmp'),
      traffic('web > erp icmp'),
    );
    expect(play(site).outcomes).toEqual(['replied', 'timeout']);
  }),

  asks(
    'vgw.routing',
    'at a transit gateway, by BGP',
    behindTgw('tgw-1', [], ['vpn'], plant({ advertises: [LAN] })),
    OUT,
    'established via tgw-rtb-hub vpn-1 / vpn-1 tgw-rtb-hub',
  ),
  asks(
    'vgw.routing',
    'without propagation it is not known there',
    behindTgw('tgw-1', [], [], plant({ advertises: [LAN] })),
    OUT,
    'timeout: forward no-route at tgw-rtb-hub by tgw.no-route',
  ),
  asks(
    'vgw.routing',
    'nor while the session is down',
    behindTgw('tgw-1 down', [], ['vpn'], plant({ advertises: [LAN] })),
    OUT,
    'timeout: forward no-route at tgw-rtb-hub by tgw.no-route',
  ),
  asks(
    'vgw.routing',
    'a static route stays, and leads into a tunnel that is down',
    behindTgw('tgw-1 down', [`${LAN} vpn`], [], plant()),
    OUT,
    down('vpn-1', 'vpn.down'),
  ),
  asks(
    'vgw.routing',
    'what the table does not know is not told to the premises',
    behindTgw('tgw-1', [`${LAN} vpn`], [], plant()),
    'erp > 10.7.0.1 tcp 443',
    'timeout: forward no-route at plant by premises.no-route',
  ),
];
