/** Beliefs about peering and transit gateways. */
import { natGateway, peering } from '../network/gateways';
import { worldOf } from '../network/part';
import { tgw } from '../network/transit-gateway';
import { vpc } from '../network/vpc';
import type { BeliefCases } from './case';
import { onTransitGateway, peered, twoVpcs } from './networks';

const HTTPS = 'web > db tcp 443';

/** `web`, `mid` and `db` in three VPCs, each peered with the next. */
const IN_A_ROW = worldOf(
  vpc('a', '10.1.0.0/16', {
    subnets: { app: '10.1.1.0/24' },
    servers: { web: '10.1.1.10' },
    routes: { main: ['10.2.0.0/16 pcx-ab', '10.3.0.0/16 pcx-ab'] },
  }),
  vpc('b', '10.2.0.0/16', {
    subnets: { between: '10.2.1.0/24' },
    servers: { mid: '10.2.1.10' },
    routes: { main: ['10.1.0.0/16 pcx-ab', '10.3.0.0/16 pcx-bc'] },
  }),
  vpc('c', '10.3.0.0/16', {
    subnets: { data: '10.3.1.0/24' },
    servers: { db: '10.3.1.10' },
    routes: { main: ['10.1.0.0/16 pcx-bc'] },
  }),
  peering('a', 'b'),
  peering('b', 'c'),
);

/** The default route of `web` leads to a peer that has a NAT gateway. */
const TO_PEERS_NAT = worldOf(
  vpc('a', '10.1.0.0/16', {
    subnets: { app: '10.1.1.0/24' },
    servers: { web: '10.1.1.10' },
    routes: { main: ['0.0.0.0/0 pcx-ab'] },
  }),
  vpc('b', '10.2.0.0/16', {
    subnets: { data: '10.2.1.0/24', nat: '10.2.9.0/24' },
    servers: { db: '10.2.1.10' },
    routes: { main: ['0.0.0.0/0 nat-x'], nat: ['0.0.0.0/0 igw-b', '10.1.0.0/16 pcx-ab'] },
    igw: true,
  }),
  natGateway('x', 'b', 'nat', '10.2.9.5 198.51.100.9'),
  peering('a', 'b'),
);

/** A pending connection, as EC2 shows it: the routes to it are blackholes. */
const PENDING = peered(
  { there: ['10.2.0.0/16 pcx-ab blackhole'], back: ['10.1.0.0/16 pcx-ab blackhole'] },
  'pending-acceptance',
);

/** Both VPCs send to the gateway what is for the other; VPC a is attached in zone a alone. */
const attachedInZoneA = (web: 'a' | 'b') =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: `10.1.1.0/24 ${web}`, ta: '10.1.9.0/28 a' },
      servers: { web: '10.1.1.10' },
      routes: { main: ['10.2.0.0/16 tgw-1'] },
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { data: '10.2.1.0/24 a' },
      servers: { db: '10.2.1.10' },
      routes: { main: ['10.1.0.0/16 tgw-1'] },
    }),
    tgw('1', {
      attachments: { a: 'ta 10.1.9.5', b: 'data 10.2.1.5' },
      routes: ['10.1.0.0/16 a', '10.2.0.0/16 b'],
    }),
  );

/** Two stateful appliances, one in each zone, inspect what passes between `web`, in zone a, and `db`. */
const inspected = (db: 'a' | 'b') =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24 a' },
      servers: { web: '10.1.1.10' },
      routes: { main: ['10.2.0.0/16 tgw-1'] },
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { data: `10.2.1.0/24 ${db}` },
      servers: { db: '10.2.1.10' },
      routes: { main: ['10.1.0.0/16 tgw-1'] },
    }),
    vpc('i', '10.9.0.0/16', {
      subnets: { fwa: '10.9.1.0/24 a', fwb: '10.9.2.0/24 b', ta: '10.9.8.0/28 a', tb: '10.9.9.0/28 b' },
      servers: { fwa: '10.9.1.10 no-check sg-fw', fwb: '10.9.2.10 no-check sg-fw' },
      groups: { 'sg-fw': { in: ['tcp 10.1.0.0/16 443'] } },
      routes: { main: ['10.0.0.0/8 tgw-1'], ta: ['0.0.0.0/0 eni-fwa'], tb: ['0.0.0.0/0 eni-fwb'] },
    }),
    tgw('1', {
      attachments: { a: 'app 10.1.1.5', b: 'data 10.2.1.5', i: 'ta 10.9.8.5 tb 10.9.9.5' },
      routes: {
        spokes: { for: ['a', 'b'], routes: ['0.0.0.0/0 i'] },
        inspection: { for: ['i'], routes: ['10.1.0.0/16 a', '10.2.0.0/16 b'] },
      },
    }),
  );

export const BETWEEN_VPCS_CASES: BeliefCases = {
  'peering-is-transitive': {
    replaces: ['crossPeering'],
    differs: [
      [IN_A_ROW, HTTPS, 'timeout: forward gateway-refused at pcx-ab by pcx.not-transitive', 'established'],
    ],
    agrees: [IN_A_ROW, 'web > mid tcp 443', 'established'],
  },
  'peers-share-gateways': {
    replaces: ['crossPeering'],
    differs: [
      [
        TO_PEERS_NAT,
        'web > 203.0.113.80 tcp 443',
        'timeout: forward gateway-refused at pcx-ab by pcx.not-transitive',
        'established',
      ],
    ],
    agrees: [TO_PEERS_NAT, 'db > 203.0.113.80 tcp 443', 'established'],
  },
  'pending-peering-carries': {
    replaces: ['crossPeering', 'routeTable'],
    differs: [[PENDING, HTTPS, 'timeout: forward blackhole at rtb-a by route.blackhole', 'established']],
    agrees: [peered(), HTTPS, 'established'],
  },
  'attached-means-connected': {
    replaces: ['transitGatewayTableOf'],
    differs: [
      [
        onTransitGateway({ routes: ['10.1.0.0/16 a'] }),
        HTTPS,
        'timeout: forward no-route at tgw-rtb-1 by tgw.no-route',
        'established',
      ],
      [
        onTransitGateway({ routes: {} }),
        HTTPS,
        'timeout: forward gateway-refused at tgw-attach-a by tgw.no-association',
        'established',
      ],
    ],
    agrees: [
      twoVpcs({ there: [], back: [] }, tgw('1', { attachments: { a: 'app 10.1.1.5' }, routes: [] })),
      HTTPS,
      'timeout: forward no-route at rtb-a by route.none',
    ],
  },
  'transit-gateway-serves-every-zone': {
    replaces: ['enterTransitGateway'],
    differs: [
      [
        attachedInZoneA('b'),
        HTTPS,
        'timeout: forward gateway-refused at tgw-attach-a by tgw.zone',
        'established',
      ],
    ],
    agrees: [attachedInZoneA('a'), HTTPS, 'established'],
  },
  'transit-gateway-keeps-flows-together': {
    replaces: ['transitGatewayZone'],
    differs: [[inspected('b'), HTTPS, 'timeout: return denied-in at sg-fw by sg.no-rule', 'established']],
    agrees: [inspected('a'), HTTPS, 'established'],
  },
};
