/** The geometry of both drawings, before and after the answer: nothing overlaps, every word has its room, wires cross no node. */
import { describe, expect, it } from 'vitest';
import type { Box, Point } from '@/components/topology/box';
import { drawingOf } from '@/components/topology/drawing';
import { focusLayout } from '@/components/topology/focus-layout';
import { boxOf, LOOKS } from '@/components/topology/label';
import {
  differenceTag,
  gatewayLabels,
  gaugeAt,
  nodeDifferenceTag,
  nodeLabels,
  subnetLabels,
  targetTag,
  vpcTab,
} from '@/components/topology/labels';
import { type Layout, layout } from '@/components/topology/layout';
import { designedView } from '@/lib/core/quiz/drawing-view';
import { grade } from '@/lib/core/quiz/kinds/which-layer';
import { REFLECTION_FAULTS as FAULTS } from '@/lib/core/scenario/traps/reflection-ssh';
import { caseOfFault } from '../support/case-of-fault';
import { circleBox, inside, lineBox, overlap, pairs } from '../support/geometry';

/** One case of every fault, as designed and as it is: both families, and everything that can differ. */
const drawings = FAULTS.flatMap(({ id }) => {
  const question = caseOfFault(id);
  const designed = drawingOf(designedView(question.scenario.design));
  const actual = drawingOf(grade(question, 'host').drawing);
  return [
    { name: `${id}, as designed`, drawing: designed },
    { name: `${id}, as it is`, drawing: actual },
  ];
});
const layouts = drawings.flatMap(({ name, drawing }) => [
  { name, size: 'whole', placed: layout(drawing) },
  { name, size: 'focus', placed: focusLayout(drawing) },
]);

interface Word extends Box {
  readonly text: string;
}

/** Every word that is drawn, with the shape that it stands in or on. */
function wordsOf({ vpcs, gateways }: Layout): readonly Word[] {
  const labels = [
    ...vpcs.flatMap((vpc) => [
      ...vpcTab(vpc).labels,
      ...vpc.subnets.flatMap(subnetLabels),
      ...vpc.nodes.flatMap(nodeLabels),
    ]),
    ...gateways.flatMap(gatewayLabels),
  ];
  return [...labels.map((label) => ({ text: label.text, ...boxOf(label) })), ...tagsOf({ vpcs })];
}

function tagsOf({ vpcs }: Pick<Layout, 'vpcs'>): readonly Word[] {
  const nodes = vpcs.flatMap((vpc) => vpc.nodes);
  const tags = [
    ...nodes.filter(({ of }) => of.role === 'target').map(targetTag),
    ...nodes.flatMap((node) => nodeDifferenceTag(node) ?? []),
    ...vpcs.flatMap((vpc) => vpc.subnets.flatMap((subnet) => differenceTag(subnet) ?? [])),
  ];
  return tags.map(({ label, ...box }) => ({ text: label.text, ...box }));
}

/** The target has a ring around it. */
function ringOf({ of, x, y, width, height }: Layout['vpcs'][number]['nodes'][number]): Box {
  const ring = of.role === 'target' ? 4 : 0;
  return { x: x - ring, y: y - ring, width: width + 2 * ring, height: height + 2 * ring };
}

describe.each(layouts)('$name, $size', ({ placed }) => {
  const nodes = placed.vpcs.flatMap((vpc) => vpc.nodes);
  const subnets = placed.vpcs.flatMap((vpc) => vpc.subnets);
  const sheet: Box = { x: 0, y: 0, width: placed.width, height: placed.height };

  it('keeps boxes apart, and inside what holds them', () => {
    expect(nodes.length).toBeGreaterThan(1);
    for (const boxes of [nodes, subnets, placed.vpcs]) {
      for (const [a, b] of pairs<Box>(boxes)) expect(overlap(a, b)).toBe(false);
    }
    for (const vpc of placed.vpcs) {
      expect(inside(vpc, sheet)).toBe(true);
      for (const subnet of vpc.subnets) expect(inside(subnet, vpc)).toBe(true);
      for (const node of vpc.nodes) expect(vpc.subnets.some((subnet) => inside(node, subnet))).toBe(true);
    }
  });

  it('keeps gateways clear of nodes and of each other', () => {
    const circles = placed.gateways.map(circleBox);
    expect(circles.length).toBeGreaterThan(0);
    for (const circle of circles) {
      expect(inside(circle, sheet)).toBe(true);
      for (const node of nodes) expect(overlap(circle, node)).toBe(false);
    }
    for (const [a, b] of pairs(circles)) expect(overlap(a, b)).toBe(false);
  });

  it('gives every word its room: on the sheet, in its box, and apart from all others', () => {
    const words = wordsOf(placed);
    for (const word of words) expect(inside(word, sheet), word.text).toBe(true);
    for (const [a, b] of pairs(words)) expect(overlap(a, b), `${a.text} and ${b.text}`).toBe(false);
    for (const node of nodes) {
      for (const label of nodeLabels(node)) expect(inside(boxOf(label), node), label.text).toBe(true);
      // A log at a glance stands beside the name; the client's is never shown.
      const name = nodeLabels(node)[0];
      expect(overlap(gaugeAt(node), targetTag(node)), node.of.name).toBe(false);
      if (name && node.of.role !== 'client')
        expect(overlap(gaugeAt(node), boxOf(name)), name.text).toBe(false);
    }
    for (const subnet of subnets) {
      for (const label of subnetLabels(subnet)) {
        expect(inside(boxOf(label), subnet), label.text).toBe(true);
        for (const node of nodes) expect(overlap(boxOf(label), node), label.text).toBe(false);
      }
    }
    for (const gateway of placed.gateways) {
      for (const label of gatewayLabels(gateway)) {
        for (const box of [...subnets, ...placed.gateways.map(circleBox)])
          expect(overlap(boxOf(label), box), label.text).toBe(false);
      }
    }
    for (const vpc of placed.vpcs) {
      const { x, width } = vpcTab(vpc);
      expect(inside({ x, width, y: vpc.y, height: 1 }, vpc), vpc.of.name).toBe(true);
    }
    // A tag lies on the border of what it speaks of, and on no other node and its ring.
    for (const node of nodes) {
      const others = tagsOf(placed).filter(
        ({ text }) => text !== 'target' && text !== nodeDifferenceTag(node)?.label.text,
      );
      for (const tag of others) expect(overlap(tag, ringOf(node)), tag.text).toBe(false);
    }
  });

  it('runs wires straight, and across no node and no word', () => {
    expect(placed.wires.length).toBeGreaterThan(0);
    for (const wire of placed.wires) {
      for (const [i, to] of wire.slice(1).entries()) {
        const from = wire[i] as Point;
        expect(from.x === to.x || from.y === to.y).toBe(true);
        for (const box of [...nodes, ...wordsOf(placed)])
          expect(overlap(lineBox([from, to]), box)).toBe(false);
      }
    }
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
    const { differences } = grade(caseOfFault(fault), 'host').drawing;
    expect(differences.map((difference) => difference.says)).toEqual(says);
  });

  it('takes the word public from the route table as it is', () => {
    const subnetOf = (name: string) =>
      drawings
        .find((one) => one.name === name)
        ?.drawing.main.zones.flatMap(({ subnets }) => subnets)
        .find(({ interfaces }) => interfaces.some(({ role }) => role === 'target'));
    expect(subnetOf('igw-route-missing, as designed')?.isPublic).toBe(true);
    expect(subnetOf('igw-route-missing, as it is')?.isPublic).toBe(false);
  });
});
