/**
 * All smallest sets of settings that stand in the way: each proven on the mended Snapshot by the analyzer, and replayed by
 * the simulator, which has never heard of it.
 */
import { describe, expect, it } from 'vitest';
import { invariant } from '@/lib/core/assert';
import { startNetworkInsightsAnalysis } from '@/lib/core/reach/analysis/analyze';
import { createNetworkInsightsPath } from '@/lib/core/reach/analysis/path';
import { isPathFound } from '@/lib/core/reach/analysis/path-found';
import { prove, repaired } from '@/lib/core/reach/blockers/proof';
import { differenceOf } from '@/lib/core/reach/difference';
import { endOf } from '@/lib/core/reach/ends/end';
import { exposureOf } from '@/lib/core/reach/exposure';
import { find, WORK_BUDGET } from '@/lib/core/reach/finding';
import { groundOf } from '@/lib/core/reach/ground';
import { randomFrom } from '@/lib/core/scenario/random';
import { indexHosts } from '@/lib/core/simulate/host';
import { indexPremises } from '@/lib/core/simulate/premises';
import { probe } from '@/lib/core/simulate/probe';
import type { World } from '@/lib/core/simulate/world';
import type { Network } from '@/lib/core/vpc/network';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { randomNetwork } from '../../agreement/random-network';
import { analysed, requestOf } from '../../support/network/analyze';
import { peering } from '../../support/network/gateways';
import { worldOf } from '../../support/network/part';
import { vpc } from '../../support/network/vpc';

/** Of what gets through the mended network, the first and the last ports of each range. */
function portsThrough(network: Network, ask: string): readonly number[] {
  const path = createNetworkInsightsPath(network, requestOf(ask), { mode: 'complete' });
  invariant('path' in path, 'the question was asked before');
  const { finding } = startNetworkInsightsAnalysis(network, path.path, { mode: 'complete' });
  return (finding?.packets.project('sourcePort') ?? []).flatMap(({ from, to }) => [from, to]);
}

function blockersOf(world: World, ask: string) {
  const { blockers } = analysed(world, ask, { mode: 'complete' });
  const isReachable = (network: Parameters<typeof isPathFound>[0]): boolean => {
    const path = createNetworkInsightsPath(network, requestOf(ask), { mode: 'complete' });
    return 'path' in path && isPathFound(network, path.path, { mode: 'complete' });
  };
  return prove(world.Snapshot, blockers, isReachable);
}

describe('blockers', () => {
  const shut = worldOf(
    vpc('a', '10.1.0.0/16', { subnets: { app: '10.1.1.0/24' }, servers: { web: '10.1.1.10' } }),
    vpc('b', '10.2.0.0/16', {
      subnets: { east: '10.2.1.0/24' },
      servers: { db: '10.2.1.10 sg-db' },
      groups: { 'sg-db': { in: ['tcp 10.9.0.0/16 5432'] } },
      acls: { east: { in: ['100 allow tcp 10.1.0.0/16 443'], out: ['100 allow all 0.0.0.0/0'] } },
      routes: { main: ['10.1.0.0/16 pcx-ab'] },
    }),
    peering('a', 'b'),
  );

  it('names every setting on the one way, and the calls that mend them', () => {
    const [only, ...more] = blockersOf(shut, 'i-web > i-db tcp 5432');
    expect(more).toEqual([]);
    expect(only?.blocker.obstacles.map(({ code }) => code)).toEqual([
      'NO_ROUTE_TO_DESTINATION',
      'SUBNET_ACL_RESTRICTION',
      'ENI_SG_RULES_MISMATCH',
    ]);
    expect(only?.repairs.flat().map(({ Action }) => Action)).toEqual([
      'CreateRoute',
      'CreateNetworkAclEntry',
      'AuthorizeSecurityGroupIngress',
    ]);
    expect([only?.isSufficient, only?.isMinimal]).toEqual([true, true]);
  });

  it('admits the packets that were asked for and no others', () => {
    const [only] = blockersOf(shut, 'i-web > i-db tcp 5432');
    expect(only?.repairs.flat()).toMatchObject([
      { RouteTableId: 'rtb-a', DestinationCidrBlock: '10.2.0.0/16', VpcPeeringConnectionId: 'pcx-ab' },
      { CidrBlock: '10.1.1.10/32', PortRange: { From: 5432, To: 5432 }, RuleAction: 'allow' },
      { IpPermissions: [{ FromPort: 5432, ToPort: 5432, IpRanges: [{ CidrIp: '10.1.1.10/32' }] }] },
    ]);
  });

  it('hold on random networks, and the simulator agrees with every repair', { timeout: 120_000 }, () => {
    const ends = ['eni-web', 'eni-api', 'eni-db', 'eni-pub', 'eni-app2', 'eni-app3', 'eni-hub'];
    const counts = { mendable: 0, sufficient: 0, minimal: 0, replayed: 0, refuted: [] as string[] };
    for (let seed = 0; seed < 40; seed++) {
      const random = randomFrom(`blockers/${seed}`);
      const world = { ...randomNetwork(random.fork('world')), Hosts: [], Traffic: [], Premises: [] };
      const [from, to] = random.shuffle(ends);
      const ask = `${from} > ${to} tcp 443`;
      for (const { blocker, repairs, isSufficient, isMinimal } of blockersOf(world, ask)) {
        if (repairs.length > 0) counts.mendable++;
        if (isSufficient) counts.sufficient++;
        if (isMinimal) counts.minimal++;
        const network = isSufficient ? repaired(world.Snapshot, repairs) : undefined;
        if (!network || !from || !to) continue;
        const hosts = indexHosts([], indexPremises([], network));
        const ports = portsThrough(network, ask);
        const came = ports.some(
          (sourcePort) =>
            probe(
              { network, hosts, seed: '0' },
              { from, to, protocol: 6, port: 443, sourcePort, icmp: undefined },
            ).connection === 'established',
        );
        counts.replayed++;
        if (!came)
          counts.refuted.push(
            `blockers/${seed} ${ask}: ${blocker.obstacles.map(({ code }) => code).join(', ')}`,
          );
      }
    }
    expect(counts.refuted).toEqual([]);
    expect(counts.mendable).toBeGreaterThan(30);
    // A route or a zone that is added may take packets another way: then a set is told to be not enough, or too much.
    expect(counts.sufficient).toBeGreaterThan(0.9 * counts.mendable);
    expect(counts.minimal).toBeGreaterThan(0.9 * counts.mendable);
    expect(counts.replayed).toBe(counts.sufficient);
  });
});

