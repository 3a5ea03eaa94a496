/**
 * The usual answer to the same question, for comparison: a reduced ordered binary decision diagram over the 104 bits
 * of a header (R. E. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", 1986). Plain and untuned.
 */
export const FALSE = 0;
export const TRUE = 1;

/** First variable and width in bits, in the order in which the diagram asks. */
const FIELDS = {
  protocol: [0, 8],
  source: [8, 32],
  destination: [40, 32],
  sourcePort: [72, 16],
  destinationPort: [88, 16],
} as const;
const NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
const VARIABLES = 104;

export interface Range {
  readonly from: number;
  readonly to: number;
}
export type Box = { readonly [F in keyof typeof FIELDS]?: Range };

export class PlainBdd {
  readonly #variable: number[] = [VARIABLES, VARIABLES];
  readonly #low: number[] = [FALSE, TRUE];
  readonly #high: number[] = [FALSE, TRUE];
  readonly #unique = Array.from({ length: VARIABLES }, () => new Map<number, number>());
  readonly #memo = {
    and: new Map<number, number>(),
    or: new Map<number, number>(),
    subtract: new Map<number, number>(),
  };

  get nodes(): number {
    return this.#variable.length;
  }

  box(box: Box): number {
    let node = TRUE;
    for (const name of NAMES.toReversed()) {
      const range = box[name];
      const [variable, width] = FIELDS[name];
      if (range) node = this.#range(range.from, range.to, variable, width, node);
    }
    return node;
  }

  and(a: number, b: number): number {
    if (a === FALSE || b === FALSE) return FALSE;
    if (a === TRUE || a === b) return b;
    return b === TRUE ? a : this.#apply('and', Math.min(a, b), Math.max(a, b));
  }

  or(a: number, b: number): number {
    if (a === TRUE || b === TRUE) return TRUE;
    if (a === FALSE || a === b) return b;
    return b === FALSE ? a : this.#apply('or', Math.min(a, b), Math.max(a, b));
  }

  subtract(a: number, b: number): number {
    if (a === FALSE || b === TRUE || a === b) return FALSE;
    return b === FALSE ? a : this.#apply('subtract', a, b);
  }

  size(node: number): bigint {
    const known = new Map<number, bigint>();
    const count = (at: number): bigint => {
      if (at <= TRUE) return BigInt(at);
      const before = known.get(at);
      if (before !== undefined) return before;
      const below = (child: number): bigint =>
        count(child) << BigInt(this.#variableOf(child) - this.#variableOf(at) - 1);
      const sum = below(this.#lowOf(at)) + below(this.#highOf(at));
      known.set(at, sum);
      return sum;
    };
    return count(node) << BigInt(this.#variableOf(node));
  }

  #apply(operation: 'and' | 'or' | 'subtract', a: number, b: number): number {
    const key = a * 2 ** 26 + b;
    const known = this.#memo[operation].get(key);
    if (known !== undefined) return known;
    const variable = Math.min(this.#variableOf(a), this.#variableOf(b));
    const [lowA, highA] = this.#variableOf(a) === variable ? [this.#lowOf(a), this.#highOf(a)] : [a, a];
    const [lowB, highB] = this.#variableOf(b) === variable ? [this.#lowOf(b), this.#highOf(b)] : [b, b];
    const result = this.#node(variable, this[operation](lowA, lowB), this[operation](highA, highB));
    this.#memo[operation].set(key, result);
    return result;
  }

  /** Values from..to of the `width` bits that begin at `variable`, then `inside`. */
  #range(from: number, to: number, variable: number, width: number, inside: number): number {
    if (from > to) return FALSE;
    if (from === 0 && to === 2 ** width - 1) return inside;
    const half = 2 ** (width - 1);
    const low = this.#range(from, Math.min(to, half - 1), variable + 1, width - 1, inside);
    const high = this.#range(Math.max(from - half, 0), to - half, variable + 1, width - 1, inside);
    return this.#node(variable, low, high);
  }

  #node(variable: number, low: number, high: number): number {
    if (low === high) return low;
    const nodes = this.#unique[variable] as Map<number, number>;
    const key = low * 2 ** 26 + high;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const node = this.#variable.length;
    this.#variable.push(variable);
    this.#low.push(low);
    this.#high.push(high);
    nodes.set(key, node);
    return node;
  }

  #variableOf(node: number): number {
    return this.#variable[node] as number;
  }

  #lowOf(node: number): number {
    return this.#low[node] as number;
  }

  #highOf(node: number): number {
    return this.#high[node] as number;
  }
}
