/** What is drawn as a tree, and where arrows, Enter and Escape lead in it. Pure. */
import type { Drawing } from './drawing';

export interface TreeNode {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly children: readonly string[];
}

export type Move = 'next' | 'previous' | 'first' | 'last' | 'in' | 'out';

export type Tree = ReadonlyMap<string, TreeNode>;

/** The top row in the order in which it is read: outside, what joins, VPCs. */
export function treeOf({ vpcs, joints, outside }: Drawing): Tree {
  const tree = new Map<string, TreeNode>();
  const add = (id: string, parentId: string | undefined, children: readonly string[]): void => {
    tree.set(id, { id, parentId, children });
  };
  for (const { id } of [...outside, ...joints]) add(id, undefined, []);
  for (const vpc of vpcs) {
    const subnets = vpc.zones.flatMap((zone) => zone.subnets);
    add(
      vpc.id,
      undefined,
      subnets.map(({ id }) => id),
    );
    for (const { id, interfaces } of subnets) {
      add(
        id,
        vpc.id,
        interfaces.map((node) => node.id),
      );
      for (const node of interfaces) add(node.id, id, []);
    }
  }
  return tree;
}

/** `undefined`: there is nothing in that direction. */
export function moved(tree: Tree, fromId: string, move: Move): string | undefined {
  const from = tree.get(fromId);
  if (!from) return [...tree.keys()][0];
  if (move === 'in') return from.children[0];
  if (move === 'out') return from.parentId;
  const siblings = siblingsOf(tree, from);
  const at = siblings.indexOf(fromId);
  switch (move) {
    case 'next':
      return siblings[at + 1];
    case 'previous':
      return siblings[at - 1];
    case 'first':
      return siblings[0];
    case 'last':
      return siblings.at(-1);
  }
}

function siblingsOf(tree: Tree, { parentId }: TreeNode): readonly string[] {
  if (parentId !== undefined) return tree.get(parentId)?.children ?? [];
  return [...tree.values()].filter((node) => node.parentId === undefined).map(({ id }) => id);
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Escape: 'out',
};

export function moveOf(key: string): Move | undefined {
  return MOVES[key];
}
