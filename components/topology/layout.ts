/** Where everything stands: a grid computed by hand, zones as columns, tiers as rows, gateways on the VPC's border. */
import { elided } from '../ui/elided';
import type { Box, Point } from './box';
import type { Drawing, Joint } from './drawing';
import { acrossFrom, between, type GatewayMark, gatewayAt, jointAt, RADIUS } from './gateway-mark';
import { type PlacedVpc, placeVpc } from './vpc-layout';

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly vpcs: readonly PlacedVpc[];
  readonly gateways: readonly GatewayMark[];
  /** Each a polyline of horizontal and vertical pieces that crosses no node. */
  readonly wires: readonly (readonly Point[])[];
}

const MARGIN = 4;
/** Between what is outside and the VPC: room for a gateway and its label. */
const GUTTER = 100;

export function layout(drawing: Drawing): Layout {
  const peers = stack(drawing.peers.map(({ vpc }) => placeVpc(vpc, MARGIN, 0)));
  const leftWidth = Math.max(96, ...peers.map(({ width }) => width));
  const mainX = MARGIN + leftWidth + GUTTER;
  const main = placeVpc(drawing.main, mainX, MARGIN + 10);
  const internetY = main.y + 70;
  // Peers stand under the internet, level with the bottom of the VPC they are joined to.
  const firstPeerY = Math.max(internetY + 66, main.y + main.height - totalHeight(peers));
  const placedPeers = peers.map((peer) => shifted(peer, 0, firstPeerY));
  const internet = gatewayAt('internet', { x: MARGIN + leftWidth / 2, y: internetY }, 'internet');
  const gateway =
    drawing.internetGateway &&
    jointAt('internet-gateway', { x: main.x, y: internetY }, drawing.internetGateway, '');
  const gateways: GatewayMark[] = gateway ? [internet, gateway] : [];
  const wires: (readonly Point[])[] = gateway ? [between(internet, gateway)] : [];
  placeOffice(drawing, internet, gateways, wires);
  for (const [i, peer] of placedPeers.entries())
    placePeering(drawing.peers[i]?.connection, peer, main, gateways, wires);
  const vpcs = [...placedPeers, main];
  const bottom = Math.max(...vpcs.map((box) => box.y + box.height), ...gateways.map(({ y }) => y + 54));
  return { width: main.x + main.width + MARGIN, height: bottom + MARGIN + 6, vpcs, gateways, wires };
}

function placeOffice(
  { outside }: Drawing,
  internet: GatewayMark,
  gateways: GatewayMark[],
  wires: (readonly Point[])[],
): void {
  const office = outside.find(({ isClient }) => isClient);
  if (!office) return;
  const { x } = internet;
  const y = internet.y + 118;
  gateways.push(gatewayAt('office', { x, y }, office.name, office.address));
  wires.push([
    { x, y: internet.y + RADIUS + 24 },
    { x, y: y - RADIUS },
  ]);
}

function placePeering(
  connection: Joint | undefined,
  peer: PlacedVpc,
  main: PlacedVpc,
  gateways: GatewayMark[],
  wires: (readonly Point[])[],
): void {
  if (!connection) return;
  const y = peer.y + peer.height / 2;
  const x = (peer.x + peer.width + main.x) / 2;
  const mark = jointAt('peering', { x, y }, connection, elided(connection.id));
  gateways.push(mark);
  wires.push(...acrossFrom(peer, mark, main));
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
