/**
 * What an interface itself insists on: transit packets need the source/destination check off.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html
 */
import type { Address } from '../net/address';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Rule } from './rule';

export const ENI_SOURCE_DEST_CHECK: Rule = {
  id: 'eni.source-dest-check',
  says: 'With the source/destination check on, an interface only sends from, and only receives for, its own addresses.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
};

export const ENI_DELIVERS: Rule = {
  id: 'eni.delivers',
  says: 'The packet reaches the host behind the interface that owns its destination address.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
};

export const ADDRESS_NOT_OWNED: Rule = {
  id: 'address.not-owned',
  says: 'A packet to an address that no interface owns is delivered to nobody and leaves no record on the way in.',
  standing: 'derived',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html',
};

/** Whether the interface refuses what is not its own: a rule that somebody may switch off. */
export function checksSourceDest({ sourceDestCheck }: NetworkInterface): boolean {
  return sourceDestCheck;
}

export const ENI_FORWARDS: Rule = {
  id: 'eni.forwards',
  says: 'With the source/destination check off, an interface takes packets that are not its own, and its host may pass them on.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html',
};

export function ownsAddress(networkInterface: NetworkInterface, address: Address): boolean {
  return (
    networkInterface.privateAddresses.some((own) => own.address === address) ||
    networkInterface.ipv6Addresses.includes(address)
  );
}
