/** Regional NAT gateways: no subnet, no interface, addresses by zone. */
import { expect } from 'vitest';
import { formatAddress } from '@/lib/core/net/address';
import { simulate } from '@/lib/core/simulate/simulate';
import { regionalNat } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { traffic } from '../../support/network/play';
import { vpc } from '../../support/network/vpc';
import { parsed } from '../../support/pair';
import { asks, type Case, proves } from './case';

const ZONES = { a: '198.51.100.1', b: '198.51.100.2' };

/** `web` in zone a and `db` in zone b behind `nat-r`; with `table` the gateway has a route table of its own. */
const world = (
  table?: readonly string[],
  zones: Readonly<Record<string, string>> = ZONES,
  igw = true,
  ...more: readonly Part[]
) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24 b' },
      servers: { web: '10.1.1.10', db: '10.1.2.10' },
      routes: { main: ['0.0.0.0/0 nat-r'] },
      ...(table && { edges: { 'nat-r': table } }),
      igw,
    }),
    regionalNat('r', 'a', zones, table && { RouteTableId: 'rtb-nat-r' }),
    ...more,
  );

const OUT = 'web > 203.0.113.5 tcp 443';

/** The public source address by which `from` is seen outside, and the path that its own record shows. */
function seen(from: 'web' | 'db', zones = ZONES, table?: readonly string[]) {
  const { crossings, natCrossings } = simulate(
    parsed(world(table, zones, true, traffic(`${from} > 203.0.113.5 tcp 443`))),
  );
  const [source] = natCrossings
    .filter(({ direction }) => direction === 'egress')
    .map(({ packet }) => formatAddress(packet.source));
  const [own] = crossings.filter(({ networkInterface }) => networkInterface.id === `eni-${from}`);
  return {
    source,
    path: own?.trafficPath,
    interfaces: new Set(crossings.map(({ networkInterface }) => networkInterface.id)),
  };
}

export const CASES: readonly Case[] = [
  asks('nat.regional', 'out and back', world(), OUT, 'established via nat-r igw-a / nat-r'),
  asks(
    'nat.regional',
    'by a route table of its own',
    world(['0.0.0.0/0 igw-a']),
    OUT,
    'established via nat-r rtb-nat-r igw-a / nat-r',
  ),
  asks(
    'nat.regional',
    'which needs the route to the internet gateway',
    world([]),
    OUT,
    'timeout: forward no-route at rtb-nat-r by route.none',
  ),
  asks(
    'nat.regional',
    'without an internet gateway',
    world(undefined, ZONES, false),
    OUT,
    'timeout: forward gateway-refused at nat-r by igw.not-attached',
  ),
  asks(
    'nat.regional',
    'nothing starts outside',
    world(),
    '203.0.113.5 > 198.51.100.1 tcp 443',
    'timeout: forward no-session at nat-r by nat.unsolicited',
  ),
  asks(
    'nat.regional',
    'IPv4 only',
    world(),
    'web > 203.0.113.5 47',
    'not-answered: forward gateway-refused at nat-r by nat.protocols',
  ),
  proves('nat.regional', 'each zone has an address of its own', () => {
    expect(seen('web').source).toBe(ZONES.a);
    expect(seen('db').source).toBe(ZONES.b);
  }),
  proves('nat.regional', 'a zone to which it has not spread uses those of another', () => {
    expect(seen('db', { a: ZONES.a } as typeof ZONES).source).toBe(ZONES.a);
  }),
  proves('nat.regional', 'it has no interface, and the path in the record of its client ends at it', () => {
    for (const table of [undefined, ['0.0.0.0/0 igw-a']]) {
      const { interfaces, path } = seen('web', ZONES, table);
      expect([...interfaces]).toEqual(['eni-web']);
      expect(path).toBe(1);
    }
  }),
  proves('nat.regional', 'nor does a missing route behind it make the record of its client uncertain', () => {
    const { crossings } = simulate(parsed(world([], ZONES, true, traffic(OUT))));
    expect(crossings.length).toBeGreaterThan(0);
    expect(crossings.every(({ unrouted }) => !unrouted)).toBe(true);
  }),
];
