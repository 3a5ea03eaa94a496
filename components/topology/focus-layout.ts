/** The drawing for a phone: the two ends, their subnets, and the gateway between, at the width of the screen. */
import type { Drawing, InterfaceNode, SubnetBox } from './drawing';
import { GATEWAY_RADIUS, type GatewayMark, type Placed, type Point } from './layout';

export interface FocusLayout {
  readonly width: number;
  readonly height: number;
  readonly subnets: readonly Placed<SubnetBox & { readonly vpcName: string }>[];
  readonly nodes: readonly Placed<InterfaceNode>[];
  /** What stands between the two ends, and the office where the client sits outside. */
  readonly gateways: readonly GatewayMark[];
  readonly wires: readonly (readonly Point[])[];
}

const WIDTH = 358;
/** The target's side is the wider one: it shows the log at a glance beside the name. */
const NODE = { target: 152, client: 108, height: 42, pitch: 48 } as const;

/** At most two interfaces of the target's subnet are drawn: the target and one neighbour. */
export function focusLayout({ main, peers, outside }: Drawing): FocusLayout {
  const all = [main, ...peers.map(({ vpc }) => vpc)];
  const holding = (role: InterfaceNode['role']) =>
    all
      .flatMap((vpc) => vpc.zones.flatMap(({ subnets }) => subnets.map((subnet) => ({ vpc, subnet }))))
      .find(({ subnet }) => subnet.interfaces.some((node) => node.role === role));
  const right = holding('target');
  const left = holding('client');
  const subnets: Placed<SubnetBox & { readonly vpcName: string }>[] = [];
  const nodes: Placed<InterfaceNode>[] = [];
  const place = (found: typeof right, x: number, role: 'target' | 'client'): void => {
    if (!found) return;
    const neighbours = found.subnet.interfaces.filter((node) => node.role !== role);
    const shown = [
      ...neighbours.slice(0, role === 'target' ? 1 : 0),
      ...found.subnet.interfaces.filter((node) => node.role === role),
    ];
    subnets.push({
      of: { ...found.subnet, vpcName: found.vpc.name },
      x,
      y: 14,
      width: NODE[role] + 16,
      height: 134,
    });
    shown.forEach((node, i) => {
      const y = shown.length === 1 ? 68 : 46 + i * NODE.pitch;
      nodes.push({ of: node, x: x + 8, y, width: NODE[role], height: NODE.height });
    });
  };
  place(right, WIDTH - NODE.target - 18, 'target');
  place(left, 2, 'client');
  const client = outside.find(({ isClient }) => isClient);
  const y = 89;
  const startX = left ? NODE.client + 18 : 58;
  const endX = WIDTH - NODE.target - 18;
  const x = left ? (startX + endX) / 2 : endX;
  return {
    width: WIDTH,
    height: 158,
    subnets,
    nodes,
    gateways: left
      ? [{ kind: 'peering', label: 'peering', x, y }]
      : [
          { kind: 'office', label: client?.name ?? 'internet', x: 40, y },
          { kind: 'internet-gateway', label: 'igw', x, y },
        ],
    wires: [
      [
        { x: startX, y },
        { x: x - GATEWAY_RADIUS, y },
      ],
      ...(left
        ? [
            [
              { x: x + GATEWAY_RADIUS, y },
              { x: endX, y },
            ],
          ]
        : []),
    ],
  };
}
