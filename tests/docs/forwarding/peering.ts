/** Peering: one hop between two VPCs, and no way to anything behind them. */
import { expect } from 'vitest';
import { gatewayEndpoint, natGateway, peering } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { play, traffic } from '../../support/network/play';
import { vpn, vpnGateway } from '../../support/network/premises';
import { vpc } from '../../support/network/vpc';
import { asks, type Case, proves } from './case';

interface Routes {
  readonly a?: readonly string[];
  readonly b?: readonly string[];
  readonly status?: string;
  readonly region?: string;
}

/** `web` in a, `api` in b, `end` in c; a and b are peered, and b and c. */
const world = (
  { a = ['10.2.0.0/16 pcx-ab'], b = ['10.1.0.0/16 pcx-ab'], status = 'active', region }: Routes = {},
  ...more: readonly Part[]
) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24' },
      servers: { web: '10.1.1.10' },
      routes: { main: a },
    }),
    vpc('b', '10.2.0.0/16', {
      blocks: ['100.64.0.0/16'],
      subnets: { far: '10.2.1.0/24', extra: '100.64.1.0/24', pub: '10.2.9.0/24' },
      servers: { api: '10.2.1.10', spare: '100.64.1.10' },
      routes: { main: b, pub: ['0.0.0.0/0 igw-b', '10.1.0.0/16 pcx-ab'] },
      igw: true,
      ...(region !== undefined && { region }),
    }),
    vpc('c', '10.3.0.0/16', {
      subnets: { end: '10.3.1.0/24' },
      servers: { end: '10.3.1.10' },
      routes: { main: ['10.2.0.0/16 pcx-bc', '10.1.0.0/16 pcx-bc'] },
    }),
    peering('a', 'b', status),
    peering('b', 'c'),
    ...more,
  );

const ASKED = 'web > api tcp 443';
const CROSSED = 'established via pcx-ab / pcx-ab';
const NOT_THROUGH = 'timeout: forward gateway-refused at pcx-ab by pcx.not-transitive';

const pathOf = (region: string | undefined) =>
  play(world({ ...(region !== undefined && { region }) }, traffic(ASKED))).crossings.find(
    ({ direction }) => direction === 'egress',
  )?.trafficPath;

export const CASES: readonly Case[] = [
  asks('peering.basics', 'routes on both sides', world(), ASKED, CROSSED),
  asks(
    'peering.basics',
    'no route there',
    world({ a: [] }),
    ASKED,
    'timeout: forward no-route at rtb-a by route.none',
  ),
  asks(
    'peering.basics',
    'no route back',
    world({ b: [] }),
    ASKED,
    'timeout: return no-route at rtb-b by route.none',
  ),
  asks(
    'peering.basics',
    'into a secondary block of the peer',
    world({ a: ['100.64.0.0/16 pcx-ab'] }),
    'web > spare tcp 443',
    CROSSED,
  ),
  asks('peering.basics', 'into another Region', world({ region: 'eu-west-1' }), ASKED, CROSSED),
  ...['pending-acceptance', 'deleted', 'rejected', 'expired', 'failed'].map((status) =>
    asks(
      'peering.basics',
      `${status} carries nothing`,
      world({ status }),
      ASKED,
      'timeout: forward gateway-refused at pcx-ab by pcx.not-active',
    ),
  ),
  asks(
    'peering.basics',
    'no way through to a third VPC',
    world({ a: ['10.3.0.0/16 pcx-ab'] }),
    'web > end tcp 443',
    NOT_THROUGH,
  ),
  asks(
    'peering.basics',
    'nor back from one',
    world({ b: ['10.1.0.0/16 pcx-ab'] }),
    'end > web tcp 443',
    'timeout: forward gateway-refused at pcx-bc by pcx.not-transitive',
  ),
  asks(
    'peering.basics',
    'no internet gateway of the peer',
    world({ a: ['0.0.0.0/0 pcx-ab'] }),
    'web > 203.0.113.5 tcp 443',
    NOT_THROUGH,
  ),
  asks(
    'peering.basics',
    'no NAT gateway of the peer',
    world(
      { a: ['0.0.0.0/0 pcx-ab'], b: ['0.0.0.0/0 nat-x', '10.1.0.0/16 pcx-ab'] },
      natGateway('x', 'b', 'pub', '10.2.9.5 198.51.100.9'),
    ),
    'web > 203.0.113.5 tcp 443',
    NOT_THROUGH,
  ),
  asks(
    'peering.basics',
    'no VPN of the peer',
    world(
      { a: ['192.168.0.0/16 pcx-ab'], b: ['192.168.0.0/16 vgw-b', '10.1.0.0/16 pcx-ab'] },
      vpnGateway('b'),
      vpn('1', 'vgw-b 192.168.0.0/16'),
    ),
    'web > 192.168.4.7 tcp 443',
    NOT_THROUGH,
  ),
  asks(
    'peering.basics',
    'no gateway endpoint of the peer',
    world(
      { a: ['52.95.128.0/21 pcx-ab'], b: ['pl-s3 vpce-s3', '10.1.0.0/16 pcx-ab'] },
      gatewayEndpoint('s3', 'b', ['52.95.128.0/21']),
    ),
    'web > 52.95.128.9 tcp 443',
    NOT_THROUGH,
  ),
  asks(
    'peering.basics',
    'an address that nobody in the peer has',
    world(),
    'web > 10.2.1.99 tcp 443',
    'timeout: forward not-owned at vpc-b by address.not-owned',
  ),
  proves(
    'peering.basics',
    'the record of the sender tells a peer in the same Region from one in another',
    () => {
      expect(pathOf(undefined)).toBe(4);
      expect(pathOf('eu-west-1')).toBe(5);
    },
  ),
];
