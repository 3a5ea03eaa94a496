/**
 * A list of filters and the blocks they name, laid out as numbers side by side. A network ACL or security group is read
 * for every packet, and following each row to its block, its protocol and its ports takes several times as long.
 * `filterMismatch` and `contains` say what is meant; `tests/laws` holds this layout against them.
 */
import type { Address } from '../net/address';
import { type Cidr, contains, prefixMask } from '../net/cidr';
import type { Packet } from '../net/packet';
import { type Filter, filterMismatch } from './filter';
import { type SubjectRange, subjectOf, subjectsOf } from './subject';

export interface FilterRow {
  readonly filter: Filter;
  /** `'any'`: whoever lays the list out judges the far end by itself. */
  readonly cidr: Cidr | 'any';
}

/** Lowest and highest subject, base and mask of the block. */
const WORDS = 4;

export class FilterIndex {
  readonly #rows: readonly FilterRow[];
  readonly #words: Int32Array;

  constructor(rows: readonly FilterRow[]) {
    this.#rows = rows;
    this.#words = Int32Array.from(rows.flatMap(wordsOf));
  }

  /** The first row from `start` on that fits the packet and holds its far end; -1 when none does. */
  next(packet: Packet, farEnd: Address, start: number): number {
    const subject = subjectOf(packet);
    if (typeof farEnd === 'bigint' || subject < 0) return this.#nextPlainly(packet, farEnd, start);
    const words = this.#words;
    for (let i = start * WORDS; i < words.length; i += WORDS) {
      if (subject < (words[i] as number) || subject > (words[i + 1] as number)) continue;
      if (((farEnd ^ (words[i + 2] as number)) & (words[i + 3] as number)) === 0) return i / WORDS;
    }
    return -1;
  }

  /** IPv6, and ICMP of which nobody knows the type. */
  #nextPlainly(packet: Packet, farEnd: Address, start: number): number {
    for (let i = start; i < this.#rows.length; i++) {
      const { filter, cidr } = this.#rows[i] as FilterRow;
      if ((cidr === 'any' || contains(cidr, farEnd)) && !filterMismatch(filter, packet)) return i;
    }
    return -1;
  }
}

function wordsOf({ filter, cidr }: FilterRow): readonly number[] {
  const range = subjectsOf(filter);
  if (cidr === 'any') return [...range, 0, 0];
  // No IPv4 packet has its far end in an IPv6 block.
  if (typeof cidr.base === 'bigint') return [...NOTHING, 0, 0];
  return [...range, cidr.base, prefixMask(cidr.length)];
}

const NOTHING: SubjectRange = [0, -1];
