/** Sets of packets against plain enumeration, in spaces so narrow that every header can be asked for. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { pointOf } from '@/lib/core/net/header-layout';
import type { Ipv4 } from '@/lib/core/net/ipv4';
import type { Header } from '@/lib/core/net/packet';
import type { PacketSet, Rewritable } from '@/lib/core/net/packet-set';
import { PacketSpace } from '@/lib/core/net/packet-space';
import {
  cook,
  isIn,
  isInBox,
  isWithin,
  type Recipe,
  TINY,
  TINY_HEADERS,
  tinyRecipe,
  valueIn,
  withValue,
} from '../../support/packet-sets';

const members = (recipe: Recipe): readonly Header[] => TINY_HEADERS.filter((header) => isIn(recipe, header));
const held = (set: PacketSet): readonly Header[] => TINY_HEADERS.filter((header) => set.has(header));
/** One number per header. */
const key = (header: Header): number =>
  (pointOf(header) ?? []).reduce((number, value) => number * 8 + value, 0);
const field = fc.constantFrom<Rewritable>(
  'source',
  'destination',
  'sourcePort',
  'destinationPort',
  'icmpType',
  'icmpCode',
);
const WIDTH = {
  source: 3,
  destination: 3,
  sourcePort: 2,
  destinationPort: 2,
  icmpType: 1,
  icmpCode: 1,
} as const;
const upTo = (name: Rewritable): readonly number[] =>
  Array.from({ length: 2 ** WIDTH[name] }, (_, value) => value);

describe('a set of packets, header by header', () => {
  it('is asked about enough headers', () => {
    expect(TINY_HEADERS).toHaveLength((4 + 16 + 6) * 64);
    expect(new PacketSpace(TINY).everything.size).toBe(BigInt(TINY_HEADERS.length));
  });

  test.prop([tinyRecipe])('holds what it was made of', (recipe) => {
    expect(held(cook(new PacketSpace(TINY), recipe))).toEqual(members(recipe));
  });

  test.prop([tinyRecipe])('counts its members and gives the least', (recipe) => {
    const set = cook(new PacketSpace(TINY), recipe);
    const expected = members(recipe);
    expect(set.size).toBe(BigInt(expected.length));
    expect(set.isEmpty).toBe(expected.length === 0);
    expect(set.sample()).toEqual(expected[0]);
  });

  test.prop([tinyRecipe, tinyRecipe, tinyRecipe])(
    'gives a member that is preferred, where there is one',
    (recipe, ...wishes) => {
      const space = new PacketSpace(TINY);
      const expected = wishes.reduce((left, wish) => {
        const both = left.filter((header) => isIn(wish, header));
        return both.length > 0 ? both : left;
      }, members(recipe));
      expect(cook(space, recipe).sample(...wishes.map((wish) => cook(space, wish)))).toEqual(expected[0]);
    },
  );

  test.prop([tinyRecipe, tinyRecipe])('is one object with every set that holds the same', (one, other) => {
    const space = new PacketSpace(TINY);
    const same = members(one).map(key).join() === members(other).map(key).join();
    expect(cook(space, one) === cook(space, other)).toBe(same);
  });

  test.prop([tinyRecipe, fc.infiniteStream(fc.nat(1_000_000))])(
    'is the same object when it is put together from its members in any order',
    (recipe, numbers) => {
      const space = new PacketSpace(TINY);
      const shuffled = members(recipe)
        .map((header) => ({ header, at: numbers.next().value }))
        .sort((a, b) => a.at - b.at);
      const single = ({ protocol, source, destination, ...rest }: Header) =>
        space.box({
          protocol,
          source,
          destination,
          ...(rest.icmp && { icmpType: rest.icmp.type, icmpCode: rest.icmp.code }),
          ...(protocol === 6 && { sourcePort: rest.sourcePort, destinationPort: rest.destinationPort }),
        });
      expect(space.union(shuffled.map(({ header }) => single(header)))).toBe(cook(space, recipe));
    },
  );

  test.prop([tinyRecipe])('falls into boxes that have nothing in common', (recipe) => {
    const space = new PacketSpace(TINY);
    const set = cook(space, recipe);
    const boxes = [...set.boxes()];
    const times = TINY_HEADERS.map((header) => boxes.filter((box) => isInBox(box, header)).length);
    expect(times).toEqual(TINY_HEADERS.map((header) => (isIn(recipe, header) ? 1 : 0)));
    expect(space.union(boxes.map((box) => space.box(box)))).toBe(set);
  });

  test.prop([tinyRecipe, field])('forgets a field', (recipe, name) => {
    const inside = new Set(members(recipe).map(key));
    const expected = TINY_HEADERS.filter((header) =>
      upTo(name).some((value) => inside.has(key(withValue(header, name, value)))),
    );
    expect(held(cook(new PacketSpace(TINY), recipe).forget(name))).toEqual(expected);
  });

  test.prop([tinyRecipe, field, fc.array(fc.nat(7), { maxLength: 3 })])(
    'has the values of a field replaced',
    (recipe, name, drawn) => {
      const values = drawn.filter((value) => upTo(name).includes(value));
      const images = new Set(
        members(recipe).flatMap((header) =>
          valueIn(header, name) === undefined
            ? [key(header)]
            : values.map((value) => key(withValue(header, name, value))),
        ),
      );
      const rewritten = cook(new PacketSpace(TINY), recipe).rewrite(name, values);
      expect(held(rewritten)).toEqual(TINY_HEADERS.filter((header) => images.has(key(header))));
    },
  );

  test.prop([
    tinyRecipe,
    fc.constantFrom('source' as const, 'destination' as const),
    fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 5 }),
  ])('has addresses replaced by their partners', (recipe, name, pairs) => {
    const images = new Set(
      members(recipe).flatMap((header) =>
        pairs.filter(([from]) => header[name] === from).map(([, to]) => key(withValue(header, name, to))),
      ),
    );
    const translated = cook(new PacketSpace(TINY), recipe).translate(name, pairs as [Ipv4, Ipv4][]);
    expect(held(translated)).toEqual(TINY_HEADERS.filter((header) => images.has(key(header))));
  });

  test.prop([tinyRecipe, fc.oneof(field, fc.constant('protocol' as const))])(
    'says which values a field takes',
    (recipe, name) => {
      const values = new Set(members(recipe).map((header) => valueIn(header, name)));
      const projected = cook(new PacketSpace(TINY), recipe).project(name);
      for (let value = 0; value < 8; value++) expect(isWithin(projected, value)).toBe(values.has(value));
      for (const [i, { to }] of projected.entries()) {
        expect(projected[i + 1]?.from ?? Number.POSITIVE_INFINITY).toBeGreaterThan(to + 1);
      }
    },
  );
});
