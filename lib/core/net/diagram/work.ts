/** How much may be computed: some sets are huge however they are written, and nobody waits for them for ever. */

/** What was asked for, or that the work allowed for it did not suffice. */
export type Attempt<T> = { readonly done: true; readonly value: T } | { readonly done: false };

class WorkExhausted extends Error {}

export class Work {
  #spent = 0;
  #limit = Number.POSITIVE_INFINITY;

  /** One interval of one node compared, merged or copied. */
  spend(): void {
    if (++this.#spent > this.#limit) throw new WorkExhausted();
  }

  /** Computes with at most `steps`; inside another attempt never with more than that one has left. */
  attempt<T>(steps: number, compute: () => T): Attempt<T> {
    const outer = this.#limit;
    this.#limit = Math.min(outer, this.#spent + steps);
    try {
      return { done: true, value: compute() };
    } catch (error) {
      if (!(error instanceof WorkExhausted) || this.#spent > outer) throw error;
      return { done: false };
    } finally {
      this.#limit = outer;
    }
  }
}
