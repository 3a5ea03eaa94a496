/** The geometry of both drawings, before and after the answer: nothing overlaps, every word has its room, wires cross no node. */
import { describe, expect, it } from 'vitest';
import { subnetsOf } from '@/components/topology/drawing';
import { drawingOf } from '@/components/topology/drawing-of';
import { focusLayout } from '@/components/topology/focus-layout';
import { LOOKS } from '@/components/topology/label';
import { layout } from '@/components/topology/layout';
import { designedView } from '@/lib/core/quiz/drawing-view';
import type { WhichLayerQuestion } from '@/lib/core/quiz/kinds/which-layer';
import { layerVerdict } from '@/lib/core/quiz/verdict/which-layer';
import type { DrawingView } from '@/lib/core/quiz/view';
import { REFLECTION_FAULTS as FAULTS } from '@/lib/core/scenario/traps/reflection-ssh';
import { caseOfFault } from '../support/case-of-fault';
import { expectLegible } from '../support/layout-laws';

function drawnAfter(question: WhichLayerQuestion): DrawingView {
  const { drawing } = layerVerdict(question, 'host');
  if (!drawing) throw new Error('the question is about a network');
  return drawing;
}

/** One case of every fault, as designed and as it is: both families, and everything that can differ. */
const drawings = FAULTS.flatMap(({ id }) => {
  const question = caseOfFault(id);
  const designed = drawingOf(designedView(question.scenario.design));
  const actual = drawingOf(drawnAfter(question));
  return [
    { name: `${id}, as designed`, drawing: designed },
    { name: `${id}, as it is`, drawing: actual },
  ];
});
const layouts = drawings.flatMap(({ name, drawing }) => [
  { name, size: 'whole', placed: layout(drawing) },
  { name, size: 'focus', placed: focusLayout(drawing) },
]);

describe.each(layouts)('$name, $size', ({ name, placed }) => {
  const nodes = placed.vpcs.flatMap((vpc) => vpc.nodes);

  it('keeps boxes, words and wires apart', () => {
    expect(nodes.length).toBeGreaterThan(1);
    expect(placed.gateways.length).toBeGreaterThan(0);
    expect(placed.wires.length).toBeGreaterThan(0);
    expectLegible(placed, name);
  });

  it('marks one target', () => {
    expect(nodes.filter(({ of }) => of.role === 'target')).toHaveLength(1);
  });
});

describe('the drawing for a phone', () => {
  it.each(layouts.filter(({ size }) => size === 'focus'))(
    '$name: fits 320 pixels with readable words',
    ({ placed }) => {
      expect(placed.height).toBeLessThanOrEqual(160);
      // The page's margins, the panel's border and padding: 16, 1 and 6 on each side.
      const scale = (320 - 2 * (16 + 1 + 6)) / placed.width;
      for (const { size } of Object.values(LOOKS)) expect(size * scale).toBeGreaterThanOrEqual(10);
      expect(LOOKS.address.size * scale).toBeGreaterThanOrEqual(10.5);
    },
  );
});

describe('what differs from the design', () => {
  it.each([
    ['igw-missing', ['detached', '0.0.0.0/0: blackhole', '0.0.0.0/0: blackhole']],
    ['igw-route-missing', ['no route to 0.0.0.0/0']],
    ['no-public-ip', [expect.stringMatching(/^198\.51\.100\.\d+ gone$/)]],
    ['eip-released', [expect.stringMatching(/^198\.51\.100\.\d+ gone$/)]],
    ['pcx-route-missing', [expect.stringMatching(/^no route to 10\.\d+\.0\.0\/16$/)]],
    ['pcx-not-accepted', ['pending acceptance', ...Array(3).fill(expect.stringMatching(/: blackhole$/))]],
    ['host-firewall', []],
  ])('%s', (fault, says) => {
    const { differences } = drawnAfter(caseOfFault(fault));
    expect(differences.map((difference) => difference.says)).toEqual(says);
  });

  it('takes the word public from the route table as it is', () => {
    const subnetOf = (name: string) => {
      const drawing = drawings.find((one) => one.name === name)?.drawing;
      return (drawing ? subnetsOf(drawing) : []).find(({ subnet: { interfaces } }) =>
        interfaces.some(({ role }) => role === 'target'),
      )?.subnet;
    };
    expect(subnetOf('igw-route-missing, as designed')?.isPublic).toBe(true);
    expect(subnetOf('igw-route-missing, as it is')?.isPublic).toBe(false);
  });
});
