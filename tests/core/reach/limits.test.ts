/** What AWS's tool does not look at: for each limit a network of which the two modes say different things. */
import { describe, expect, it } from 'vitest';
import { createNetworkInsightsPath } from '@/lib/core/reach/analysis/path';
import { AWS_LIMITS, type Mode } from '@/lib/core/reach/limits';
import type { World } from '@/lib/core/simulate/world';
import { analysed, requestOf } from '../../support/network/analyze';
import { gatewayLoadBalancerEndpoint, peering, regionalNat } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { vpn, vpnGateway } from '../../support/network/premises';
import { tgw } from '../../support/network/transit-gateway';
import { vpc } from '../../support/network/vpc';
import { parsed } from '../../support/pair';

const a = (routes: readonly string[], more: object = {}): Part =>
  vpc('a', '10.1.0.0/16', {
    subnets: { app: '10.1.1.0/24', other: '10.1.2.0/24 b' },
    servers: { web: '10.1.1.10 198.51.100.10', db: '10.1.2.10 198.51.100.12' },
    routes: { main: routes },
    igw: true,
    ...more,
  });
const b = (routes: readonly string[], more: object = {}): Part =>
  vpc('b', '10.2.0.0/16', {
    subnets: { east: '10.2.1.0/24' },
    servers: { app2: '10.2.1.10' },
    routes: { main: routes },
    ...more,
  });

function inAnotherRegion(world: World): World {
  const Vpcs = (world.Snapshot.Vpcs ?? []).map((row) =>
    row.VpcId === 'vpc-b' ? { ...row, Region: 'eu-west-1' } : row,
  );
  return { ...world, Snapshot: { ...world.Snapshot, Vpcs } };
}

/** Rule id -> a network, a question, and what `complete` and `aws` find. */
const CASES: Readonly<Record<string, readonly [World, string, complete: boolean, aws: boolean]>> = {
  'reach.one-way-behind-transit-gateway': [
    worldOf(
      a(['10.2.0.0/16 tgw-1']),
      b([]),
      tgw('1', {
        attachments: { a: 'app 10.1.1.60', b: 'east 10.2.1.60' },
        routes: ['10.1.0.0/16 a', '10.2.0.0/16 b'],
      }),
    ),
    'i-web > i-app2 tcp 443',
    false,
    true,
  ],
  'reach.one-way-without-tcp': [
    worldOf(a([], { acls: { other: { in: ['100 allow all 0.0.0.0/0'], out: [] } } })),
    'i-web > i-db udp 53',
    false,
    true,
  ],
  'reach.no-reflection': [worldOf(a(['0.0.0.0/0 igw-a'])), 'i-web > 198.51.100.12 tcp 443', true, false],
  'reach.one-region': [
    inAnotherRegion(worldOf(a(['10.2.0.0/16 pcx-ab']), b(['10.1.0.0/16 pcx-ab']), peering('a', 'b'))),
    'i-web > i-app2 tcp 443',
    true,
    false,
  ],
  'reach.regional-nat-zone': [
    worldOf(a(['0.0.0.0/0 nat-r']), regionalNat('r', 'a', { a: '198.51.100.98' })),
    'i-db > igw-a tcp 443',
    true,
    false,
  ],
  'reach.gateway-load-balancer': [
    worldOf(
      a(['0.0.0.0/0 igw-a'], {
        subnets: { app: '10.1.1.0/24', other: '10.1.2.0/24 b', wall: '10.1.3.0/24' },
        routes: { main: ['0.0.0.0/0 igw-a'], app: ['0.0.0.0/0 vpce-wall'] },
        edges: { 'igw-a': ['10.1.1.0/24 vpce-wall'] },
      }),
      gatewayLoadBalancerEndpoint('wall', 'a', 'wall', '10.1.3.50'),
    ),
    'i-web > igw-a tcp 443',
    false,
    true,
  ],
  'reach.vpn-source': [
    worldOf(
      a(['10.9.0.0/16 vgw-a', '10.2.0.0/16 tgw-1']),
      b(['0.0.0.0/0 tgw-1']),
      tgw('1', {
        attachments: { a: 'app 10.1.1.60', b: 'east 10.2.1.60' },
        routes: ['0.0.0.0/0 a', '10.2.0.0/16 b'],
      }),
      vpnGateway('a'),
      vpn('1', 'vgw-a'),
    ),
    'i-app2 > vgw-a 47',
    true,
    false,
  ],
};

const verdict = (world: World, ask: string, mode: Mode): boolean =>
  analysed(world, ask, { mode }).analysis.NetworkPathFound;

describe("the limits of AWS's tool", () => {
  it.each(Object.entries(CASES))('%s', (id, [world, ask, complete, aws]) => {
    expect(verdict(world, ask, 'complete')).toBe(complete);
    // AWS's path is for TCP and UDP; what is asked here is the same question within its words.
    expect(
      verdict(world, id === 'reach.vpn-source' ? 'i-app2 > vgw-a udp 443 dst:10.9.0.1' : ask, 'aws'),
    ).toBe(aws);
  });

  it('reach.protocols', () => {
    const { network } = parsed(worldOf(a([])));
    const asked = (mode: Mode) =>
      'path' in createNetworkInsightsPath(network, requestOf('i-web > i-db icmp'), { mode });
    expect([asked('complete'), asked('aws')]).toEqual([true, false]);
  });

  it('are listed, each with a network that shows it', () => {
    const shown = [...Object.keys(CASES), 'reach.protocols'].sort();
    expect(
      Object.values(AWS_LIMITS)
        .map(({ id }) => id as string)
        .sort(),
    ).toEqual(shown);
  });
});
