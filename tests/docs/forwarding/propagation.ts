/** What the premises advertise, and the route tables that take it over. */
import { expect } from 'vitest';
import { type Part, worldOf } from '../../support/network/part';
import { at, play, traffic } from '../../support/network/play';
import { vpn } from '../../support/network/premises';
import { tgw } from '../../support/network/transit-gateway';
import { vpc } from '../../support/network/vpc';
import { asks, type Case, proves } from './case';
import { BY_ONE, behindVgw, down, LAN, OUT, plant } from './premises-world';

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

export const CASES: readonly Case[] = [
  asks(
    'vgw.routing',
    'a propagated route stands while the premises advertise',
    behindVgw({ routes: [], propagates: true }, vpn('1', 'vgw-a'), plant({ advertises: [LAN] })),
    OUT,
    BY_ONE,
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
