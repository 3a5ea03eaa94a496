/** The packets that the filters of a drawn path let pass, by both contenders: the same stages, the same order, the same sums. */
import { blockInterval } from '@/lib/core/net/interval';
import type { PacketSet } from '@/lib/core/net/packet-set';
import type { PacketSpace } from '@/lib/core/net/packet-space';
import { firstMatch, longestPrefix } from '@/lib/core/net/rule-list';
import type { DrawnEntry, DrawnPath, RuleBox } from '../support/random-path';
import { FALSE, type PlainBdd, TRUE } from './plain-bdd';

/** What all stages but the last let pass, and each rule of the last: what an edit of one rule starts from. */
export interface Stages<T> {
  readonly before: T;
  readonly rules: readonly T[];
}

export function ourStages(space: PacketSpace, path: DrawnPath): Stages<PacketSet> {
  const boxes = (rules: readonly RuleBox[]): PacketSet[] => rules.map((rule) => space.box(rule));
  const inOrder = (entries: readonly DrawnEntry[]): PacketSet =>
    firstMatch(
      space,
      entries.map(({ allow, box }) => ({ allow, set: space.box(box) })),
    ).allowed;
  const { effective } = longestPrefix(
    space,
    'destination',
    path.routes.map(({ block }) => [block]),
  );
  const before = space
    .union(boxes(path.egressRules))
    .intersect(inOrder(path.egressEntries))
    .intersect(space.union(effective.filter((_, index) => path.routes[index]?.wanted)))
    .intersect(inOrder(path.ingressEntries));
  return { before, rules: boxes(path.ingressRules) };
}

export const ourPath = (space: PacketSpace, { before, rules }: Stages<PacketSet>): PacketSet =>
  before.intersect(space.union(rules));

export function bddStages(bdd: PlainBdd, path: DrawnPath): Stages<number> {
  const boxes = (rules: readonly RuleBox[]): number[] => rules.map((rule) => bdd.box(rule));
  const inOrder = (entries: readonly DrawnEntry[]): number => {
    let rest = TRUE;
    const allowed: number[] = [];
    for (const { allow, box } of entries) {
      const node = bdd.box(box);
      if (allow) allowed.push(bdd.and(rest, node));
      rest = bdd.subtract(rest, node);
    }
    return sum(bdd, allowed);
  };
  const routes = path.routes
    .toSorted((a, b) => b.block.length - a.block.length)
    .map(({ block, wanted }) => ({ allow: wanted, box: { destination: blockInterval(block) } }));
  const before = [
    sum(bdd, boxes(path.egressRules)),
    inOrder(path.egressEntries),
    inOrder(routes),
    inOrder(path.ingressEntries),
  ].reduce((passing, stage) => bdd.and(passing, stage), TRUE);
  return { before, rules: boxes(path.ingressRules) };
}

export const bddPath = (bdd: PlainBdd, { before, rules }: Stages<number>): number =>
  bdd.and(before, sum(bdd, rules));

/** Pairs of neighbours, pairs of pairs and so on, as our sets are summed up. */
function sum(bdd: PlainBdd, nodes: readonly number[]): number {
  if (nodes.length < 2) return nodes[0] ?? FALSE;
  const pairs: number[] = [];
  for (let i = 0; i < nodes.length; i += 2) pairs.push(bdd.or(nodes[i] ?? FALSE, nodes[i + 1] ?? FALSE));
  return sum(bdd, pairs);
}
