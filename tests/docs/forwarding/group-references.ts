/** How far a reference to a security group reaches: inside the VPC, over peering, over a transit gateway, and where it is lost. */
import type { Lists } from '../../support/network/filter-rows';
import { peering } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { type TgwSketch, tgw } from '../../support/network/transit-gateway';
import { vpc } from '../../support/network/vpc';
import { asks, type Case } from './case';

interface Ways {
  /** The route target by which the two VPCs reach each other. */
  readonly by: string;
  readonly db?: Lists;
  readonly web?: Lists;
  /** Region of VPC b, where it is another one. */
  readonly region?: string;
}

/** `web` in VPC a, `db` in VPC b; `db` lets in TCP 443 of `sg-web` unless said otherwise. */
const joined = ({ by, db = { in: ['tcp sg-web 443'] }, web = {}, region }: Ways, ...more: readonly Part[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', ta: '10.1.9.0/28' },
      servers: { web: '10.1.1.10 sg-web' },
      groups: { 'sg-web': web },
      routes: { main: [`10.2.0.0/16 ${by}`], ta: [] },
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { data: '10.2.1.0/24', tb: '10.2.9.0/28' },
      servers: { db: '10.2.1.10 sg-db' },
      groups: { 'sg-db': db },
      routes: { main: [`10.1.0.0/16 ${by}`], tb: [] },
      ...(region !== undefined && { region }),
    }),
    ...more,
  );

const hub = (sketch: Partial<TgwSketch> = {}) =>
  tgw('1', {
    attachments: { a: 'ta 10.1.9.5', b: 'tb 10.2.9.5' },
    routes: ['10.1.0.0/16 a', '10.2.0.0/16 b'],
    groups: true,
    ...sketch,
  });

const ASKED = 'web > db tcp 443';
const REFUSED = 'timeout: forward denied-in at sg-db by sg.no-rule';
const OUT: Lists = { out: ['tcp sg-db 443'] };
const REFUSED_OUT = 'timeout: forward denied-out at sg-web by sg.no-rule';
const OPEN: Lists = {};

/** Two gateways, peered, each with one of the VPCs. */
const twoHubs = [
  tgw('1', {
    attachments: { a: 'ta 10.1.9.5', peer: 'tgw-2' },
    routes: ['10.1.0.0/16 a', '10.2.0.0/16 peer'],
    groups: true,
  }),
  tgw('2', {
    attachments: { b: 'tb 10.2.9.5', peer: 'tgw-1' },
    routes: ['10.2.0.0/16 b', '10.1.0.0/16 peer'],
    groups: true,
  }),
];

/** The routes of b lead to a's gateway and back, though each VPC knows only its own. */
const overTwoHubs = (db: Lists) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', ta: '10.1.9.0/28' },
      servers: { web: '10.1.1.10 sg-web' },
      groups: { 'sg-web': {} },
      routes: { main: ['10.2.0.0/16 tgw-1'], ta: [] },
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { data: '10.2.1.0/24', tb: '10.2.9.0/28' },
      servers: { db: '10.2.1.10 sg-db' },
      groups: { 'sg-db': db },
      routes: { main: ['10.1.0.0/16 tgw-2'], tb: [] },
    }),
    ...twoHubs,
  );

/** Through an inspection VPC between the two, with a plain appliance in it. */
const inspected = (db: Lists) =>
  worldOf(
    joined({ by: 'tgw-1', db }),
    vpc('i', '10.9.0.0/16', {
      subnets: { fw: '10.9.1.0/24', ti: '10.9.9.0/28' },
      servers: { fw: '10.9.1.10 no-check' },
      routes: { main: ['10.0.0.0/8 tgw-1'], ti: ['0.0.0.0/0 eni-fw'] },
    }),
    tgw('1', {
      attachments: { a: 'ta 10.1.9.5', b: 'tb 10.2.9.5', i: 'ti 10.9.9.5 appliance' },
      routes: {
        spokes: { for: ['a', 'b'], routes: ['0.0.0.0/0 i'] },
        inspection: { for: ['i'], routes: ['10.1.0.0/16 a', '10.2.0.0/16 b'] },
      },
      groups: true,
    }),
  );

