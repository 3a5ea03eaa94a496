/** Through a transit gateway: into it by the attachment's subnet of one's own zone, along its route table, and out again. */
import type { PacketSet } from '../../net/packet-set';
import { zoneOf } from '../../vpc/subnet';
import type {
  AttachmentZone,
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
  VpcAttachment,
} from '../../vpc/transit-gateway';
import { narrow, packetsOf } from '../flow';
import { endsOf } from '../leg';
import { type Motion, type Onward, type Place, placeOf } from '../motion';
import type { Obstacle } from '../obstacle';
import { missed, taking } from '../routes';
import type { Search } from '../search';
import type { Way } from '../way';
import { passNetworkAcl } from './filters';
import { type Check, judge } from './judge';
import { ownersOf } from './owners';
import { transitRouteObstacle } from './transit-route-obstacle';

type InGateway = Extract<Motion, { to: 'transit-gateway' }>;
type OutOfGateway = Extract<Motion, { to: 'attachment' }>;

export function routeToTransitGateway(search: Search, way: Way, id: string, place: Place): readonly Onward[] {
  const gateway = search.network.transitGateways.get(id);
  // A gateway that another account shares, and the document does not show.
  if (!gateway) return [{ way, motion: { to: 'unseen', component: id } }];
  const attachment = [...gateway.attachments.values()].find(
    ({ resource }) => resource.kind === 'vpc' && resource.vpcId === place.vpc.id,
  );
  const zones = attachment?.resource.kind === 'vpc' ? attachment.resource.zones : undefined;
  const zone = zones?.get(place.zone);
  const entered = judge(search, way, {
    component: attachment?.id ?? id,
    kind: 'transit-gateway',
    at: { transitGatewayId: id, vpcId: place.vpc.id },
    checks: entryChecks(search, gateway, attachment, place, zone),
  });
  if (!entered || !attachment) return [];
  // Where its own zone has none, whoever waives that goes by another's.
  const own = zone ?? zones?.values().next().value;
  // Also where the sender sits in that very subnet, and its own network ACL has been asked about the way out.
  const bordered = own && passNetworkAcl(search, entered, own.subnet, 'ingress');
  if (!bordered) return [];
  return [
    {
      way: { ...bordered, leftBy: undefined },
      motion: { to: 'transit-gateway', gateway, attachment, zone: place.zone },
    },
  ];
}

function entryChecks(
  { space }: Search,
  gateway: TransitGateway,
  attachment: TransitGatewayAttachment | undefined,
  { vpc, routeTable, subnet, zone: zoneId }: Place,
  zone: AttachmentZone | undefined,
): readonly Check[] {
  const either = (works: boolean): PacketSet => (works ? space.everything : space.nothing);
  return [
    { accepts: either(attachment !== undefined) },
    {
      accepts: either(gateway.isAvailable),
      obstacle: () => ({
        key: `state ${gateway.id}`,
        code: 'BAD_STATE',
        facts: { Component: gateway.id, State: 'unavailable' },
      }),
    },
    {
      accepts: either(attachment?.isAvailable ?? false),
      obstacle: () => attachment && unavailable(attachment, vpc.id),
    },
    {
      accepts: either(zone !== undefined),
      obstacle: () => ({
        key: `tgw-zone ${gateway.id} ${zoneId} ${vpc.id}`,
        code: 'TGW_ROUTE_AZ_RESTRICTION',
        facts: {
          TransitGateway: gateway.id,
          ...(attachment && { TransitGatewayAttachment: attachment.id }),
          RouteTable: routeTable.id,
          AvailabilityZones: [subnet?.availabilityZone ?? zoneId],
          AvailabilityZoneIds: [zoneId],
        },
        ...(attachment &&
          subnet && {
            repair: [
              {
                Service: 'ec2',
                Action: 'ModifyTransitGatewayVpcAttachment',
                TransitGatewayAttachmentId: attachment.id,
                AddSubnetIds: [subnet.id],
              },
            ],
          }),
      }),
    },
  ];
}

