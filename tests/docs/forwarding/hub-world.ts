/** The network of the tables about transit gateways: two VPCs joined by one that has a subnet of its own in each. */
import type { Lists } from '../../support/network/filter-rows';
import { prefixList } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { type TgwSketch, tgw } from '../../support/network/transit-gateway';
import { vpc } from '../../support/network/vpc';

type Acls = Readonly<Record<string, Lists>>;

interface Hub extends Partial<TgwSketch> {
  readonly inA?: Acls;
  readonly inB?: Acls;
  /** Routes of b, and of its attachment subnet. */
  readonly b?: readonly string[];
  readonly tb?: readonly string[];
}

export const SPOKES = { a: 'ta 10.1.8.5', b: 'tb 10.2.8.5' };
export const ROUTES = ['10.1.0.0/16 a', '10.2.0.0/16 b'];
const BACK = ['10.1.0.0/16 tgw-1'];

/**
 * `web` in a and `api` in b, joined by `tgw-1`, which has a subnet of its own in zone a of each. `late` sits in zone b,
 * `here` and `there` in the attachment subnets themselves.
 */
export const hub = (sketch: Hub = {}, ...more: readonly Part[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', ta: '10.1.8.0/28', late: '10.1.2.0/24 b' },
      servers: { web: '10.1.1.10', late: '10.1.2.10', here: '10.1.8.10' },
      routes: { main: ['0.0.0.0/0 tgw-1'], ta: ['0.0.0.0/0 tgw-1'] },
      acls: sketch.inA ?? {},
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { far: '10.2.1.0/24', tb: '10.2.8.0/28' },
      servers: { api: '10.2.1.10', there: '10.2.8.10' },
      routes: { main: sketch.b ?? BACK, tb: sketch.tb ?? BACK },
      acls: sketch.inB ?? {},
    }),
    prefixList('b', ['10.2.0.0/16']),
    tgw('1', { attachments: sketch.attachments ?? SPOKES, routes: sketch.routes ?? ROUTES }),
    ...more,
  );

export const ASKED = 'web > api tcp 443';
export const THROUGH = 'established via tgw-rtb-1 / tgw-rtb-1';
