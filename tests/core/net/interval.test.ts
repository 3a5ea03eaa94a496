import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { formatCidr, parseCidr } from '@/lib/core/net/cidr';
import {
  blockInterval,
  blocksOf,
  type Interval,
  intersectIntervals,
  intervalsOf,
} from '@/lib/core/net/interval';
import { parseIpv4 } from '@/lib/core/net/ipv4';

const interval = fc.tuple(fc.nat(20), fc.nat(20)).map(([from, to]) => ({ from, to }));
const list = fc.array(interval, { maxLength: 5 });
const values = (intervals: readonly Interval[]): readonly number[] =>
  Array.from({ length: 31 }, (_, value) => value).filter((value) =>
    intervals.some(({ from, to }) => from <= value && value <= to),
  );
const range = (from: string, to: string): Interval => ({
  from: parseIpv4(from) ?? -1,
  to: parseIpv4(to) ?? -1,
});

describe('intervalsOf', () => {
  test.prop([list, fc.nat(25)])('sorts, joins and clips what was asked for', (asked, max) => {
    const intervals = intervalsOf(asked, max);
    expect(values(intervals)).toEqual(values(asked).filter((value) => value <= max));
    for (const [index, { from, to }] of intervals.entries()) {
      expect(from).toBeLessThanOrEqual(to);
      expect(intervals[index + 1]?.from ?? Number.POSITIVE_INFINITY).toBeGreaterThan(to + 1);
    }
  });

  test.prop([interval, fc.nat(25)])('reads one interval as a list of one', (asked, max) => {
    expect(intervalsOf(asked, max)).toEqual(intervalsOf([asked], max));
  });
});

describe('intersectIntervals', () => {
  test.prop([list, list])('keeps what both have', (one, other) => {
    const [a, b] = [intervalsOf(one, 30), intervalsOf(other, 30)];
    const common = intersectIntervals(a, b);
    expect(values(common)).toEqual(values(a).filter((value) => values(b).includes(value)));
    expect(intervalsOf(common, 30)).toEqual(common);
  });
});

describe('blocksOf', () => {
  it.each([
    ['10.0.0.0', '10.255.255.255', ['10.0.0.0/8']],
    ['0.0.0.0', '255.255.255.255', ['0.0.0.0/0']],
    ['10.0.0.4', '10.0.0.4', ['10.0.0.4/32']],
    ['10.0.0.1', '10.0.0.6', ['10.0.0.1/32', '10.0.0.2/31', '10.0.0.4/31', '10.0.0.6/32']],
    ['255.255.255.254', '255.255.255.255', ['255.255.255.254/31']],
    ['127.255.255.255', '128.0.0.0', ['127.255.255.255/32', '128.0.0.0/32']],
  ])('%s to %s are %j', (from, to, blocks) => {
    expect(blocksOf(range(from, to)).map(formatCidr)).toEqual(blocks);
  });

  test.prop([fc.nat(0xffffffff), fc.nat(0xffffffff)])('hold the addresses and no others', (a, b) => {
    const asked = { from: Math.min(a, b), to: Math.max(a, b) };
    const blocks = blocksOf(asked);
    expect(blocks.length).toBeLessThanOrEqual(62);
    expect(intervalsOf(blocks, 0xffffffff)).toEqual([asked]);
    for (const block of blocks) expect(parseCidr(formatCidr(block))).toEqual(block);
  });

  it('has no numbers for IPv6', () => {
    const block = parseCidr('::/0');
    expect(block && blockInterval(block)).toBeUndefined();
  });
});
