/** From a transit gateway into a VPC, by one of the attachment's subnets, whose own route table says where to go on. */
import { zoneOf } from '../../vpc/subnet';
import type {
  AttachmentZone,
  TransitGateway,
  TransitGatewayAttachment,
  VpcAttachment,
} from '../../vpc/transit-gateway';
import type { Obstacle } from '../blockers/obstacle';
import { narrow, without } from '../flow';
import { endsOf } from '../leg';
import { type Onward, placeOf } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { type Check, judge } from './judge';
import { passNetworkAcl } from './network-acl';
import { ownersOf } from './owners';

export function noteLeaving(
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
export function intoVpc(
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
  const flow = without(way.flow, owned);
  const bordered = flow.length > 0 ? passNetworkAcl(search, { ...way, flow }, subnet, 'egress') : undefined;
  return bordered
    ? [...neighbours, { way: bordered, motion: { to: 'router', place: placeOf(subnet) } }]
    : neighbours;
}
