/** The VPCs of a random world: one with everything in it, one beside it, one in another Region, one that inspects. */
import fc from 'fast-check';
import type { Lists } from '../network/filter-rows';
import type { Part } from '../network/part';
import { vpc } from '../network/vpc';
import { mostly, routesAmong } from './draw';
import { acl, group } from './filters';

const FROM_A = [
  '0.0.0.0/0 igw-a',
  '0.0.0.0/0 igw-a',
  '0.0.0.0/0 nat-x',
  '0.0.0.0/0 nat-r',
  '0.0.0.0/0 eni-ni',
  '0.0.0.0/0 eni-fw',
  '0.0.0.0/0 tgw-1',
  '0.0.0.0/0 vgw-a propagated',
  '10.2.0.0/16 pcx-ab',
  '10.2.0.0/16 tgw-1',
  '10.2.0.0/16 nat-p',
  '10.2.1.0/24 vgw-a propagated',
  '10.3.0.0/16 pcx-ac',
  '10.3.0.0/16 tgw-1',
  '10.1.2.0/24 eni-fw',
  '10.1.1.0/24 eni-fw',
  '10.1.2.0/25 vgw-a propagated',
  '192.168.0.0/16 vgw-a',
  '192.168.0.0/16 tgw-1',
  '192.168.0.0/16 vgw-a propagated',
  '192.168.4.0/24 vgw-a propagated',
  '172.16.0.0/16 tgw-1',
  '203.0.113.0/24 nat-gone blackhole',
  '0.0.0.0/0 nat-gone blackhole',
  '10.2.0.0/16 eni-gone blackhole',
  'pl-s3 vpce-s3',
  'pl-corp tgw-1',
  '::/0 igw-a',
  '::/0 eigw-a',
  '2001:4860::/32 vgw-a',
  '203.0.113.0/24 eigw-a',
];
const DIRECT = [
  '0.0.0.0/0 igw-a',
  '10.2.0.0/16 pcx-ab',
  '10.3.0.0/16 pcx-ac',
  '192.168.0.0/16 vgw-a propagated',
  '172.16.0.0/16 tgw-1',
  'pl-s3 vpce-s3',
  '::/0 igw-a',
];
const BY_TRANSIT = [
  '0.0.0.0/0 nat-x',
  '10.0.0.0/8 tgw-1',
  'pl-corp tgw-1',
  '192.168.0.0/16 vgw-a',
  '::/0 eigw-a',
];
const TRANSLATED = ['0.0.0.0/0 nat-r', '10.2.0.0/16 nat-p', '192.168.0.0/16 vgw-a', 'pl-s3 vpce-s3'];
const FROM_B = [
  '10.1.0.0/16 pcx-ab',
  '10.1.0.0/16 tgw-1',
  '10.3.0.0/16 tgw-1',
  '0.0.0.0/0 tgw-1',
  '0.0.0.0/0 nat-b',
  '0.0.0.0/0 nat-x',
  '::/0 eigw-b',
  '192.168.0.0/16 tgw-1',
  '172.16.0.0/16 tgw-1',
];
const FROM_C = ['10.1.0.0/16 pcx-ac', '10.1.0.0/16 tgw-2', '10.2.0.0/16 tgw-2'];
const EDGES = [[], [], ['10.1.1.0/24 eni-fw'], ['10.1.0.0/16 eni-fw'], ['10.1.1.0/24 local']];

export interface VpcDraw {
  readonly app: readonly string[];
  readonly data: readonly string[];
  readonly pub: readonly string[];
  readonly fw: readonly string[];
  readonly b: readonly string[];
  readonly c: readonly string[];
  readonly edges: readonly (readonly string[])[];
  readonly acls: readonly Lists[];
  readonly groups: readonly Lists[];
  readonly appliance: string;
  readonly region: string;
}

