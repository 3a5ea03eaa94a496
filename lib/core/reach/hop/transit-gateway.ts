/** In a transit gateway, from one attachment to another along a route table. */
import type { PacketSet } from '../../net/packet-set';
import type {
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
} from '../../vpc/transit-gateway';
import type { Obstacle } from '../blockers/obstacle';
import { packetsOf, without } from '../flow';
import { endsOf } from '../leg';
import type { Motion, Onward } from '../motion';
import { missed, taking } from '../routes';
import type { Search } from '../search';
import type { Way } from '../way';
import { judge } from './judge';
import { transitRouteObstacle } from './transit-route-obstacle';

type InGateway = Extract<Motion, { to: 'transit-gateway' }>;

export function unavailable({ id }: TransitGatewayAttachment, attachedTo: string): Obstacle {
  return {
    key: `attachment ${id}`,
    code: 'BAD_STATE_ATTACHMENT',
    facts: { Component: id, AttachedTo: attachedTo, State: 'unavailable' },
  };
}

export function crossTransitGateway(search: Search, way: Way, motion: InGateway): readonly Onward[] {
  const { gateway } = motion;
  const entry = associated(search, way, motion);
  if (!entry) return [];
  const { routeTable } = entry;
  const { to } = endsOf(way.leg);
  const slices = taking(search.transitRoutes(routeTable, to), packetsOf(search.space, way.flow), to);
  const wanted = wantedAttachments(search, entry.way, motion);
  const choices = new Map<string, TransitChoice>(
    wanted.map((next) => [next.id, { next, rules: [], isWanted: true }]),
  );
  for (const slice of slices) {
    if (slice.rule.isBlackhole) continue;
    for (const next of nextAttachments(gateway, slice.rule)) {
      const known = choices.get(next.id);
      if (known) known.rules.push(slice);
      else choices.set(next.id, { next, rules: [slice], isWanted: false });
    }
  }
  const onwards = [...choices.values()].flatMap((choice) =>
    follow(search, entry.way, motion, routeTable, choice),
  );
  drop(search, entry.way, routeTable, [...choices.values()]);
  return onwards;
}

/** What no route carries ends here; only whoever watches hears of it. */
function drop(
  search: Search,
  way: Way,
  { id }: TransitGatewayRouteTable,
  choices: readonly TransitChoice[],
): void {
  if (!search.observe) return;
  const { space } = search;
  const carried = space.union(choices.flatMap(({ rules }) => rules.map(({ effective }) => effective)));
  const flow = without(way.flow, carried);
  if (flow.length === 0) return;
  judge(
    { ...search, waiving: undefined },
    { ...way, flow },
    { component: id, kind: 'transit-gateway-route-table', checks: [{ accepts: space.nothing }] },
  );
}

/** The table that judges what enters here; without one, whoever waives that is judged by the gateway's first. */
function associated(
  search: Search,
  way: Way,
  { gateway, attachment }: InGateway,
): { readonly way: Way; readonly routeTable: TransitGatewayRouteTable } | undefined {
  if (!gateway.isAvailable || !attachment.isAvailable) {
    judge(search, way, {
      component: attachment.id,
      kind: 'transit-gateway',
      at: { transitGatewayId: gateway.id },
      checks: [{ accepts: search.space.nothing }],
    });
    return undefined;
  }
  if (attachment.routeTable) return { way, routeTable: attachment.routeTable };
  const routeTable: TransitGatewayRouteTable | undefined = gateway.routeTables.values().next().value;
  const waived = judge(search, way, {
    component: attachment.id,
    kind: 'transit-gateway',
    at: { transitGatewayId: gateway.id },
    checks: [
      {
        accepts: search.space.nothing,
        obstacle: () => routeTable && notAssociated(gateway.id, attachment.id, routeTable.id),
      },
    ],
  });
  return waived && routeTable ? { way: waived, routeTable } : undefined;
}

function notAssociated(gatewayId: string, attachmentId: string, tableId: string): Obstacle {
  return {
    key: `association ${attachmentId}`,
    code: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
    facts: { TransitGatewayAttachment: attachmentId, TransitGateway: gatewayId },
    repair: [
      {
        Service: 'ec2',
        Action: 'AssociateTransitGatewayRouteTable',
        TransitGatewayRouteTableId: tableId,
        TransitGatewayAttachmentId: attachmentId,
      },
    ],
  };
}

interface TransitChoice {
  readonly next: TransitGatewayAttachment;
  readonly rules: { readonly rule: TransitGatewayRoute; readonly effective: PacketSet }[];
  readonly isWanted: boolean;
}

/** Several of equal cost share the packets; one of them that is down stands for why, where all are. */
function nextAttachments(
  { attachments }: TransitGateway,
  { attachmentIds }: TransitGatewayRoute,
): readonly TransitGatewayAttachment[] {
  const known = attachmentIds.flatMap((id) => attachments.get(id) ?? []);
  const usable = known.filter(({ isAvailable }) => isAvailable);
  return usable.length > 0 ? usable : known.slice(0, 1);
}

function wantedAttachments(
  search: Search,
  way: Way,
  { gateway, attachment }: InGateway,
): readonly TransitGatewayAttachment[] {
  const { waiving } = search;
  if (!waiving) return [];
  const { node } = waiving.aimOf(way);
  const leading = node === gateway.id ? [] : waiving.itinerary.towards(gateway.id, node);
  return [...gateway.attachments.values()].filter(
    (one) => one !== attachment && leading.includes(one.id) && !search.shuns.has(one.id),
  );
}

function follow(
  search: Search,
  way: Way,
  { gateway, attachment, zone }: InGateway,
  routeTable: TransitGatewayRouteTable,
  { next, rules, isWanted }: TransitChoice,
): readonly Onward[] {
  const { space } = search;
  const { to } = endsOf(way.leg);
  const reasons = isWanted
    ? missed(
        space,
        search.transitRoutes(routeTable, to),
        packetsOf(space, way.flow),
        to,
        (route) => route.attachmentIds.includes(next.id),
        (route) => !route.isBlackhole,
      )
    : [];
  const checks = isWanted
    ? reasons.map((reason) => ({
        refuses: reason.packets,
        obstacle: (refused: PacketSet) =>
          transitRouteObstacle(search, way, routeTable, next, reason, refused),
      }))
    : [{ accepts: space.union(rules.map(({ effective }) => effective)) }];
  const routed = judge(search, way, {
    component: routeTable.id,
    kind: 'transit-gateway-route-table',
    at: { transitGatewayId: gateway.id },
    decidedBy: { kind: 'transit-gateway-route-table', rules },
    checks,
  });
  const available = routed && isUsable(search, routed, next);
  return available
    ? [{ way: available, motion: { to: 'attachment', gateway, attachment: next, zone, from: attachment } }]
    : [];
}

function isUsable(search: Search, way: Way, next: TransitGatewayAttachment): Way | undefined {
  if (next.isAvailable) return way;
  return judge(search, way, {
    component: next.id,
    kind: 'transit-gateway',
    checks: [{ accepts: search.space.nothing, obstacle: () => unavailable(next, next.transitGatewayId) }],
  });
}
