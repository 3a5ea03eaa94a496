/** Where in a drawing each step of a packet's walk happens: at a node's edge, a subnet's border, in the gutter, at a circle. Pure. */
import type { StepView } from '@/lib/core/quiz/view';
import type { Point } from '../topology/box';
import type { Drawing } from '../topology/drawing';
import type { GatewayMark } from '../topology/gateway-mark';
import type { Layout } from '../topology/layout';
import { type PlacedVpc, TO_GUTTER } from '../topology/vpc-layout';

export interface Anchor extends Point {
  readonly index: number;
  readonly step: StepView;
  /** Inside of a subnet, or in the gutter beside it. */
  readonly inside: Inside | undefined;
  readonly circle: GatewayMark | undefined;
}

export interface Inside {
  readonly interfaceId: string;
  readonly vpc: PlacedVpc;
  /** The middle of the gutter left of the subnet. */
  readonly gutterX: number;
  /** In the gap under its row. */
  readonly belowY: number;
}

/** Request and answer are parallel lines: so far from the middle of a node. */
const OFFSET = { forward: -7, return: 7 } as const;
/** Clear of the icon of a circle, and of the word under it. */
const AT_CIRCLE = { forward: -15, return: 12 } as const;
/** What a node's own judgements are, by their kind: how far right of its left edge. */
const AT_NODE: Readonly<Record<string, (width: number) => number>> = {
  'security-group': () => 0,
  'network-interface': () => 17,
  'nat-gateway': () => 17,
  'vpc-endpoint': () => 17,
  host: (width) => width - 12,
};
/** What is judged at an interface or at the border of its subnet. */
const AT_INTERFACES = new Set([
  'security-group',
  'network-acl',
  'network-interface',
  'host',
  'route-table',
  'subnet',
  'nat-gateway',
  'vpc-endpoint',
]);
/** Those that stand at an interface only where that is drawn. */
const OWN_INTERFACE = new Set(['nat-gateway', 'vpc-endpoint']);
/** What a list stands beside. */
const ENDS = new Set(['network-interface', 'nat-gateway', 'vpc-endpoint']);

export function anchorsOf(layout: Layout, steps: readonly StepView[]): readonly Anchor[] {
  return steps.map((step, index) => {
    const circle = layout.gateways.find(({ id, label }) => id === step.component || label === step.component);
    const interfaceId = circle ? undefined : interfaceAt(layout, steps, index);
    const inside = interfaceId === undefined ? undefined : insideOf(layout, interfaceId);
    const place = circle
      ? { x: circle.x, y: circle.y + AT_CIRCLE[step.leg] }
      : inside
        ? pointIn(layout, inside, step)
        : (fallback(layout, index) ?? { x: 0, y: 0 });
    return { ...place, index, step, inside, circle };
  });
}

/** Steps at what is drawn: what has no place of its own is told of what stands for it. */
export function drawnSteps({ aliases }: Drawing, steps: readonly StepView[]): readonly StepView[] {
  return steps.map((step) => ({ ...step, component: aliases[step.component] ?? step.component }));
}

/** Which interface a list judges for: the one just left, or the one that is reached next; where none is, the end that is meant. */
export function interfaceAt(layout: Layout, steps: readonly StepView[], index: number): string | undefined {
  const step = steps[index];
  if (!step || !AT_INTERFACES.has(step.kind)) return undefined;
  const isNode = (id: string): boolean => nodesOf(layout).some(({ of }) => of.id === id);
  if (isNode(step.component)) return step.component;
  if (OWN_INTERFACE.has(step.kind)) return undefined;
  for (let i = index - 1; i >= 0 && steps[i]?.leg === step.leg; i--) {
    const before = steps[i];
    if (!before || !AT_INTERFACES.has(before.kind) || before.kind === 'route-table') break;
    if (ENDS.has(before.kind) && isNode(before.component)) return before.component;
  }
  for (let i = index + 1; i < steps.length && steps[i]?.leg === step.leg; i++) {
    const after = steps[i];
    if (after && ENDS.has(after.kind) && isNode(after.component)) return after.component;
  }
  const role = step.leg === 'forward' ? 'target' : 'client';
  return nodesOf(layout).find(({ of }) => of.role === role)?.of.id;
}

function nodesOf({ vpcs }: Layout) {
  return vpcs.flatMap(({ nodes }) => nodes);
}

function insideOf({ vpcs }: Layout, interfaceId: string): Inside | undefined {
  for (const vpc of vpcs) {
    const subnet = vpc.subnets.find(({ of }) => of.interfaces.some(({ id }) => id === interfaceId));
    if (subnet)
      return { interfaceId, vpc, gutterX: subnet.x - TO_GUTTER, belowY: subnet.y + subnet.height + 5 };
  }
  return undefined;
}

function pointIn(layout: Layout, { interfaceId, gutterX }: Inside, { kind, leg }: StepView): Point {
  const node = nodesOf(layout).find(({ of }) => of.id === interfaceId);
  if (!node) return { x: gutterX, y: 0 };
  const y = node.y + node.height / 2 + OFFSET[leg];
  const atNode = AT_NODE[kind];
  if (atNode) return { x: node.x + atNode(node.width), y };
  return { x: kind === 'route-table' ? gutterX : gutterX + TO_GUTTER, y };
}

/** What has no place of its own, such as Block Public Access, is judged where the packet is: at the border of the first VPC. */
function fallback({ vpcs, gateways }: Layout, index: number): Point | undefined {
  const [gateway] = gateways;
  const vpc = vpcs.at(-1);
  if (gateway) return { x: gateway.x, y: gateway.y - 24 - (index % 2) * 4 };
  return vpc && { x: vpc.x, y: vpc.y + 30 };
}
