/** What every drawing keeps: nothing overlaps, every word has its room, wires run straight and across nothing. */
import { expect } from 'vitest';
import type { Box, Point } from '@/components/topology/box';
import { boxOf } from '@/components/topology/label';
import {
  gatewayLabels,
  gaugeAt,
  nodeDifferenceTag,
  nodeLabels,
  subnetLabels,
  targetTag,
  vpcTab,
} from '@/components/topology/labels';
import type { Layout } from '@/components/topology/layout';
import { tagsOf, wordsOf } from './drawing-words';
import { circleBox, inside, lineBox, overlap, pairs } from './geometry';

type Node = Layout['vpcs'][number]['nodes'][number];

/** The target has a ring around it. */
function ringOf({ of, x, y, width, height }: Node): Box {
  const ring = of.role === 'target' ? 4 : 0;
  return { x: x - ring, y: y - ring, width: width + 2 * ring, height: height + 2 * ring };
}

export function expectLegible(placed: Layout, name: string): void {
  const nodes = placed.vpcs.flatMap((vpc) => vpc.nodes);
  const subnets = placed.vpcs.flatMap((vpc) => vpc.subnets);
  expect(subnets.length, name).toBeGreaterThan(0);
  expectBoxesApart(placed, name);
  expectGatewaysClear(placed, nodes, name);
  expectWordsApart(placed, nodes, subnets, name);
  expectWiresStraight(placed, nodes, name);
}

function expectBoxesApart(placed: Layout, name: string): void {
  const sheet: Box = { x: 0, y: 0, width: placed.width, height: placed.height };
  const nodes = placed.vpcs.flatMap((vpc) => vpc.nodes);
  for (const boxes of [nodes, placed.vpcs.flatMap((vpc) => vpc.subnets), placed.vpcs])
    for (const [a, b] of pairs<Box>(boxes)) expect(overlap(a, b), name).toBe(false);
  for (const vpc of placed.vpcs) {
    expect(inside(vpc, sheet), name).toBe(true);
    for (const subnet of vpc.subnets) expect(inside(subnet, vpc), name).toBe(true);
    for (const node of vpc.nodes)
      expect(
        vpc.subnets.some((subnet) => inside(node, subnet)),
        name,
      ).toBe(true);
  }
}

function expectGatewaysClear(placed: Layout, nodes: readonly Node[], name: string): void {
  const sheet: Box = { x: 0, y: 0, width: placed.width, height: placed.height };
  const circles = placed.gateways.map(circleBox);
  for (const circle of circles) {
    expect(inside(circle, sheet), name).toBe(true);
    for (const node of nodes) expect(overlap(circle, node), name).toBe(false);
  }
  for (const [a, b] of pairs(circles)) expect(overlap(a, b), name).toBe(false);
}

function expectWordsApart(
  placed: Layout,
  nodes: readonly Node[],
  subnets: Layout['vpcs'][number]['subnets'],
  name: string,
): void {
  const sheet: Box = { x: 0, y: 0, width: placed.width, height: placed.height };
  const words = wordsOf(placed);
  for (const word of words) expect(inside(word, sheet), `${name}: ${word.text}`).toBe(true);
  for (const [a, b] of pairs(words)) expect(overlap(a, b), `${name}: ${a.text} and ${b.text}`).toBe(false);
  for (const node of nodes) {
    for (const label of nodeLabels(node))
      expect(inside(boxOf(label), node), `${name}: ${label.text}`).toBe(true);
    // A log at a glance stands beside the name.
    const own = nodeLabels(node)[0];
    const tag = node.of.role === 'target' ? targetTag(node) : undefined;
    if (tag) expect(overlap(gaugeAt(node), tag), name).toBe(false);
    if (own && placed.width > 300)
      expect(overlap(gaugeAt(node), boxOf(own)), `${name}: ${own.text}`).toBe(false);
  }
  for (const subnet of subnets)
    for (const label of subnetLabels(subnet)) {
      expect(inside(boxOf(label), subnet), `${name}: ${label.text}`).toBe(true);
      for (const node of nodes) expect(overlap(boxOf(label), node), `${name}: ${label.text}`).toBe(false);
    }
  for (const gateway of placed.gateways)
    for (const label of gatewayLabels(gateway))
      for (const box of [...subnets, ...placed.gateways.map(circleBox)])
        expect(overlap(boxOf(label), box), `${name}: ${label.text}`).toBe(false);
  for (const vpc of placed.vpcs) {
    const { x, width } = vpcTab(vpc);
    expect(inside({ x, width, y: vpc.y, height: 1 }, vpc), `${name}: ${vpc.of.name}`).toBe(true);
  }
  // A tag lies on the border of what it speaks of, and on no other node and its ring.
  for (const node of nodes) {
    const others = tagsOf(placed).filter(
      ({ text }) => text !== 'target' && text !== nodeDifferenceTag(node)?.label.text,
    );
    for (const tag of others) expect(overlap(tag, ringOf(node)), `${name}: ${tag.text}`).toBe(false);
  }
}

function expectWiresStraight(placed: Layout, nodes: readonly Node[], name: string): void {
  const words = wordsOf(placed);
  for (const wire of placed.wires)
    for (const [i, to] of wire.slice(1).entries()) {
      const from = wire[i] as Point;
      expect(from.x === to.x || from.y === to.y, name).toBe(true);
      for (const box of [...nodes, ...words])
        expect(overlap(lineBox([from, to]), box), `${name}: a wire across ${JSON.stringify(box)}`).toBe(
          false,
        );
    }
}