function unavailable({ id }: TransitGatewayAttachment, attachedTo: string): Obstacle {
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
  const flow = narrow(way.flow, space.everything.subtract(carried));
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
        accepts: space.everything.subtract(reason.packets),
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

/** On for the gateway and for both attachments, it shows the receiver which groups the sender has. */
function keepsGroups(
  { securityGroupReferencing }: TransitGateway,
  from: TransitGatewayAttachment | undefined,
  to: VpcAttachment,
): boolean {
  const { resource } = from ?? {};
  const isOn = resource?.kind === 'vpc' && resource.securityGroupReferencing && to.securityGroupReferencing;
  return securityGroupReferencing && isOn;
}

/** Out of the gateway by an attachment. */
export function leaveTransitGateway(
  search: Search,
  way: Way,
  { gateway, attachment, zone, from }: OutOfGateway,
): readonly Onward[] {
  const { resource } = attachment;
  switch (resource.kind) {
    case 'vpc': {
      const keeps = keepsGroups(gateway, from, resource);
      const known = keeps ? way : { ...way, identityLostAt: attachment.id };
      return intoVpc(search, { ...known, leftBy: undefined }, gateway, attachment, resource, zone);
    }
    case 'vpn': {
      const onward = noteLeaving(search, way, gateway, attachment);
      const link = search.links.find(({ id }) => id === resource.vpnConnectionId);
      if (!onward) return [];
      if (!link) return [{ way: onward, motion: { to: 'unseen', component: attachment.id } }];
      return [{ way: onward, motion: { to: 'premises', link, gatewayId: undefined } }];
    }
    case 'direct-connect-gateway': {
      const onward = noteLeaving(search, way, gateway, attachment);
      const link = search.links.find(
        ({ directConnectGatewayId }) => directConnectGatewayId === resource.directConnectGatewayId,
      );
      if (!onward) return [];
      if (!link) return [{ way: onward, motion: { to: 'unseen', component: attachment.id } }];
      return [{ way: onward, motion: { to: 'premises', link, gatewayId: undefined } }];
    }
    case 'peering': {
      const onward = noteLeaving(search, way, gateway, attachment);
      const far = search.network.transitGateways.get(resource.transitGatewayId);
      const entry = far?.attachments.get(attachment.id);
      if (!onward) return [];
      const lost = { ...onward, identityLostAt: attachment.id };
      if (!far || !entry) return [{ way: lost, motion: { to: 'unseen', component: attachment.id } }];
      return [{ way: lost, motion: { to: 'transit-gateway', gateway: far, attachment: entry, zone } }];
    }
    case 'not-modelled':
      return [{ way, motion: { to: 'unseen', component: attachment.id } }];
  }
}

function noteLeaving(
  search: Search,
  way: Way,
  gateway: TransitGateway,
  { id }: TransitGatewayAttachment,
  checks: readonly Check[] = [],
): Way | undefined {
  return judge(search, way, {
    component: id,
    kind: 'transit-gateway',
    at: { transitGatewayId: gateway.id },
    checks,
  });
}

/** Into a VPC by one of the attachment's subnets, whose own route table says where to go on. */
function intoVpc(
  search: Search,
  way: Way,
  gateway: TransitGateway,
  attachment: TransitGatewayAttachment,
  resource: VpcAttachment,
  from: string,
): readonly Onward[] {
  if (resource.zones.size === 0) return [{ way, motion: { to: 'unseen', component: attachment.id } }];
  return zoneChoices(search, way, attachment, resource, from).flatMap(({ zone, checks }) => {
    const noted = noteLeaving(search, way, gateway, attachment, checks);
    if (!noted) return [];
    const pinned = resource.applianceMode
      ? { ...noted, zones: new Map([...noted.zones, [attachment.id, zoneOf(zone.subnet)]]) }
      : noted;
    return leaveZone(search, pinned, gateway, attachment, zone);
  });
}

interface ZoneChoice {
  readonly zone: AttachmentZone;
  readonly checks: readonly Check[];
}

/**
 * The zone that packets came from where the attachment has it, else any; in appliance mode the one that the flow took
 * before. The others only for whoever waives that.
 */
function zoneChoices(
  search: Search,
  way: Way,
  { id }: TransitGatewayAttachment,
  { zones, applianceMode }: VpcAttachment,
  from: string,
): readonly ZoneChoice[] {
  const pinned = applianceMode ? way.zones.get(id) : undefined;
  const own = zones.get(pinned ?? from) ?? zones.get(from);
  if (!own) return [...zones.values()].map((zone) => ({ zone, checks: [] }));
  const others = search.waiving ? [...zones.values()].filter((zone) => zone !== own) : [];
  return [
    { zone: own, checks: [] },
    ...others.map((zone) => ({
      zone,
      checks: [
        {
          accepts: search.space.nothing,
          obstacle: (): Obstacle => ({
            key: `tgw-attachment-zone ${id} ${zoneOf(zone.subnet)}`,
            code: 'TGW_ATTACH_VPC_AZ_RESTRICTION',
            facts: {
              TransitGatewayAttachment: id,
              ...(own.networkInterface && { NetworkInterface: own.networkInterface.id }),
              AvailabilityZones: [own.subnet.availabilityZone],
              AvailabilityZoneIds: [own.subnet.availabilityZoneId],
            },
          }),
        },
      ],
    })),
  ];
}

/** Between an instance and an attachment in one subnet the network ACL judges neither way on the way out. */
function leaveZone(
  search: Search,
  way: Way,
  gateway: TransitGateway,
  attachment: TransitGatewayAttachment,
  { subnet }: AttachmentZone,
): readonly Onward[] {
  const { space } = search;
  const { to } = endsOf(way.leg);
  const inside = search.within(to, subnet.cidrs);
  const owners = ownersOf(search, way, subnet.vpc.id);
  const owned = space.union(owners.map(({ packets }) => packets)).intersect(inside);
  const neighbours = owners.flatMap(({ station, packets }): readonly Onward[] => {
    const flow = narrow(way.flow, packets.intersect(owned));
    const noted = flow.length > 0 ? noteLeaving(search, { ...way, flow }, gateway, attachment) : undefined;
    return noted ? [{ way: noted, motion: { to: 'interface-in', station, crossesBorder: false } }] : [];
  });
  const flow = narrow(way.flow, space.everything.subtract(owned));
  const bordered = flow.length > 0 ? passNetworkAcl(search, { ...way, flow }, subnet, 'egress') : undefined;
  return bordered
    ? [...neighbours, { way: bordered, motion: { to: 'router', place: placeOf(subnet) } }]
    : neighbours;
}
