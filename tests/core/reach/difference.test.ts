/** What a change opens and closes, who reaches whom, and how much of the way back is open. */
import { describe, expect, it } from 'vitest';
import { invariant } from '@/lib/core/assert';
import type { Action } from '@/lib/core/ec2/actions/action';
import { applyAll } from '@/lib/core/ec2/actions/apply';
import { portCoverage } from '@/lib/core/reach/coverage';
import { describeSet } from '@/lib/core/reach/describe';
import { differenceOf } from '@/lib/core/reach/difference';
import { exposureOf, partiesIn, reaching } from '@/lib/core/reach/exposure';
import { groundOf } from '@/lib/core/reach/ground';
import { randomFrom } from '@/lib/core/scenario/random';
import type { World } from '@/lib/core/simulate/world';
import type { Network } from '@/lib/core/vpc/network';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { randomNetwork } from '../../agreement/random-network';
import { analysed } from '../../support/network/analyze';
import { worldOf } from '../../support/network/part';
import { vpc } from '../../support/network/vpc';

function networkOf({ Snapshot }: Pick<World, 'Snapshot'>): Network {
  const door = parseNetwork(Snapshot);
  invariant('network' in door, 'the snapshot passes the door');
  return door.network;
}

function mended(world: World, ...actions: readonly Action[]): Network {
  const applied = applyAll(world.Snapshot, actions);
  invariant('snapshot' in applied, 'the calls are possible');
  return networkOf({ Snapshot: applied.snapshot });
}

const fleet = worldOf(
  vpc('a', '10.1.0.0/16', {
    subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24' },
    servers: {
      web1: '10.1.1.10 sg-web',
      web2: '10.1.1.11 sg-web',
      web3: '10.1.1.12 sg-web',
      db: '10.1.2.10 sg-db',
    },
    groups: { 'sg-web': { in: [] }, 'sg-db': { in: ['tcp sg-web 5432'] } },
  }),
);
const open22: Action = {
  Service: 'ec2',
  Action: 'AuthorizeSecurityGroupIngress',
  GroupId: 'sg-db',
  IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '10.1.1.0/24' }] }],
};

describe('difference', () => {
  it('tells what one rule opens, to a fleet at once', () => {
    const { changed, isPartial } = differenceOf(networkOf(fleet), mended(fleet, open22));
    expect(isPartial).toBe(false);
    expect(changed.map(({ from, to }) => [from, to])).toEqual([
      [['eni-web1', 'eni-web2', 'eni-web3'], ['eni-db']],
    ]);
    const [pair] = changed;
    expect(describeSet(pair?.opened as never)).toEqual({
      count: String(3 * 65536),
      boxes: [
        {
          protocol: 'tcp',
          source: ['10.1.1.10/31', '10.1.1.12/32'],
          destination: ['10.1.2.10/32'],
          destinationPort: ['22'],
        },
      ],
      isShortened: false,
    });
    expect([pair?.closed.isEmpty, pair?.unchanged.isEmpty]).toEqual([true, false]);
  });

  it('is nothing between a network and itself, and the other way round what was opened is closed', () => {
    const [one, other] = [networkOf(fleet), mended(fleet, open22)];
    expect(differenceOf(one, networkOf(fleet)).changed).toEqual([]);
    const [back] = differenceOf(other, one).changed;
    expect([back?.opened.isEmpty, back?.closed.size]).toEqual([true, BigInt(3 * 65536)]);
  });

  it('says no more and no less than both networks asked pair by pair', { timeout: 60_000 }, () => {
    let compared = 0;
    for (let seed = 0; seed < 6; seed++) {
      const world = { ...randomNetwork(randomFrom(`difference/${seed}`)) };
      const [one, other] = [networkOf(world), mended(world, { ...open22, GroupId: 'sg-y' } as Action)];
      const { changed } = differenceOf(one, other);
      const [was, is] = [groundOf(one, { apart: 'all' }), groundOf(other, { apart: 'all' })];
      const ends = (ground: typeof was) =>
        new Map(partiesIn(ground).map(({ ids, end }) => [ids[0] ?? '', end]));
      const [before, now] = [ends(was), ends(is)];
      for (const from of before.keys()) {
        for (const to of before.keys()) {
          if (from === to) continue;
          const [a, b, c, d] = [before.get(from), before.get(to), now.get(from), now.get(to)];
          if (!a || !b || !c || !d) continue;
          const [small, large] = [reaching(was, a, b).size, reaching(is, c, d).size];
          const pair = changed.find((one) => one.from.includes(from) && one.to.includes(to));
          // A pair may stand for a fleet: then something of it has changed, and here it is one of them.
          if (small !== large) expect(pair, `difference/${seed} ${from} > ${to}`).toBeDefined();
          if (!pair) expect(small, `difference/${seed} ${from} > ${to}`).toBe(large);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(300);
  });
});

describe('exposure', () => {
  it('names who can reach an interface, a fleet as one', () => {
    const exposures = exposureOf(networkOf(fleet), 'i-db', 'to');
    expect(exposures?.all.map(({ party }) => party.ids)).toEqual([['eni-web1', 'eni-web2', 'eni-web3']]);
    const [web] = exposures?.all ?? [];
    expect(web && describeSet(web.packets).boxes).toEqual([
      {
        protocol: 'tcp',
        source: ['10.1.1.10/31', '10.1.1.12/32'],
        destination: ['10.1.2.10/32'],
        destinationPort: ['5432'],
      },
    ]);
  });

  it('and what it can reach', () => {
    expect(exposureOf(networkOf(fleet), 'eni-web1', 'from')?.all.map(({ party }) => party.ids)).toEqual([
      ['eni-db'],
    ]);
    expect(exposureOf(networkOf(fleet), 'eni-gone', 'from')).toBeUndefined();
  });
});

describe('ephemeral-port coverage', () => {
  it('counts the ports whose answers find home', () => {
    const narrow = worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.2.10' },
        acls: { data: { in: ['100 allow all 0.0.0.0/0'], out: ['100 allow tcp 0.0.0.0/0 32768-36156'] } },
      }),
    );
    const { finding, analysis } = analysed(narrow, 'i-web > i-db tcp 443');
    expect(analysis.NetworkPathFound).toBe(true);
    const coverage = portCoverage(finding?.packets as never);
    expect(coverage.map(({ client, open, all }) => [client, open, all])).toEqual([
      ['linux', 3389, 28232],
      ['windows', 0, 16384],
      ['nat-gateway', 3389, 64512],
    ]);
    // 12 % of the ports that a Linux client may use.
    expect(Math.round((100 * 3389) / 28232)).toBe(12);
  });
});
