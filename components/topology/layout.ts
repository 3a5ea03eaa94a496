/** Where everything stands: a grid computed by hand, zones as columns, tiers as rows, gateways on the VPC's border. */
import { elided } from '../ui/elided';
import type { Drawing, InterfaceNode, NamedId, SubnetBox, VpcBox } from './drawing';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Placed<T> extends Box {
  readonly of: T;
}

export interface PlacedVpc extends Placed<VpcBox> {
  readonly zones: readonly Placed<{ readonly name: string }>[];
  readonly subnets: readonly Placed<SubnetBox>[];
  readonly nodes: readonly Placed<InterfaceNode>[];
}

export interface GatewayMark extends Point {
  readonly kind: 'internet' | 'office' | 'internet-gateway' | 'peering';
  readonly label: string;
  /** An id or address to print under the label. */
  readonly detail?: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly vpcs: readonly PlacedVpc[];
  readonly gateways: readonly GatewayMark[];
  /** Each a polyline of horizontal and vertical pieces that crosses no node. */
  readonly wires: readonly (readonly Point[])[];
}

export const NODE = { width: 168, height: 42, pitch: 50 } as const;
export const GATEWAY_RADIUS = 17;
const SUBNET = { side: 10, top: 41, bottom: 10 } as const;
const ZONE = { side: 8, top: 25, bottom: 8, gap: 12 } as const;
const VPC = { side: 14, top: 24, bottom: 14 } as const;
const ROW_GAP = 12;
const MARGIN = 12;
/** Between what is outside and the VPC: room for a gateway and its label. */
const GUTTER = 104;

export function layout(drawing: Drawing): Layout {
  const peers = stack(drawing.peers.map(({ vpc }) => placeVpc(vpc, MARGIN, 0)));
  const leftWidth = Math.max(96, ...peers.map(({ width }) => width));
  const mainX = MARGIN + leftWidth + GUTTER;
  const main = placeVpc(drawing.main, mainX, MARGIN + 10);
  const internetY = main.y + 74;
  // Peers stand under the internet, level with the middle of the VPC they are joined to.
  const firstPeerY = Math.max(internetY + 66, main.y + main.height - totalHeight(peers));
  const placedPeers = peers.map((peer) => shifted(peer, 0, firstPeerY));
  const left = MARGIN + leftWidth / 2;
  const gateways: GatewayMark[] = [{ kind: 'internet', label: 'internet', x: left, y: internetY }];
  const wires: (readonly Point[])[] = [];
  if (drawing.internetGateway) {
    gateways.push({
      kind: 'internet-gateway',
      label: 'igw',
      x: main.x,
      y: internetY,
    });
    wires.push([
      { x: left + GATEWAY_RADIUS, y: internetY },
      { x: main.x - GATEWAY_RADIUS, y: internetY },
    ]);
  }
  placeOffice(drawing, { x: left, y: internetY }, gateways, wires);
  for (const [i, peer] of placedPeers.entries())
    placePeering(drawing.peers[i]?.connection, peer, main, gateways, wires);
  const vpcs = [...placedPeers, main];
  const bottom = Math.max(...vpcs.map((box) => box.y + box.height), ...gateways.map(({ y }) => y + 54));
  return { width: main.x + main.width + MARGIN, height: bottom + MARGIN, vpcs, gateways, wires };
}

function placeOffice(
  { outside }: Drawing,
  internet: Point,
  gateways: GatewayMark[],
  wires: (readonly Point[])[],
): void {
  const office = outside.find(({ isClient }) => isClient);
  if (!office) return;
  const y = internet.y + 118;
  gateways.push({
    kind: 'office',
    label: office.name,
    detail: office.address,
    x: internet.x,
    y,
  });
  wires.push([
    { x: internet.x, y: internet.y + GATEWAY_RADIUS + 24 },
    { x: internet.x, y: y - GATEWAY_RADIUS },
  ]);
}

function placePeering(
  connection: NamedId | undefined,
  peer: PlacedVpc,
  main: PlacedVpc,
  gateways: GatewayMark[],
  wires: (readonly Point[])[],
): void {
  const y = peer.y + peer.height / 2;
  const x = (peer.x + peer.width + main.x) / 2;
  gateways.push({ kind: 'peering', label: 'peering', detail: elided(connection?.id ?? ''), x, y });
  wires.push(
    [
      { x: peer.x + peer.width, y },
      { x: x - GATEWAY_RADIUS, y },
    ],
    [
      { x: x + GATEWAY_RADIUS, y },
      { x: main.x, y },
    ],
  );
}

function placeVpc(vpc: VpcBox, x: number, y: number): PlacedVpc {
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

function subnetHeight({ interfaces }: SubnetBox): number {
  return (
    SUBNET.top + Math.max(1, interfaces.length) * NODE.pitch - (NODE.pitch - NODE.height) + SUBNET.bottom
  );
}

function stack(vpcs: readonly PlacedVpc[]): readonly PlacedVpc[] {
  let y = 0;
  return vpcs.map((vpc) => {
    const placed = shifted(vpc, 0, y);
    y += vpc.height + 28;
    return placed;
  });
}

function totalHeight(vpcs: readonly PlacedVpc[]): number {
  return vpcs.reduce((sum, { height }) => sum + height + 28, -28);
}

function shifted(vpc: PlacedVpc, dx: number, dy: number): PlacedVpc {
  const move = <T extends Box>(box: T): T => ({ ...box, x: box.x + dx, y: box.y + dy });
  return {
    ...move(vpc),
    zones: vpc.zones.map(move),
    subnets: vpc.subnets.map(move),
    nodes: vpc.nodes.map(move),
  };
}
