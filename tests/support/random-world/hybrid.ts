/** The premises of a random world, behind VPNs of both kinds of routing and Direct Connect of both kinds of gateway. */
import fc from 'fast-check';
import type { Part } from '../network/part';
import { directConnect, premises, vpn, vpnGateway } from '../network/premises';
import { mostly } from './draw';

export interface HybridDraw {
  readonly vpn: string;
  readonly transitVpn: string;
  readonly dx: string;
  readonly allowed: string;
  readonly advertises: readonly string[] | undefined;
  readonly routes: readonly string[] | undefined;
}

const blocks = (...lists: readonly (readonly string[])[]) =>
  fc.option(fc.constantFrom(...lists), { nil: undefined });

export const hybridDraw: fc.Arbitrary<HybridDraw> = fc.record({
  vpn: mostly('vgw-a', 'vgw-a down', 'vgw-a 192.168.0.0/16'),
  transitVpn: mostly('tgw-1', 'tgw-1 down', 'tgw-1 172.16.0.0/16'),
  dx: mostly('dxgw-1', 'dxgw-1 down'),
  allowed: mostly('10.1.0.0/16', '10.1.1.0/24'),
  advertises: blocks(['192.168.0.0/16'], ['192.168.4.0/24'], []),
  routes: blocks(['10.0.0.0/8'], ['10.2.0.0/16']),
});

export function hybrid(drawn: HybridDraw): readonly Part[] {
  return [
    vpnGateway('a'),
    vpn('1', drawn.vpn),
    vpn('2', drawn.transitVpn),
    directConnect('1', drawn.dx, { 'vgw-a': [drawn.allowed] }),
    directConnect('2', 'dxgw-2', { 'tgw-1': ['10.0.0.0/8'] }),
    premises('plant', {
      connections: ['vpn-1', 'dxvif-1'],
      hosts: { erp: '192.168.4.7' },
      ...(drawn.advertises && { advertises: drawn.advertises }),
      ...(drawn.routes && { routes: drawn.routes }),
    }),
    premises('branch', {
      connections: ['vpn-2', 'dxvif-2'],
      advertises: ['172.16.0.0/16'],
      hosts: { till: '172.16.1.10' },
    }),
  ];
}
