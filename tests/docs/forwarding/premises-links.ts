/** Several ways to the premises, and which of them carries a packet: VPN beside VPN, and Direct Connect. */
import { directConnect, vpn } from '../../support/network/premises';
import { asks, type Case } from './case';
import { behindVgw, down, IN, LAN, OUT, plant, two } from './premises-world';

const viaDx = (allowed: readonly string[], routes?: readonly string[]) =>
  behindVgw(
    {},
    directConnect('1', 'dxgw-1', { 'vgw-a': allowed }),
    plant({ connections: ['dxvif-1'], advertises: [LAN], ...(routes && { routes }) }),
  );

export const CASES: readonly Case[] = [
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
];
