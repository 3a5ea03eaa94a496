import { fc, test } from '@fast-check/vitest';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { formatAddress, isIpv4, parseAddress } from '@/lib/core/net/address';
import {
  addressAt,
  canonicalCidr,
  contains,
  containsCidr,
  formatCidr,
  overlaps,
  parseCidr,
} from '@/lib/core/net/cidr';
import { parsePort } from '@/lib/core/net/port';
import { parseProtocol } from '@/lib/core/net/protocol';
import { isPublic } from '@/lib/core/net/special';

const ipv4Text = fc.ipV4();
/** Without an IPv4 tail: the oracle takes `::1.2.3.4` for `::ffff:1.2.3.4` (RFC 4291, 2.2 does not); the table below has them. */
const ipv6Text = fc.ipV6().filter((text) => !text.includes('.'));

describe('parseAddress', () => {
  it.each([
    '0.0.0.0',
    '255.255.255.255',
    '10.0.0.4',
    '::',
    '::1',
    '1::',
    '2001:db8::ff00:42:8329',
    '1:2:3:4:5:6:7:8',
    '::ffff:10.0.0.1',
  ])('reads %s', (text) => {
    expect(parseAddress(text)).toBeDefined();
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.0.1',
    '010.0.0.1',
    '10.0.0.01',
    '256.0.0.1',
    '10.0.0.-1',
    '10.0.0.1 ',
    ' 10.0.0.1',
    '1e1.0.0.1',
    '0x0a.0.0.1',
    '٣.0.0.1',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8:9',
    'g::',
    '12345::',
    'fe80::1%eth0',
    '[::1]',
    '10.0.0.1::',
    '::10.0.0',
  ])('refuses %j', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  it.each([
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:3:4:5:6:7:8', '1:0:3:4:5:6:7:8'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
    ['::10.0.0.1', '::a00:1'],
  ])('%s is written %s (RFC 5952)', (text, written) => {
    const address = parseAddress(text);
    expect(address !== undefined && formatAddress(address)).toBe(written);
  });

  test.prop([fc.oneof(ipv4Text, ipv6Text)])(
    'agrees with another library, and reads back what it writes',
    (text) => {
      const address = parseAddress(text);
      expect(address).toBeDefined();
      if (address === undefined) return;
      const other = ipaddr.parse(text);
      const bytes = other.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
      expect(BigInt(address)).toBe(bytes);
      expect(isIpv4(address)).toBe(other.kind() === 'ipv4');
      expect(parseAddress(formatAddress(address))).toBe(address);
    },
  );

  test.prop([fc.string()])('takes any text without a throw', (text) => {
    const address = parseAddress(text);
    expect(address === undefined || parseAddress(formatAddress(address)) === address).toBe(true);
  });
});

describe('CIDR blocks', () => {
  it.each(['10.0.0.0/8', '0.0.0.0/0', '10.0.0.4/32', '::/0', '2001:db8::/32', '2001:db8::1/128'])(
    '%s is canonical',
    (text) => {
      expect(parseCidr(text)).toBeDefined();
    },
  );

  it.each([
    ['10.0.0.1/8', '10.0.0.0/8'],
    ['100.68.0.18/18', '100.68.0.0/18'],
    ['255.255.255.255/0', '0.0.0.0/0'],
    ['2001:db8::1/32', '2001:db8::/32'],
  ])('%s has host bits: refused as printed, read as %s from a caller', (text, canonical) => {
    expect(parseCidr(text)).toBeUndefined();
    const block = canonicalCidr(text);
    expect(block && formatCidr(block)).toBe(canonical);
  });

  it.each([
    '10.0.0.0',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/08',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '::/129',
    '/8',
    '10.0.0/8',
    '10.0.0.0/ 8',
  ])('%s is no block', (text) => {
    expect(canonicalCidr(text)).toBeUndefined();
  });

  const length4 = fc.integer({ min: 0, max: 32 });
  const length6 = fc.integer({ min: 0, max: 128 });
  const block = fc.oneof(
    fc.tuple(ipv4Text, length4).map(([address, length]) => `${address}/${length}`),
    fc.tuple(ipv6Text, length6).map(([address, length]) => `${address}/${length}`),
  );

  test.prop([block, fc.oneof(ipv4Text, ipv6Text)])(
    'contain what another library says they contain',
    (blockText, text) => {
      const cidr = canonicalCidr(blockText);
      const address = parseAddress(text);
      if (!cidr || address === undefined) throw new Error('both are valid');
      const [network, bits] = ipaddr.parseCIDR(blockText);
      const other = ipaddr.parse(text);
      const expected = network.kind() === other.kind() && other.match([network, bits] as never);
      expect(contains(cidr, address)).toBe(expected);
    },
  );

  test.prop([block, block])('overlap one another alike, and hold their own addresses', (a, b) => {
    const [one, two] = [canonicalCidr(a), canonicalCidr(b)];
    if (!one || !two) throw new Error('both are valid');
    expect(overlaps(one, two)).toBe(overlaps(two, one));
    expect(overlaps(one, two)).toBe(containsCidr(one, two) || containsCidr(two, one));
    expect(contains(one, one.base)).toBe(true);
    expect(parseCidr(formatCidr(one))).toEqual(one);
  });

  it('count addresses from their base to their end', () => {
    const cidr = canonicalCidr('10.0.0.0/30');
    const texts =
      cidr &&
      [0, 3, 4]
        .map((offset) => addressAt(cidr, offset))
        .map((address) => address !== undefined && formatAddress(address));
    expect(texts).toEqual(['10.0.0.0', '10.0.0.3', false]);
    const last = canonicalCidr('255.255.255.252/30');
    expect(last && addressAt(last, 4)).toBeUndefined();
  });
});

describe('small values', () => {
  it.each([
    ['0', 0],
    ['22', 22],
    ['65535', 65535],
    ['65536', undefined],
    ['-1', undefined],
    ['022', undefined],
    ['2 ', undefined],
    ['1e3', undefined],
    ['', undefined],
  ])('port %j is %s', (text, port) => {
    expect(parsePort(text)).toBe(port);
  });

  it.each([
    ['tcp', 6],
    ['UDP', 17],
    ['icmp', 1],
    ['icmpv6', 58],
    ['0', 0],
    ['255', 255],
    ['256', undefined],
    ['06', undefined],
    ['-1', undefined],
    ['all', undefined],
  ])('protocol %j is %s', (text, protocol) => {
    expect(parseProtocol(text)).toBe(protocol);
  });

  it.each([
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['172.32.0.1', true],
    ['192.168.9.9', false],
    ['100.64.0.1', false],
    ['169.254.1.1', false],
    ['8.8.8.8', true],
    ['fc00::1', false],
    ['fe80::1', false],
    ['2600::1', true],
  ])('%s is public: %s', (text, expected) => {
    const address = parseAddress(text);
    expect(address !== undefined && isPublic(address)).toBe(expected);
  });
});
