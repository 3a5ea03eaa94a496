/** Lists of rules over sets of packets: which rule decides which packets, after what the rules before it took. */
import type { Cidr } from './cidr';
import { blockInterval, type Interval } from './interval';
import type { PacketSet } from './packet-set';
import type { PacketSpace } from './packet-space';

export interface ListRule {
  readonly allow: boolean;
  readonly set: PacketSet;
}

export interface FirstMatch {
  readonly allowed: PacketSet;
  /** Per rule the packets that it decides; nothing where earlier rules leave it nothing. */
  readonly effective: readonly PacketSet[];
  /** What no rule decides. */
  readonly rest: PacketSet;
}

/** The first rule that holds a packet decides about it. */
export function firstMatch(space: PacketSpace, rules: readonly ListRule[]): FirstMatch {
  let rest = space.everything;
  const effective = rules.map(({ set }) => {
    const decided = rest.intersect(set);
    rest = rest.subtract(set);
    return decided;
  });
  const allowed = space.union(effective.filter((_, index) => rules[index]?.allow));
  return { allowed, effective, rest };
}

export interface LongestPrefix {
  /** Per entry the packets that it takes. */
  readonly effective: readonly PacketSet[];
  readonly rest: PacketSet;
}

interface Block extends Interval {
  readonly entry: number;
}

/**
 * Of the entries that hold an address in one of their blocks, the one with the longest decides; of equal blocks the
 * earlier entry's.
 */
export function longestPrefix(
  space: PacketSpace,
  field: 'source' | 'destination',
  entries: readonly (readonly Cidr[])[],
): LongestPrefix {
  const effective = longestPrefixShares(entries).map((addresses) => space.box({ [field]: addresses }));
  return { effective, rest: space.everything.subtract(space.box({ [field]: entries.flat() })) };
}

/**
 * Per entry the addresses that it takes. Blocks lie inside each other or apart, so one walk over the addresses hands each
 * to the innermost block.
 */
export function longestPrefixShares(entries: readonly (readonly Cidr[])[]): readonly (readonly Interval[])[] {
  const blocks: Block[] = [];
  for (const [entry, cidrs] of entries.entries()) {
    for (const cidr of cidrs) {
      const block = blockInterval(cidr);
      if (block) blocks.push({ from: block.from, to: block.to, entry });
    }
  }
  // Outer blocks first, and of equal ones the one that wins last.
  blocks.sort((a, b) => a.from - b.from || b.to - a.to || b.entry - a.entry);
  const taken = entries.map((): Interval[] => []);
  const open: Block[] = [];
  let next = 0;
  const takeUntil = (end: number): void => {
    const owner = open.at(-1);
    if (owner && next < end) taken[owner.entry]?.push({ from: next, to: end - 1 });
    next = end;
  };
  const closeBefore = (address: number): void => {
    for (let inner = open.at(-1); inner && inner.to < address; inner = open.at(-1)) {
      takeUntil(inner.to + 1);
      open.pop();
    }
  };
  for (const block of blocks) {
    closeBefore(block.from);
    takeUntil(block.from);
    open.push(block);
  }
  closeBefore(Number.POSITIVE_INFINITY);
  return taken;
}
