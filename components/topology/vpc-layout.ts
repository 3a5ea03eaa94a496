/** The inside of one VPC: zones as columns, tiers as rows, interfaces under one another. */
import type { Placed } from './box';
import type { InterfaceNode, SubnetBox, VpcBox } from './drawing';
import type { Scale } from './scale';

export interface PlacedVpc extends Placed<Pick<VpcBox, 'id' | 'name' | 'cidrs' | 'difference'>> {
  readonly zones: readonly Placed<{ readonly name: string }>[];
  readonly subnets: readonly PlacedSubnet[];
  readonly nodes: readonly Placed<InterfaceNode>[];
}

/** `isBlockBeside`: all subnets of a drawing print their blocks beside their names, or all under them. */
export interface PlacedSubnet extends Placed<SubnetBox> {
  readonly isBlockBeside: boolean;
}

/** Left of a node there is room for what judges at its edge and at the subnet's border. */
const SUBNET = { left: 22, right: 10, bottom: 10 } as const;
const ZONE = { side: 10, top: 22, bottom: 8, gap: 16 } as const;
/** At the sides circles stand half inside: they keep clear of zones. */
const VPC = { side: 26, top: 20, bottom: 12 } as const;
/** From a subnet's border to the middle of the gutter left of it. */
export const TO_GUTTER = 18;
export const ROW_GAP = 10;

export function placeVpc(vpc: VpcBox, scale: Scale, leastHeight = 0): PlacedVpc {
  // A VPC in one zone needs no frame around it.
  const hasZones = vpc.zones.length > 1;
  const zoneSide = hasZones ? ZONE.side : 0;
  const inner = scale.columns * scale.node.width + (scale.columns - 1) * scale.node.gap;
  const zoneWidth = inner + SUBNET.left + SUBNET.right + 2 * zoneSide;
  const rows = vpc.tiers.map((tier) =>
    Math.max(
      0,
      ...vpc.zones.flatMap(({ subnets }) =>
        subnets.filter((own) => own.tier === tier).map((own) => subnetHeight(own, scale)),
      ),
    ),
  );
  const rowY = rows.map((_, i) => rows.slice(0, i).reduce((sum, height) => sum + height + ROW_GAP, 0));
  const zoneHeight = (hasZones ? ZONE.top + ZONE.bottom : 0) + (rowY.at(-1) ?? 0) + (rows.at(-1) ?? 0);
  const zones = vpc.zones.map(({ name }, i) => ({
    of: { name },
    x: VPC.side + i * (zoneWidth + ZONE.gap),
    y: VPC.top,
    width: zoneWidth,
    height: zoneHeight,
  }));
  const subnets = vpc.zones.flatMap(({ subnets: own }, i) =>
    own.map((subnet): PlacedSubnet => {
      const row = vpc.tiers.indexOf(subnet.tier);
      return {
        of: subnet,
        x: (zones[i]?.x ?? 0) + zoneSide,
        y: VPC.top + (hasZones ? ZONE.top : 0) + (rowY[row] ?? 0),
        width: inner + SUBNET.left + SUBNET.right,
        height: rows[row] ?? 0,
        isBlockBeside: scale.isBlockBeside,
      };
    }),
  );
  return {
    of: vpc,
    x: 0,
    y: 0,
    width: 2 * VPC.side + vpc.zones.length * (zoneWidth + ZONE.gap) - ZONE.gap,
    height: Math.max(leastHeight, VPC.top + zoneHeight + VPC.bottom),
    zones: hasZones ? zones : [],
    subnets,
    nodes: subnets.flatMap((box) => nodesIn(box, scale)),
  };
}

function nodesIn(box: Placed<SubnetBox>, { node, columns, head }: Scale): readonly Placed<InterfaceNode>[] {
  return box.of.interfaces.map((of, i) => ({
    of,
    x: box.x + SUBNET.left + (i % columns) * (node.width + node.gap),
    y: box.y + head + Math.floor(i / columns) * node.pitch,
    width: node.width,
    height: node.height,
  }));
}

/** What differs is said on the lower border, clear of the last node. */
function subnetHeight({ interfaces, difference }: SubnetBox, { node, columns, head }: Scale): number {
  const lines = Math.max(1, Math.ceil(interfaces.length / columns));
  const differs = difference !== undefined || interfaces.slice(-columns).some((last) => last.difference);
  return head + lines * node.pitch - (node.pitch - node.height) + SUBNET.bottom + (differs ? 12 : 0);
}

export function movedBy(vpc: PlacedVpc, dx: number, dy: number): PlacedVpc {
  const move = <T extends { readonly x: number; readonly y: number }>(box: T): T => ({
    ...box,
    x: box.x + dx,
    y: box.y + dy,
  });
  return {
    ...move(vpc),
    zones: vpc.zones.map(move),
    subnets: vpc.subnets.map(move),
    nodes: vpc.nodes.map(move),
  };
}
