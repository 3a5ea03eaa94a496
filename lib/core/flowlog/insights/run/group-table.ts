/**
 * Which group the values of a row belong to, by number, as first seen. Every value is looked up once, and from then on is a
 * number: a group is found by the numbers of its values, in a table without objects, so that a million groups of two
 * values cost little more than the values themselves.
 */
import type { Value } from '../value';

const LEAST_SLOTS = 1024;
/** A power of two, so that growing is a shift. */
const GROWTH = 2;

export class GroupTable {
  /** For each place in a row: the number of each value there, and the values by number. */
  readonly #numbers: readonly Map<Value, number>[];
  readonly #values: readonly Value[][];
  /** The numbers of the current row. */
  readonly #row: Int32Array;
  /** The numbers of each group, one group behind the other. */
  #groups: Int32Array;
  /** Where a group stands, plus one; 0 where none does. */
  #slots: Int32Array;
  #size = 0;

  constructor(places: number) {
    this.#numbers = Array.from({ length: places }, () => new Map());
    this.#values = Array.from({ length: places }, () => []);
    this.#row = new Int32Array(places);
    this.#groups = new Int32Array((LEAST_SLOTS / 2) * places);
    this.#slots = new Int32Array(LEAST_SLOTS);
  }

  get size(): number {
    return this.#size;
  }

  indexOf(values: readonly Value[]): number {
    const row = this.#row;
    for (let i = 0; i < row.length; i++) row[i] = this.#numberOf(i, values[i] ?? null);
    if (row.length === 0) {
      this.#size = 1;
      return 0;
    }
    if (row.length > 1) return this.#find();
    // The numbers of one value are those of its groups.
    const index = row[0] as number;
    this.#size = Math.max(this.#size, index + 1);
    return index;
  }

  valuesOf(group: number): Value[] {
    const places = this.#row.length;
    if (places === 1) return [this.#values[0]?.[group] ?? null];
    return this.#values.map((known, i) => known[this.#groups[group * places + i] as number] ?? null);
  }

  #numberOf(place: number, value: Value): number {
    const numbers = this.#numbers[place] as Map<Value, number>;
    const known = numbers.get(value);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(value, number);
    this.#values[place]?.push(value);
    return number;
  }

  /** Open addressing with steps of one. */
  #find(): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hashOf(this.#row, 0, this.#row.length) & mask; ; slot = (slot + 1) & mask) {
      const held = slots[slot] as number;
      if (held === 0) {
        slots[slot] = this.#size + 1;
        return this.#add();
      }
      if (this.#isRow(held - 1)) return held - 1;
    }
  }

  #isRow(group: number): boolean {
    const row = this.#row;
    const from = group * row.length;
    for (let i = 0; i < row.length; i++) if (this.#groups[from + i] !== row[i]) return false;
    return true;
  }

  #add(): number {
    const places = this.#row.length;
    this.#groups.set(this.#row, this.#size * places);
    this.#size++;
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    return this.#size - 1;
  }

  #grow(): void {
    const places = this.#row.length;
    const groups = new Int32Array(this.#groups.length * GROWTH);
    groups.set(this.#groups);
    this.#groups = groups;
    const slots = new Int32Array(this.#slots.length * GROWTH);
    const mask = slots.length - 1;
    for (let group = 0; group < this.#size; group++) {
      let slot = hashOf(groups, group * places, places) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = group + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(numbers: Int32Array, from: number, count: number): number {
  let hash = 0;
  for (let i = 0; i < count; i++) {
    hash = Math.imul(hash ^ (numbers[from + i] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
