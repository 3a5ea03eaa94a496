/** Union, intersection and difference of diagrams; every answer is remembered. */
import type { Interval } from '../interval';
import { Memo } from './memo';
import { EVERYTHING, LAST, NOTHING, NodeTable } from './node-table';
import { type Attempt, Work } from './work';

const AND = 0;
const OR = 1;
const SUBTRACT = 2;
type Operation = typeof AND | typeof OR | typeof SUBTRACT;

export class Algebra {
  readonly table = new NodeTable();
  readonly work = new Work();
  readonly #memo = new Memo();

  and(a: number, b: number): number {
    return this.#apply(AND, a, b);
  }

  or(a: number, b: number): number {
    return this.#apply(OR, a, b);
  }

  subtract(a: number, b: number): number {
    return this.#apply(SUBTRACT, a, b);
  }

  /** In pairs of neighbours, pairs of pairs and so on: a sum that grows one by one is copied at every step. */
  orAll(nodes: readonly number[]): number {
    let sums = nodes;
    while (sums.length > 1) {
      const pairs: number[] = [];
      for (let i = 0; i < sums.length; i += 2)
        pairs.push(this.or(sums[i] ?? NOTHING, sums[i + 1] ?? NOTHING));
      sums = pairs;
    }
    return sums[0] ?? NOTHING;
  }

  /**
   * Leads to one child, or to each interval's own, for these intervals of a field's values, which are sorted and apart;
   * to nothing for other values.
   */
  field(
    level: number,
    max: number,
    intervals: readonly Interval[],
    child: number | readonly number[],
  ): number {
    const { table } = this;
    const mark = table.open();
    let next = 0;
    let index = 0;
    for (const { from, to } of intervals) {
      const inside = typeof child === 'number' ? child : (child[index++] as number);
      if (from > next) table.push(mark, from - 1, NOTHING);
      table.push(mark, to === max ? LAST : to, inside);
      next = to + 1;
    }
    if (next <= max) table.push(mark, LAST, NOTHING);
    return table.close(mark, level);
  }

  /** See PacketSpace. */
  attempt<T>(steps: number, compute: () => T): Attempt<T> {
    const attempt = this.work.attempt(steps, compute);
    // Whoever gave up left nodes unfinished.
    if (!attempt.done) this.table.abandon();
    return attempt;
  }

  #apply(operation: Operation, a: number, b: number): number {
    if (a === b) return operation === SUBTRACT ? NOTHING : a;
    switch (operation) {
      case AND:
        if (a === NOTHING || b === NOTHING) return NOTHING;
        if (a === EVERYTHING) return b;
        if (b === EVERYTHING) return a;
        return a < b ? this.#recall(AND, a, b) : this.#recall(AND, b, a);
      case OR:
        if (a === EVERYTHING || b === EVERYTHING) return EVERYTHING;
        if (a === NOTHING) return b;
        if (b === NOTHING) return a;
        return a < b ? this.#recall(OR, a, b) : this.#recall(OR, b, a);
      case SUBTRACT:
        if (a === NOTHING || b === EVERYTHING) return NOTHING;
        return b === NOTHING ? a : this.#recall(SUBTRACT, a, b);
    }
  }

  #recall(operation: Operation, a: number, b: number): number {
    const key = b * 4 + operation;
    const known = this.#memo.get(a, key);
    if (known !== undefined) return known;
    const result = this.#compute(operation, a, b);
    this.#memo.set(a, key, result);
    return result;
  }

  /** A diagram that does not ask for the upper field leads to itself for each of its values. */
  #compute(operation: Operation, a: number, b: number): number {
    const { table } = this;
    const levelA = table.levelOf(a);
    const levelB = table.levelOf(b);
    if (levelA === levelB) return this.#merge(operation, a, b, levelA);
    const level = Math.min(levelA, levelB);
    const mark = table.open();
    for (let edge = table.firstEdge(levelA === level ? a : b); ; edge++) {
      this.work.spend();
      const child = table.childAt(edge);
      const result = levelA === level ? this.#apply(operation, child, b) : this.#apply(operation, a, child);
      table.push(mark, table.endAt(edge), result);
      if (table.endAt(edge) === LAST) return table.close(mark, level);
    }
  }

  #merge(operation: Operation, a: number, b: number, level: number): number {
    const { table } = this;
    const mark = table.open();
    let edgeA = table.firstEdge(a);
    let edgeB = table.firstEdge(b);
    for (;;) {
      this.work.spend();
      const endA = table.endAt(edgeA);
      const endB = table.endAt(edgeB);
      const end = Math.min(endA, endB);
      table.push(mark, end, this.#apply(operation, table.childAt(edgeA), table.childAt(edgeB)));
      if (end === LAST) return table.close(mark, level);
      if (endA === end) edgeA++;
      if (endB === end) edgeB++;
    }
  }
}
