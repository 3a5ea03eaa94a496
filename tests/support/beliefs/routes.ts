/** Beliefs about route tables, and about instances that routes lead to. */
import { peering } from '../network/gateways';
import { vpn, vpnGateway } from '../network/premises';
import type { BeliefCases } from './case';
import { oneVpc, onTransitGateway, peered, twoVpcs } from './networks';

const HTTPS = 'web > db tcp 443';
const TO_PREMISES = 'web > 192.168.1.10 tcp 443';

/** `web`'s subnet with these routes, in a VPC with an internet gateway and a VPN. */
const hybrid = (routes: readonly string[], namesake: 'namesake' | '' = '') =>
  oneVpc(
    { routes: { app: routes }, igw: true },
    vpnGateway('a'),
    vpn('1', 'vgw-a'),
    // Somebody on the premises has the address of `db`, and nothing that listens.
    namesake ? { Hosts: [{ Name: namesake, IpAddress: '10.1.2.10', Behind: 'vpn-1', Listeners: [] }] } : {},
  );

/** `web` reaches other subnets by an appliance, which is set as `fw` says. */
const byAppliance = (fw: string, block = '10.1.2.0/24') =>
  oneVpc({
    subnets: { fw: '10.1.5.0/24' },
    servers: { fw: `10.1.5.10 ${fw}` },
    routes: { app: [`${block} eni-fw`] },
  });

export const ROUTE_CASES: BeliefCases = {
  'first-route-wins': {
    replaces: ['routeTable'],
    differs: [
      [
        peered({ there: ['10.0.0.0/8 pcx-gone blackhole', '10.2.0.0/16 pcx-ab'] }),
        HTTPS,
        'established',
        'timeout: forward blackhole at rtb-a by belief.first-route-wins',
      ],
    ],
    agrees: [
      peered({ there: ['10.2.0.0/16 pcx-ab', '10.0.0.0/8 pcx-gone blackhole'] }),
      HTTPS,
      'established',
    ],
  },
  'blackhole-falls-through': {
    replaces: ['routeTable', 'transitGatewayRouteTable'],
    differs: [
      [
        peered({ there: ['10.2.2.0/24 pcx-gone blackhole', '10.2.0.0/16 pcx-ab'] }),
        HTTPS,
        'timeout: forward blackhole at rtb-a by route.blackhole',
        'established',
      ],
      [
        onTransitGateway({ routes: ['10.1.0.0/16 a', '10.2.2.0/24 blackhole', '10.2.0.0/16 b'] }),
        HTTPS,
        'timeout: forward blackhole at tgw-rtb-1 by tgw.blackhole',
        'established',
      ],
    ],
    agrees: [
      peered({ there: ['10.2.2.0/24 pcx-gone blackhole'] }),
      HTTPS,
      'timeout: forward blackhole at rtb-a by route.blackhole',
    ],
  },
  'static-beats-longer-prefix': {
    replaces: ['routeTable'],
    differs: [
      [
        hybrid(['0.0.0.0/0 igw-a', '192.168.0.0/16 vgw-a propagated']),
        TO_PREMISES,
        'established',
        'timeout: forward gateway-refused at igw-a by igw.private-destination',
      ],
    ],
    agrees: [hybrid(['0.0.0.0/0 igw-a', '192.168.0.0/16 vgw-a']), TO_PREMISES, 'established'],
  },
  'propagated-beats-local': {
    replaces: ['routeTable'],
    differs: [
      [
        hybrid(['10.1.2.0/24 vgw-a propagated'], 'namesake'),
        HTTPS,
        'established',
        'refused: forward not-listening at namesake by host.not-listening',
      ],
    ],
    agrees: [hybrid(['192.168.0.0/16 vgw-a propagated']), TO_PREMISES, 'established'],
  },
  'nothing-beats-local': {
    replaces: ['routeTable'],
    differs: [
      [
        byAppliance('stopped no-check'),
        HTTPS,
        'timeout: forward host-dropped at fw by host.stopped',
        'established',
      ],
    ],
    agrees: [byAppliance('stopped no-check', '10.1.7.0/24'), HTTPS, 'established'],
  },
  'answers-need-no-route': {
    replaces: ['answersNeedRoute'],
    differs: [
      [peered({ back: [] }), HTTPS, 'timeout: return no-route at rtb-b by route.none', 'established'],
      [
        onTransitGateway({}, { back: [] }),
        HTTPS,
        'timeout: return no-route at rtb-b by route.none',
        'established',
      ],
      [
        oneVpc({ servers: { db: '10.1.2.10 198.51.100.20' }, igw: true }),
        '203.0.113.9 > db tcp 443',
        'timeout: return no-route at rtb-a by route.none',
        'established',
      ],
      [
        hybrid(['192.168.0.0/16 vgw-a']),
        '192.168.1.10 > db tcp 443',
        'timeout: return no-route at rtb-a by route.none',
        'established',
      ],
    ],
    agrees: [
      twoVpcs({ there: [], back: ['10.1.0.0/16 pcx-ab'] }, peering('a', 'b')),
      HTTPS,
      'timeout: forward no-route at rtb-a by route.none',
    ],
  },
  'any-instance-forwards': {
    replaces: ['checksSourceDest'],
    differs: [
      [
        byAppliance(''),
        HTTPS,
        'timeout: forward source-dest-check at eni-fw by eni.source-dest-check',
        'established',
      ],
    ],
    agrees: [byAppliance('no-check'), HTTPS, 'established'],
  },
};
