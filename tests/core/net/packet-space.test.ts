/** What holds among all sets of IPv4 packets, where nobody can count one by one. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '@/lib/core/net/address';
import { parseCidr } from '@/lib/core/net/cidr';
import type { PacketSet } from '@/lib/core/net/packet-set';
import { PacketSpace } from '@/lib/core/net/packet-space';
import { ICMP, ICMPV6, TCP, UDP } from '@/lib/core/net/protocol';
import { randomFrom } from '@/lib/core/scenario/random';
import { bddPath, bddStages, ourPath, ourStages } from '../../bench/path-sets';
import { FALSE, PlainBdd } from '../../bench/plain-bdd';
import { echo, tcp, udp } from '../../support/packet';
import { cook, ipv4Header, ipv4Recipe, isIn } from '../../support/packet-sets';
import { drawPath } from '../../support/random-path';

const block = (text: string) => parseCidr(text) ?? [];
const address = (text: string) => parseAddress(text) ?? [];
const runs = { numRuns: 300 };

describe('every set of IPv4 packets', () => {
  test.prop([ipv4Recipe, fc.array(ipv4Header, { minLength: 50, maxLength: 50 })], runs)(
    'holds what it was made of',
    (recipe, headers) => {
      const set = cook(new PacketSpace(), recipe);
      expect(headers.map((header) => set.has(header))).toEqual(headers.map((header) => isIn(recipe, header)));
    },
  );

  test.prop([ipv4Recipe, ipv4Recipe, ipv4Recipe], runs)('obeys the laws of sets', (...recipes) => {
    const space = new PacketSpace();
    const [a, b, c] = recipes.map((recipe) => cook(space, recipe)) as [PacketSet, PacketSet, PacketSet];
    const not = (set: PacketSet): PacketSet => space.everything.subtract(set);
    expect(a.union(b)).toBe(b.union(a));
    expect(a.intersect(b)).toBe(b.intersect(a));
    expect(a.union(b).union(c)).toBe(a.union(b.union(c)));
    expect(a.intersect(b).intersect(c)).toBe(a.intersect(b.intersect(c)));
    expect(a.intersect(b.union(c))).toBe(a.intersect(b).union(a.intersect(c)));
    expect(a.union(b.intersect(c))).toBe(a.union(b).intersect(a.union(c)));
    expect(a.union(a.intersect(b))).toBe(a);
    expect(not(a.union(b))).toBe(not(a).intersect(not(b)));
    expect(not(a.intersect(b))).toBe(not(a).union(not(b)));
    expect(not(not(a))).toBe(a);
    expect(a.subtract(b)).toBe(a.intersect(not(b)));
    expect(a.subtract(b).union(a.intersect(b))).toBe(a);
    expect(a.subtract(b).intersect(b)).toBe(space.nothing);
    expect(space.union([a, b, c])).toBe(a.union(b).union(c));
    expect(a.intersect(b).isSubsetOf(a)).toBe(true);
    expect(a.isSubsetOf(b)).toBe(a.union(b) === b);
  });

  test.prop([ipv4Recipe, ipv4Recipe], runs)('is counted exactly', (...recipes) => {
    const space = new PacketSpace();
    const [a, b] = recipes.map((recipe) => cook(space, recipe)) as [PacketSet, PacketSet];
    expect(a.size + space.everything.subtract(a).size).toBe(space.everything.size);
    expect(a.union(b).size + a.intersect(b).size).toBe(a.size + b.size);
    expect(a.subtract(b).size).toBe(a.size - a.intersect(b).size);
  });

  test.prop([ipv4Recipe, ipv4Recipe], runs)(
    'gives a member of itself, and none but when it is empty',
    (one, other) => {
      const space = new PacketSpace();
      const [set, wish] = [cook(space, one), cook(space, other)];
      const found = set.sample(wish);
      expect(found === undefined).toBe(set.isEmpty);
      if (!found) return;
      expect(set.has(found)).toBe(true);
      expect(wish.has(found)).toBe(!set.intersect(wish).isEmpty);
    },
  );

  test.prop([ipv4Recipe], runs)('is the sum of its boxes, which have nothing in common', (recipe) => {
    const space = new PacketSpace();
    const set = cook(space, recipe);
    const boxes = [...set.boxes()].map((box) => space.box(box));
    expect(space.union(boxes)).toBe(set);
    expect(boxes.reduce((sum, box) => sum + box.size, 0n)).toBe(set.size);
  });

  test.prop([ipv4Recipe], runs)('is forgotten field by field', (recipe) => {
    const set = cook(new PacketSpace(), recipe);
    const forgotten = set.forget('destinationPort');
    expect(set.isSubsetOf(forgotten)).toBe(true);
    expect(forgotten.forget('destinationPort')).toBe(forgotten);
    expect(forgotten.forget('source')).toBe(set.forget('source').forget('destinationPort'));
    expect(set.rewrite('source', { from: 0, to: 0xffffffff })).toBe(set.forget('source'));
  });
});

describe('a packet space', () => {
  const space = new PacketSpace();

  it('counts ports where there are ports, types and codes where there are types and codes', () => {
    const pairs = 2n ** 64n;
    expect(space.everything.size).toBe((2n * 2n ** 32n + 2n * 2n ** 16n + 252n) * pairs);
    expect(space.box({ protocol: TCP }).size).toBe(2n ** 32n * pairs);
    expect(space.box({ protocol: ICMP }).size).toBe(2n ** 16n * pairs);
    expect(space.box({ protocol: 47 }).size).toBe(pairs);
    expect(space.nothing.size).toBe(0n);
  });

  it('takes a port for a question about the protocols that have ports', () => {
    expect(space.box({ destinationPort: 443 })).toBe(
      space.box({ protocol: [TCP, UDP], destinationPort: 443 }),
    );
    expect(space.box({ destinationPort: { from: 0, to: 65535 } })).toBe(space.box({ protocol: [TCP, UDP] }));
    expect(space.box({ protocol: ICMP, destinationPort: 0 })).toBe(space.nothing);
    expect(space.box({ protocol: ICMP, icmpType: 8 }).has(echo('10.0.0.4 > 10.0.1.5'))).toBe(true);
    expect(space.box({ icmpType: 8, destinationPort: 443 })).toBe(space.nothing);
    expect(space.box({ icmpType: { from: 0, to: 999 } })).toBe(space.box({ protocol: [ICMP, ICMPV6] }));
  });

  it('reads blocks, addresses and ranges, alone and in lists', () => {
    const halves = space.box({ source: [block('10.0.0.0/25'), block('10.0.0.128/25')].flat() });
    expect(halves).toBe(space.box({ source: block('10.0.0.0/24') }));
    expect(space.box({ source: new Set([address('10.0.0.4')].flat()) })).toBe(
      space.box({ source: block('10.0.0.4/32') }),
    );
    expect(space.box({ source: block('0.0.0.0/0') })).toBe(space.everything);
    expect(space.box({ source: [] })).toBe(space.nothing);
    expect(space.box({ source: { from: 5, to: 4 } })).toBe(space.nothing);
  });

  it('holds no IPv6', () => {
    expect(space.box({ source: block('::/0') })).toBe(space.nothing);
    expect(space.box({ source: [block('::/0'), block('10.0.0.0/8')].flat() })).toBe(
      space.box({ source: block('10.0.0.0/8') }),
    );
    expect(space.everything.has(tcp('[2001:db8::1]:50000 > [2001:db8::2]:443'))).toBe(false);
  });

  it('gives witnesses that people recognise', () => {
    const https = space.box({ protocol: TCP, destination: block('10.0.1.5/32'), destinationPort: 443 });
    expect(https.sample()).toEqual({
      protocol: TCP,
      source: 0,
      destination: address('10.0.1.5'),
      sourcePort: 0,
      destinationPort: 443,
    });
    const likely = [
      space.box({ source: block('203.0.113.7/32') }),
      space.box({ sourcePort: { from: 1024, to: 65535 } }),
    ];
    const { source, sourcePort, destinationPort } = tcp('203.0.113.7:1024 > 10.0.1.5:443');
    expect(https.sample(...likely)).toMatchObject({ source, sourcePort, destinationPort });
    expect(space.nothing.sample(...likely)).toBeUndefined();
  });

  it('shows boxes that people can read', () => {
    expect([...space.everything.boxes()]).toEqual([{}]);
    expect([...space.nothing.boxes()]).toEqual([]);
    const web = space.box({ protocol: TCP, source: block('10.0.0.0/8'), destinationPort: [80, 443] });
    const boxes = [...web.union(space.box({ icmpType: 8, source: block('10.0.0.0/8') })).boxes()];
    const source = [{ from: address('10.0.0.0'), to: address('10.255.255.255') }];
    expect(boxes).toEqual([
      {
        protocol: [
          { from: ICMP, to: ICMP },
          { from: ICMPV6, to: ICMPV6 },
        ],
        source,
        icmpType: [{ from: 8, to: 8 }],
      },
      {
        protocol: [{ from: TCP, to: TCP }],
        source,
        destinationPort: [
          { from: 80, to: 80 },
          { from: 443, to: 443 },
        ],
      },
    ]);
  });

  it('lets a NAT gateway put its own address and ports in the place of those that come', () => {
    const inside = space.box({ source: block('10.0.0.0/16'), destination: block('198.51.100.0/24') });
    const outside = inside
      .rewrite('source', [address('10.0.3.10')].flat())
      .rewrite('sourcePort', { from: 1024, to: 65535 });
    expect(outside.has(tcp('10.0.3.10:1024 > 198.51.100.7:443'))).toBe(true);
    expect(outside.has(udp('10.0.3.10:1023 > 198.51.100.7:443'))).toBe(false);
    expect(outside.has(tcp('10.0.0.4:50000 > 198.51.100.7:443'))).toBe(false);
    expect(outside.has(echo('10.0.3.10 > 198.51.100.7'))).toBe(true);
  });

  it('lets an internet gateway put public addresses in the place of private ones', () => {
    const pairs = new Map([
      [tcp('10.0.0.4:1 > 0.0.0.0:1').source, tcp('198.51.100.4:1 > 0.0.0.0:1').source],
    ]) as never;
    const outside = space.box({ source: block('10.0.0.0/16') }).translate('source', pairs);
    expect(outside).toBe(space.box({ source: block('198.51.100.4/32') }));
  });

  it('does not mix with another', () => {
    const other = new PacketSpace().box({ protocol: TCP });
    for (const mix of ['union', 'intersect', 'subtract', 'isSubsetOf', 'sample'] as const) {
      expect(() => space.everything[mix](other)).toThrow('sets of two packet spaces do not mix');
    }
  });
});

describe('an attempt', () => {
  /** Boxes that ask for four fields at random, all of them across each other: the worst a list of rules can be. */
  const crossing = (count: number) => {
    const random = randomFrom('crossing');
    const interval = (max: number) => {
      const from = random.integer(0, max);
      return { from, to: random.integer(from, max) };
    };
    return Array.from({ length: count }, () => ({
      source: interval(2 ** 32 - 1),
      destination: interval(2 ** 32 - 1),
      sourcePort: interval(65535),
      destinationPort: interval(65535),
    }));
  };
  const boxes = crossing(200);

  it('gives what was computed in time', () => {
    const space = new PacketSpace();
    const some = boxes.slice(0, 4).map((box) => space.box(box));
    const attempt = space.attempt(100_000, () => space.union(some));
    expect(attempt).toEqual({ done: true, value: space.union(some) });
  });

  it('says so when the work was not enough, at the same step each time', () => {
    const progress = [1, 2].map(() => {
      const space = new PacketSpace();
      let added = 0;
      let sum = space.nothing;
      const attempt = space.attempt(200_000, () => {
        for (const box of boxes) {
          sum = sum.union(space.box(box));
          added++;
        }
      });
      expect(attempt).toEqual({ done: false });
      return { added, size: sum.size };
    });
    expect(progress[0]).toEqual(progress[1]);
    expect(progress[0]?.added).toBeGreaterThan(3);
  });

  it('leaves what was made before it and lets go on after it', () => {
    const space = new PacketSpace();
    const [one, other] = boxes.map((box) => space.box(box)) as [PacketSet, PacketSet];
    expect(space.attempt(1000, () => space.union(boxes.map((box) => space.box(box)))).done).toBe(false);
    const untouched = new PacketSpace();
    const [first, second] = boxes.map((box) => untouched.box(box)) as [PacketSet, PacketSet];
    expect(one.union(other).size).toBe(first.union(second).size);
    expect(one.union(other).subtract(one).union(one)).toBe(other.union(one));
    expect([...one.union(other).boxes()]).toEqual([...first.union(second).boxes()]);
  });

  it('has no more work for an attempt within it than for itself', () => {
    const space = new PacketSpace();
    const sum = () => space.union(boxes.map((box) => space.box(box)));
    const outer = space.attempt(2000, () => space.attempt(Number.POSITIVE_INFINITY, sum));
    expect(outer.done).toBe(false);
    const inner = space.attempt(2000, () => space.attempt(500, sum));
    expect(inner).toEqual({ done: true, value: { done: false } });
  });

  it('lets mistakes pass', () => {
    const space = new PacketSpace();
    const mix = () => space.everything.union(new PacketSpace().nothing);
    expect(() => space.attempt(1000, mix)).toThrow('do not mix');
  });
});

