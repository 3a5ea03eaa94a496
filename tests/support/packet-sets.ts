/** Random sets of packets with a plain predicate beside each: what a set should hold, asked header by header. */
import fc from 'fast-check';
import { canonicalCidr } from '@/lib/core/net/cidr';
import type { Field, HeaderWidths } from '@/lib/core/net/header-layout';
import { headerAt } from '@/lib/core/net/header-layout';
import { blockInterval, type Interval } from '@/lib/core/net/interval';
import type { Header } from '@/lib/core/net/packet';
import type { PacketBox } from '@/lib/core/net/packet-box';
import type { PacketSet } from '@/lib/core/net/packet-set';
import type { PacketSpace } from '@/lib/core/net/packet-space';
import { hasPorts, ICMP, ICMPV6, isIcmp, TCP, UDP } from '@/lib/core/net/protocol';

/** So narrow that every header can be asked for: ICMP is protocol 1, TCP is 6, the other six have neither ports nor a type. */
export const TINY: HeaderWidths = { protocol: 3, address: 3, port: 2, icmp: 1 };

/** In the order in which `sample` prefers them. */
export const TINY_HEADERS: readonly Header[] = everyHeader(TINY);

function everyHeader({ protocol, address, port, icmp }: HeaderWidths): readonly Header[] {
  const upTo = (bits: number): readonly number[] => Array.from({ length: 2 ** bits }, (_, value) => value);
  return upTo(protocol).flatMap((number) => {
    const rest = upTo(hasPorts(number) ? port : isIcmp(number) ? icmp : 0);
    return upTo(address).flatMap((source) =>
      upTo(address).flatMap((destination) =>
        rest.flatMap((fourth) => rest.map((fifth) => headerAt([number, source, destination, fourth, fifth]))),
      ),
    );
  });
}

/** A field's value; `undefined` where the header does not have it. */
export function valueIn(header: Header, field: Field): number | undefined {
  switch (field) {
    case 'icmpType':
      return header.icmp?.type;
    case 'icmpCode':
      return header.icmp?.code;
    case 'sourcePort':
    case 'destinationPort':
      return hasPorts(header.protocol) ? header[field] : undefined;
    default:
      return Number(header[field]);
  }
}

/** The header with another value, where it has the field. */
export function withValue(header: Header, field: Field, value: number): Header {
  if (valueIn(header, field) === undefined) return header;
  if (field === 'icmpType' || field === 'icmpCode') {
    const { type = 0, code = 0 } = header.icmp ?? {};
    return { ...header, icmp: field === 'icmpType' ? { type: value, code } : { type, code: value } };
  }
  return { ...header, [field]: value };
}

export const isWithin = (intervals: readonly Interval[], value: number | undefined): boolean =>
  value !== undefined && intervals.some(({ from, to }) => from <= value && value <= to);

/** What a box means, field by field. */
export function isInBox(box: PacketBox, header: Header): boolean {
  return (Object.entries(box) as [Field, readonly Interval[]][]).every(([field, intervals]) =>
    isWithin(intervals, valueIn(header, field)),
  );
}

const interval = (value: fc.Arbitrary<number>): fc.Arbitrary<Interval> =>
  fc.tuple(value, value).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const tinyField = (bits: number): fc.Arbitrary<readonly Interval[] | undefined> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 4, arbitrary: fc.array(interval(fc.nat(2 ** bits - 1)), { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  );

const boxOf = (
  fields: Record<Field, fc.Arbitrary<readonly Interval[] | undefined>>,
): fc.Arbitrary<PacketBox> =>
  fc.record(fields).map((box) => Object.fromEntries(Object.entries(box).filter(([, values]) => values)));

const tinyBox = boxOf({
  protocol: tinyField(3),
  source: tinyField(3),
  destination: tinyField(3),
  sourcePort: tinyField(2),
  destinationPort: tinyField(2),
  icmpType: fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: tinyField(1) },
  ),
  icmpCode: fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: tinyField(1) },
  ),
});

export type Recipe = readonly (readonly ['union' | 'intersect' | 'subtract', PacketBox])[];

