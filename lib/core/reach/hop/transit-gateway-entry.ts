/** Into a transit gateway, by the attachment's subnet of one's own zone. */
import type { PacketSet } from '../../net/packet-set';
import type { AttachmentZone, TransitGateway, TransitGatewayAttachment } from '../../vpc/transit-gateway';
import type { Onward, Place } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { type Check, judge } from './judge';
import { passNetworkAcl } from './network-acl';
import { unavailable } from './transit-gateway';

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
  // Where its own zone has none, whoever waives that goes by the sender's own subnet, which the attachment would be given.
  const own = zone ?? (place.subnet ? { subnet: place.subnet } : zones?.values().next().value);
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
