/** What a real account lets one look at: the kinds of evidence, and what each costs. */

/** In the order in which they are offered, with the price of one look. The prices are ours; the analyzer costs money in reality. */
export const PRICES = {
  'flow-log-query': 1,
  'route-table': 1,
  'security-group': 1,
  'network-acl': 1,
  instance: 1,
  'network-interface': 1,
  'internet-gateway': 1,
  'egress-only-internet-gateway': 1,
  'nat-gateway': 1,
  'vpn-gateway': 1,
  'vpn-connection': 1,
  'vpc-peering-connection': 1,
  'transit-gateway': 1,
  'transit-gateway-route-table': 1,
  'vpc-endpoint': 1,
  'prefix-list': 1,
  vpc: 1,
  'block-public-access': 1,
  'flow-log': 1,
  'connection-test': 2,
  'reachability-analyzer': 3,
} as const;

export type OfferKind = keyof typeof PRICES;
export const OFFER_KINDS = Object.keys(PRICES) as readonly OfferKind[];

/** Ticket and drawing are no offers: they lie open, and cost nothing. */
export interface Offer {
  /** `route-table:rtb-0a…`: the same for as long as the case is. */
  readonly id: string;
  readonly kind: OfferKind;
  /** What is looked at: an id of AWS's; for a test the host that makes it, for the analyzer the end that it starts from. */
  readonly component: string;
  /** Its name, where it has one. */
  readonly title: string;
  /** 0: it lies on the table. */
  readonly price: number;
}

export function offer(kind: OfferKind, component: string, title = component): Offer {
  return { id: `${kind}:${component}`, kind, component, title, price: PRICES[kind] };
}
