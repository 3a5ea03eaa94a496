/** Networks on which beliefs are tried. */
import type { World } from '@/lib/core/simulate/world';
import type { Lists } from '../network/filter-rows';
import { natGateway, peering } from '../network/gateways';
import { type Part, worldOf } from '../network/part';
import { type TgwSketch, tgw } from '../network/transit-gateway';
import { type VpcSketch, vpc } from '../network/vpc';

/** `web` (sg-web) and `db` (sg-db) in two subnets of one VPC, `app` and `data`. */
export function oneVpc(sketch: Partial<VpcSketch> = {}, ...more: readonly Part[]): World {
  return worldOf(
    vpc('a', '10.1.0.0/16', {
      ...sketch,
      subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24', ...sketch.subnets },
      servers: { web: '10.1.1.10 sg-web', db: '10.1.2.10 sg-db', ...sketch.servers },
      groups: { 'sg-web': {}, 'sg-db': {}, ...sketch.groups },
    }),
    ...more,
  );
}

interface Sides {
  /** Routes of `web`'s side, and of `db`'s. */
  readonly there: readonly string[];
  readonly back: readonly string[];
  /** Rules of `db`'s group. */
  readonly db?: Lists;
  /** Region of VPC b, where it is another one. */
  readonly region?: string;
}

/** `web` in VPC a, `db` in VPC b. */
export function twoVpcs({ there, back, db = {}, region }: Sides, ...more: readonly Part[]): World {
  return worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24' },
      servers: { web: '10.1.1.10 sg-web' },
      groups: { 'sg-web': {} },
      routes: { main: there },
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { data: '10.2.2.0/24' },
      servers: { db: '10.2.2.10 sg-db' },
      groups: { 'sg-db': db },
      routes: { main: back },
      ...(region !== undefined && { region }),
    }),
    ...more,
  );
}

export function peered(sides: Partial<Sides> = {}, status = 'active'): World {
  return twoVpcs(
    { there: ['10.2.0.0/16 pcx-ab'], back: ['10.1.0.0/16 pcx-ab'], ...sides },
    peering('a', 'b', status),
  );
}

export function onTransitGateway(sketch: Partial<TgwSketch> = {}, sides: Partial<Sides> = {}): World {
  return twoVpcs(
    { there: ['10.2.0.0/16 tgw-1'], back: ['10.1.0.0/16 tgw-1'], ...sides },
    tgw('1', {
      attachments: { a: 'app 10.1.1.5', b: 'data 10.2.2.5' },
      routes: ['10.1.0.0/16 a', '10.2.0.0/16 b'],
      ...sketch,
    }),
  );
}

/** `web` behind a NAT gateway in the subnet `nat`, whose routes are `routes`. */
export function behindNat(routes = ['0.0.0.0/0 igw-a'], web: Lists = {}, ...more: readonly Part[]): World {
  return oneVpc(
    {
      subnets: { nat: '10.1.9.0/24' },
      groups: { 'sg-web': web },
      routes: { app: ['0.0.0.0/0 nat-x'], nat: routes },
      igw: true,
    },
    natGateway('x', 'a', 'nat', '10.1.9.5 198.51.100.9'),
    ...more,
  );
}
