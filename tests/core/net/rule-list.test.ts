/** Lists of rules against the plain way: packet by packet, rule by rule. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Cidr, contains, hostCidr, parseCidr } from '@/lib/core/net/cidr';
import type { Ipv4 } from '@/lib/core/net/ipv4';
import type { Header } from '@/lib/core/net/packet';
import { PacketSpace } from '@/lib/core/net/packet-space';
import { firstMatch, longestPrefix } from '@/lib/core/net/rule-list';
import { randomFrom } from '@/lib/core/scenario/random';
import { tcp } from '../../support/packet';
import { ipv4Box, ipv4Header, isInBox } from '../../support/packet-sets';
import { drawPath } from '../../support/random-path';

const block = (text: string): Cidr => parseCidr(text) ?? hostCidr(0 as Ipv4);
const rules = fc.array(fc.tuple(fc.boolean(), ipv4Box), { maxLength: 12 });
const headers = fc.array(ipv4Header, { minLength: 200, maxLength: 200 });

describe('firstMatch', () => {
  test.prop([rules, headers], { numRuns: 200 })(
    'decides every packet by the first rule that holds it',
    (drawn, packets) => {
      const space = new PacketSpace();
      const { allowed, effective, rest } = firstMatch(
        space,
        drawn.map(([allow, box]) => ({ allow, set: space.box(box) })),
      );
      const decidedBy = (packet: Header): number => drawn.findIndex(([, box]) => isInBox(box, packet));
      const deciding = packets.map((packet) =>
        effective.flatMap((set, index) => (set.has(packet) ? [index] : [])),
      );
      expect(deciding).toEqual(packets.map(decidedBy).map((index) => (index < 0 ? [] : [index])));
      expect(packets.map((packet) => allowed.has(packet))).toEqual(
        packets.map((packet) => drawn[decidedBy(packet)]?.[0] ?? false),
      );
      expect(space.union([...effective, rest])).toBe(space.everything);
      expect([...effective, rest].reduce((sum, { size }) => sum + size, 0n)).toBe(space.everything.size);
    },
  );

  it('leaves nothing to a rule in the shadow of earlier ones', () => {
    const space = new PacketSpace();
    const low = space.box({ source: block('10.0.0.0/9') });
    const high = space.box({ source: block('10.128.0.0/9') });
    const shadowed = space.box({ source: block('10.0.0.0/8'), destinationPort: 22 });
    const { effective, allowed } = firstMatch(space, [
      { allow: false, set: low },
      { allow: true, set: high },
      { allow: true, set: shadowed },
    ]);
    expect(effective).toEqual([low, high, space.nothing]);
    expect(allowed).toBe(high);
  });
});

describe('longestPrefix', () => {
  const texts = [
    '0.0.0.0/0',
    '10.0.0.0/8',
    '10.0.0.0/16',
    '10.0.1.0/24',
    '10.0.1.128/25',
    '10.0.1.255/32',
    '128.0.0.0/1',
    '255.255.255.255/32',
  ];
  const blocks = fc.array(fc.array(fc.constantFrom(...texts, '::/0').map(block), { maxLength: 3 }), {
    maxLength: 8,
  });

  test.prop([blocks, headers], { numRuns: 200 })(
    'gives every packet to the longest block that holds it',
    (entries, packets) => {
      const space = new PacketSpace();
      const { effective, rest } = longestPrefix(space, 'destination', entries);
      const best = ({ destination }: Header): number => {
        const holding = entries.flatMap((cidrs, entry) =>
          cidrs.filter((cidr) => contains(cidr, destination)).map(({ length }) => ({ entry, length })),
        );
        return holding.sort((a, b) => b.length - a.length || a.entry - b.entry)[0]?.entry ?? -1;
      };
      const taking = packets.map((packet) =>
        effective.flatMap((set, index) => (set.has(packet) ? [index] : [])),
      );
      expect(taking).toEqual(packets.map(best).map((entry) => (entry < 0 ? [] : [entry])));
      expect(packets.map((packet) => rest.has(packet))).toEqual(packets.map((packet) => best(packet) < 0));
    },
  );

  it.each([1, 2, 3, 4, 5])('is the first match in the order of lengths (draw %i)', (seed) => {
    const space = new PacketSpace();
    const { routes } = drawPath(randomFrom(`routes/${seed}`), { rules: 0, entries: 1, routes: 300 });
    const sorted = routes.map(({ block: cidr }) => cidr).toSorted((a, b) => b.length - a.length);
    const direct = firstMatch(
      space,
      sorted.map((cidr) => ({ allow: true, set: space.box({ destination: cidr }) })),
    );
    const { effective, rest } = longestPrefix(
      space,
      'destination',
      sorted.map((cidr) => [cidr]),
    );
    expect(effective).toHaveLength(300);
    expect(effective.map((set, index) => set === direct.effective[index])).not.toContain(false);
    expect(rest).toBe(direct.rest);
  });

  it('asks for the source where sources decide', () => {
    const space = new PacketSpace();
    const { effective } = longestPrefix(space, 'source', [[block('10.0.0.0/8')]]);
    expect(effective[0]?.has(tcp('10.0.0.4:50000 > 192.0.2.1:443'))).toBe(true);
    expect(effective[0]?.has(tcp('192.0.2.1:443 > 10.0.0.4:50000'))).toBe(false);
  });
});
