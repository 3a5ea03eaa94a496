/** Transit gateway route tables as three calls print them, with the propagated rows in them. */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { TransitGatewayRouteRow } from '../ec2/schema/transit-gateway';
import { type Cidr, formatCidr } from '../net/cidr';
import { byId } from './index-by';
import type { Unfold } from './prefix-list';
import { cidr, nameOf, type Report } from './report';
import type { TransitGatewayRoute, TransitGatewayRouteTable } from './transit-gateway';

export function parseTransitGatewayRouteTables(
  snapshot: Snapshot,
  unfold: Unfold,
  report: Report,
): ReadonlyMap<string, TransitGatewayRouteTable> {
  return byId(
    (snapshot.TransitGatewayRouteTables ?? []).map((row, index) => {
      const seen = new Set<string>();
      const routes = (row.Routes ?? []).flatMap((route, i) => {
        const path = ['TransitGatewayRouteTables', index, 'Routes', i];
        return parseRoute(route, unfold, path, report).map((parsed) => {
          const key = `${formatCidr(parsed.destination)} ${parsed.type} ${parsed.prefixListId ?? ''}`;
          if (parsed.type === 'static' && seen.has(key))
            report.issue(
              path,
              `\`${row.TransitGatewayRouteTableId}\` has two static routes for \`${formatCidr(parsed.destination)}\``,
            );
          seen.add(key);
          return parsed;
        });
      });
      const name = nameOf(row.Tags);
      return {
        id: row.TransitGatewayRouteTableId,
        ...(name !== undefined && { name }),
        transitGatewayId: row.TransitGatewayId,
        routes,
      };
    }),
  );
}

/** One route per block: a row may name a prefix list. */
function parseRoute(
  row: TransitGatewayRouteRow,
  unfold: Unfold,
  path: readonly (string | number)[],
  report: Report,
): readonly TransitGatewayRoute[] {
  const attachments = row.TransitGatewayAttachments ?? [];
  const routeFor = (destination: Cidr, prefixListId?: string): TransitGatewayRoute => ({
    destination,
    ...(prefixListId !== undefined && { prefixListId }),
    type: row.Type ?? 'static',
    isBlackhole: row.State === 'blackhole' || attachments.length === 0,
    attachmentIds: attachments.map(({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId),
    resourceType: attachments[0]?.ResourceType ?? 'vpc',
  });
  if (row.State !== undefined && !['active', 'blackhole'].includes(row.State)) return [];
  if (row.DestinationCidrBlock !== undefined) return [routeFor(cidr(row.DestinationCidrBlock))];
  const { PrefixListId } = row;
  if (PrefixListId === undefined) {
    report.issue(path, 'a route needs a destination');
    return [];
  }
  return unfold(PrefixListId, path).map((destination) => routeFor(destination, PrefixListId));
}
