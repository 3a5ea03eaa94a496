/**
 * Transit gateways: a router of their own between attachments, one zone at a time.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
import type { Address } from '../net/address';
import type {
  AttachmentZone,
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
  VpcAttachment,
} from '../vpc/transit-gateway';
import { PrefixIndex } from './prefix-index';
import type { Rule } from './rule';

const PAGE = 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html';
const ATTACHMENTS = 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html';
const CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html';

export const TGW_CARRIES: Rule = {
  id: 'tgw.carries',
  says: 'A transit gateway takes what a VPC attachment brings in and hands it to the attachment that its route table names.',
  standing: 'documented',
  source: PAGE,
};

export const TGW_NOT_ATTACHED: Rule = {
  id: 'tgw.not-attached',
  says: 'A transit gateway carries traffic only between attachments that are available.',
  standing: 'documented',
  source: ATTACHMENTS,
};

export const TGW_ZONE: Rule = {
  id: 'tgw.zone',
  says: 'Only subnets in Availability Zones where the VPC attachment has a subnet can reach the transit gateway.',
  standing: 'documented',
  source: ATTACHMENTS,
};

export const TGW_NO_ASSOCIATION: Rule = {
  id: 'tgw.no-association',
  says: 'What enters by an attachment that is associated with no route table is dropped.',
  standing: 'documented',
  source: CODES,
};

export const TGW_LONGEST_PREFIX: Rule = {
  id: 'tgw.longest-prefix',
  says: 'A transit gateway route table picks the longest prefix; on one block a static route beats a propagated one.',
  standing: 'documented',
  source: PAGE,
};

export const TGW_NO_ROUTE: Rule = {
  id: 'tgw.no-route',
  says: 'A packet for which the associated transit gateway route table has no route is dropped.',
  standing: 'documented',
  source: PAGE,
};

export const TGW_BLACKHOLE: Rule = {
  id: 'tgw.blackhole',
  says: 'A transit gateway route whose state is blackhole drops what matches it.',
  standing: 'documented',
  source: PAGE,
};

export const TGW_KEEPS_ZONE: Rule = {
  id: 'tgw.keeps-zone',
  says: 'A transit gateway keeps traffic in the zone it came from where the other attachment has a subnet there, and picks any of its zones otherwise.',
  standing: 'documented',
  source: PAGE,
};

export const TGW_APPLIANCE_MODE: Rule = {
  id: 'tgw.appliance-mode',
  says: 'An attachment in appliance mode sends both directions of a flow through one and the same zone.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html',
};

export const TGW_ACL_OWN_SUBNET: Rule = {
  id: 'tgw.acl-own-subnet',
  says: 'Between an instance and an attachment in the same subnet, the network ACL judges both ways on the way in to the gateway and neither way on the way out.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html',
};

export const TGW_INTERFACE_RECORDS: Rule = {
  id: 'tgw.interface-records',
  says: "A network ACL that refuses a packet at an attachment's subnet leaves its REJECT at the transit gateway's interface there.",
  standing: 'inferred',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-records-examples.html',
};

export type TransitGatewayEntry =
  | { readonly allowed: true; readonly zone: AttachmentZone; readonly rule: Rule }
  | { readonly allowed: false; readonly rule: Rule };

/** From a subnet in `zone` into the gateway by the VPC's attachment, if it has one. */
export function enterTransitGateway(
  gateway: TransitGateway,
  attachment: TransitGatewayAttachment | undefined,
  zone: string,
): TransitGatewayEntry {
  if (!gateway.isAvailable || !attachment?.isAvailable || attachment.resource.kind !== 'vpc')
    return { allowed: false, rule: TGW_NOT_ATTACHED };
  const own = attachment.resource.zones.get(zone);
  return own ? { allowed: true, zone: own, rule: TGW_CARRIES } : { allowed: false, rule: TGW_ZONE };
}

/** The table that an attachment is associated with judges what enters by it, and no other. */
export function tableOf(
  _gateway: TransitGateway,
  { routeTable }: TransitGatewayAttachment,
): TransitGatewayRouteTable | undefined {
  return routeTable;
}

export type TransitGatewayRouteDecision =
  | { readonly outcome: 'forward' | 'blackhole'; readonly route: TransitGatewayRoute; readonly rule: Rule }
  | { readonly outcome: 'no-route'; readonly rule: Rule };

const NO_ROUTE: TransitGatewayRouteDecision = { outcome: 'no-route', rule: TGW_NO_ROUTE };

export function evaluateTransitGatewayRouteTable(
  table: TransitGatewayRouteTable,
  destination: Address,
): TransitGatewayRouteDecision {
  return rankedRoutes(table).longest(destination) ?? NO_ROUTE;
}

/** Tables never change, so each is put in order once. */
const RANKED = new WeakMap<TransitGatewayRouteTable, PrefixIndex<TransitGatewayRouteDecision>>();

function rankedRoutes(table: TransitGatewayRouteTable): PrefixIndex<TransitGatewayRouteDecision> {
  const known = RANKED.get(table);
  if (known) return known;
  const ranked = [...table.routes].sort((a, b) => rank(a) - rank(b));
  const index = new PrefixIndex(
    ranked.map((route) => ({ cidr: route.destination, value: decisionFor(route) })),
  );
  RANKED.set(table, index);
  return index;
}

function decisionFor(route: TransitGatewayRoute): TransitGatewayRouteDecision {
  return route.isBlackhole
    ? { outcome: 'blackhole', route, rule: TGW_BLACKHOLE }
    : { outcome: 'forward', route, rule: TGW_LONGEST_PREFIX };
}

/** After the prefix: static, then a prefix list's, then propagated by what it leads to, in AWS's order. */
const PROPAGATED = [
  'vpc',
  'direct-connect-gateway',
  'connect',
  'vpn',
  'vpn-concentrator',
  'client-vpn',
  'peering',
];

function rank({ type, prefixListId, resourceType }: TransitGatewayRoute): number {
  if (type === 'static') return prefixListId === undefined ? 0 : 1;
  const place = PROPAGATED.indexOf(resourceType);
  return 2 + (place < 0 ? PROPAGATED.length : place);
}

export interface ZoneChoice {
  readonly zone: string;
  /** Whether the rest of the flow, either way, is held to this zone. */
  readonly pins: boolean;
  readonly rule: Rule;
}

/**
 * The zone by which a packet leaves the gateway towards a VPC. `from` is the zone it came from, `pinned` gives the one that the
 * flow is held to, `spread` a number that stands for the flow: asked only where they matter.
 */
export function chooseZone(
  { zones, applianceMode }: VpcAttachment,
  from: string,
  pinned: () => string | undefined,
  spread: () => number,
): ZoneChoice | undefined {
  const nearest = zones.has(from) ? from : [...zones.keys()][spread() % zones.size];
  if (nearest === undefined) return undefined;
  if (!applianceMode) return { zone: nearest, pins: false, rule: TGW_KEEPS_ZONE };
  const held = pinned();
  const zone = held !== undefined && zones.has(held) ? held : nearest;
  return { zone, pins: true, rule: TGW_APPLIANCE_MODE };
}
