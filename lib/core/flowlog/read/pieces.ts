/** Bytes that come in pieces and are wanted whole. */
export class Pieces {
  #pieces: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A copy is kept: the giver may fill its buffer anew. */
  add(bytes: Uint8Array, from: number, to: number): void {
    if (from === to) return;
    this.#pieces.push(new Uint8Array(bytes.subarray(from, to)));
    this.#length += to - from;
  }

  /** All of them and what is given here; nothing is held afterwards. */
  take(...last: readonly number[]): Uint8Array {
    const whole = new Uint8Array(this.#length + last.length);
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    whole.set(last, at);
    this.drop();
    return whole;
  }

  drop(): void {
    this.#pieces = [];
    this.#length = 0;
  }
}
