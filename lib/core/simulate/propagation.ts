/**
 * Routes that BGP brings: what the premises advertise over a connection that is up stands in every route table that takes
 * it over. https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-vgw
 */
import type { RouteRow, RouteTableRow } from '../ec2/schema/route-table';
import type { Snapshot } from '../ec2/schema/snapshot';
import type { TransitGatewayRouteRow, TransitGatewayRouteTableRow } from '../ec2/schema/transit-gateway';
import { type BgpSource, bgpSourcesOf } from './bgp-source';
import type { World } from './world';

/** A world without described Premises keeps the propagated rows that its document has. */
export function withBgpRoutes(world: World): World {
  const { Premises = [], Snapshot } = world;
  const sources = Premises.some(({ Advertises }) => Advertises) ? bgpSourcesOf(Premises, Snapshot) : [];
  if (sources.length === 0) return world;
  const { RouteTables, TransitGatewayRouteTables } = Snapshot;
  const learned = learnedBy(Snapshot, sources);
  const attached = attachedSources(Snapshot, sources);
  return {
    ...world,
    Snapshot: {
      ...Snapshot,
      ...(RouteTables && { RouteTables: RouteTables.map((table) => withLearned(table, learned)) }),
      ...(TransitGatewayRouteTables && {
        TransitGatewayRouteTables: TransitGatewayRouteTables.map((table) => withAttached(table, attached)),
      }),
    },
  };
}

/** What a virtual private gateway knows from elsewhere than its own VPC. */
interface Learned {
  readonly vpcIds: ReadonlySet<string>;
  /** By BGP. */
  readonly blocks: ReadonlySet<string>;
  /** From static VPN routes, which are propagated too, and are the business of API calls. */
  readonly written: ReadonlySet<string>;
}

/** By id, of the gateways at which a BGP session ends. */
function learnedBy(snapshot: Snapshot, sources: readonly BgpSource[]): ReadonlyMap<string, Learned> {
  const vpcIds = new Map(
    (snapshot.VpnGateways ?? []).map(({ VpnGatewayId, VpcAttachments = [] }) => [
      VpnGatewayId,
      new Set(
        VpcAttachments.filter(({ State = 'attached' }) => State === 'attached').map(({ VpcId }) => VpcId),
      ),
    ]),
  );
  const written = setsBy(
    (snapshot.VpnConnections ?? []).flatMap(({ VpnGatewayId, Routes = [] }) =>
      Routes.map(({ DestinationCidrBlock }) => [VpnGatewayId ?? '', DestinationCidrBlock] as const),
    ),
  );
  const blocks = setsBy(
    sources.flatMap((source) =>
      source.vpnGatewayIds.flatMap((id) => source.blocks.map((block) => [id, block] as const)),
    ),
  );
  return new Map(
    sources
      .flatMap(({ vpnGatewayIds }) => vpnGatewayIds)
      .map((id) => [
        id,
        {
          vpcIds: vpcIds.get(id) ?? NONE,
          blocks: blocks.get(id) ?? NONE,
          written: written.get(id) ?? NONE,
        },
      ]),
  );
}

const NONE: ReadonlySet<string> = new Set();

function setsBy(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const [key, value] of pairs) {
    const set = sets.get(key);
    if (set) set.add(value);
    else sets.set(key, new Set([value]));
  }
  return sets;
}

function withLearned(table: RouteTableRow, learned: ReadonlyMap<string, Learned>): RouteTableRow {
  const ours = new Map(
    (table.PropagatingVgws ?? []).flatMap(({ GatewayId }) => {
      const found = learned.get(GatewayId);
      return found ? [[GatewayId, found] as const] : [];
    }),
  );
  if (ours.size === 0) return table;
  const kept = (table.Routes ?? []).filter(({ Origin, GatewayId = '', ...row }) => {
    const gateway = ours.get(GatewayId);
    if (!gateway || Origin !== 'EnableVgwRoutePropagation') return true;
    return gateway.written.has(row.DestinationCidrBlock ?? row.DestinationIpv6CidrBlock ?? '');
  });
  const brought = [...ours].flatMap(([GatewayId, { vpcIds, blocks, written }]) =>
    (vpcIds.has(table.VpcId) ? [...blocks] : [])
      .filter((block) => !written.has(block))
      .map((block) => propagated(block, GatewayId)),
  );
  return { ...table, Routes: [...kept, ...brought] };
}

function propagated(block: string, GatewayId: string): RouteRow {
  const key = block.includes(':') ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock';
  return { [key]: block, GatewayId, Origin: 'EnableVgwRoutePropagation', State: 'active' };
}

interface Attached {
  readonly type: string;
  readonly resourceId: string;
  readonly blocks: Set<string>;
}

/** Attachment id -> what BGP brings there; several virtual interfaces may end at one Direct Connect gateway. */
function attachedSources(
  { TransitGatewayAttachments = [] }: Snapshot,
  sources: readonly BgpSource[],
): ReadonlyMap<string, Attached> {
  const byResource = new Map<string, Set<string>>();
  for (const { resourceId, blocks } of sources) {
    if (resourceId === undefined) continue;
    const set = byResource.get(resourceId) ?? new Set<string>();
    for (const block of blocks) set.add(block);
    byResource.set(resourceId, set);
  }
  return new Map(
    TransitGatewayAttachments.flatMap(({ TransitGatewayAttachmentId: id, ResourceType, ResourceId = '' }) => {
      const blocks = byResource.get(ResourceId);
      return blocks ? [[id, { type: ResourceType, resourceId: ResourceId, blocks }] as const] : [];
    }),
  );
}

function withAttached(
  table: TransitGatewayRouteTableRow,
  attached: ReadonlyMap<string, Attached>,
): TransitGatewayRouteTableRow {
  const ours = (table.Propagations ?? [])
    .filter(({ State = 'enabled' }) => State === 'enabled')
    .flatMap(({ TransitGatewayAttachmentId: id }) => {
      const found = attached.get(id);
      return found ? [{ id, ...found }] : [];
    });
  if (ours.length === 0) return table;
  const ids = new Set(ours.map(({ id }) => id));
  const kept = (table.Routes ?? []).filter(
    ({ Type, TransitGatewayAttachments = [] }) =>
      Type !== 'propagated' ||
      !TransitGatewayAttachments.some(({ TransitGatewayAttachmentId }) =>
        ids.has(TransitGatewayAttachmentId),
      ),
  );
  const brought = ours.flatMap(({ id, type, resourceId, blocks }) =>
    [...blocks].map(
      (DestinationCidrBlock): TransitGatewayRouteRow => ({
        DestinationCidrBlock,
        TransitGatewayAttachments: [
          { TransitGatewayAttachmentId: id, ResourceType: type, ResourceId: resourceId },
        ],
        Type: 'propagated',
        State: 'active',
      }),
    ),
  );
  return { ...table, Routes: [...kept, ...brought] };
}