describe('a plain binary decision diagram', () => {
  const seeds = Array.from({ length: 25 }, (_, i) => `path/${i}`);
  const single = (value: number) => ({ from: value, to: value });
  /** It knows no header that lacks a field: what we do not count must be 0 there. */
  const headers = [
    ...[TCP, UDP].map((protocol) => ({ protocol: single(protocol) })),
    ...[ICMP, ICMPV6].map((protocol) => ({
      protocol: single(protocol),
      sourcePort: { from: 0, to: 255 },
      destinationPort: { from: 0, to: 255 },
    })),
    ...[single(0), { from: 2, to: 5 }, { from: 7, to: 16 }, { from: 18, to: 57 }, { from: 59, to: 255 }].map(
      (protocol) => ({ protocol, sourcePort: single(0), destinationPort: single(0) }),
    ),
  ];

  it.each([
    { rules: 5, entries: 5, routes: 5 },
    { rules: 30, entries: 10, routes: 20 },
  ])('counts as many packets on paths of %o', (sizes) => {
    const counts = seeds.map((seed) => {
      const path = drawPath(randomFrom(seed), sizes);
      const space = new PacketSpace();
      const bdd = new PlainBdd();
      const all = headers.reduce((sum, box) => bdd.or(sum, bdd.box(box)), FALSE);
      expect(bdd.size(all)).toBe(space.everything.size);
      const { size } = ourPath(space, ourStages(space, path));
      expect(size, seed).toBe(bdd.size(bdd.and(all, bddPath(bdd, bddStages(bdd, path)))));
      return size;
    });
    expect(counts.filter((size) => size > 0n).length).toBeGreaterThan(10);
  });
});
