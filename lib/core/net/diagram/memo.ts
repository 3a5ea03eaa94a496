/** What is known about two nodes: an exact table from two numbers to one, open addressing over one typed array. */
export class Memo {
  /** Three words a slot: two questions and their answer. The first is 0 where a slot is free: no question is about nothing. */
  #slots: Uint32Array;
  #mask: number;
  #count = 0;

  /** `size`: slots to begin with, a power of two. */
  constructor(size = 2048) {
    this.#slots = new Uint32Array(size * 3);
    this.#mask = size - 1;
  }

  get(left: number, right: number): number | undefined {
    const slots = this.#slots;
    let slot = (mix(left, right) & this.#mask) * 3;
    for (let known = slots[slot]; known !== 0; known = slots[slot]) {
      if (known === left && slots[slot + 1] === right) return slots[slot + 2];
      slot += 3;
      if (slot === slots.length) slot = 0;
    }
    return undefined;
  }

  /** For what `get` does not know yet. */
  set(left: number, right: number, value: number): void {
    if (++this.#count * 2 > this.#mask) this.#grow();
    this.#place(left, right, value);
  }

  #place(left: number, right: number, value: number): void {
    const slots = this.#slots;
    let slot = (mix(left, right) & this.#mask) * 3;
    while (slots[slot] !== 0) {
      slot += 3;
      if (slot === slots.length) slot = 0;
    }
    slots[slot] = left;
    slots[slot + 1] = right;
    slots[slot + 2] = value;
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Uint32Array(slots.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let slot = 0; slot < slots.length; slot += 3) {
      const known = slots[slot] as number;
      if (known !== 0) this.#place(known, slots[slot + 1] as number, slots[slot + 2] as number);
    }
  }
}

/** MurmurHash3's constants: numbers given one after the other must not land side by side. */
function mix(left: number, right: number): number {
  const hash = Math.imul(left ^ Math.imul(right, 0xcc9e2d51), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
