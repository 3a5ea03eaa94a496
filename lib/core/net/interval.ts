/** Whole numbers from one to another, both included: of protocols, addresses, ports, ICMP types. */
import type { Address } from './address';
import type { Cidr } from './cidr';
import type { Ipv4 } from './ipv4';

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** One value, a range, or the addresses of a block. */
export type Value = number | Address | Interval | Cidr;
export type Values = Value | Iterable<Value>;

/** Sorted, apart from each other, within 0 to `max`; IPv6 addresses and blocks are no whole numbers up to there. */
export function intervalsOf(values: Values, max: number): readonly Interval[] {
  if (!isList(values)) {
    const interval = intervalOf(values);
    if (!interval || interval.from > Math.min(interval.to, max)) return [];
    return interval.to > max ? [{ from: interval.from, to: max }] : [interval];
  }
  const intervals: Interval[] = [];
  for (const value of values) {
    const interval = intervalOf(value);
    if (interval && interval.from <= Math.min(interval.to, max)) intervals.push(interval);
  }
  return merged(intervals, max);
}

function isList(values: Values): values is Iterable<Value> {
  return typeof values === 'object' && Symbol.iterator in values;
}

function intervalOf(value: Value): Interval | undefined {
  if (typeof value === 'number') return { from: value, to: value };
  if (typeof value === 'bigint') return undefined;
  return 'base' in value ? blockInterval(value) : value;
}

/** The addresses of an IPv4 block. */
export function blockInterval({ base, length }: Cidr): Interval | undefined {
  return typeof base === 'number' ? { from: base, to: base + 2 ** (32 - length) - 1 } : undefined;
}

function merged(intervals: Interval[], max: number): readonly Interval[] {
  intervals.sort((a, b) => a.from - b.from);
  const sums: { from: number; to: number }[] = [];
  for (const { from, to } of intervals) {
    const last = sums.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, Math.min(to, max));
    else sums.push({ from, to: Math.min(to, max) });
  }
  return sums;
}

/** Whether two sorted lists have anything in common. */
export function overlap(a: readonly Interval[], b: readonly Interval[]): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i] as Interval, b[j] as Interval];
    if (one.to < other.from) i++;
    else if (other.to < one.from) j++;
    else return true;
  }
  return false;
}

/** What two sorted lists have in common. */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const common: Interval[] = [];
  for (const one of a) {
    for (const other of b) {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      if (from <= to) common.push({ from, to });
    }
  }
  return common;
}

/** The fewest IPv4 blocks that hold these addresses and no others. */
export function blocksOf({ from, to }: Interval): readonly Cidr[] {
  const blocks: Cidr[] = [];
  for (let base = from; base <= to; ) {
    let length = 32;
    while (length > 0 && base % 2 ** (33 - length) === 0 && base + 2 ** (33 - length) - 1 <= to) length--;
    blocks.push({ base: base as Ipv4, length });
    base += 2 ** (32 - length);
  }
  return blocks;
}
