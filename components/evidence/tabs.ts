/** The drawer's tabs: which kinds of evidence stand together. Pure. */
import type { Offer, OfferKind } from '@/lib/core/quiz/evidence/offer';
import type { IconName } from '../ui/icon';

export interface DrawerTab {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly kinds: readonly OfferKind[];
}

export const TABS: readonly DrawerTab[] = [
  { id: 'flow-logs', label: 'Flow logs', icon: 'log', kinds: ['flow-log-query', 'flow-log'] },
  {
    id: 'route-tables',
    label: 'Route tables',
    icon: 'fork',
    kinds: ['route-table', 'transit-gateway-route-table', 'prefix-list'],
  },
  { id: 'security-groups', label: 'Security groups', icon: 'lock', kinds: ['security-group'] },
  { id: 'network-acls', label: 'Network ACLs', icon: 'fence', kinds: ['network-acl'] },
  { id: 'instances', label: 'Instances', icon: 'server', kinds: ['instance', 'network-interface'] },
  {
    id: 'gateways',
    label: 'Gateways',
    icon: 'gateway',
    kinds: [
      'internet-gateway',
      'egress-only-internet-gateway',
      'nat-gateway',
      'vpn-gateway',
      'vpn-connection',
      'vpc-peering-connection',
      'transit-gateway',
      'vpc-endpoint',
    ],
  },
  { id: 'vpc', label: 'VPC', icon: 'hub', kinds: ['vpc', 'block-public-access'] },
  { id: 'analyzer', label: 'Reachability Analyzer', icon: 'path', kinds: ['reachability-analyzer'] },
  { id: 'tests', label: 'Connection test', icon: 'plug', kinds: ['connection-test'] },
];

export const KIND_TITLES: Readonly<Record<OfferKind, string>> = {
  'flow-log-query': 'Records of',
  'flow-log': 'Settings of',
  'route-table': 'Route table',
  'transit-gateway-route-table': 'Transit gateway route table',
  'prefix-list': 'Prefix list',
  'security-group': 'Security group',
  'network-acl': 'Network ACL',
  instance: 'Instance',
  'network-interface': 'Network interface',
  'internet-gateway': 'Internet gateway',
  'egress-only-internet-gateway': 'Egress-only internet gateway',
  'nat-gateway': 'NAT gateway',
  'vpn-gateway': 'Virtual private gateway',
  'vpn-connection': 'VPN connection',
  'vpc-peering-connection': 'Peering connection',
  'transit-gateway': 'Transit gateway',
  'vpc-endpoint': 'Endpoint',
  vpc: 'VPC',
  'block-public-access': 'Block Public Access',
  'connection-test': 'Test from',
  'reachability-analyzer': 'Path from',
};

export interface FilledTab extends DrawerTab {
  readonly offers: readonly Offer[];
}

/** Only those that have something to open. */
export function tabsOf(offers: readonly Offer[]): readonly FilledTab[] {
  return TABS.map((tab) => ({
    ...tab,
    offers: offers.filter(({ kind }) => tab.kinds.includes(kind)),
  })).filter((tab) => tab.offers.length > 0);
}

export function tabOf(offer: Offer): string {
  return TABS.find(({ kinds }) => kinds.includes(offer.kind))?.id ?? '';
}
