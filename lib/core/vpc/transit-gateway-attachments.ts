/** Attachments of transit gateways: rows of two calls, each with the route table that judges what enters there. */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { TransitGatewayAttachmentRow } from '../ec2/schema/transit-gateway';
import { nameOf, type Report } from './report';
import type { TransitGatewayAttachment, TransitGatewayRouteTable } from './transit-gateway';
import { type AttachmentParts, interfacesBySubnet, resourceOf } from './transit-gateway-resource';

export function parseTransitGatewayAttachments(
  snapshot: Snapshot,
  parts: AttachmentParts,
  tables: ReadonlyMap<string, TransitGatewayRouteTable>,
  report: Report,
): readonly TransitGatewayAttachment[] {
  const associated = associations(snapshot, report);
  const vpcRows = new Map(
    (snapshot.TransitGatewayVpcAttachments ?? []).map((row) => [row.TransitGatewayAttachmentId, row]),
  );
  const peerings = new Map(
    (snapshot.TransitGatewayPeeringAttachments ?? []).map((row) => [row.TransitGatewayAttachmentId, row]),
  );
  const interfaceIn = interfacesBySubnet(parts.networkInterfaces);
  return attachmentRows(snapshot).map(({ row, path }) => {
    const id = row.TransitGatewayAttachmentId;
    const tableId = associated.get(`${row.TransitGatewayId} ${id}`) ?? ownAssociation(row);
    const routeTable = tableId === undefined ? undefined : tables.get(tableId);
    if (tableId !== undefined && !routeTable)
      report.issue(path, `\`${id}\` is associated with \`${tableId}\`, which is not in the snapshot`);
    if (routeTable && routeTable.transitGatewayId !== row.TransitGatewayId)
      report.issue(path, `\`${id}\` is associated with \`${tableId}\`, which belongs to another gateway`);
    const name = nameOf(row.Tags);
    return {
      id,
      ...(name !== undefined && { name }),
      transitGatewayId: row.TransitGatewayId,
      isAvailable: isAvailable(row.State),
      ...(routeTable && { routeTable }),
      resource: resourceOf(row, vpcRows.get(id), { ...parts, peerings, interfaceIn }, path, report),
    };
  });
}

interface FoundRow {
  readonly row: TransitGatewayAttachmentRow;
  readonly path: readonly (string | number)[];
}

/** A VPC attachment may stand only under its own key. */
function attachmentRows(snapshot: Snapshot): readonly FoundRow[] {
  const own = (snapshot.TransitGatewayAttachments ?? []).map((row, i) => ({
    row,
    path: ['TransitGatewayAttachments', i],
  }));
  const seen = new Set(own.map(({ row }) => row.TransitGatewayAttachmentId));
  const vpcOnly = (snapshot.TransitGatewayVpcAttachments ?? []).map((row, i) => ({
    row: { ...row, ResourceType: 'vpc', ResourceId: row.VpcId },
    path: ['TransitGatewayVpcAttachments', i],
  }));
  return [...own, ...vpcOnly.filter(({ row }) => !seen.has(row.TransitGatewayAttachmentId))];
}

/** Gateway id and attachment id -> the one table that judges what enters there: a peering attachment has two gateways. */
function associations(snapshot: Snapshot, report: Report): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [index, table] of (snapshot.TransitGatewayRouteTables ?? []).entries()) {
    for (const [i, { TransitGatewayAttachmentId, State }] of (table.Associations ?? []).entries()) {
      if (State !== undefined && State !== 'associated') continue;
      const key = `${table.TransitGatewayId} ${TransitGatewayAttachmentId}`;
      const other = found.get(key);
      if (other !== undefined)
        report.issue(
          ['TransitGatewayRouteTables', index, 'Associations', i],
          `\`${TransitGatewayAttachmentId}\` is associated with \`${other}\` and with \`${table.TransitGatewayRouteTableId}\``,
        );
      found.set(key, table.TransitGatewayRouteTableId);
    }
  }
  return found;
}

function ownAssociation({ Association }: TransitGatewayAttachmentRow): string | undefined {
  const isThere = Association?.State === undefined || Association.State === 'associated';
  return isThere ? Association?.TransitGatewayRouteTableId : undefined;
}

export function isAvailable(state: string | undefined): boolean {
  return state === undefined || state === 'available' || state === 'modifying';
}