const recipeOf = (box: fc.Arbitrary<PacketBox>): fc.Arbitrary<Recipe> =>
  fc.array(fc.tuple(fc.constantFrom('union', 'union', 'intersect', 'subtract'), box), {
    minLength: 1,
    maxLength: 7,
  });

export const tinyRecipe = recipeOf(tinyBox);

/** The edges of blocks and port ranges that rules like, so that random packets stand on either side of them. */
const ADDRESSES = [
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.1.0/24',
  '10.0.1.128/25',
  '128.0.0.0/1',
  '203.0.113.7/32',
].flatMap((text) => {
  const block = canonicalCidr(text);
  return block ? (blockInterval(block) ?? []) : [];
});
const PORTS: readonly Interval[] = [
  { from: 0, to: 65535 },
  { from: 22, to: 22 },
  { from: 443, to: 443 },
  { from: 1024, to: 65535 },
  { from: 32768, to: 60999 },
];
const TYPES: readonly Interval[] = [
  { from: 0, to: 0 },
  { from: 8, to: 8 },
  { from: 3, to: 255 },
];
const PROTOCOLS: readonly Interval[] = [
  { from: TCP, to: TCP },
  { from: UDP, to: UDP },
  { from: ICMP, to: ICMP },
  { from: 0, to: 50 },
];

const some = (intervals: readonly Interval[], random: fc.Arbitrary<Interval>) =>
  fc.option(fc.array(fc.oneof(fc.constantFrom(...intervals), random), { minLength: 1, maxLength: 2 }), {
    nil: undefined,
  });
const never = fc.constant(undefined);
const rarely = <T>(arbitrary: fc.Arbitrary<T | undefined>) =>
  fc.oneof({ weight: 4, arbitrary: never }, { weight: 1, arbitrary });

export const ipv4Box = boxOf({
  protocol: some(PROTOCOLS, interval(fc.nat(255))),
  source: some(ADDRESSES, interval(fc.nat(0xffffffff))),
  destination: some(ADDRESSES, interval(fc.nat(0xffffffff))),
  sourcePort: rarely(some(PORTS, interval(fc.nat(65535)))),
  destinationPort: some(PORTS, interval(fc.nat(65535))),
  icmpType: rarely(some(TYPES, interval(fc.nat(255)))),
  icmpCode: rarely(some(TYPES, interval(fc.nat(255)))),
});

export const ipv4Recipe = recipeOf(ipv4Box);

const near = (intervals: readonly Interval[], max: number): fc.Arbitrary<number> =>
  fc
    .tuple(
      fc.constantFrom(...intervals.flatMap(({ from, to }) => [from, to])),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([edge, step]) => Math.min(max, Math.max(0, edge + step)));

export const ipv4Header: fc.Arbitrary<Header> = fc
  .tuple(
    fc.constantFrom(TCP, TCP, UDP, ICMP, 47, 50, 51, ICMPV6),
    near(ADDRESSES, 0xffffffff),
    near(ADDRESSES, 0xffffffff),
    near(PORTS, 65535),
    near(PORTS, 65535),
    near(TYPES, 255),
    near(TYPES, 255),
  )
  .map(([protocol, source, destination, sourcePort, destinationPort, type, code]) =>
    headerAt(
      hasPorts(protocol)
        ? [protocol, source, destination, sourcePort, destinationPort]
        : isIcmp(protocol)
          ? [protocol, source, destination, type, code]
          : [protocol, source, destination],
    ),
  );

/** From nothing, one box after the other. */
export function cook(space: PacketSpace, recipe: Recipe): PacketSet {
  return recipe.reduce((set, [step, box]) => set[step](space.box(box)), space.nothing);
}

/** What `cook` should have made. */
export function isIn(recipe: Recipe, header: Header): boolean {
  return recipe.reduce((inside, [step, box]) => {
    const inBox = isInBox(box, header);
    if (step === 'union') return inside || inBox;
    return step === 'intersect' ? inside && inBox : inside && !inBox;
  }, false);
}
