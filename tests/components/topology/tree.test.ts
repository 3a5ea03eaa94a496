/** One tab stop: arrows move among siblings, Enter goes in, Escape goes out, and everything is reached. */
import { describe, expect, it } from 'vitest';
import { interfacesOf } from '@/components/topology/drawing';
import { namesOf } from '@/components/topology/names';
import { moved, moveOf, type Tree, treeOf } from '@/components/topology/tree';
import { BLUEPRINTS } from '@/lib/core/scenario/blueprints/catalogue';
import { randomFrom } from '@/lib/core/scenario/random';
import { drawingOfDesign } from '../../support/drawing-of-design';

const drawings = BLUEPRINTS.flatMap((blueprint) => {
  const design = blueprint.draw(randomFrom('tree'), Date.UTC(2026, 10, 20, 10));
  const [intent] = design.intents;
  return intent ? [{ id: blueprint.id, drawing: drawingOfDesign(design, intent) }] : [];
});

/** Everything that keys lead to from a place. */
function reached(tree: Tree, from: string): ReadonlySet<string> {
  const seen = new Set([from]);
  for (const id of seen)
    for (const move of ['next', 'previous', 'in', 'out'] as const) {
      const next = moved(tree, id, move);
      if (next) seen.add(next);
    }
  return seen;
}

describe.each(drawings)('$id', ({ drawing }) => {
  const tree = treeOf(drawing);

  it('is reached by keys as a whole', () => {
    expect(interfacesOf(drawing).length).toBeGreaterThan(1);
    expect(reached(tree, drawing.vpcs[0].id).size).toBe(tree.size);
  });

  it('has a name for everything, and no two alike', () => {
    const names = namesOf(drawing, { logs: {}, prices: {} });
    expect([...tree.keys()].filter((id) => !names.get(id))).toEqual([]);
    expect(new Set(names.values()).size).toBe(names.size);
  });
});

describe('keys', () => {
  it('move, and others do not', () => {
    expect(moveOf('ArrowDown')).toBe('next');
    expect(moveOf('Escape')).toBe('out');
    expect(moveOf('x')).toBeUndefined();
  });

  it('end at the ends', () => {
    const [first] = drawings;
    if (!first) throw new Error('there are designs');
    const tree = treeOf(first.drawing);
    const vpc = first.drawing.vpcs[0].id;
    expect(moved(tree, vpc, 'out')).toBeUndefined();
    const last = moved(tree, vpc, 'last');
    expect(last && moved(tree, last, 'next')).toBeUndefined();
  });
});
