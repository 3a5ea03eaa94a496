/** What a piece of evidence is called where it stands among others. */
import { code, type Prose, prose, strong } from '../explain/prose';
import type { Offer, OfferKind } from './evidence/offer';

const PAGES: Readonly<Partial<Record<OfferKind, string>>> = {
  'route-table': 'route table',
  'security-group': 'security group',
  'network-acl': 'network ACL',
  instance: 'instance',
  'network-interface': 'network interface',
  'internet-gateway': 'internet gateway',
  'egress-only-internet-gateway': 'egress-only internet gateway',
  'nat-gateway': 'NAT gateway',
  'vpn-gateway': 'virtual private gateway',
  'vpn-connection': 'VPN connection',
  'vpc-peering-connection': 'peering connection',
  'transit-gateway': 'transit gateway',
  'transit-gateway-route-table': 'transit gateway route table',
  'vpc-endpoint': 'endpoint',
  'prefix-list': 'prefix list',
  vpc: 'VPC',
  'flow-log': 'flow log',
};

/** "The page of route table `rtb-0a…` (app)" */
export function offerTitle({ kind, component, title }: Offer): Prose {
  switch (kind) {
    case 'flow-log-query':
      return prose`The records of interface ${code(component)}${name(component, title)}`;
    case 'connection-test':
      return prose`A connection test from the host ${strong(component)}`;
    case 'reachability-analyzer':
      return prose`A run of Reachability Analyzer, ${title}`;
    case 'block-public-access':
      return prose`The page of VPC Block Public Access`;
    default:
      return prose`The page of ${PAGES[kind] ?? kind} ${code(component)}${name(component, title)}`;
  }
}

function name(component: string, title: string): string {
  return title === component ? '' : ` (${title})`;
}
