/**
 * Longest-prefix match in the time of a few comparisons. Blocks are nested or apart, never crossing, so their edges cut the
 * line of all addresses into stretches on which one and the same block is the longest; a search by halves finds the stretch.
 */
import type { Address } from '../net/address';
import { type Cidr, contains } from '../net/cidr';

interface Row<T> {
  readonly cidr: Cidr;
  readonly value: T;
}

export class PrefixIndex<T> {
  /** IPv4: where each stretch begins, from address 0 on, and what holds there. */
  readonly #starts: Uint32Array;
  readonly #values: readonly (T | undefined)[];
  /** IPv6, the longest block first. */
  readonly #rows6: readonly Row<T>[];

  /** Of rows for one and the same block the first counts. */
  constructor(rows: readonly Row<T>[]) {
    const stretches = stretchesOf(rows.filter(({ cidr }) => typeof cidr.base === 'number'));
    this.#starts = Uint32Array.from(stretches, ({ start }) => start);
    this.#values = stretches.map(({ value }) => value);
    this.#rows6 = rows
      .filter(({ cidr }) => typeof cidr.base === 'bigint')
      .sort((a, b) => b.cidr.length - a.cidr.length);
  }

  longest(address: Address): T | undefined {
    if (typeof address === 'bigint') return this.#rows6.find(({ cidr }) => contains(cidr, address))?.value;
    const starts = this.#starts;
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= address) low = middle;
      else high = middle;
    }
    return this.#values[low];
  }
}

interface Stretch<T> {
  readonly start: number;
  readonly value: T | undefined;
}

/** In order of their addresses, an outer block before those inside it: what is open when one begins, holds again behind it. */
function stretchesOf<T>(rows: readonly Row<T>[]): readonly Stretch<T>[] {
  const blocks = rows.map(({ cidr: { base, length }, value }) => ({
    start: Number(base),
    end: Number(base) + 2 ** (32 - length),
    value,
  }));
  blocks.sort((a, b) => a.start - b.start || b.end - a.end);
  const stretches: Stretch<T>[] = [{ start: 0, value: undefined }];
  const begin = (start: number, value: T | undefined): void => {
    if (stretches.at(-1)?.start === start) stretches.pop();
    if (start < 2 ** 32) stretches.push({ start, value });
  };
  const open: typeof blocks = [];
  const closeUpTo = (start: number): void => {
    for (let inner = open.at(-1); inner && inner.end <= start; inner = open.at(-1)) {
      open.pop();
      begin(inner.end, open.at(-1)?.value);
    }
  };
  for (const block of blocks) {
    closeUpTo(block.start);
    const outer = open.at(-1);
    if (outer?.start === block.start && outer.end === block.end) continue;
    begin(block.start, block.value);
    open.push(block);
  }
  closeUpTo(2 ** 32);
  return stretches;
}
