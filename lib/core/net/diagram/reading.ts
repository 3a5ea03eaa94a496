/** What a diagram holds, read off without building another: how many headers, the first of them, ways through it. */
import type { HeaderLayout, Point, ProtocolRun } from '../header-layout';
import { type Interval, intersectIntervals } from '../interval';
import { EVERYTHING, LAST, NOTHING, type NodeTable } from './node-table';

interface Edge extends Interval {
  readonly child: number;
}

/** A node's intervals at a level; one for all values where it asks for a deeper field only. */
function edgesAt(table: NodeTable, node: number, level: number, max: number): readonly Edge[] {
  if (table.levelOf(node) > level) return [{ from: 0, to: max, child: node }];
  const edges: Edge[] = [];
  for (let edge = table.firstEdge(node); edge < table.firstEdge(node + 1); edge++) {
    const from = (edges.at(-1)?.to ?? -1) + 1;
    edges.push({ from, to: Math.min(table.endAt(edge), max), child: table.childAt(edge) });
  }
  return edges;
}

export function hasPoint(table: NodeTable, node: number, point: Point): boolean {
  let at = node;
  while (at > EVERYTHING) at = table.childFor(at, point[table.levelOf(at)] as number);
  return at === EVERYTHING;
}

/** The least point, upper fields first; `undefined` where there is none. */
export function firstPoint(table: NodeTable, node: number, levels: number): Point | undefined {
  if (node === NOTHING) return undefined;
  const point = new Array<number>(levels).fill(0);
  for (let at = node; at !== EVERYTHING; ) {
    let edge = table.firstEdge(at);
    if (table.childAt(edge) === NOTHING) {
      point[table.levelOf(at)] = table.endAt(edge) + 1;
      // Neighbours never both lead nowhere, and whatever is not nothing has a point.
      edge++;
    }
    at = table.childAt(edge);
  }
  return point;
}

export function countPoints(table: NodeTable, node: number, layout: HeaderLayout): bigint {
  const known = new Map<ProtocolRun['bits'], Map<number, bigint>>();
  const count = (at: number, level: number, bits: ProtocolRun['bits']): bigint => {
    if (at === NOTHING || level === bits.length) return at === NOTHING ? 0n : 1n;
    const counts = known.get(bits) ?? new Map<number, bigint>();
    known.set(bits, counts);
    const key = at * bits.length + level;
    const before = counts.get(key);
    if (before !== undefined) return before;
    const sum = total(edgesAt(table, at, level, 2 ** (bits[level] ?? 0) - 1), (child) =>
      count(child, level + 1, bits),
    );
    counts.set(key, sum);
    return sum;
  };
  const edges = edgesAt(table, node, 0, layout.fields.protocol.max);
  return layout.runs.reduce((sum, run) => {
    const within = edges.flatMap(({ child, ...interval }) =>
      intersectIntervals([interval], [run]).map((common) => ({ ...common, child })),
    );
    return sum + total(within, (child) => count(child, 1, run.bits));
  }, 0n);
}

function total(edges: readonly Edge[], countChild: (child: number) => bigint): bigint {
  return edges.reduce((sum, { from, to, child }) => sum + BigInt(to - from + 1) * countChild(child), 0n);
}

/** The values of a field with which anything at all is left, with neighbours joined only where they lead alike. */
export function valuesAt(table: NodeTable, node: number, level: number, max: number): readonly Interval[] {
  const values: Interval[] = [];
  const seen = new Set<number>([NOTHING]);
  const visit = (at: number): void => {
    if (seen.has(at)) return;
    seen.add(at);
    if (table.levelOf(at) >= level) {
      for (const { child, ...interval } of edgesAt(table, at, level, max)) {
        if (child !== NOTHING) values.push(interval);
      }
      return;
    }
    for (let edge = table.firstEdge(at); edge < table.firstEdge(at + 1); edge++) visit(table.childAt(edge));
  };
  visit(node);
  return values;
}

/** Per level the intervals that one way to everything takes; `undefined` where it does not ask. */
export type Way = readonly (readonly Interval[] | undefined)[];

/** All ways to everything; no two have a point in common. Intervals that lead alike go together. */
export function* waysThrough(table: NodeTable, node: number, levels: number): Generator<Way> {
  if (node === NOTHING) return;
  if (node === EVERYTHING) {
    yield new Array<undefined>(levels).fill(undefined);
    return;
  }
  const level = table.levelOf(node);
  const intervalsTo = new Map<number, Interval[]>();
  for (const { child, ...interval } of edgesAt(table, node, level, LAST)) {
    const known = intervalsTo.get(child);
    if (known) known.push(interval);
    else intervalsTo.set(child, [interval]);
  }
  for (const [child, intervals] of intervalsTo) {
    for (const way of waysThrough(table, child, levels)) yield way.with(level, intervals);
  }
}
