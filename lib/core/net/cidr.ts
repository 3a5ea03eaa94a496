/**
 * CIDR blocks. EC2 prints them in canonical form and turns what callers send into it ("100.68.0.18/18" becomes
 * "100.68.0.0/18", https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html), hence two readers.
 */
import { invariant } from '../assert';
import { type Address, formatAddress, isIpv4, parseAddress } from './address';
import type { Ipv4 } from './ipv4';
import type { Ipv6 } from './ipv6';

export interface Cidr {
  /** The first address of the block: no bit is set behind the prefix. */
  readonly base: Address;
  /** 0-32 for IPv4, 0-128 for IPv6. */
  readonly length: number;
}

const LENGTH = /^(?:0|[1-9]\d{0,2})$/;

/** As `describe-*` prints it; `undefined` also where host bits are set. */
export function parseCidr(text: string): Cidr | undefined {
  const block = canonicalCidr(text);
  return block && formatCidr(block) === text.toLowerCase() ? block : sameBase(text, block);
}

/** A longer spelling of the same IPv6 base is still canonical in value. */
function sameBase(text: string, block: Cidr | undefined): Cidr | undefined {
  return block && parseAddress(text.slice(0, text.lastIndexOf('/'))) === block.base ? block : undefined;
}

/** As the API reads a caller's block: host bits are cleared. */
export function canonicalCidr(text: string): Cidr | undefined {
  const slash = text.lastIndexOf('/');
  if (slash < 0) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const lengthText = text.slice(slash + 1);
  if (address === undefined || !LENGTH.test(lengthText)) return undefined;
  const length = Number(lengthText);
  if (length > bitsOf(address)) return undefined;
  return { base: networkBase(address, length), length };
}

/** A block that stands in our own code. */
export function constantCidr(text: string): Cidr {
  const block = canonicalCidr(text);
  invariant(block, `constant ${text} is a CIDR block`);
  return block;
}

export function formatCidr({ base, length }: Cidr): string {
  return `${formatAddress(base)}/${length}`;
}

/** The block of one address: /32 or /128. */
export function hostCidr(address: Address): Cidr {
  return { base: address, length: bitsOf(address) };
}

export function contains({ base, length }: Cidr, address: Address): boolean {
  if (typeof base === 'number') {
    // A shift by 32 is a shift by 0 in JavaScript, so /0 needs its own answer.
    return typeof address === 'number' && (length === 0 || (base ^ address) >>> (32 - length) === 0);
  }
  return typeof address === 'bigint' && (base ^ address) >> BigInt(128 - length) === 0n;
}

export function containsCidr(outer: Cidr, inner: Cidr): boolean {
  return outer.length <= inner.length && contains(outer, inner.base);
}

export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.length <= b.length ? contains(a, b.base) : contains(b, a.base);
}

export function sameCidr(a: Cidr, b: Cidr): boolean {
  return a.base === b.base && a.length === b.length;
}

/** IPv4 before IPv6, then by where they begin, the wider one first: blocks inside another stand right behind it. */
export function compareCidrs(a: Cidr, b: Cidr): number {
  if (typeof a.base !== typeof b.base) return isIpv4(a.base) ? -1 : 1;
  if (a.base !== b.base) return a.base < b.base ? -1 : 1;
  return a.length - b.length;
}

/** The address `offset` places behind the base; `undefined` past the end of the block. */
export function addressAt(block: Cidr, offset: number): Address | undefined {
  const address = isIpv4(block.base)
    ? ((block.base + offset) as Ipv4)
    : ((block.base + BigInt(offset)) as Ipv6);
  return (isIpv4(address) && address > 0xffffffff) || !contains(block, address) ? undefined : address;
}

function bitsOf(address: Address): 32 | 128 {
  return isIpv4(address) ? 32 : 128;
}

/** The mask of an IPv4 prefix as a signed 32-bit number. A shift by 32 is a shift by 0 in JavaScript, so /0 needs its own answer. */
export function prefixMask(length: number): number {
  return length === 0 ? 0 : -1 << (32 - length);
}

function networkBase(address: Address, length: number): Address {
  if (typeof address === 'number') return ((address & prefixMask(length)) >>> 0) as Ipv4;
  const hostBits = BigInt(128 - length);
  return ((address >> hostBits) << hostBits) as Ipv6;
}
