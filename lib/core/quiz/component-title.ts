/** What a component is called where it stands among others: its kind, its id, and the name that somebody gave it. */
import { code, type Prose, prose } from '../explain/prose';
import type { FaultLayer } from '../scenario/layer';
import type { Network } from '../vpc/network';

/** By the prefix of the id, the longer one first. */
const KINDS: readonly (readonly [prefix: string, says: string])[] = [
  ['tgw-rtb', 'Transit gateway route table'],
  ['tgw-attach', 'Transit gateway attachment'],
  ['tgw', 'Transit gateway'],
  ['rtb', 'Route table'],
  ['acl', 'Network ACL'],
  ['sg', 'Security group'],
  ['igw', 'Internet gateway'],
  ['eigw', 'Egress-only internet gateway'],
  ['nat', 'NAT gateway'],
  ['pcx', 'Peering connection'],
  ['vgw', 'Virtual private gateway'],
  ['vpn', 'VPN connection'],
  ['dxvif', 'Virtual interface'],
  ['vpce', 'Endpoint'],
  ['eni', 'Network interface'],
  ['subnet', 'Subnet'],
  ['vpc', 'VPC'],
  ['fl', 'Flow log'],
  ['i', 'Instance'],
];

/** Not a component: whoever complains is mistaken. */
export const NOTHING = 'nothing';

export function componentTitle(network: Network, id: string): Prose {
  if (id === NOTHING) return prose`Nothing: all of it works as it should`;
  if (id === 'block-public-access') return prose`Block Public Access of the account`;
  const [, kind] = KINDS.find(([prefix]) => id.startsWith(`${prefix}-`)) ?? [];
  if (kind === undefined)
    return prose`${id.startsWith('arn:') ? 'Permissions of' : 'On the host'} ${code(id)}`;
  const name = nameOf(network, id);
  return name === undefined ? prose`${kind} ${code(id)}` : prose`${kind} ${code(id)} (${name})`;
}

/** Where a fault of this component lies; empty where it is none. */
export function layerOf(id: string): FaultLayer | '' {
  if (id === NOTHING) return '';
  switch (kindOf(id)) {
    case 'sg':
      return 'security-group';
    case 'acl':
      return 'network-acl';
    case 'fl':
      return 'flow-log';
    case 'host':
      return 'host';
    default:
      return 'upstream';
  }
}

/** `igw` for `igw-0123…`; anything else is a host. */
export function kindOf(id: string): string {
  return KINDS.find(([prefix]) => id.startsWith(`${prefix}-`))?.[0] ?? 'host';
}

function nameOf(network: Network, id: string): string | undefined {
  const nouns: readonly ReadonlyMap<string, { readonly name?: string | undefined }>[] = [
    network.subnets,
    network.vpcs,
    network.routeTables,
    network.networkAcls,
    network.securityGroups,
    network.networkInterfaces,
  ];
  return nouns.map((map) => map.get(id)?.name).find((name) => name !== undefined);
}
