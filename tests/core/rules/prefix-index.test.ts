/** The longest block that holds an address, found by halves; beside it every block looked at in turn. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Address, parseAddress } from '@/lib/core/net/address';
import { type Cidr, canonicalCidr, constantCidr, contains, formatCidr } from '@/lib/core/net/cidr';
import { PrefixIndex } from '@/lib/core/rules/prefix-index';

const indexOf = (blocks: readonly string[]): PrefixIndex<string> =>
  new PrefixIndex(blocks.map((block, i) => ({ cidr: constantCidr(block), value: `${i} ${block}` })));

const addressOf = (text: string): Address => {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(text);
  return address;
};

const NESTED = ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24', '10.1.2.4/32', '192.168.0.0/16'];

describe('PrefixIndex', () => {
  it.each([
    ['10.1.2.4', NESTED, '3 10.1.2.4/32'],
    ['10.1.2.3', NESTED, '2 10.1.2.0/24'],
    ['10.1.2.5', NESTED, '2 10.1.2.0/24'],
    ['10.1.3.0', NESTED, '1 10.1.0.0/16'],
    ['10.255.255.255', NESTED, '0 10.0.0.0/8'],
    ['11.0.0.0', NESTED, undefined],
    ['9.255.255.255', NESTED, undefined],
    ['0.0.0.0', [], undefined],
    ['255.255.255.255', ['0.0.0.0/0'], '0 0.0.0.0/0'],
    ['255.255.255.255', ['0.0.0.0/0', '255.255.255.255/32'], '1 255.255.255.255/32'],
    ['0.0.0.0', ['0.0.0.0/0', '0.0.0.0/32'], '1 0.0.0.0/32'],
    ['128.0.0.0', ['0.0.0.0/1', '128.0.0.0/1'], '1 128.0.0.0/1'],
    ['10.0.0.1', ['10.0.0.0/24', '10.0.0.0/25'], '1 10.0.0.0/25'],
    ['10.0.0.129', ['10.0.0.0/25', '10.0.0.0/24'], '1 10.0.0.0/24'],
  ])('finds %s in %j', (address, blocks, found) => {
    expect(indexOf(blocks).longest(addressOf(address))).toBe(found);
  });

  it('takes the first of rows for one and the same block', () => {
    const index = indexOf(['10.0.0.0/24', '10.0.0.0/16', '10.0.0.0/24', '::/0', '::/0']);
    expect(index.longest(addressOf('10.0.0.1'))).toBe('0 10.0.0.0/24');
    expect(index.longest(addressOf('2001:db8::1'))).toBe('3 ::/0');
  });

  it('keeps the families apart', () => {
    const index = indexOf(['0.0.0.0/0', '2001:db8::/32', '2001:db8:1::/48']);
    expect(index.longest(addressOf('2001:db8:1::5'))).toBe('2 2001:db8:1::/48');
    expect(index.longest(addressOf('2001:db8:2::5'))).toBe('1 2001:db8::/32');
    expect(index.longest(addressOf('2001:db9::'))).toBeUndefined();
    expect(indexOf(['::/0']).longest(addressOf('10.0.0.1'))).toBeUndefined();
  });

  /** Few bases and all lengths, so that blocks lie in one another and end where others begin. */
  const block = fc
    .tuple(fc.constantFrom('10.0.0.0', '10.0.0.255', '10.0.128.0', '10.1.0.0', '255.255.255.255'), fc.nat(32))
    .map(([base, length]) => canonicalCidr(`${base}/${length}`) as Cidr);

  test.prop([fc.array(block, { maxLength: 12 })])('finds what a look at every block finds', (blocks) => {
    const index = new PrefixIndex(blocks.map((cidr, i) => ({ cidr, value: i })));
    const edges = blocks.flatMap(({ base, length }) => [
      Number(base) - 1,
      Number(base),
      Number(base) + 2 ** (32 - length) - 1,
      Number(base) + 2 ** (32 - length),
    ]);
    for (const edge of edges.filter((one) => one >= 0 && one < 2 ** 32)) {
      const address = edge as Address;
      let longest: number | undefined;
      blocks.forEach((cidr, i) => {
        const before = longest === undefined ? -1 : (blocks[longest]?.length ?? -1);
        if (contains(cidr, address) && cidr.length > before) longest = i;
      });
      expect([edge, blocks.map(formatCidr), index.longest(address)]).toEqual([
        edge,
        blocks.map(formatCidr),
        longest,
      ]);
    }
  });
});
