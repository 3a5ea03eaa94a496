/** Where the way between two interfaces is known, and where not. Ways serve every pair of interfaces between their two subnets, whoever asked first. */
import { describe, expect, it } from 'vitest';
import { AWS_PACKET_LAWS } from '@/lib/core/rules/packet-laws';
import { groundOf } from '@/lib/core/simulate/ground';
import { proberOf } from '@/lib/core/simulate/probe';
import { KnownWays } from '@/lib/core/simulate/way/known-ways';
import type { World } from '@/lib/core/simulate/world';
import { question, summary } from '../../../support/network/ask';
import { natGateway, peering } from '../../../support/network/gateways';
import { worldOf } from '../../../support/network/part';
import { tgw } from '../../../support/network/transit-gateway';
import { vpc } from '../../../support/network/vpc';
import { parsed } from '../../../support/pair';

const two = worldOf(
  vpc('a', '10.0.0.0/16', {
    subnets: { app: '10.0.1.0/24', data: '10.0.2.0/24' },
    servers: {
      web: '10.0.1.10 sg-web',
      'bare-web': '10.0.1.20',
      db: '10.0.2.10 sg-db',
      'bare-db': '10.0.2.20',
    },
    groups: { 'sg-web': {}, 'sg-db': { in: ['tcp 10.0.9.0/24 443'] } },
  }),
);

/** Without security groups, as the interfaces of some services are. */
function bare({ Snapshot, ...rest }: World): World {
  const NetworkInterfaces = (Snapshot.NetworkInterfaces ?? []).map((row) =>
    row.NetworkInterfaceId.startsWith('eni-bare') ? { ...row, Groups: [] } : row,
  );
  return { ...rest, Snapshot: { ...Snapshot, NetworkInterfaces } };
}

describe('a way', () => {
  const orders = [
    ['web > db tcp 443', 'web > bare-db tcp 443'],
    ['bare-web > bare-db tcp 443', 'web > db tcp 443', 'bare-web > db tcp 443'],
  ];
  it.each(orders.map((order) => [order.join(', '), order]))(
    'answers %s in turn as a walk does',
    (_, order) => {
      const world = parsed(bare(two));
      const knowing = proberOf(world);
      const walking = proberOf(world, { ...AWS_PACKET_LAWS });
      for (const text of order) {
        const told = knowing.explain(question(text));
        const walked = walking.explain(question(text));
        expect(summary(told)).toBe(summary(walked));
        expect(told.forward?.hops).toEqual(walked.forward?.hops);
        expect(told.return?.hops).toEqual(walked.return?.hops);
        expect(knowing.verdict(question(text))).toBe(walked.connection);
      }
    },
  );
});

/** Two VPCs that a peering joins and two that a transit gateway does, an appliance, a NAT gateway and a host of two interfaces. */
const joined = worldOf(
  vpc('a', '10.1.0.0/16', {
    subnets: {
      app: '10.1.1.0/24',
      data: '10.1.2.0/24',
      fw: '10.1.5.0/24',
      ta: '10.1.8.0/28',
      pub: '10.1.9.0/24',
    },
    servers: {
      web: '10.1.1.10',
      near: '10.1.1.20',
      db: '10.1.2.10',
      fw: '10.1.5.10 no-check',
      two: '10.1.1.30',
      'two/2': '10.1.2.30',
    },
    routes: {
      main: ['10.2.0.0/16 pcx-ab', '10.3.0.0/16 tgw-1', '10.4.1.0/25 tgw-1', '10.4.0.0/16 pcx-ad'],
      data: ['10.1.1.0/24 eni-fw', '10.2.0.0/16 pcx-ab'],
      ta: [],
    },
  }),
  vpc('b', '10.2.0.0/16', { subnets: { far: '10.2.1.0/24' }, servers: { api: '10.2.1.10' } }),
  vpc('c', '10.3.0.0/16', {
    subnets: { out: '10.3.1.0/24', tc: '10.3.8.0/28' },
    servers: { log: '10.3.1.10' },
  }),
  vpc('d', '10.4.0.0/16', { subnets: { half: '10.4.1.0/24' }, servers: { one: '10.4.1.10' } }),
  peering('a', 'b'),
  peering('a', 'd'),
  tgw('1', {
    attachments: { a: 'ta 10.1.8.5', c: 'tc 10.3.8.5' },
    routes: ['10.1.0.0/16 a', '10.3.0.0/16 c'],
  }),
  natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9'),
  { Hosts: [{ Name: 'two', NetworkInterfaceIds: ['eni-two', 'eni-two-2'], DefaultInterfaceId: 'eni-two' }] },
);

describe('known ways', () => {
  const { network, hosts } = parsed(joined);
  const ways = new KnownWays(groundOf(network, hosts), 7);
  const stations = (from: string, to: string): string => {
    const [one, other] = [ways.door(from), ways.door(to)];
    const way = one && other && ways.way(one, other);
    if (!way) return 'walk';
    return way.stations.map((one) => (one.kind === 'fixed' ? one.step.kind : one.kind)).join(' ');
  };

  it.each([
    [
      'inside a subnet',
      'web',
      'near',
      'network-interface security-groups subnet security-groups network-interface',
    ],
    [
      'between two',
      'web',
      'db',
      'network-interface security-groups network-acl route-table network-acl security-groups network-interface',
    ],
    [
      'over a peering',
      'web',
      'api',
      'network-interface security-groups network-acl route-table vpc-peering-connection network-acl security-groups network-interface',
    ],
    [
      'over a transit gateway',
      'web',
      'log',
      'network-interface security-groups network-acl route-table transit-gateway network-acl transit-gateway-route-table transit-gateway network-acl route-table network-acl security-groups network-interface',
    ],
    ['through an appliance', 'db', 'web', 'walk'],
    ['into a subnet of which a route takes half away', 'web', 'one', 'walk'],
    ['from a host that sends by another interface', 'two', 'db', 'walk'],
    ["to a gateway's own interface", 'web', 'eni-nat-x', 'walk'],
    ['to an address', 'web', '10.1.2.10', 'walk'],
    ['to nobody', 'web', 'nobody', 'walk'],
    ['without a route', 'api', 'web', 'walk'],
  ])('%s, %s to %s: %s', (_, from, to, expected) => {
    expect(stations(from, to)).toBe(expected);
    expect(stations(from, to)).toBe(expected);
  });
});

describe('what the network ACLs of a way let pass', () => {
  const passing = (entries: readonly string[]) => {
    const { network, hosts } = parsed(
      worldOf(
        vpc('a', '10.1.0.0/16', {
          subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24' },
          servers: { web: '10.1.1.10', db: '10.1.2.10' },
          acls: { data: { in: entries } },
        }),
      ),
    );
    const ways = new KnownWays(groundOf(network, hosts), 7);
    const [from, to] = [ways.door('web'), ways.door('db')];
    return from && to && ways.way(from, to)?.passing;
  };
  const HTTPS = 6 * 0x10000 + 443;

  it('is one set of subjects where every entry holds the whole subnet or nothing of it', () => {
    const set = passing([
      '100 deny tcp 10.1.1.0/24 22',
      '110 allow tcp 10.0.0.0/8 0-1000',
      '120 deny all 10.9.0.0/16',
    ]);
    expect([HTTPS, HTTPS - 421, HTTPS + 558].map((subject) => set?.has(subject))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is none where an entry holds a part of it', () => {
    expect(passing(['100 deny tcp 10.1.1.0/25 22', '110 allow all 0.0.0.0/0'])).toBeUndefined();
  });
});
