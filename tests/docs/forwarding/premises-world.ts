/** The network of the tables about the premises: `web` in a VPC, `erp` in a plant, and what leads from one to the other. */
import { type Part, worldOf } from '../../support/network/part';
import { premises, vpn, vpnGateway } from '../../support/network/premises';
import { vpc } from '../../support/network/vpc';

export const LAN = '192.168.0.0/16';

interface Site {
  readonly routes?: readonly string[];
  readonly propagates?: boolean;
  readonly attached?: boolean;
}

/** `web` in VPC a, behind `vgw-a`; the parts say what leads to the premises. */
export const behindVgw = (
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

export const plant = (sketch: Partial<Parameters<typeof premises>[1]> = {}) =>
  premises('plant', { connections: ['vpn-1'], hosts: { erp: '192.168.4.7' }, ...sketch });

/** Two connections of one plant; the first one named is preferred by its router. */
export const two = (text: string, other: string, sketch: Partial<Parameters<typeof premises>[1]> = {}) => [
  vpn('1', text),
  vpn('2', other),
  plant({ connections: ['vpn-1', 'vpn-2'], ...sketch }),
];

export const OUT = 'web > erp tcp 443';
export const IN = 'erp > web tcp 443';
export const BY_ONE = 'established via vpn-1 / vpn-1';
export const down = (id: string, rule: string): string =>
  `timeout: forward gateway-refused at ${id} by ${rule}`;
