/** What is known about two nodes: an exact table from two numbers to one, open addressing over typed arrays. */
export class Memo {
  /** 0 where a slot is free: no question is about nothing. */
  #left = new Uint32Array(2048);
  #right = new Uint32Array(2048);
  #values = new Uint32Array(2048);
  #count = 0;

  get(left: number, right: number): number | undefined {
    const mask = this.#left.length - 1;
    let slot = mix(left, right) & mask;
    for (let known = this.#left[slot]; known !== 0; known = this.#left[slot]) {
      if (known === left && this.#right[slot] === right) return this.#values[slot];
      slot = (slot + 1) & mask;
    }
    return undefined;
  }

  /** For what `get` does not know yet. */
  set(left: number, right: number, value: number): void {
    if (++this.#count * 2 > this.#left.length) this.#grow();
    this.#place(left, right, value);
  }

  #place(left: number, right: number, value: number): void {
    const mask = this.#left.length - 1;
    let slot = mix(left, right) & mask;
    while (this.#left[slot] !== 0) slot = (slot + 1) & mask;
    this.#left[slot] = left;
    this.#right[slot] = right;
    this.#values[slot] = value;
  }

  #grow(): void {
    const [left, right, values] = [this.#left, this.#right, this.#values];
    this.#left = new Uint32Array(left.length * 4);
    this.#right = new Uint32Array(left.length * 4);
    this.#values = new Uint32Array(left.length * 4);
    for (const [slot, known] of left.entries()) {
      if (known !== 0) this.#place(known, right[slot] as number, values[slot] as number);
    }
  }
}

/** MurmurHash3's constants: numbers given one after the other must not land side by side. */
function mix(left: number, right: number): number {
  const hash = Math.imul(left ^ Math.imul(right, 0xcc9e2d51), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
