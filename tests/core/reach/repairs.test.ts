/** What would mend each kind of obstacle: EC2 calls that AWS would accept, proven by both witnesses. */
import { describe, expect, it } from 'vitest';
import { startNetworkInsightsAnalysis } from '@/lib/core/reach/analysis/analyze';
import { createNetworkInsightsPath } from '@/lib/core/reach/analysis/path';
import { isPathFound } from '@/lib/core/reach/analysis/path-found';
import { prove, repaired } from '@/lib/core/reach/blockers/proof';
import type { ExplanationCode } from '@/lib/core/rules/explanation-codes';
import { indexHosts } from '@/lib/core/simulate/host';
import { indexPremises } from '@/lib/core/simulate/premises';
import { proberOf } from '@/lib/core/simulate/probe';
import type { World } from '@/lib/core/simulate/world';
import { requestOf } from '../../support/network/analyze';
import { blockPublicAccess, gatewayEndpoint, peering } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { tgw } from '../../support/network/transit-gateway';
import { type VpcSketch, vpc } from '../../support/network/vpc';
import { parsed } from '../../support/pair';

const a = (more: Partial<VpcSketch> = {}): Part =>
  vpc('a', '10.1.0.0/16', {
    subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24 b' },
    servers: { web: '10.1.1.10', db: '10.1.2.10' },
    ...more,
  });
const b = (more: Partial<VpcSketch> = {}): Part =>
  vpc('b', '10.2.0.0/16', { subnets: { east: '10.2.1.0/24' }, servers: { app2: '10.2.1.10' }, ...more });
const outside = (more: Partial<VpcSketch> = {}): Part =>
  a({
    servers: { web: '10.1.1.10 198.51.100.10', db: '10.1.2.10' },
    igw: true,
    routes: { main: ['0.0.0.0/0 igw-a'] },
    ...more,
  });
const hubbed = (routes: Parameters<typeof tgw>[1]['routes']): World =>
  worldOf(
    a({ routes: { main: ['10.2.0.0/16 tgw-1'] } }),
    b({ routes: { main: ['10.1.0.0/16 tgw-1'] } }),
    tgw('1', { attachments: { a: 'app 10.1.1.60', b: 'east 10.2.1.60' }, routes }),
  );
const THERE_AND_BACK = ['10.1.0.0/16 a', '10.2.0.0/16 b'];

/** The code, the world, the question to the analyzer, the same to the simulator, and the calls of the one blocker. */
type Case = readonly [ExplanationCode, World, string, from: string, to: string, calls: readonly string[]];

