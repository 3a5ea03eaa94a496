/** The inside of one VPC: zones as columns, tiers as rows, interfaces under one another. */
import type { Placed } from './box';
import type { InterfaceNode, SubnetBox, VpcBox } from './drawing';

export interface PlacedVpc extends Placed<Pick<VpcBox, 'id' | 'name' | 'cidr'>> {
  readonly zones: readonly Placed<{ readonly name: string }>[];
  readonly subnets: readonly Placed<SubnetBox>[];
  readonly nodes: readonly Placed<InterfaceNode>[];
}

/** Between two nodes there is room for the tag of the target. */
const NODE = { width: 176, height: 42, pitch: 52 } as const;
const SUBNET = { side: 8, top: 39, bottom: 10 } as const;
const ZONE = { side: 6, top: 22, bottom: 8, gap: 10 } as const;
const VPC = { side: 12, top: 20, bottom: 10 } as const;
const ROW_GAP = 10;

export function placeVpc(vpc: VpcBox, x: number, y: number): PlacedVpc {
  // A VPC in one zone needs no frame around it.
  const hasZones = vpc.zones.length > 1;
  const zoneSide = hasZones ? ZONE.side : 0;
  const zoneWidth = NODE.width + 2 * (SUBNET.side + zoneSide);
  const rows = vpc.tiers.map((tier) =>
    Math.max(
      0,
      ...vpc.zones.flatMap(({ subnets }) => subnets.filter((own) => own.tier === tier).map(subnetHeight)),
    ),
  );
  const rowY = rows.map((_, i) => rows.slice(0, i).reduce((sum, height) => sum + height + ROW_GAP, 0));
  const zoneTop = y + VPC.top;
  const inner = zoneTop + (hasZones ? ZONE.top : 0);
  const content = (rowY.at(-1) ?? 0) + (rows.at(-1) ?? 0);
  const zoneHeight = (hasZones ? ZONE.top + ZONE.bottom : 0) + content;
  const zones = vpc.zones.map(({ name }, i) => ({
    of: { name },
    x: x + VPC.side + i * (zoneWidth + ZONE.gap),
    y: zoneTop,
    width: zoneWidth,
    height: zoneHeight,
  }));
  const subnets = vpc.zones.flatMap(({ subnets: own }, i) =>
    own.map((subnet): Placed<SubnetBox> => {
      const row = vpc.tiers.indexOf(subnet.tier);
      return {
        of: subnet,
        x: (zones[i]?.x ?? 0) + zoneSide,
        y: inner + (rowY[row] ?? 0),
        width: NODE.width + 2 * SUBNET.side,
        height: rows[row] ?? 0,
      };
    }),
  );
  const nodes = subnets.flatMap((box) =>
    box.of.interfaces.map(
      (node, i): Placed<InterfaceNode> => ({
        of: node,
        x: box.x + SUBNET.side,
        y: box.y + SUBNET.top + i * NODE.pitch,
        width: NODE.width,
        height: NODE.height,
      }),
    ),
  );
  const width = 2 * VPC.side + vpc.zones.length * zoneWidth + (vpc.zones.length - 1) * ZONE.gap;
  return {
    of: vpc,
    x,
    y,
    width,
    height: VPC.top + zoneHeight + VPC.bottom,
    zones: hasZones ? zones : [],
    subnets,
    nodes,
  };
}

/** What differs is said on the lower border, clear of the last node. */
function subnetHeight({ interfaces, difference }: SubnetBox): number {
  const nodes = Math.max(1, interfaces.length) * NODE.pitch - (NODE.pitch - NODE.height);
  const differs = difference !== undefined || interfaces.at(-1)?.difference !== undefined;
  return SUBNET.top + nodes + SUBNET.bottom + (differs ? 12 : 0);
}
