/** The door for transit gateways: rows of five calls joined into one gateway each. */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { TransitGatewayRow } from '../ec2/schema/transit-gateway';
import { groupBy } from './index-by';
import type { Unfold } from './prefix-list';
import { nameOf, type Report } from './report';
import type { TransitGateway, TransitGatewayAttachment } from './transit-gateway';
import { isAvailable, parseTransitGatewayAttachments } from './transit-gateway-attachments';
import type { AttachmentParts } from './transit-gateway-resource';
import { parseTransitGatewayRouteTables } from './transit-gateway-route-tables';

interface Parts extends AttachmentParts {
  readonly unfold: Unfold;
}

export function parseTransitGateways(
  snapshot: Snapshot,
  parts: Parts,
  report: Report,
): ReadonlyMap<string, TransitGateway> {
  const tables = parseTransitGatewayRouteTables(snapshot, parts.unfold, report);
  const tablesOf = groupBy([...tables.values()], ({ transitGatewayId }) => transitGatewayId);
  const attachments = parseTransitGatewayAttachments(snapshot, parts, tables, report);
  checkOnePerVpc(attachments, report);
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

/** https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html: a VPC has one attachment to a gateway. */
function checkOnePerVpc(attachments: readonly TransitGatewayAttachment[], report: Report): void {
  const seen = new Map<string, string>();
  for (const { id, transitGatewayId, isAvailable: isThere, resource } of attachments) {
    if (!isThere || resource.kind !== 'vpc') continue;
    const key = `${transitGatewayId} ${resource.vpcId}`;
    const other = seen.get(key);
    if (other !== undefined)
      report.issue(
        ['TransitGatewayVpcAttachments'],
        `\`${resource.vpcId}\` is attached to \`${transitGatewayId}\` twice, by \`${other}\` and by \`${id}\``,
      );
    seen.set(key, id);
  }
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