export const vpcDraw: fc.Arbitrary<VpcDraw> = fc.record({
  app: routesAmong(FROM_A, DIRECT, BY_TRANSIT, TRANSLATED),
  data: routesAmong(FROM_A, DIRECT, BY_TRANSIT, TRANSLATED),
  pub: routesAmong(FROM_A, DIRECT),
  fw: routesAmong(FROM_A, DIRECT),
  b: routesAmong(FROM_B, ['10.1.0.0/16 pcx-ab', '::/0 eigw-b'], ['0.0.0.0/0 tgw-1']),
  c: routesAmong(FROM_C, FROM_C.slice(0, 1), FROM_C.slice(1)),
  edges: fc.array(fc.constantFrom(...EDGES), { minLength: 2, maxLength: 2 }),
  acls: fc.array(acl, { minLength: 4, maxLength: 4 }),
  groups: fc.array(group, { minLength: 3, maxLength: 3 }),
  appliance: mostly('198.51.100.8 no-check', '198.51.100.8', 'no-check'),
  region: mostly('eu-west-1', 'eu-central-1'),
});

export function vpcs(drawn: VpcDraw): readonly Part[] {
  const { app, data, pub, fw, edges, appliance } = drawn;
  const [appAcl = {}, dataAcl = {}, pubAcl = {}, farAcl = {}] = drawn.acls;
  const [web = {}, db = {}, far = {}] = drawn.groups;
  const [fromInternet = [], fromPremises = []] = edges;
  return [
    vpc('a', '10.1.0.0/16', {
      blocks: ['100.64.0.0/20', '2001:db8:a::/56'],
      subnets: {
        app: '10.1.1.0/24 2001:db8:a:1::/64',
        data: '10.1.2.0/24 b 2001:db8:a:2::/64',
        fw: '10.1.5.0/24',
        ta: '10.1.8.0/28',
        tab: '10.1.8.16/28 b',
        pub: '10.1.9.0/24',
        late: '100.64.0.0/24 b',
      },
      servers: {
        web: '10.1.1.10 198.51.100.7 10.1.1.11 2001:db8:a:1::10 sg-a sg-web',
        app: '10.1.1.20 2001:db8:a:1::20 sg-web',
        two: '10.1.1.30 sg-web',
        'two/2': '10.1.2.30 sg-db',
        old: '10.1.1.40 t2.micro stopped',
        db: '10.1.2.10 2001:db8:a:2::10 sg-db',
        late: '100.64.0.10 sg-web',
        hop: '10.1.8.10',
        fw: `10.1.5.10 ${appliance}`,
        ni: '10.1.9.20 198.51.100.6 no-check',
      },
      groups: { 'sg-web': web, 'sg-db': db },
      acls: { app: appAcl, data: dataAcl, pub: pubAcl },
      routes: { main: app, app, data, pub, fw, ta: fw },
      edges: { 'igw-a': fromInternet, 'vgw-a': fromPremises },
      propagates: true,
      igw: true,
    }),
    vpc('b', '10.2.0.0/16', {
      blocks: ['2001:db8:b::/56'],
      subnets: { far: '10.2.1.0/24 2001:db8:b:1::/64', tb: '10.2.8.0/28', tbb: '10.2.8.16/28 b' },
      servers: { api: '10.2.1.10', job: '10.2.1.20 2001:db8:b:1::20 sg-job' },
      groups: { 'sg-job': far },
      acls: { far: farAcl },
      routes: { main: drawn.b },
    }),
    vpc('c', '10.3.0.0/16', {
      subnets: { remote: '10.3.1.0/24', tc: '10.3.8.0/28' },
      servers: { remote: '10.3.1.10' },
      routes: { main: drawn.c },
      region: drawn.region,
    }),
    vpc('i', '10.4.0.0/16', {
      subnets: { ips: '10.4.1.0/24', ti: '10.4.8.0/28', tib: '10.4.8.16/28 b' },
      servers: { ips: '10.4.1.10 no-check' },
      routes: { main: ['0.0.0.0/0 eni-ips'], ips: ['0.0.0.0/0 tgw-1'] },
    }),
  ];
}
