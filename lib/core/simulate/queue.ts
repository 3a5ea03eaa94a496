/** Events in order of time; events of one moment keep the order in which they were added. */

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** A binary heap: adding and taking cost the logarithm of what is waiting. */
export class EventQueue {
  readonly #heap: Entry[] = [];
  #added = 0;

  add(at: number, run: () => void): void {
    const heap = this.#heap;
    heap.push({ at, order: this.#added++, run });
    let i = heap.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.#swapIfLater(parent, i)) return;
      i = parent;
    }
  }

  /** The earliest event, taken out. */
  take(): Entry | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    heap[0] = last;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) return first;
      if (child + 1 < heap.length && this.#isLater(child, child + 1)) child++;
      if (!this.#swapIfLater(i, child)) return first;
      i = child;
    }
  }

  #swapIfLater(upper: number, lower: number): boolean {
    if (!this.#isLater(upper, lower)) return false;
    const a = this.#heap[upper];
    const b = this.#heap[lower];
    if (!a || !b) return false;
    this.#heap[upper] = b;
    this.#heap[lower] = a;
    return true;
  }

  #isLater(i: number, j: number): boolean {
    const a = this.#heap[i];
    const b = this.#heap[j];
    return a !== undefined && b !== undefined && (a.at > b.at || (a.at === b.at && a.order > b.order));
  }
}