export const CASES: readonly Case[] = [
  asks(
    'sg.reference-reach',
    'a peered VPC',
    joined({ by: 'pcx-ab' }, peering('a', 'b')),
    ASKED,
    'established',
  ),
  asks(
    'sg.reference-reach',
    'outbound into a peered VPC',
    joined({ by: 'pcx-ab', db: OPEN, web: OUT }, peering('a', 'b')),
    ASKED,
    'established',
  ),
  asks(
    'sg.reference-reach',
    'not into a peered VPC of another Region',
    joined({ by: 'pcx-ab', region: 'eu-west-1' }, peering('a', 'b')),
    ASKED,
    REFUSED,
  ),
  asks(
    'sg.reference-reach',
    'outbound no more than inbound',
    joined({ by: 'pcx-ab', region: 'eu-west-1', db: OPEN, web: OUT }, peering('a', 'b')),
    ASKED,
    REFUSED_OUT,
  ),
  asks(
    'sg.reference-reach',
    'where addresses still reach',
    joined({ by: 'pcx-ab', region: 'eu-west-1', db: OPEN }, peering('a', 'b')),
    ASKED,
    'established via pcx-ab / pcx-ab',
  ),
  asks(
    'sg.reference-reach',
    'inbound over a transit gateway',
    joined({ by: 'tgw-1' }, hub()),
    ASKED,
    'established',
  ),
  asks(
    'sg.reference-reach',
    'never outbound over a transit gateway',
    joined({ by: 'tgw-1', db: OPEN, web: OUT }, hub()),
    ASKED,
    REFUSED_OUT,
  ),

  asks(
    'sg.reference-transit',
    'off at the gateway, as AWS makes it',
    joined({ by: 'tgw-1' }, hub({ groups: false })),
    ASKED,
    REFUSED,
  ),
  asks(
    'sg.reference-transit',
    'off at the attachment of the sender',
    joined({ by: 'tgw-1' }, hub({ attachments: { a: 'ta 10.1.9.5 no-groups', b: 'tb 10.2.9.5' } })),
    ASKED,
    REFUSED,
  ),
  asks(
    'sg.reference-transit',
    'off at the attachment of the receiver',
    joined({ by: 'tgw-1' }, hub({ attachments: { a: 'ta 10.1.9.5', b: 'tb 10.2.9.5 no-groups' } })),
    ASKED,
    REFUSED,
  ),
  asks(
    'sg.reference-transit',
    'a peering beside it does not help what comes over the gateway',
    joined({ by: 'tgw-1' }, hub({ groups: false }), peering('a', 'b')),
    ASKED,
    REFUSED,
  ),
  asks(
    'sg.reference-transit',
    'an address does',
    joined({ by: 'tgw-1', db: { in: ['tcp 10.1.1.10/32 443'] } }, hub({ groups: false })),
    ASKED,
    'established',
  ),
  asks(
    'sg.reference-transit',
    'lost between two gateways',
    overTwoHubs({ in: ['tcp sg-web 443'] }),
    ASKED,
    REFUSED,
  ),
  asks(
    'sg.reference-transit',
    'where an address gets through',
    overTwoHubs({ in: ['tcp 10.1.0.0/16 443'] }),
    ASKED,
    'established via tgw-rtb-1 tgw-rtb-2 / tgw-rtb-2 tgw-rtb-1',
  ),
  asks(
    'sg.reference-transit',
    'lost behind an inspection VPC',
    inspected({ in: ['tcp sg-web 443'] }),
    ASKED,
    REFUSED,
  ),
  asks(
    'sg.reference-transit',
    'which an address survives',
    inspected({ in: ['tcp 10.1.0.0/16 443'] }),
    ASKED,
    'established via eni-fw / eni-fw',
  ),

  asks(
    'sg.stale',
    'the peering is gone',
    joined({ by: 'pcx-ab', db: { in: ['tcp sg-web 443'] } }, peering('a', 'b', 'deleted')),
    ASKED,
    'timeout: forward gateway-refused at pcx-ab by pcx.not-active',
  ),
  asks(
    'sg.stale',
    'the group is gone',
    joined({ by: 'pcx-ab', db: { in: ['tcp sg-gone 443'] } }, peering('a', 'b')),
    ASKED,
    REFUSED,
  ),
];
