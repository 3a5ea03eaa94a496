/** A list of blocks in order of preference, laid out so that the first one that holds an address is found without a detour. */
import type { Address } from '../net/address';
import { type Cidr, contains } from '../net/cidr';

interface Row<T> {
  readonly cidr: Cidr;
  readonly value: T;
}

export class PrefixIndex<T> {
  /** IPv4: base and mask of each block, side by side. */
  readonly #words: Int32Array;
  readonly #values4: readonly T[];
  readonly #rows6: readonly Row<T>[];

  /** `rows` in order of preference. */
  constructor(rows: readonly Row<T>[]) {
    const rows4 = rows.filter(({ cidr }) => typeof cidr.base === 'number');
    this.#rows6 = rows.filter(({ cidr }) => typeof cidr.base === 'bigint');
    this.#values4 = rows4.map(({ value }) => value);
    this.#words = new Int32Array(rows4.length * 2);
    for (const [i, { cidr }] of rows4.entries()) {
      this.#words[2 * i] = Number(cidr.base);
      // A shift by 32 is a shift by 0 in JavaScript, so /0 needs its own answer.
      this.#words[2 * i + 1] = cidr.length === 0 ? 0 : -1 << (32 - cidr.length);
    }
  }

  first(address: Address): T | undefined {
    if (typeof address === 'bigint') return this.#rows6.find(({ cidr }) => contains(cidr, address))?.value;
    const words = this.#words;
    for (let i = 0; i < words.length; i += 2) {
      if (((address ^ (words[i] as number)) & (words[i + 1] as number)) === 0) return this.#values4[i >> 1];
    }
    return undefined;
  }
}
