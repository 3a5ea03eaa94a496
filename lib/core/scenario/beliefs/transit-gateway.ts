/** What people wrongly believe of transit gateways. */
import {
  chooseZone,
  enterTransitGateway,
  TGW_APPLIANCE_MODE,
  TGW_KEEPS_ZONE,
  TGW_NO_ASSOCIATION,
  TGW_NO_ROUTE,
  TGW_ZONE,
} from '../../rules/transit-gateway';
import type {
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayRoute,
} from '../../vpc/transit-gateway';
import { wrongLaw } from '../belief';

export const attachedMeansConnected = wrongLaw({
  id: 'attached-means-connected',
  says: 'VPCs attached to one transit gateway reach each other; its route tables need nothing more.',
  truth:
    'What enters by an attachment goes where the associated route table leads, and is dropped without one.',
  rules: [TGW_NO_ROUTE, TGW_NO_ASSOCIATION],
  laws: () => ({
    transitGatewayTableOf: (gateway, { routeTable }) => ({
      id: routeTable?.id ?? gateway.id,
      transitGatewayId: gateway.id,
      routes: [...gateway.attachments.values()].flatMap(blocksOf).concat(beyondVpcs(gateway)),
    }),
  }),
});

export const transitGatewayServesEveryZone = wrongLaw({
  id: 'transit-gateway-serves-every-zone',
  says: 'One subnet in an attachment is enough for every subnet of the VPC to use the transit gateway.',
  truth: 'Only subnets in zones where the attachment has a subnet reach the transit gateway.',
  rules: [TGW_ZONE],
  laws: (believed) => ({
    enterTransitGateway(gateway, attachment, zone) {
      const entry = enterTransitGateway(gateway, attachment, zone);
      if (entry.rule !== TGW_ZONE || attachment?.resource.kind !== 'vpc') return entry;
      const [anyZone] = attachment.resource.zones.values();
      return anyZone ? { allowed: true, zone: anyZone, rule: believed } : entry;
    },
  }),
});

export const transitGatewayKeepsFlowsTogether = wrongLaw({
  id: 'transit-gateway-keeps-flows-together',
  says: 'A transit gateway sends both directions of a flow through the same zone.',
  truth:
    'Only an attachment in appliance mode holds a flow to one zone: otherwise each direction keeps the zone that it comes from.',
  rules: [TGW_KEEPS_ZONE, TGW_APPLIANCE_MODE],
  laws: (believed) => ({
    transitGatewayZone(attachment, from, pinned, spread) {
      const choice = chooseZone(attachment, from, pinned, spread);
      const held = chooseZone({ ...attachment, applianceMode: true }, from, pinned, spread);
      return held && { ...held, rule: held.zone === choice?.zone ? choice.rule : believed };
    },
  }),
});

/** Every block of an attached VPC, as if all of them were propagated everywhere. */
function blocksOf({ id, isAvailable, resource }: TransitGatewayAttachment): readonly TransitGatewayRoute[] {
  if (!isAvailable || resource.kind !== 'vpc') return [];
  return (resource.vpc?.cidrs ?? []).map((destination) => ({
    destination,
    type: 'propagated',
    isBlackhole: false,
    attachmentIds: [id],
    resourceType: 'vpc',
  }));
}

/** What lies behind VPNs and other gateways is known from the route tables alone. */
function beyondVpcs({ routeTables }: TransitGateway): readonly TransitGatewayRoute[] {
  return [...routeTables.values()]
    .flatMap(({ routes }) => routes)
    .filter(({ resourceType, isBlackhole }) => resourceType !== 'vpc' && !isBlackhole);
}