const CASES: readonly Case[] = [
  [
    'NO_ROUTE_TO_DESTINATION',
    worldOf(
      a(),
      b({ routes: { main: ['10.1.0.0/16 tgw-1'] } }),
      tgw('1', { attachments: { a: 'app 10.1.1.60', b: 'east 10.2.1.60' }, routes: THERE_AND_BACK }),
    ),
    'i-web > i-app2 tcp 443',
    'web',
    'app2',
    ['CreateRoute'],
  ],
  [
    'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT',
    hubbed(['10.1.0.0/16 a']),
    'i-web > i-app2 tcp 443',
    'web',
    'app2',
    ['CreateTransitGatewayRoute'],
  ],
  [
    'TGW_RTB_BAD_STATE_ROUTE',
    hubbed(['10.1.0.0/16 a', '10.2.0.0/16 b blackhole']),
    'i-web > i-app2 tcp 443',
    'web',
    'app2',
    ['ReplaceTransitGatewayRoute'],
  ],
  [
    'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
    hubbed({ one: { for: ['b'], routes: THERE_AND_BACK } }),
    'i-web > i-app2 tcp 443',
    'web',
    'app2',
    ['AssociateTransitGatewayRouteTable'],
  ],
  [
    'TGW_ROUTE_AZ_RESTRICTION',
    hubbed(THERE_AND_BACK),
    'i-db > i-app2 tcp 443',
    'db',
    'app2',
    ['ModifyTransitGatewayVpcAttachment'],
  ],
  [
    'BAD_STATE',
    worldOf(a({ servers: { web: '10.1.1.10', db: '10.1.2.10 stopped' } })),
    'i-web > i-db tcp 443',
    'web',
    'db',
    ['StartInstances'],
  ],
  [
    'BAD_STATE',
    worldOf(a({ servers: { web: '10.1.1.10 stopped', db: '10.1.2.10' } })),
    'i-web > i-db tcp 443',
    'web',
    'db',
    ['StartInstances'],
  ],
  [
    'BAD_STATE',
    worldOf(
      a({ routes: { main: ['10.2.0.0/16 pcx-ab'] } }),
      b({ routes: { main: ['10.1.0.0/16 pcx-ab'] } }),
      peering('a', 'b', 'pending-acceptance'),
    ),
    'i-web > i-app2 tcp 443',
    'web',
    'app2',
    ['AcceptVpcPeeringConnection'],
  ],
  [
    'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
    worldOf(outside(), blockPublicAccess('block-bidirectional')),
    'i-web > igw-a tcp 443 dst:8.8.8.8',
    'web',
    '8.8.8.8',
    ['CreateVpcBlockPublicAccessExclusion'],
  ],
  [
    'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
    worldOf(outside(), blockPublicAccess('block-bidirectional', { 'subnet-app': 'allow-egress' } as never)),
    'i-web > igw-a tcp 443 dst:8.8.8.8',
    'web',
    '8.8.8.8',
    ['ModifyVpcBlockPublicAccessExclusion'],
  ],
  [
    'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
    worldOf(outside()),
    'i-db > igw-a tcp 443 dst:8.8.8.8',
    'db',
    '8.8.8.8',
    ['AllocateAddress', 'AssociateAddress'],
  ],
  [
    'ENI_SOURCE_DEST_CHECK_RESTRICTION',
    worldOf(
      a({
        subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24', wall: '10.1.3.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.2.10', fw: '10.1.3.10' },
        routes: { app: ['10.1.2.0/24 eni-fw'] },
      }),
    ),
    'i-web > i-db tcp 443',
    'web',
    'db',
    ['ModifyNetworkInterfaceAttribute'],
  ],
  [
    'NO_ROUTE_TO_DESTINATION',
    worldOf(a(), gatewayEndpoint('s3', 'a', ['203.0.113.0/24'])),
    'i-web > vpce-s3 tcp 443 dst:203.0.113.9',
    'web',
    '203.0.113.9',
    ['ModifyVpcEndpoint'],
  ],
  [
    'INGRESS_RTB_TRAFFIC_REDIRECTION',
    worldOf(
      a({
        subnets: { app: '10.1.1.0/24', wall: '10.1.3.0/24' },
        servers: { web: '10.1.1.10 198.51.100.10', fw: '10.1.3.10 198.51.100.15 no-check' },
        igw: true,
        routes: { main: ['0.0.0.0/0 igw-a'] },
        edges: { 'igw-a': ['10.1.1.0/24 eni-fw'] },
      }),
    ),
    'i-web > igw-a tcp 443 dst:8.8.8.8',
    'web',
    '8.8.8.8',
    ['DeleteRoute'],
  ],
];

describe('repairs', () => {
  it.each(CASES)('%s', (code, world, ask, from, to, calls) => {
    const { network } = parsed(world);
    const door = createNetworkInsightsPath(network, requestOf(ask), { mode: 'complete' });
    if (!('path' in door)) throw new Error(door.issues.join());
    const { blockers } = startNetworkInsightsAnalysis(network, door.path, { mode: 'complete' });
    const proven = prove(world.Snapshot, blockers, (mended) =>
      isPathFound(mended, door.path, { mode: 'complete' }),
    );
    const meant = proven.find(({ blocker }) => blocker.obstacles.some((one) => one.code === code));
    expect(meant?.repairs.flat().map(({ Action }) => Action) ?? proven).toEqual(calls);
    expect([meant?.isSufficient, meant?.isMinimal]).toEqual([true, true]);
    const connects = (some: typeof network): boolean => {
      const hosts = indexHosts([], indexPremises([], some));
      const { connection, forward } = proberOf({ network: some, hosts, seed: '0' }).explain({
        from: `eni-${from}`,
        to: to.includes('.') ? to : `eni-${to}`,
        protocol: 6,
        port: 443,
        sourcePort: 50_000,
        icmp: undefined,
      });
      // A service, or somebody outside whom the world does not know, answers nobody here.
      return (
        connection === 'established' || (connection === 'not-answered' && forward?.disposition === 'exited')
      );
    };
    const mended = repaired(world.Snapshot, meant?.repairs ?? []);
    // Whom the simulator is asked about sends, running or not.
    const sends = network.networkInterfaces.get(`eni-${from}`)?.instance?.state === 'running';
    expect([sends && connects(network), mended && connects(mended)]).toEqual([false, true]);
  });
});
