/** Addresses and blocks as `ipaddr.js` knows them: the naive implementation shares no arithmetic with the product. */
import ipaddr from 'ipaddr.js';
import type { Address } from '@/lib/core/net/address';

export type NaiveAddress = ipaddr.IPv4 | ipaddr.IPv6;

type Block = readonly [NaiveAddress, number];

/** Each text is read once: what takes time here is loops and comparisons, not parsers. */
function once<T>(parse: (text: string) => T): (text: string) => T {
  const read = new Map<string, T>();
  return (text) => {
    const known = read.get(text);
    if (known !== undefined) return known;
    const value = parse(text);
    read.set(text, value);
    return value;
  };
}

const read = once<Block>(ipaddr.parseCIDR);

export const lengthOf = (block: string): number => read(block)[1];

/** Whether an address lies in a block, written as the document writes it. */
export function holds(block: string, address: NaiveAddress): boolean {
  const [base, length] = read(block);
  return base.kind() === address.kind() && address.match(base, length);
}

export function contains(outer: string, inner: string): boolean {
  return lengthOf(outer) <= lengthOf(inner) && holds(outer, read(inner)[0]);
}

export function isSame(one: NaiveAddress, other: NaiveAddress): boolean {
  return one.kind() === other.kind() && one.match(other, one.kind() === 'ipv4' ? 32 : 128);
}

export const addressOf = once<NaiveAddress>(ipaddr.parse);

/** From the product's number or bigint, byte by byte. */
export function naiveAddress(address: Address): NaiveAddress {
  const size = typeof address === 'bigint' ? 16 : 4;
  const bytes = Array.from({ length: size }, (_, i) =>
    Number((BigInt(address) >> BigInt(8 * (size - 1 - i))) & 255n),
  );
  return ipaddr.fromByteArray(bytes);
}
