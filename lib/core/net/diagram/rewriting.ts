/** What address translation does to diagrams: a field forgotten, or its values replaced one by one. */
import type { Algebra } from './algebra';
import { Memo } from './memo';
import { LAST, NOTHING } from './node-table';

/** Each value of a field that is carried on, and the value it becomes. */
export type Pairs = Iterable<readonly [from: number, to: number]>;

/** A value, and all that become it. */
type Origins = readonly [to: number, from: readonly number[]];

export class Rewriting {
  readonly #algebra: Algebra;
  readonly #forgotten = new Memo(64);

  constructor(algebra: Algebra) {
    this.#algebra = algebra;
  }

  /** Whatever holds for some value of the field holds for all of them. */
  forget(node: number, level: number): number {
    const { table } = this.#algebra;
    if (table.levelOf(node) > level) return node;
    const known = this.#forgotten.get(node, level);
    if (known !== undefined) return known;
    const result =
      table.levelOf(node) === level
        ? this.#algebra.orAll(this.#children(node))
        : this.#below(node, (child) => this.forget(child, level));
    this.#forgotten.set(node, level, result);
    return result;
  }

  /** What was true of `from` is true of `to`, and of nothing else; several may become one. */
  translate(node: number, level: number, max: number, pairs: Pairs): number {
    const origins = new Map<number, number[]>();
    for (const [from, to] of pairs) {
      const known = origins.get(to);
      if (known) known.push(from);
      else origins.set(to, [from]);
    }
    const targets = [...origins].sort(([a], [b]) => a - b);
    const results = new Map<number, number>([[NOTHING, NOTHING]]);
    const move = (at: number): number => {
      const known = results.get(at);
      if (known !== undefined) return known;
      const result =
        this.#algebra.table.levelOf(at) < level
          ? this.#below(at, move)
          : this.#placed(at, level, max, targets);
      results.set(at, result);
      return result;
    };
    return move(node);
  }

  #placed(node: number, level: number, max: number, targets: readonly Origins[]): number {
    const { table, work } = this.#algebra;
    const asks = table.levelOf(node) === level;
    const children = targets.map(([, from]) => {
      work.spend();
      return asks ? this.#algebra.orAll(from.map((value) => table.childFor(node, value))) : node;
    });
    const values = targets.map(([to]) => ({ from: to, to }));
    return this.#algebra.field(level, max, values, children);
  }

  #children(node: number): readonly number[] {
    const { table, work } = this.#algebra;
    const children = new Set<number>();
    for (let edge = table.firstEdge(node); edge < table.firstEdge(node + 1); edge++) {
      work.spend();
      children.add(table.childAt(edge));
    }
    return [...children];
  }

  #below(node: number, change: (child: number) => number): number {
    const { table, work } = this.#algebra;
    const mark = table.open();
    for (let edge = table.firstEdge(node); ; edge++) {
      work.spend();
      table.push(mark, table.endAt(edge), change(table.childAt(edge)));
      if (table.endAt(edge) === LAST) return table.close(mark, table.levelOf(node));
    }
  }
}
