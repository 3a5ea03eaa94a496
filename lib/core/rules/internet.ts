/** The internet between the gateways: it carries what has a public address at both ends, and nothing else. */
import type { Address } from '../net/address';
import { isPublic } from '../net/special';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Rule } from './rule';

export const INTERNET_CARRIES: Rule = {
  id: 'internet.carries',
  says: 'The internet carries packets between public addresses.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html',
};

export const INTERNET_PRIVATE_ADDRESS: Rule = {
  id: 'internet.private-address',
  says: 'Private addresses are not routed on the internet: a packet to one ends at the first router outside.',
  standing: 'documented',
  source: 'https://www.rfc-editor.org/rfc/rfc1918',
};

/** The interface that the internet means by an address: one paired with that public IPv4 address, or one with that IPv6 address. */
export function ownerOnInternet(
  { publicAddresses, privateAddresses }: Network,
  address: Address,
): NetworkInterface | undefined {
  if (!isPublic(address)) return undefined;
  const paired = publicAddresses.get(address);
  if (paired || typeof address !== 'bigint') return paired;
  for (const addresses of privateAddresses.values()) {
    const owner = addresses.get(address);
    if (owner) return owner;
  }
  return undefined;
}
