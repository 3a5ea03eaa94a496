/**
 * The propagated rows of transit gateway route tables, and static rows whose attachment is gone.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
import { type Cidr, formatCidr, overlaps } from '../../net/cidr';
import type { Snapshot } from '../schema/snapshot';
import type { TransitGatewayRouteRow, TransitGatewayRouteTableRow } from '../schema/transit-gateway';
import { documentBlock } from './block';
import { find } from './find';
import { blocksOf } from './local-route';
import { mapRows, rowsOf } from './rows';
import { isStatic, staticBlocksOf } from './vgw-route-propagation';

type Attached = NonNullable<TransitGatewayRouteTableRow['Propagations']>[number];

/** Which kind is preferred for one and the same block, the best first; equal kinds share the traffic. */
const PREFERENCE = ['vpc', 'direct-connect-gateway', 'connect', 'vpn'];

/** Static rows keep their order; propagated ones follow, by block. */
export function withTransitGatewayRoutes(before: Snapshot, after: Snapshot): Snapshot {
  const gone = goneAttachments(before, after);
  return mapRows(after, 'TransitGatewayRouteTables', (table) => {
    const old = table.Routes ?? [];
    const routes = [
      ...old.filter(({ Type }) => Type !== 'propagated').map((route) => withoutGone(route, gone)),
      ...propagatedRoutes(before, after, table),
    ];
    return sameRoutes(old, routes) ? table : { ...table, Routes: routes };
  });
}

function sameRoutes(a: readonly TransitGatewayRouteRow[], b: readonly TransitGatewayRouteRow[]): boolean {
  return (
    a.length === b.length && a.every((row, i) => row === b[i] || JSON.stringify(row) === JSON.stringify(b[i]))
  );
}

function goneAttachments(before: Snapshot, after: Snapshot): ReadonlySet<string> {
  const ids = (snapshot: Snapshot): string[] =>
    rowsOf(snapshot, 'TransitGatewayAttachments').map((row) => row.TransitGatewayAttachmentId);
  const present = new Set(ids(after));
  return new Set(ids(before).filter((id) => !present.has(id)));
}

/** A static route outlives its attachment as a blackhole. */
function withoutGone(route: TransitGatewayRouteRow, gone: ReadonlySet<string>): TransitGatewayRouteRow {
  const { TransitGatewayAttachments: attachments = [], ...rest } = route;
  const left = attachments.filter((row) => !gone.has(row.TransitGatewayAttachmentId));
  if (left.length === attachments.length) return route;
  return left.length > 0 ? { ...rest, TransitGatewayAttachments: left } : { ...rest, State: 'blackhole' };
}

function propagatedRoutes(
  before: Snapshot,
  after: Snapshot,
  table: TransitGatewayRouteTableRow,
): readonly TransitGatewayRouteRow[] {
  const offers = new Map<string, { readonly block: Cidr; readonly from: Attached[] }>();
  const vpcBlocks: Cidr[] = [];
  for (const attached of inOrderOfAttachment(after, table.Propagations ?? [])) {
    if (attached.State !== undefined && attached.State !== 'enabled') continue;
    const isVpc = attached.ResourceType === 'vpc';
    const blocks = blocksBehind(before, after, attached);
    // The VPC that was attached first keeps the block.
    const free = isVpc
      ? blocks.filter((block) => !vpcBlocks.some((other) => overlaps(block, other)))
      : blocks;
    if (isVpc) vpcBlocks.push(...blocks);
    for (const block of free) {
      const offer = offers.get(formatCidr(block)) ?? { block, from: [] };
      offer.from.push(attached);
      offers.set(formatCidr(block), offer);
    }
  }
  return [...offers.values()]
    .sort((a, b) => compare(a.block, b.block))
    .map(({ block, from }) => ({
      DestinationCidrBlock: formatCidr(block),
      TransitGatewayAttachments: preferred(from).map(
        ({ TransitGatewayAttachmentId, ResourceId, ResourceType }) => ({
          ...(ResourceId !== undefined && { ResourceId }),
          TransitGatewayAttachmentId,
          ...(ResourceType !== undefined && { ResourceType }),
        }),
      ),
      Type: 'propagated',
      State: 'active',
    }));
}

function inOrderOfAttachment(snapshot: Snapshot, propagations: readonly Attached[]): readonly Attached[] {
  const places = new Map(
    rowsOf(snapshot, 'TransitGatewayAttachments').map((row, i) => [row.TransitGatewayAttachmentId, i]),
  );
  const place = ({ TransitGatewayAttachmentId }: Attached): number =>
    places.get(TransitGatewayAttachmentId) ?? places.size;
  return [...propagations].sort((a, b) => place(a) - place(b));
}

function preferred(from: readonly Attached[]): readonly Attached[] {
  const rank = ({ ResourceType = '' }: Attached): number => {
    const place = PREFERENCE.indexOf(ResourceType);
    return place < 0 ? PREFERENCE.length : place;
  };
  const best = Math.min(...from.map(rank));
  return from.filter((attached) => rank(attached) === best);
}

/** What the document tells; what came by BGP, or from an account it does not show, is what some table had learned. */
function blocksBehind(before: Snapshot, after: Snapshot, attached: Attached): readonly Cidr[] {
  const { TransitGatewayAttachmentId: id, ResourceId = '', ResourceType } = attached;
  if (ResourceType === 'vpc') {
    const vpc = find(after, 'Vpcs', ResourceId);
    const row = find(after, 'TransitGatewayVpcAttachments', id);
    if (vpc) {
      const withIpv6 = row?.Options?.Ipv6Support === 'enable';
      return blocksOf(vpc)
        .filter((block) => withIpv6 || !block.includes(':'))
        .map(documentBlock);
    }
  }
  if (ResourceType === 'vpn') {
    const connection = find(after, 'VpnConnections', ResourceId);
    if (connection && isStatic(connection)) return staticBlocksOf(connection);
  }
  return learnedBlocks(before, id);
}

function learnedBlocks(snapshot: Snapshot, attachmentId: string): readonly Cidr[] {
  const texts = rowsOf(snapshot, 'TransitGatewayRouteTables')
    .flatMap(({ Routes = [] }) => Routes)
    .filter(
      ({ Type, TransitGatewayAttachments }) =>
        Type === 'propagated' &&
        TransitGatewayAttachments?.some((row) => row.TransitGatewayAttachmentId === attachmentId),
    )
    .flatMap(({ DestinationCidrBlock }) => DestinationCidrBlock ?? []);
  return [...new Set(texts)].map(documentBlock);
}

function compare(a: Cidr, b: Cidr): number {
  if (typeof a.base !== typeof b.base) return typeof a.base === 'number' ? -1 : 1;
  return a.base < b.base ? -1 : a.base > b.base ? 1 : a.length - b.length;
}
