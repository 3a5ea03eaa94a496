/** The door for transit gateways: rows of five calls joined into one gateway each. */
import type { Snapshot } from '../ec2/schema/snapshot';
import type {
  TransitGatewayAttachmentRow,
  TransitGatewayRow,
  TransitGatewayVpcAttachmentRow,
} from '../ec2/schema/transit-gateway';
import { groupBy } from './index-by';
import type { NetworkInterface } from './network-interface';
import type { PrefixList } from './prefix-list';
import { nameOf, type Report } from './report';
import { type Subnet, zoneOf } from './subnet';
import type {
  AttachedResource,
  AttachmentZone,
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayRouteTable,
  VpcAttachment,
} from './transit-gateway';
import { parseTransitGatewayRouteTables } from './transit-gateway-route-tables';
import type { Vpc } from './vpc';

interface Parts {
  readonly vpcs: ReadonlyMap<string, Vpc>;
  readonly subnets: ReadonlyMap<string, Subnet>;
  readonly networkInterfaces: ReadonlyMap<string, NetworkInterface>;
  readonly prefixLists: ReadonlyMap<string, PrefixList>;
}

export function parseTransitGateways(
  snapshot: Snapshot,
  parts: Parts,
  report: Report,
): ReadonlyMap<string, TransitGateway> {
  const tables = parseTransitGatewayRouteTables(snapshot, parts.prefixLists, report);
  const tablesOf = groupBy([...tables.values()], ({ transitGatewayId }) => transitGatewayId);
  const attachments = parseAttachments(snapshot, parts, tables, report);
  const attachmentsOf = groupBy(attachments, ({ transitGatewayId }) => transitGatewayId);
  return new Map(
    gatewayRows(snapshot).map((row) => {
      const id = row.TransitGatewayId;
      const name = nameOf(row.Tags);
      return [
        id,
        {
          id,
          ...(name !== undefined && { name }),
          isAvailable: isAvailable(row.State),
          securityGroupReferencing: row.Options?.SecurityGroupReferencingSupport === 'enable',
          attachments: new Map((attachmentsOf.get(id) ?? []).map((one) => [one.id, one])),
          routeTables: new Map((tablesOf.get(id) ?? []).map((one) => [one.id, one])),
        },
      ];
    }),
  );
}

/** A gateway that another account shares may show only through its attachments. */
function gatewayRows(snapshot: Snapshot): readonly TransitGatewayRow[] {
  const own = snapshot.TransitGateways ?? [];
  const known = new Set(own.map(({ TransitGatewayId }) => TransitGatewayId));
  const shared = new Set(
    [...(snapshot.TransitGatewayAttachments ?? []), ...(snapshot.TransitGatewayVpcAttachments ?? [])]
      .map(({ TransitGatewayId }) => TransitGatewayId)
      .filter((id) => !known.has(id)),
  );
  return [...own, ...[...shared].map((TransitGatewayId) => ({ TransitGatewayId }))];
}

function parseAttachments(
  snapshot: Snapshot,
  parts: Parts,
  tables: ReadonlyMap<string, TransitGatewayRouteTable>,
  report: Report,
): readonly TransitGatewayAttachment[] {
  const associated = associations(snapshot, report);
  const vpcRows = new Map(
    (snapshot.TransitGatewayVpcAttachments ?? []).map((row) => [row.TransitGatewayAttachmentId, row]),
  );
  const interfaces = groupBy(
    [...parts.networkInterfaces.values()].filter(({ interfaceType }) => interfaceType === 'transit_gateway'),
    ({ subnet }) => subnet.id,
  );
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
      resource: resourceOf(row, vpcRows.get(id), { ...parts, snapshot, interfaces }, path, report),
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

interface Around extends Parts {
  readonly snapshot: Snapshot;
  /** Subnet id -> the transit gateway interfaces in it. */
  readonly interfaces: ReadonlyMap<string, readonly NetworkInterface[]>;
}

function resourceOf(
  row: TransitGatewayAttachmentRow,
  vpcRow: TransitGatewayVpcAttachmentRow | undefined,
  around: Around,
  path: FoundRow['path'],
  report: Report,
): AttachedResource {
  const resourceId = row.ResourceId ?? '';
  switch (row.ResourceType) {
    case 'vpc':
      return vpcAttachment(row, vpcRow, around, path, report);
    case 'vpn':
      return { kind: 'vpn', vpnConnectionId: resourceId };
    case 'direct-connect-gateway':
      return { kind: 'direct-connect-gateway', directConnectGatewayId: resourceId };
    case 'peering':
    case 'tgw-peering':
      return { kind: 'peering', transitGatewayId: farGateway(row, around.snapshot) };
    default:
      report.notice(path, `not modelled: a \`${row.ResourceType}\` attachment`);
      return { kind: 'not-modelled', resourceType: row.ResourceType };
  }
}

function farGateway(
  row: TransitGatewayAttachmentRow,
  { TransitGatewayPeeringAttachments }: Snapshot,
): string {
  const peering = TransitGatewayPeeringAttachments?.find(
    ({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId === row.TransitGatewayAttachmentId,
  );
  const ends = [peering?.RequesterTgwInfo, peering?.AccepterTgwInfo].map((info) => info?.TransitGatewayId);
  return ends.find((id) => id !== undefined && id !== row.TransitGatewayId) ?? row.ResourceId ?? '';
}

function vpcAttachment(
  row: TransitGatewayAttachmentRow,
  vpcRow: TransitGatewayVpcAttachmentRow | undefined,
  { vpcs, subnets, interfaces }: Around,
  path: FoundRow['path'],
  report: Report,
): VpcAttachment {
  const id = row.TransitGatewayAttachmentId;
  const vpcId = vpcRow?.VpcId ?? row.ResourceId ?? '';
  const vpc = vpcs.get(vpcId);
  if (!vpc) report.notice(path, `\`${vpcId}\` is not in the snapshot: what lies behind \`${id}\` is unknown`);
  const zones = new Map<string, AttachmentZone>();
  for (const subnetId of vpcRow?.SubnetIds ?? []) {
    const subnet = subnets.get(subnetId);
    if (!subnet) {
      if (vpc) report.issue(path, `\`${id}\` uses \`${subnetId}\`, which is not in the snapshot`);
      continue;
    }
    if (subnet.vpc.id !== vpcId)
      report.issue(path, `\`${id}\` uses \`${subnetId}\`, which belongs to another VPC`);
    const zone = zoneOf(subnet);
    const other = zones.get(zone);
    if (other)
      report.issue(path, `\`${id}\` has two subnets in one zone, \`${other.subnet.id}\` and \`${subnetId}\``);
    const here = interfaces.get(subnetId) ?? [];
    const own = here.find(({ description }) => description.includes(id)) ?? here[0];
    zones.set(zone, { subnet, ...(own && { networkInterface: own }) });
  }
  return {
    kind: 'vpc',
    vpcId,
    ...(vpc && { vpc }),
    zones,
    applianceMode: vpcRow?.Options?.ApplianceModeSupport === 'enable',
    // AWS turns it on for new attachments; the gateway's own switch is off unless somebody set it.
    securityGroupReferencing: vpcRow?.Options?.SecurityGroupReferencingSupport !== 'disable',
  };
}

function isAvailable(state: string | undefined): boolean {
  return state === undefined || state === 'available' || state === 'modifying';
}
