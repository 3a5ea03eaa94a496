/** Whom a NAT gateway serves, where it leads, and how answers come back to it. */
import { expect } from 'vitest';
import { natGateway, peering } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { at, play, traffic } from '../../support/network/play';
import { vpn, vpnGateway } from '../../support/network/premises';
import { tgw } from '../../support/network/transit-gateway';
import { type VpcSketch, vpc } from '../../support/network/vpc';
import { asks, type Case, ec2, proves } from './case';
import { behindNat, OUT, PUBLIC, SKETCH } from './nat-world';

/** VPC b, peered with a, whose NAT gateway leads there; b knows no way back unless told. */
const towardsPeer = (back: readonly string[], acl: Partial<VpcSketch> = {}, ...more: readonly Part[]) =>
  behindNat(
    { routes: { app: ['10.2.0.0/16 nat-x'], pub: ['10.2.0.0/16 pcx-ab'] } },
    natGateway('x', 'a', 'pub', '10.1.9.5'),
    vpc('b', '10.2.0.0/16', {
      subnets: { far: '10.2.1.0/24' },
      servers: { api: '10.2.1.10' },
      routes: { main: back },
      ...acl,
    }),
    peering('a', 'b'),
    ...more,
  );

/** The premises at 192.168.0.0/16 send everything into AWS, over a virtual private gateway or a transit gateway. */
const fromPremises = (by: 'vgw-a' | 'tgw-1') =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      ...SKETCH,
      subnets: { ...SKETCH.subnets, ta: '10.1.8.0/28' },
      routes: {
        ta: ['0.0.0.0/0 nat-x'],
        pub: ['0.0.0.0/0 igw-a', `192.168.0.0/16 ${by}`],
        app: [`192.168.0.0/16 ${by}`],
      },
    }),
    PUBLIC,
    ...(by === 'vgw-a'
      ? [vpnGateway('a'), vpn('1', 'vgw-a 192.168.0.0/16')]
      : [
          vpn('1', 'tgw-1'),
          tgw('1', {
            attachments: { a: 'ta 10.1.8.5', on: 'vpn-1' },
            routes: ['0.0.0.0/0 a', '192.168.0.0/16 on'],
          }),
        ]),
    {
      Premises: [{ Name: 'plant', Connections: ['vpn-1'], Routes: ['0.0.0.0/0'] }],
      Hosts: [{ Name: 'erp', IpAddress: '192.168.4.7', Behind: 'plant' }],
    },
  );

export const CASES: readonly Case[] = [
  asks(
    'nat.private',
    'into another VPC',
    towardsPeer(['10.1.0.0/16 pcx-ab']),
    'web > api tcp 443',
    'established via nat-x pcx-ab / pcx-ab nat-x',
  ),
  asks(
    'nat.private',
    'not to the internet',
    behindNat({}, natGateway('x', 'a', 'pub', '10.1.9.5')),
    OUT,
    'timeout: forward gateway-refused at igw-a by igw.needs-public-source',
  ),
  asks(
    'nat.who',
    'not a peered VPC',
    worldOf(
      behindNat({ routes: { app: ['0.0.0.0/0 nat-x'], pub: ['0.0.0.0/0 igw-a', '10.2.0.0/16 pcx-ab'] } }),
      vpc('b', '10.2.0.0/16', {
        subnets: { far: '10.2.1.0/24' },
        servers: { api: '10.2.1.10' },
        routes: { main: ['0.0.0.0/0 pcx-ab'] },
      }),
      peering('a', 'b'),
    ),
    'api > 203.0.113.5 tcp 443',
    'timeout: forward gateway-refused at pcx-ab by pcx.not-transitive',
  ),
  asks(
    'nat.who',
    'not by naming it from a peered VPC',
    worldOf(
      behindNat(),
      vpc('b', '10.2.0.0/16', {
        subnets: { far: '10.2.1.0/24' },
        servers: { api: '10.2.1.10' },
        routes: { main: ['0.0.0.0/0 nat-x'] },
      }),
    ),
    'api > 203.0.113.5 tcp 443',
    'timeout: forward gateway-refused at nat-x by nat.source-in-vpc',
  ),
  asks(
    'nat.who',
    'not from the premises over a virtual private gateway',
    fromPremises('vgw-a'),
    'erp > 203.0.113.5 tcp 443',
    'timeout: forward gateway-refused at vgw-a by vgw.own-address',
  ),
  asks(
    'nat.who',
    'from the premises over a transit gateway',
    fromPremises('tgw-1'),
    'erp > 203.0.113.5 tcp 443',
    'established via vpn-1 tgw-rtb-1 nat-x igw-a / igw-a nat-x tgw-rtb-1 vpn-1',
  ),
  asks(
    'nat.return-to-sender',
    'the peer has no route back, and answers',
    towardsPeer([]),
    'web > api tcp 443',
    'established via nat-x pcx-ab / pcx-ab nat-x',
  ),
  asks(
    'nat.return-to-sender',
    'it starts nothing that way',
    towardsPeer([]),
    'api > web tcp 443',
    'timeout: forward no-route at rtb-b by route.none',
  ),
  asks(
    'nat.return-to-sender',
    'without the gateway it would not answer',
    towardsPeer([]),
    'pubweb > api tcp 443',
    'timeout: return no-route at rtb-b by route.none',
  ),
  asks(
    'nat.return-to-sender',
    'a network ACL stops it',
    towardsPeer([], { acls: { default: { out: [] } } }),
    'web > api tcp 443',
    'timeout: return denied-out at acl-b by nacl.default-deny',
  ),
  asks(
    'nat.return-to-sender',
    'so does the one of its own subnet',
    behindNat(
      {
        routes: { app: ['10.2.0.0/16 nat-x'], pub: ['10.2.0.0/16 pcx-ab'] },
        acls: { pub: { in: ['100 allow all 10.1.0.0/16'] } },
      },
      natGateway('x', 'a', 'pub', '10.1.9.5'),
      vpc('b', '10.2.0.0/16', { subnets: { far: '10.2.1.0/24' }, servers: { api: '10.2.1.10' } }),
      peering('a', 'b'),
    ),
    'web > api tcp 443',
    'timeout: return denied-in at acl-pub by nacl.default-deny',
  ),
  proves('nat.return-to-sender', 'the record of the answer shows the peering, until that is deleted', () => {
    const made = play(
      towardsPeer(
        [],
        {},
        traffic('web > api tcp 443', { Requests: 10 }),
        at(14.5, ec2({ Action: 'DeleteVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-ab' })),
      ),
    );
    const answers = made.crossings.filter(
      ({ networkInterface, direction }) => networkInterface.id === 'eni-api' && direction === 'egress',
    );
    expect(new Set(answers.map(({ trafficPath }) => trafficPath))).toEqual(new Set([4]));
    expect(Math.max(...made.seconds('eni-web', 'ingress'))).toBe(14);
  }),
];