describe('a search that would take too long', () => {
  const openTwin = vpc('a', '10.1.0.0/16', {
    subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24' },
    servers: { web: '10.1.1.10', db: '10.1.2.10 sg-db' },
    groups: { 'sg-db': { in: ['all 0.0.0.0/0'] } },
  });
  /** Hundreds of blocks that nothing joins, every port open. */
  const wide = worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24' },
      servers: { web: '10.1.1.10', db: '10.1.2.10 sg-db' },
      groups: {
        'sg-db': {
          in: Array.from({ length: 400 }, (_, i) =>
            `tcp 10.${i % 200}.${i}.0/29 ${i * 7}-${i * 7 + 3}`.replace(
              /\.(\d{3,})\.0/,
              (_all, n) => `.${Number(n) % 256}.0`,
            ),
          ),
        },
      },
    }),
  );

  it('keeps what it has and says that it is partial', () => {
    const { question } = analysed(wide, 'i-web > i-db tcp');
    const door = parseNetwork(wide.Snapshot);
    invariant('network' in door && question, 'there is something to ask');
    const ask = (work: number) => {
      const ground = groundOf(door.network, { apart: 'all' });
      const ends = [endOf(ground, 'i-web'), endOf(ground, 'i-db')] as const;
      invariant('end' in ends[0] && 'end' in ends[1], 'both ends are there');
      return find(ground, { ...question, source: ends[0].end, destination: ends[1].end }, work);
    };
    expect(ask(200)).toMatchObject({ isPartial: true, trips: [] });
    expect(ask(WORK_BUDGET).isPartial).toBe(false);
  });

  it("says so in AWS's shape, of who can reach whom, and of what a change does", () => {
    const door = parseNetwork(wide.Snapshot);
    invariant('network' in door, 'the snapshot passes the door');
    const { network } = door;
    expect(analysed(wide, 'i-web > i-db tcp', { work: 200 }).analysis).toMatchObject({
      Status: 'succeeded',
      WarningMessage: expect.stringContaining('may not be all of it'),
    });
    expect(analysed(wide, 'i-web > i-db tcp').analysis).not.toHaveProperty('WarningMessage');
    expect(exposureOf(network, 'i-db', 'to', 200)?.isPartial).toBe(true);
    expect(exposureOf(network, 'i-db', 'to')?.isPartial).toBe(false);
    const open = parseNetwork(worldOf(openTwin).Snapshot);
    invariant('network' in open, 'the snapshot passes the door');
    expect(differenceOf(network, open.network, 200).isPartial).toBe(true);
    expect(differenceOf(network, open.network).isPartial).toBe(false);
  });

  it('takes every port and a thousand disjoint blocks in both filters within the budget', () => {
    const random = randomFrom('adversarial');
    const rule = (): string => {
      const from = random.integer(0, 65_000);
      const block = `${random.integer(1, 220)}.${random.integer(0, 255)}.${random.integer(0, 255)}.0/27`;
      return `${random.pick(['tcp', 'udp'])} ${block} ${from}-${from + random.integer(0, 500)}`;
    };
    const rules = (): string[] => Array.from({ length: 1000 }, rule);
    const entries = (): string[] => [
      ...Array.from({ length: 40 }, (_, i) => `${i + 1} ${random.pick(['allow', 'deny'])} ${rule()}`),
      '1000 allow all 0.0.0.0/0',
    ];
    const lists = { in: rules(), out: rules() };
    const world = worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24' },
        servers: { web: '10.1.1.10 198.51.100.10 sg-x', db: '10.1.2.10 198.51.100.11 sg-x' },
        groups: { 'sg-x': lists },
        acls: { app: { in: entries(), out: entries() }, data: { in: entries(), out: entries() } },
        igw: true,
        routes: { main: ['0.0.0.0/0 igw-a'] },
      }),
    );
    for (const ask of ['igw-a > i-db tcp', 'i-web > igw-a tcp', 'i-web > i-db udp'])
      expect(analysed(world, ask, { mode: 'complete' }).analysis).not.toHaveProperty('WarningMessage');
  });
});
