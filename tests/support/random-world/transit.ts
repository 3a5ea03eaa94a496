/** Two transit gateways of a random world, peered, with attachments of every kind and a VPC that inspects between them. */
import fc from 'fast-check';
import type { Part } from '../network/part';
import { tgw } from '../network/transit-gateway';
import { mostly, routesAmong } from './draw';

const ROUTES = [
  '10.1.0.0/16 a',
  '10.1.0.0/16 a propagated',
  '10.1.0.0/16 b propagated',
  '10.2.0.0/16 b',
  '10.2.0.0/16 b propagated',
  '10.2.1.0/24 blackhole',
  '10.3.0.0/16 peer',
  '10.0.0.0/8 i',
  '0.0.0.0/0 a',
  '0.0.0.0/0 i',
  '192.168.0.0/16 on',
  '172.16.0.0/16 on',
  '172.16.0.0/16 dx propagated',
  'pl-corp b',
];
const SOUND = [
  '10.1.0.0/16 a propagated',
  '10.2.0.0/16 b propagated',
  '10.3.0.0/16 peer',
  '172.16.0.0/16 on',
];
const BY_LIST = ['10.1.0.0/16 a', 'pl-corp b', '192.168.0.0/16 on', '0.0.0.0/0 a'];

export interface TransitDraw {
  readonly routes: readonly string[];
  readonly after: readonly string[];
  readonly mode: string;
  readonly zones: string;
  readonly groups: boolean;
  readonly associated: boolean;
}

export const transitDraw: fc.Arbitrary<TransitDraw> = fc.record({
  routes: routesAmong(ROUTES, SOUND, BY_LIST),
  after: routesAmong(ROUTES, SOUND, BY_LIST),
  mode: mostly('', 'appliance', 'no-groups', 'pending'),
  zones: mostly('tb 10.2.8.5 tbb 10.2.8.20', 'tb 10.2.8.5', 'tbb 10.2.8.20'),
  groups: fc.boolean(),
  associated: fc.constantFrom(true, true, true, false),
});

export function transit({ routes, after, mode, zones, groups, associated }: TransitDraw): readonly Part[] {
  return [
    tgw('1', {
      attachments: {
        a: `ta 10.1.8.5 tab 10.1.8.20 ${mode}`,
        b: zones,
        i: 'ti 10.4.8.5 tib 10.4.8.20 appliance',
        on: 'vpn-2',
        dx: 'dxgw-2',
        peer: 'tgw-2',
      },
      routes: {
        before: {
          for: ['a', ...(associated ? ['b'] : []), 'on', 'dx', 'peer'],
          routes,
          learns: ['on', 'dx'],
        },
        after: { for: ['i'], routes: after },
      },
      groups,
    }),
    tgw('2', {
      attachments: { c: 'tc 10.3.8.5', peer: 'tgw-1' },
      routes: ['10.3.0.0/16 c', '10.0.0.0/8 peer'],
    }),
  ];
}
